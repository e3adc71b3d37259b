"""Strangers' bots: what is filled into an example, and that a walk tells right from wrong.

What needs a network is the command itself: `python -m proof.foreign`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from proof.foreign.filling import filled
from proof.foreign.kits import KITS, Kit, MissingError, NodeKit
from proof.foreign.programs import OWN, PROGRAMS, Press, Program, Say
from proof.foreign.visit import visit

PTB = """
from telegram.ext import Application, CommandHandler

async def start(update, context):
    await update.message.reply_text("Halo dari luar")

application = Application.builder().token("TOKEN").build()
application.add_handler(CommandHandler("start", start))
application.run_polling()
"""
ADDRESS, TOKEN = "http://127.0.0.1:9", "1:a"


class Here(Kit):
    """The library that is installed here anyway, and the example above."""

    def install(self) -> None:
        self.version = "here"

    def command(self, program: Program, place: Path, address: str, token: str) -> list[str]:
        """As `PythonKit` does it."""
        (place / program.file).write_text(filled(self.library, PTB, address, token), "utf-8")
        return [sys.executable, str(place / program.file)]


async def test_a_walk_stops_at_the_first_step_that_is_wrong(tmp_path: Path) -> None:
    steps = (Say("/start", "Halo dari luar"), Press("Ya", "x"), Say("/start", "Halo"))
    program = Program("python-telegram-bot", "bot.py", steps)
    found = await visit(Here("python-telegram-bot", tmp_path), program, tmp_path)
    assert (found.right, found.steps) == (1, 3)
    assert "no button 'Ya'" in found.why


@pytest.mark.parametrize(
    ("kit", "source", "there"),
    [
        ("python-telegram-bot", '.token("TOKEN")', ".base_url('http://127.0.0.1:9/bot')"),
        ("pyTelegramBotAPI", "TeleBot('<api_token>')", "TeleBot('1:a')"),
        ("pyTelegramBotAPI", 'TOKEN = "<your_token>"', "TOKEN = '1:a'"),
        ("aiogram", "Bot(token=TOKEN)", "Bot(session=_SESSION, token=TOKEN)"),
    ],
)
def test_only_token_and_address_are_filled_in(kit: str, source: str, there: str) -> None:
    assert there in filled(kit, source, ADDRESS, TOKEN)
    assert ADDRESS in filled(kit, source, ADDRESS, TOKEN)


def test_what_is_ahead_of_an_example_stays_ahead() -> None:
    source = "from __future__ import annotations\nBot(token=TOKEN)\n"
    compile(filled("aiogram", source, ADDRESS, TOKEN), "example", "exec")


def test_without_node_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("npm") is None
    with pytest.raises(MissingError, match="node is not installed"):
        NodeKit("grammy", tmp_path / "grammy").install()


def test_every_program_has_a_kit_and_ours_are_there() -> None:
    assert {program.kit for program in PROGRAMS} == KITS.keys()
    ours = {program.file for program in PROGRAMS if KITS[program.kit] is NodeKit}
    assert ours == {path.name for path in OWN.iterdir()}
    assert len({program.name for program in PROGRAMS}) == len(PROGRAMS)
