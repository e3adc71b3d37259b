"""A library in which one answer stands on statements of a test's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from flows.content.statement import Against, Law, Practice, Statement
from flows.library import Library
from flows.statements import Statements

TOPIC, BESIDE = "klaim-npwp", "klaim-pajak"
"""The answers that stand on them."""

LAW = Law(
    act="Permenaker 4/2022",
    article="pasal 9 huruf c",
    date="2022-04-26",
    quote="keterangan pengunduran diri",
    link="https://peraturan.bpk.go.id/Details/209634",
)
SAID = Practice(
    who="juru bicara BPJS Ketenagakerjaan",
    at="Kompas TV",
    date="2025-01",
    quote="kini bukan lagi syarat",
    link="https://www.kompas.tv/ekonomi/564321",
)
OTHERS = Against(who="Ulasan pengguna", says="loket masih memintanya", date="2024")


def statement(**changes: Any) -> Statement:
    """One that holds, with a law, somebody who says so, and somebody who does not."""
    told: dict[str, Any] = {
        "id": "contoh-surat",
        "title": "Surat berhenti kerja",
        "body": "Surat itu tidak wajib, paling lama {masa_tunggu}.",
        "law": (LAW,),
        "practice": (SAID,),
        "against": (OTHERS,),
        "conditions": ("Kantor cabang bisa berbeda.",),
        "checked_on": date(2026, 11, 1),
        "checked_how": "salinan",
        "ask": "175",
    }
    return Statement.model_validate({**told, **changes})


def standing_on(
    library: Library, *statements: Statement, disputed: frozenset[str] = frozenset()
) -> Library:
    """The same content, whose `TOPIC` and `BESIDE` stand on these alone."""
    ids = {"stands_on": tuple(each.id for each in statements), "source": None}
    topics = {name: library.topics[name].model_copy(update=ids) for name in (TOPIC, BESIDE)}
    by_id = {**library.statements.by_id, **{each.id: each for each in statements}}
    known = Statements(by_id, library.statements.sources, disputed)
    other = replace(library, topics={**library.topics, **topics}, statements=known)
    other.hear_with(library.ears)
    return other
