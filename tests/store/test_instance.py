"""A second program on one database says so and stops."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.instance import SecondInstanceError, only_one

CHILD = """
import sys
from pathlib import Path
from store.instance import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_is_refused_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    database = tmp_path / "bot.db"
    holder = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(SecondInstanceError, match=r"bot\.db"), only_one(database):
            pass
        holder.kill()
        holder.wait()
        with only_one(database):
            pass


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that takes no files")
def test_a_lock_that_cannot_be_made_is_nobody_else() -> None:
    with pytest.raises(OSError, match="cannot be made"), only_one(Path("/proc/bot.db")):
        pass
