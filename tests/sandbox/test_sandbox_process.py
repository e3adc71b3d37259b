"""`python -m sandbox` as a process of its own."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from sandbox.client import Sim
from sandbox.server import Server
from tests.sandbox.conftest import Api

ROOT = Path(__file__).parents[2]


async def run(*arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        *arguments,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_it_starts_says_where_and_stops_when_told(api: Api) -> None:
    process = await run("--port", "0", "--no-limits")
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    url = line.removeprefix("sandbox on ").strip()
    async with Sim(url) as sim:
        assert not (await sim.limits())["on"]
        assert (await Api(url, api.session).ok("getMe"))["is_bot"]
    process.terminate()
    assert await process.wait() == 0


async def test_a_taken_port_is_one_clear_sentence(server: Server) -> None:
    port = server.url.rpartition(":")[2]
    process = await run("--port", port)
    _, errors = await process.communicate()
    assert process.returncode == 2
    assert errors.decode().startswith(f"cannot listen on 127.0.0.1:{port}")
    assert "Traceback" not in errors.decode()
