"""What holds for a while is told with its end, before it and after it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from editorial.load import load
from flows.library import Library

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def shipped() -> Library:
    library = load(CONTENT, date(2026, 11, 28)).library
    assert library is not None
    return library


DISCOUNTS = {
    "iuran-bpu-potongan-transportasi": date(2027, 3, 31),
    "iuran-bpu-potongan": date(2026, 12, 31),
}


@pytest.mark.parametrize("discount", DISCOUNTS)
def test_a_discount_is_over_the_day_after_its_last(shipped: Library, discount: str) -> None:
    last, day_after = DISCOUNTS[discount], DISCOUNTS[discount] + timedelta(days=1)
    statement = shipped.statements.by_id.get(discount)
    if statement is None:
        pytest.skip("not yet in the register")
    assert statement.until == last
    assert statement.said(last) == statement.body
    assert statement.said(day_after) == statement.after
    answer = shipped.topics["iuran-besaran"]
    assert f"{{{discount}}}" in answer.body
    assert shipped.html(answer, last) != shipped.html(answer, day_after)


@pytest.mark.parametrize("year", range(2025, 2053))
def test_the_age_of_the_monthly_pension_rises_every_third_year(shipped: Library, year: int) -> None:
    age = shipped.numbers.whole("usia_pensiun_jp", date(year, 1, 1))
    assert age == min(59 + (year - 2025) // 3, 65)


def test_the_last_age_is_the_one_that_is_told_as_the_last(shipped: Library) -> None:
    last = shipped.numbers.by_id["usia_pensiun_jp"].values[-1].value
    assert shipped.numbers.whole("usia_pensiun_jp_akhir", date(2026, 11, 28)) == last


@pytest.mark.parametrize(
    ("topic", "number"),
    [
        ("program-jkm", "jkm_masa_penuh"),
        ("program-jp", "usia_pensiun_jp_akhir"),
    ],
)
def test_the_condition_stands_in_the_answer(shipped: Library, topic: str, number: str) -> None:
    said = shipped.statements.inserted(shipped.topics[topic].body, date(2026, 11, 28))
    assert f"{{{number}}}" in said
