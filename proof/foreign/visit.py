"""One person walks through one stranger's program."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, assert_never

from proof.foreign.kits import Kit
from proof.foreign.programs import Ask, Press, Program, Say, Send, Step, Vote
from sandbox.client import Sim, SimError
from sandbox.server import start

TOKEN = "777000:foreign-bots-are-welcome-here-0123456"
READY = 60.0
ANSWER = 15.0
LAST_WORDS = 10.0


@dataclass(frozen=True)
class Visit:
    """How many steps were right, and of the first that was not, why."""

    program: Program
    version: str
    right: int
    why: str = ""

    @property
    def steps(self) -> int:
        return len(self.program.steps)


async def visit(kit: Kit, program: Program, folder: Path) -> Visit:
    """Runs the program in this folder against a sandbox of its own."""
    server = await start()
    said = folder / "said.txt"
    with said.open("wb") as file:
        process = await asyncio.create_subprocess_exec(
            *kit.command(program, folder, server.url, TOKEN),
            cwd=folder,
            env={**os.environ, "BOT_TOKEN": TOKEN, "BOT_API": server.url},
            stdout=file,
            stderr=file,
        )
    right, why = 0, ""
    try:
        async with Sim(server.url) as sim:
            await sim.wait_ready(READY)
            user = await sim.user("Slamet", username="slamet")
            for step in program.steps:
                await _walk(sim, user, step)
                right += 1
    except SimError as missing:
        last = said.read_text("utf-8", "replace").strip().splitlines()[-1:]
        why = " | ".join([str(missing), *last])
    finally:
        await _end(process)
        await server.close()
    return Visit(program, kit.version, right, why)


async def _walk(sim: Sim, user: int, step: Step) -> None:
    """One step. Raises SimError when what it expects does not come."""
    before = int((await sim.get("wait", chat=user, after=-1))["chat"]["revision"])
    if isinstance(step, Ask):
        await _offered(sim, user, step)
        return
    if isinstance(step, Say):
        await sim.say(user, step.text)
    elif isinstance(step, Send):
        await sim.send(user, step.kind)
    elif isinstance(step, Press):
        await sim.tap(user, step.label)
    elif isinstance(step, Vote):
        polls = [one for one in await sim.messages(user) if one.kind == "poll"]
        await sim.post("vote", user=user, message_id=polls[-1].id, options=[0])
    else:
        assert_never(step)
    await _seen(sim, user, step.expects, before)


async def _seen(sim: Sim, user: int, expected: str, before: int) -> None:
    """Until the bot has said it, on the screen or in a toast, since that revision."""
    at, end = before, asyncio.get_running_loop().time() + ANSWER
    while True:
        changed = [one for one in await sim.messages(user, since=before) if one.by_bot]
        said = [f"kind:{one.kind} {one.text}" for one in changed]
        said += [str(toast["text"]) for toast in await sim.toasts(user)]
        if any(expected in one for one in said):
            return
        left = end - asyncio.get_running_loop().time()
        found = await sim.get("wait", chat=user, after=at, timeout=max(0.0, left))
        if not found["changed"]:
            raise SimError(f"no {expected!r}, only {said}")
        at = int(found["chat"]["revision"])


async def _offered(sim: Sim, user: int, step: Ask) -> None:
    query = await sim.post("inline", user=user, query=step.query)
    for _ in range(int(ANSWER * 10)):
        results: list[dict[str, Any]] | None = (await sim.get("inline", **query))["results"]
        if results is not None:
            if step.expects in str(results):
                return
            raise SimError(f"no {step.expects!r} in {results}")
        await asyncio.sleep(0.1)
    raise SimError(f"the inline query {step.query!r} was not answered")


async def _end(process: asyncio.subprocess.Process) -> None:
    """Asked to stop, and made to when it does not."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), LAST_WORDS)
    except TimeoutError:
        process.kill()
        await process.wait()
