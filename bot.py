"""Teman JHT: the only front door.

``python bot.py`` runs the bot: without a token it starts a Telegram on this computer and talks to
it; with one it talks to Telegram. The other commands are for editors, officers and developers.
Every command imports what it needs when it runs, so that each starts quickly.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from proof.bench import bench
from tools.help import Command, Group
from tools.stopped import StoppedError, stopping
from tools.streams import lines, output, say, speak_utf8, typed
from tools.usage import UsageError, said

if TYPE_CHECKING:
    from tools.given import Given

WRONG = 2
"""Exit status of a command that could not begin."""

app = typer.Typer(
    cls=Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Teman JHT: memandu klaim JHT. Tanpa perintah, bot dijalankan.",
)
GuideName = Annotated[str, typer.Argument(help="Nama folder di content/guides.")]
Kept = Annotated[bool, typer.Option("--save", help="Simpan juga sebagai tes, kalau sudah benar.")]
JsonLines = Annotated[
    bool, typer.Option("--jsonl", help="Membaca dan menulis baris JSON, untuk program.")
]


@app.callback(invoke_without_command=True)
def main(context: typer.Context) -> None:
    """Runs the bot unless a command is given."""
    if context.invoked_subcommand is None:
        run()


@app.command(cls=Command)
def run() -> None:
    """Menjalankan bot: di Telegram kalau TELEGRAM_TOKEN diisi, kalau tidak di komputer ini."""
    from tools.run import run as run_bot

    run_bot(_given())


@app.command(cls=Command)
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="Folder isi. Tanpa ini: folder dari CONTENT.")
    ] = None,
    live: Annotated[
        bool,
        typer.Option("--live", help="Tanyakan ke Telegram: token, webhook, grup, hak."),
    ] = False,
) -> None:
    """Memeriksa seluruh isi, atau dengan --live keadaan bot di Telegram."""
    if live:
        from tools.live import run as run_live

        if folder is not None:
            raise StoppedError("`check --live` tidak memeriksa folder. Tulis salah satu saja.")
        raise typer.Exit(run_live(_given(), output()))
    from tools.check import run as run_check

    given = _given()
    raise typer.Exit(run_check(folder or given.settings.content, given.today, output()))


@app.command(cls=Command)
def play(
    guide: GuideName,
    save: Annotated[
        str | None, typer.Option(help="Simpan sebagai percakapan uji, dengan judul ini.")
    ] = None,
) -> None:
    """Memainkan satu panduan di sini; q untuk keluar."""
    from tools.play import run as run_play

    run_play(_given(), guide, save, typed, say)


@app.command(cls=Command)
def paths(
    guide: Annotated[str, typer.Argument(help="Satu panduan. Tanpa ini: semuanya.")] = "",
    save: Annotated[
        bool, typer.Option("--save", help="Simpan tabel semua panduan untuk ditinjau.")
    ] = False,
) -> None:
    """Menulis semua kemungkinan percakapan, satu baris satu percakapan."""
    from tools.paths import run as run_paths

    run_paths(_given(), guide, save, output())


@app.command(cls=Command)
def ask(
    question: Annotated[str, typer.Argument(help="Pertanyaan seperti orang menulisnya.")] = "",
    jsonl: JsonLines = False,
) -> None:
    """Menunjukkan topik mana yang menjawab sebuah pertanyaan, dan karena kalimat mana."""
    from tools.ask import explain, run_jsonl

    if jsonl == bool(question):
        raise StoppedError("Tulis satu pertanyaan, atau `--jsonl` untuk membacanya dari masukan.")
    given = _given()
    if jsonl:
        raise typer.Exit(run_jsonl(lines(), given.library, given.today, output()))
    explain(question, given.library, given.today, output())


@app.command(cls=Command)
def decide(jsonl: JsonLines = False) -> None:
    """Aturan hak klaim tanpa percakapan: satu objek JSON masuk, satu keluar, per baris."""
    from tools.decide import run as run_decide

    if not jsonl:
        raise StoppedError("Perintah ini untuk program. Tulis `python bot.py decide --jsonl`.")
    given = _given()
    raise typer.Exit(run_decide(lines(), given.library, given.today, output()))


@app.command(cls=Command)
def hear(jsonl: JsonLines = False, save: Kept = False) -> None:
    """Apa yang dipahami dari satu tulisan di satu langkah: satu objek JSON per baris."""
    from tools.hear import run as run_hear
    from tools.kept import FOLDER

    if not jsonl:
        raise StoppedError("Perintah ini untuk program. Tulis `python bot.py hear --jsonl`.")
    given = _given()
    kept_in = FOLDER if save else None
    raise typer.Exit(run_hear(lines(), given.library, given.today, output(), kept_in))


@app.command(cls=Command)
def talk(jsonl: JsonLines = False, save: Kept = False) -> None:
    """Mengulang percakapan utuh dengan isi hari ini: satu objek JSON per baris."""
    from tools.kept import FOLDER
    from tools.talk import run as run_talk

    if not jsonl:
        raise StoppedError("Perintah ini untuk program. Tulis `python bot.py talk --jsonl`.")
    given = _given()
    kept_in = FOLDER if save else None
    raise typer.Exit(run_talk(lines(), given.library, given.today, output(), kept_in))


@app.command(cls=Command)
def gambar(
    name: Annotated[
        str, typer.Argument(help="Nama berkas di content/pictures. Tanpa ini: semuanya.")
    ] = "",
    to: Annotated[
        Path | None, typer.Option(help="Folder tujuan. Tanpa ini: folder sementara yang baru.")
    ] = None,
    ship: Annotated[
        bool, typer.Option("--simpan", help="Gambar ulang yang berubah, ke content/drawn.")
    ] = False,
) -> None:
    """Menyimpan gambar contoh layar supaya bisa dilihat."""
    from tools.pictures import run as run_pictures

    run_pictures(_given(), name, to, ship, say)


@app.command(cls=Command)
def questions(
    days: Annotated[int, typer.Option(min=1, max=90, help="Berapa hari ke belakang.")] = 90,
) -> None:
    """Pertanyaan peserta yang belum terjawab, dengan baris siap tempel."""
    from tools.questions import run as run_questions

    run_questions(_given(), days, output())


@app.command(cls=Command)
def report(
    month: Annotated[
        str, typer.Option(help="Satu bulan, misalnya 2026-11. Tanpa ini: 30 hari terakhir.")
    ] = "",
    to: Annotated[Path, typer.Option(help="Folder untuk tabel CSV dan gambarnya.")] = Path(
        "laporan"
    ),
) -> None:
    """Angka meja petugas: tulisan, tabel CSV, dan gambar, tanpa data orang."""
    from tools.report import run as run_report

    run_report(_given(), month, to, output())


@app.command(cls=Command)
def backup(
    file: Annotated[Path, typer.Argument(help="Berkas cadangan yang ditulis.")],
    force: Annotated[
        bool, typer.Option("--force", help="Mengganti berkas itu kalau sudah ada.")
    ] = False,
) -> None:
    """Menyalin database ke berkas cadangan, juga selama bot berjalan."""
    from tools.backup import run as run_backup

    run_backup(_given(), file, force, output())


@app.command(cls=Command)
def restore(
    file: Annotated[Path, typer.Argument(help="Berkas cadangan yang dipulihkan.")],
) -> None:
    """Mengganti database dengan sebuah cadangan. Hentikan bot dulu."""
    from tools.restore import run as run_restore

    run_restore(_given(), file, output())


@app.command(cls=Command)
def tertahan() -> None:
    """Kiriman yang tidak dikirim ulang setelah sebuah cadangan dipulihkan."""
    from tools.held_back import run as run_held_back

    run_held_back(_given(), output())


app.command(cls=Command)(bench)


def _given() -> Given:
    from tools.given import Given

    return Given()


def start() -> None:
    """The command line; what cannot be read, or cannot go on, is told in a sentence."""
    speak_utf8()
    try:
        with stopping():
            code = app(standalone_mode=False)
        sys.exit(code)
    except UsageError as wrong:
        typer.echo(said(wrong), err=True)
    except StoppedError as stopped:
        typer.echo(str(stopped), err=True)
    except typer.Abort:
        sys.exit(1)
    sys.exit(WRONG)


if __name__ == "__main__":
    start()
