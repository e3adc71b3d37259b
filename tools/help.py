"""The command line itself speaks Indonesian: on its help pages and about what cannot be read."""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

from tools.usage import no_command, too_many

_HELP: Final = "Menampilkan bantuan ini, lalu selesai."


class _Said:
    """The help page of a command or of the program."""

    options_metavar: str | None
    get_params: Any

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.help = _HELP
        return option

    def get_usage(self, ctx: Any) -> str:
        """The line that shows how it is typed."""
        self.options_metavar = "[PILIHAN]"
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage: ", "Cara menulis: ", 1)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the page; what kind of value is meant is said in words, not as a type."""
        _name_panels()
        for parameter in self.get_params(ctx):
            parameter.display_type_rich = _nothing
        super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_Said, TyperCommand):
    """A command whose help is Indonesian."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads what was typed behind the command; nothing may be left over."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left:
            ctx.fail(too_many(left))
        return left


class Group(_Said, TyperGroup):
    """The program itself, the same."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What may stand behind its name."""
        self.subcommand_metavar = "PERINTAH [ISIAN]..."
        return super().collect_usage_pieces(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Finds the command that was typed."""
        if self.get_command(ctx, args[0]) is None:
            ctx.fail(no_command(args[0], self.commands))
        return super().resolve_command(ctx, args)


def _nothing(**_context: Any) -> None:
    return None


def _name_panels() -> None:
    """Only for a page that is shown: the library behind it takes a moment to import."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Isian"
    rich_utils.OPTIONS_PANEL_TITLE = "Pilihan"
    rich_utils.COMMANDS_PANEL_TITLE = "Perintah"
    rich_utils.DEFAULT_STRING = "[biasanya: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[wajib]"
