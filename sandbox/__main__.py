"""`python -m sandbox --port 9100`: a Telegram of its own process."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import Annotated

import typer

from sandbox.server import start


def main(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 9100,
    token: Annotated[str, typer.Option(help="Answer 401 to every other token.")] = "",
    no_limits: Annotated[bool, typer.Option("--no-limits", help="No 429 for being quick.")] = False,
) -> None:
    """A Telegram on this computer, until Ctrl+C."""
    raise typer.Exit(asyncio.run(_serve(host, port, token, limits=not no_limits)))


async def _serve(host: str, port: int, token: str, *, limits: bool) -> int:
    try:
        server = await start(host, port, limits=limits, token=token)
    except OSError as error:
        print(f"cannot listen on {host}:{port}: {error}", file=sys.stderr)
        return 2
    print(f"sandbox on {server.url}", flush=True)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    await stop.wait()
    await server.close()
    return 0


if __name__ == "__main__":
    typer.run(main)
