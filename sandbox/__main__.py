"""`python -m sandbox --port 9100`: a Telegram of its own process."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

from sandbox.server import start


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9100)
    parser.add_argument("--token", default="", help="answer 401 to every other token")
    parser.add_argument("--no-limits", action="store_true", help="no 429 for being quick")
    return parser.parse_args()


async def _serve(arguments: argparse.Namespace) -> int:
    try:
        server = await start(
            arguments.host,
            arguments.port,
            limits=not arguments.no_limits,
            token=arguments.token,
        )
    except OSError as error:
        print(f"cannot listen on {arguments.host}:{arguments.port}: {error}", file=sys.stderr)
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
    sys.exit(asyncio.run(_serve(_arguments())))
