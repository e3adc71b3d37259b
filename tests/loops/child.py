"""A small bot of its own process, to be killed: `python -m tests.loops.child DATABASE API`."""

import asyncio
import sys
from pathlib import Path

from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.run import Spine
from loops.stop import StopError
from store.database import Database
from store.instance import SecondInstanceError, only_one
from tests.loops.conftest import TOKEN, count, dispatcher


async def main(path: Path, base: str) -> None:
    with only_one(path):
        database = await Database.open(path)
        try:
            async with BotApi(TOKEN, base) as api:
                spine = Spine(
                    database, api, dispatcher(api, count), mask=dict, limits=UNLIMITED, grace=5.0
                )
                await spine.run()
        finally:
            await database.close()


if __name__ == "__main__":
    try:
        asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
    except (StopError, SecondInstanceError) as sentence:
        sys.exit(str(sentence))
