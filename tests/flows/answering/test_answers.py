"""Whatever is typed at a step, no reader raises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.language.dates import Tense
from flows.language.understanding import Unclear, Understood
from tests.flows.conftest import Hear

MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember"

PIECES = st.sampled_from(
    [*MONTHS.split(), "tgl", "15", "31", "2026", "bulan", "lalu", "depan", "awal", "/", "-",
     "minggu", "0", "99", "juta", "rb", "rp",
     "setengah", "ratus", "belas", ".", ",", "2", "tahun", "lebih"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_nothing_that_can_be_typed_raises(hear: Hear, text: str) -> None:
    heard = hear(text)
    assert isinstance(heard.day(Tense.PAST), Understood | Unclear)
    options = {"ya": "Ya", "belum": "Belum"}
    assert isinstance(heard.ears.choices.choose(heard.said, options), Understood | Unclear)
