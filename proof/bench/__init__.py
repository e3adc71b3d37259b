"""`python bot.py bench`: our bot and stock bots under the same load, side by side in one run.

Who runs where: the sandbox and the people who use it share one process (they talk to each other
in memory), every bot is a process of its own. On Linux with two cores or more the sandbox is
kept on the first core and the bots on the second; only one bot is under load at a time.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer


def bench(
    participants: Annotated[
        str, typer.Option(help="Berapa orang yang menunggu jawaban pada saat yang sama.")
    ] = "1,50,500,2000",
    rounds: Annotated[int, typer.Option(min=1, help="Berapa kali diukur.")] = 3,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="Lama satu kali mengukur, dalam detik.")
    ] = 10.0,
    warm_up: Annotated[
        float, typer.Option(min=0, help="Detik sebelumnya yang tidak diukur.")
    ] = 2.0,
    bots: Annotated[
        str, typer.Option(help="Bot yang diukur: ours, ptb-echo, ptb-conversation.")
    ] = "ours,ptb-echo",
    json: Annotated[Path | None, typer.Option(help="Tulis semua angka ke berkas ini juga.")] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Sebentar saja: 1 dan 50 orang, satu kali.")
    ] = False,
    no_pinning: Annotated[
        bool, typer.Option("--no-pinning", help="Biarkan sistem memilih inti prosesor.")
    ] = False,
) -> None:
    """Mengukur bot di samping bot bawaan pustaka, di kotak pasir yang sama (untuk pengembang)."""
    from proof.bench.process import BOTS
    from proof.bench.run import Options, run

    named = bots.split(",")
    if unknown := set(named) - set(BOTS):
        raise typer.BadParameter(
            f"{', '.join(sorted(unknown))} tidak ada. Yang ada: {', '.join(BOTS)}."
        )
    if not re.fullmatch(r"[1-9]\d{0,5}(,[1-9]\d{0,5})*", participants, re.ASCII):
        raise typer.BadParameter("Isian `--participants` berupa bilangan, misalnya 1,50,500.")
    options = Options(participants, rounds, seconds, warm_up, named, json, no_pinning)
    if quick:
        options = Options("1,50", 1, 2.0, warm_up, named, json, no_pinning)
    raise typer.Exit(run(options))
