"""What is said to somebody who typed a command that cannot be understood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

# Typer shows these to nobody but catches with them whatever was typed wrongly.
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

__all__ = ["UsageError", "no_command", "said", "too_many"]


def said(wrong: UsageError) -> str:
    """The mistake in a sentence, and where the help is."""
    command = wrong.ctx.command_path if wrong.ctx else "bot.py"
    return f"{_sentence(wrong)}\nBantuan: `{command} --help`."


def no_command(name: str, known: Iterable[str]) -> str:
    """There is no such command."""
    return f"Tidak ada perintah `{name}`. {_meant(name, known)}".rstrip()


def too_many(words: Iterable[str]) -> str:
    """Words that the command does not take. Several that belong together stand in quotes."""
    return f"Terlalu banyak isian: `{' '.join(words)}`. Kalimat diapit tanda kutip."


def _sentence(wrong: UsageError) -> str:
    match wrong:
        case MissingParameter(param=param):
            return f"Isian {_name(param)} belum ditulis."
        case BadParameter(param=None):
            return wrong.message
        case BadParameter(param=param):
            return f"Isian {_name(param)} {_fault(wrong)}."
        case NoSuchOption(option_name=name, ctx=context):
            options = context.command.get_params(context) if context else ()
            known = [each for option in options for each in option.opts if each.startswith("-")]
            return f"Tidak ada pilihan `{name}`. {_meant(name, known)}".rstrip()
        case BadOptionUsage(option_name=name) if "requires" in wrong.message:
            return f"Pilihan `{name}` perlu isian di belakangnya."
        case BadOptionUsage(option_name=name):
            return f"Pilihan `{name}` tidak memakai isian."
    return wrong.message


def _name(param: Any) -> str:
    """An option as it is typed, an argument as the help calls it."""
    if param is None:
        return "ini"
    return f"`{param.opts[-1] if param.param_type_name == 'option' else param.name}`"


def _fault(wrong: BadParameter) -> str:
    from pydantic import ValidationError

    from settings import fault

    if isinstance(wrong.__cause__, ValidationError):
        return fault(wrong.__cause__.errors()[0])
    return "tidak bisa dipakai"


def _meant(name: str, known: Iterable[str]) -> str:
    from editorial.problems import meant

    return meant(name, known)
