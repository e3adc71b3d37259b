"""``python bot.py decide --jsonl``: the eligibility rules without a conversation.

One JSON object a line in, one out, in the same order. The names of the facts are those of
`flows.rights.facts.Facts` and `hari_ini`; the outcome has `boleh`, `mulai`, `bagian`, `kanal`,
`dokumen`, `perlu`, `alasan`, `sumber`, `surat` (every paper with its `status`) and `hukum` (what
the law alone would give, null where it is the same); further keys only where they say something:
`dulu` (what to put in order first), `paling_cepat` (`mulai` is the earliest day possible, no
promise), and `salah` (the names that were refused). See docs/decisions/eligibility.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final, TextIO, get_args

from flows.library import Library
from flows.rights.eligibility import Eligibility, decide, refuse
from flows.rights.facts import SAID, Cause, Citizenship, Facts, Impossible
from tools.streams import broken


class UnreadableError(ValueError):
    """A line that cannot be read as facts; the sentence is for people."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.fault = Impossible(name, sentence)


def run(lines: Iterable[str], library: Library, today: date, out: TextIO) -> int:
    """Answers every line; empty lines are passed over.

    Returns 0: a refused line is an answer too, and says so in its `alasan` and `salah`.
    """
    for line in lines:
        if line.strip():
            out.write(json.dumps(answer(line, library, today), ensure_ascii=False) + "\n")
            out.flush()
    return 0


def answer(line: str, library: Library, today: date) -> dict[str, Any]:
    """The outcome for one line, ready for JSON. Never raises."""
    try:
        given = _object(line)
        day = given.pop("hari_ini", None)
        facts = read_facts(given)
        today = today if day is None else _day("hari_ini", day)
    except UnreadableError as refused:
        return _written(refuse(refused.fault), library, refused.fault.fact)
    outcome = decide(facts, library.numbers, today)
    wrong = outcome.perlu if outcome.hasil == "tidak_mungkin" else ()
    return _written(outcome, library, *wrong)


def read_facts(given: Mapping[str, Any]) -> Facts:
    """The facts of one JSON object; null counts as unknown. Raises UnreadableError."""
    for name in given:
        if name not in _READERS:
            known = ", ".join(["hari_ini", *_READERS])
            raise UnreadableError(name, f"Fakta “{name}” tidak dikenal. Yang dikenal: {known}.")
    return Facts(
        **{name: _READERS[name](name, value) for name, value in given.items() if value is not None}
    )


def _object(line: str) -> dict[str, Any]:
    if broken(line):
        raise UnreadableError("baris", "Baris ini bukan UTF-8.")
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableError("baris", "Baris ini bukan JSON yang benar.") from None
    if not isinstance(given, dict):
        raise UnreadableError("baris", "Satu baris harus satu objek JSON: {…}.")
    return given


def _said(name: str) -> str:
    return f"Fakta “{name}” ({SAID[name]})"


def _cause(name: str, value: Any) -> Cause:
    known = get_args(Cause)
    if not isinstance(value, str) or value not in known:
        raise UnreadableError(name, f"{_said(name)} harus salah satu dari: {', '.join(known)}.")
    cause: Cause = known[known.index(value)]
    return cause


def _citizenship(name: str, value: Any) -> Citizenship:
    known = get_args(Citizenship)
    if not isinstance(value, str) or value not in known:
        raise UnreadableError(name, f"{_said(name)} harus {' atau '.join(known)}.")
    citizenship: Citizenship = known[known.index(value)]
    return citizenship


def _day(name: str, value: Any) -> date:
    try:
        if isinstance(value, str) and len(value) == len("2026-11-20"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UnreadableError(name, f"{_said(name)} harus tanggal seperti 2026-11-20.")


def _yes_no(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise UnreadableError(name, f"{_said(name)} harus true atau false.")
    return value


def _rupiah(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        raise UnreadableError(
            name, f"{_said(name)} harus bilangan bulat dalam rupiah, tanpa titik."
        )
    return int(value)


def _years(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnreadableError(name, f"{_said(name)} harus bilangan dalam tahun, misalnya 10.")
    return value


_READERS: Final[Mapping[str, Callable[[str, Any], Any]]] = {
    "sebab": _cause,
    "kewarganegaraan": _citizenship,
    **dict.fromkeys(("tanggal_lahir", "tanggal_berhenti", "tanggal_nonaktif"), _day),
    "masa_kepesertaan_tahun": _years,
    "saldo": _rupiah,
} | {field.name: _yes_no for field in fields(Facts) if field.type == "bool | None"}
"""Every fact and how it is read."""


def _written(outcome: Eligibility, library: Library, *wrong: str) -> dict[str, Any]:
    written: dict[str, Any] = {
        "boleh": outcome.boleh,
        "mulai": outcome.mulai.isoformat() if outcome.mulai else None,
        "bagian": outcome.bagian,
        "kanal": outcome.kanal,
        "dokumen": outcome.dokumen,
        "perlu": outcome.perlu,
        "alasan": outcome.alasan,
        "sumber": _sources(outcome, library),
        "surat": [surat._asdict() for surat in outcome.surat],
        "hukum": _law_alone(outcome),
    }
    if outcome.dulu:
        written["dulu"] = outcome.dulu
    if outcome.hasil == "status_aktif":
        written["paling_cepat"] = True
    if wrong:
        written["salah"] = wrong
    return written


def _sources(outcome: Eligibility, library: Library) -> str:
    """Who says so, as a source line names them; our own rules where no cause is told."""
    cited = library.statements.cited(outcome.stands_on)
    return "; ".join(f"{each.name} ({each.kind})" for each in cited) or "Teman JHT"


def _law_alone(outcome: Eligibility) -> dict[str, Any] | None:
    if outcome.hukum is None:
        return None
    opens = outcome.hukum.mulai
    return {"boleh": outcome.hukum.boleh, "mulai": opens.isoformat() if opens else None}
