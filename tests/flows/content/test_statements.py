"""All statements on a day: what is inserted, how far it counts, who is named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows.content.sources import NEWS
from flows.statements import Cited, State
from tests.flows.content.registers import (
    CHECKED,
    DRAFT,
    OFFICE,
    register,
    statement,
)

LAST = date(2026, 12, 31)
FREE = statement("klaim-gratis", practice=(OFFICE,))
DISCOUNT = statement("potongan-iuran", until=LAST, after="Potongan sudah selesai.")
HEARD = statement("kabar-cabang", law=(), practice=(OFFICE, DRAFT))
OWN = statement("kami-asisten", law=(), checked_how="kami")
ALL = register(FREE, DISCOUNT, HEARD, OWN)
LONG_AFTER = date(2040, 1, 1)


@pytest.mark.parametrize(
    ("text", "today", "said"),
    [
        ("Tahukah? {klaim-gratis}", LAST, "Tahukah? Kalimat klaim-gratis."),
        ("{potongan-iuran}", LAST, "Kalimat potongan-iuran."),
        ("{potongan-iuran}", LAST + timedelta(days=1), "Potongan sudah selesai."),
        ("{klaim-gratis} {klaim-gratis}", LAST, "Kalimat klaim-gratis. Kalimat klaim-gratis."),
        ("{tidak-ada} {batas} {Klaim-Gratis}", LAST, "{tidak-ada} {batas} {Klaim-Gratis}"),
        ("Tanpa sisipan.", LAST, "Tanpa sisipan."),
    ],
)
def test_a_text_gets_the_sentences_it_names(text: str, today: date, said: str) -> None:
    assert ALL.inserted(text, today) == said


@pytest.mark.parametrize(
    ("name", "today", "state"),
    [
        ("klaim-gratis", CHECKED, "holds"),
        ("klaim-gratis", FREE.due, "holds"),
        ("klaim-gratis", FREE.due + timedelta(days=1), "stale"),
        ("klaim-gratis", date(2022, 4, 26), "holds"),
        ("klaim-gratis", date(2022, 4, 25), "later"),
        ("kabar-cabang", date(2022, 4, 26), "later"),
        ("potongan-iuran", LAST, "holds"),
        ("potongan-iuran", LAST + timedelta(days=1), "ended"),
        ("potongan-iuran", LONG_AFTER, "ended"),
        ("kami-asisten", date(2000, 1, 1), "holds"),
        ("kami-asisten", LONG_AFTER, "holds"),
    ],
)
def test_how_far_a_statement_counts(name: str, today: date, state: State) -> None:
    assert ALL.state(ALL.by_id[name], today) == state


@pytest.mark.parametrize("today", [date(2010, 1, 1), CHECKED, LONG_AFTER])
def test_what_branches_contradict_is_being_looked_at_whatever_the_day(today: date) -> None:
    found = register(FREE, DISCOUNT, disputed=["klaim-gratis"])
    assert found.state(FREE, today) == "disputed"
    assert found.worst(["potongan-iuran", "klaim-gratis"], today) == "disputed"


@pytest.mark.parametrize(
    ("ids", "today", "worst"),
    [
        ((), LONG_AFTER, "holds"),
        (("tidak-ada",), LONG_AFTER, "holds"),
        (("klaim-gratis", "kabar-cabang"), CHECKED, "holds"),
        (("potongan-iuran",), LONG_AFTER, "holds"),
        (("potongan-iuran", "klaim-gratis"), LONG_AFTER, "stale"),
        (("klaim-gratis", "kabar-cabang"), date(2023, 1, 1), "later"),
        (("kami-asisten", "klaim-gratis"), date(2010, 1, 1), "later"),
    ],
)
def test_a_text_is_as_sure_as_its_weakest_statement(
    ids: tuple[str, ...], today: date, worst: State
) -> None:
    assert ALL.worst(ids, today) == worst


def test_two_sources_are_named_the_rule_first_each_once() -> None:
    rule = Cited("Permen 1/2022 pasal 4", "salinan aturan")
    office = Cited("Kepala Kantor, Mei 2024", NEWS)
    assert ALL.cited(["klaim-gratis"]) == (rule, office)
    assert ALL.cited(["potongan-iuran", "klaim-gratis"]) == (rule, office)
    assert ALL.cited(["kabar-cabang"]) == (office,)
    assert ALL.cited(["kabar-cabang", "klaim-gratis"]) == (office, rule)
    assert ALL.cited(["kami-asisten", "tidak-ada"]) == ()


def test_only_statements_that_are_there_in_the_order_asked_for() -> None:
    ids = ["kabar-cabang", "tidak-ada", "klaim-gratis"]
    assert ALL.those(ids) == (HEARD, FREE)


def test_a_text_as_written_has_its_sentences_before_their_end() -> None:
    assert ALL.written("{potongan-iuran} {tidak-ada}") == "Kalimat potongan-iuran. {tidak-ada}"
