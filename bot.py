"""Teman JHT: the only front door.

``python bot.py`` runs the bot: without a token it starts a Telegram on this computer and talks to
it; with one it talks to Telegram. The other commands are for editors, officers and developers.
Every command imports what it needs when it runs, so that each starts quickly.
"""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from flows.library import Library

WRONG_SETTINGS = 2

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Teman JHT: a guide through JHT claims. Without a command the bot runs.",
)
GuideName = Annotated[str, typer.Argument(help="Name of a folder in content/guides.")]
EveryGuide = Annotated[str, typer.Argument(help="A guide; without it all of them.")]
JsonLines = Annotated[bool, typer.Option(help="Read and write JSON lines.")]


@app.callback(invoke_without_command=True)
def main(context: typer.Context) -> None:
    """Runs the bot unless a command is given."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Windows reads and writes pipes and files in its old code page otherwise.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Runs the bot: with TELEGRAM_TOKEN on Telegram, without it in the sandbox."""
    import asyncio

    from app.serve import RefusedError, serve

    settings = _settings()
    try:
        asyncio.run(serve(settings))
    except RefusedError as refused:
        _stop(str(refused))


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="Content folder; default CONTENT.")] = None,
) -> None:
    """Checks the content files and says what to mend, in Indonesian."""
    from tools.check import run as run_check

    settings = _settings()
    raise typer.Exit(run_check(folder or settings.content, _today(settings), sys.stdout))


@app.command()
def play(
    guide: GuideName,
    save: Annotated[str, typer.Option(help="Save what was played as a test of this title.")] = "",
) -> None:
    """Plays a guide in the terminal."""
    from tools import play as player

    settings = _settings()
    library = _library(settings)
    _guide(library, guide)
    lines = player.play(library, guide, _today(settings), input, typer.echo)
    if save:
        try:
            typer.echo(f"Tersimpan: {player.save(lines, guide, save)}")
        except FileExistsError as taken:
            _stop(f"{taken.filename} sudah ada. Pilih judul lain.")


@app.command()
def paths(
    guide: Annotated[str, typer.Argument(help="A guide; without it all of them.")] = "",
    save: Annotated[bool, typer.Option(help="Save the tables of all guides for review.")] = False,
) -> None:
    """Writes every possible conversation of a guide as ids, one a line."""
    from tools import paths as tables

    settings = _settings()
    library, day = _library(settings), _today(settings)
    if save:
        typer.echo("\n".join(str(path) for path in tables.save(library, day)))
        return
    for name in [_guide(library, guide)] if guide else sorted(library.guides):
        typer.echo(tables.table(library, library.guides[name], day), nl=False)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question as people write it.")] = "",
    jsonl: Annotated[
        bool, typer.Option(help="Read questions, write topics, as JSON lines.")
    ] = False,
) -> None:
    """Shows which topics answer a question, and why."""
    from tools import ask as asker

    settings = _settings()
    library = _library(settings)
    if jsonl:
        raise typer.Exit(asker.run_jsonl(sys.stdin, library, sys.stdout))
    asker.explain(question, library, _today(settings), sys.stdout)


@app.command()
def decide(
    jsonl: JsonLines = True,
) -> None:
    """The eligibility rules without a conversation: one JSON object a line in, one out."""
    from tools import decide as decider

    settings = _settings()
    library = _library(settings)
    raise typer.Exit(decider.run(sys.stdin, library.numbers, _today(settings), sys.stdout))


@app.command()
def gambar(
    name: Annotated[str, typer.Argument(help="A file in content/pictures; none: all.")] = "",
    to: Annotated[Path | None, typer.Option(help="Folder to write to; default a new one.")] = None,
    save: Annotated[
        bool, typer.Option("--simpan", help="Draw what content/drawn lacks; remove what is old.")
    ] = False,
) -> None:
    """Writes the pictures of the steps as files to look at."""
    import tempfile

    from tools import pictures

    settings = _settings()
    library = _library(settings)
    if save:
        for line in pictures.ship(library, settings.content):
            typer.echo(line)
        return
    if name and name not in library.pictures:
        known = ", ".join(sorted(library.pictures))
        _stop(f"Tidak ada gambar bernama {name}. Yang ada: {known}.")
    folder = to or Path(tempfile.mkdtemp(prefix="gambar-"))
    for each in [name] if name else sorted(library.pictures):
        typer.echo(pictures.save(library, settings.content, each, folder))


@app.command()
def questions(
    days: Annotated[int, typer.Option(min=1, max=90, help="How many days back.")] = 90,
) -> None:
    """Lists what participants asked and no topic answered, with lines to paste."""
    from datetime import timedelta

    from store.database import UnavailableError
    from tools import questions as lister

    settings = _settings()
    library = _library(settings)
    since = _today(settings) - timedelta(days=days)
    try:
        asked = lister.asked_since(settings.database_path, since)
    except (FileNotFoundError, UnavailableError):
        _stop(f"DATABASE_URL: {settings.database_path} tidak ada atau tidak bisa dibaca.")
    lister.write(asked, library, since, sys.stdout)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(context: typer.Context) -> None:
    """Measures the bot beside a stock one in the sandbox; see --help of its own."""
    from proof.bench import main as run_bench

    raise typer.Exit(run_bench(context.args))


@app.command()
def report(
    month: Annotated[str, typer.Option(help="A month like 2026-11; without it 30 days.")] = "",
    to: Annotated[Path, typer.Option(help="Folder for the CSV and the picture.")] = Path(),
) -> None:
    """The figures of the officers' desk: text, CSV and a picture, without a person in them."""
    from store.database import UnavailableError
    from tools import report as reporter

    settings = _settings()
    try:
        since, until = reporter.period(month, _today(settings))
        files = reporter.run(
            _library(settings), settings.database_path, since, until, to, sys.stdout
        )
    except ValueError:
        _stop(f"{month} bukan bulan. Tulis seperti 2026-11.")
    except UnavailableError:
        _stop(f"DATABASE_URL: {settings.database_path} tidak bisa dibaca.")
    typer.echo(f"Tersimpan: {', '.join(str(path) for path in files)}")


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsError as wrong:
        _stop(str(wrong))


def _library(settings: Settings) -> Library:
    from editorial.load import load

    loaded = load(settings.content, _today(settings))
    if loaded.library is None:
        _stop("\n\n".join(str(problem) for problem in loaded.problems))
    return loaded.library


def _guide(library: Library, name: str) -> str:
    if name not in library.guides:
        _stop(f"Tidak ada panduan bernama {name}. Yang ada: {', '.join(sorted(library.guides))}.")
    return name


def _today(settings: Settings) -> date:
    from app.clock import today

    return today(settings.bot_today)


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(WRONG_SETTINGS)


if __name__ == "__main__":
    app()
