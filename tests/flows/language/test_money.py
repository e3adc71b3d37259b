"""Amounts: how they are written, what bounds make of them, and what is not to be guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.language.amounts.money import MOST
from flows.language.understanding import Unclear, Understood
from flows.library import Library
from tests.flows.conftest import Hear

TODAY = date(2026, 11, 20)
JUTA = 1_000_000


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("12,5 jt", 12_500_000),
        ("7.8jt", 7_800_000),
        ("12.500.000", 12_500_000),
        ("12500000", 12_500_000),
        ("Rp 12.500.000,00", 12_500_000),
        ("rp12.500.000,-", 12_500_000),
        ("dua belas juta", 12_000_000),
        ("12 juta lima ratus", 12_500_000),
        ("limabelas setengah juta", 15_500_000),
        ("tigapuluh lima juta", 35_000_000),
        ("lima juta dua ratus ribu", 5_200_000),
        ("9juta800ribu", 9_800_000),
        ("500rb", 500_000),
        ("setengah juta", 500_000),
        ("12 juta setengah", 12_500_000),
        ("sejuta", 1_000_000),
        ("1 M", 1_000_000_000),
        ("saldo saya 12 jt", 12_000_000),
        ("kosong", 0),
        ("0", 0),
    ],
)
def test_an_amount_is_read(hear: Hear, text: str, rupiah: int) -> None:
    assert hear(text).rupiah == Understood(rupiah)
    assert hear(text).rupiah_asked == Understood(rupiah)


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("sekitar 15 juta", 15 * JUTA, 14_250_000, 15_750_000),
        ("rp 12jt-an", 12 * JUTA, 12 * JUTA, 12_999_999),
        ("16 jutaan", 16 * JUTA, 16 * JUTA, 16_999_999),
        ("10an juta", 10 * JUTA, 9 * JUTA, 11 * JUTA),
        ("20an juta", 20 * JUTA, 18 * JUTA, 29_999_999),
        ("15an juta", 15 * JUTA, 13_500_000, 16_500_000),
        ("di atas 15 juta", 15_000_001, 15_000_001, MOST),
        ("15 juta lebih", 15_000_001, 15_000_001, 15_999_999),
        ("20 juta lebih", 20_000_001, 20_000_001, 29_999_999),
        ("kurang dari 10 juta", 9_999_999, 0, 9_999_999),
        ("hampir 15 juta", 14_999_999, 13_500_000, 14_999_999),
        ("tidak lebih dari 15 juta", 15 * JUTA, 0, 15 * JUTA),
        ("tidak kurang dari 15 juta", 15 * JUTA, 15 * JUTA, MOST),
        ("minimal 15 juta", 15 * JUTA, 15 * JUTA, MOST),
        ("maksimal 15 juta", 15 * JUTA, 0, 15 * JUTA),
        ("belum sampai 15 juta", 14_999_999, 0, 14_999_999),
        ("10-15 juta", 15 * JUTA, 10 * JUTA, 15 * JUTA),
        ("antara 900 ribu dan 1 juta", JUTA, 900_000, JUTA),
        ("belasan juta", 19_999_999, 11 * JUTA, 19_999_999),
        ("lebihh dari 15 juta", 15_000_001, 15_000_001, MOST),
        ("tdk smpai 15 jt", 14_999_999, 0, 14_999_999),
        ("di bawh 15 juta", 14_999_999, 0, 14_999_999),
        ("sepuluhan juta", 10 * JUTA, 9 * JUTA, 11 * JUTA),
        ("lebih dari 10 juta tapi di bawah 12 juta", 11_999_999, 10_000_001, 11_999_999),
    ],
)
def test_a_vague_amount_has_a_span(hear: Hear, text: str, value: int, low: int, high: int) -> None:
    assert hear(text).rupiah == Understood(value, approximate=True, span=(low, high))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ga tau", "not_an_amount"),
        ("12", "no_unit"),
        ("12.500", "no_unit"),
        ("saldo 12jt gaji 5jt", "other_amount"),
        ("5 juta di kartu lama, 7 juta di yang baru", "two_amounts"),
        ("-5 juta", "negative"),
        ("minus 2jt", "negative"),
        ("999 miliar", "too_large"),
        ("bukan 15 juta", "bound"),
        ("lebih baik 15 juta", "bound"),
        ("ngelebihin 15 juta", "bound"),
        ("gasampe 15 juta", "bound"),
        ("15 juta 20", "leftover"),
        ("15 juta seperempat", "leftover"),
    ],
)
def test_an_unclear_amount_says_why(hear: Hear, text: str, reason: str) -> None:
    assert hear(text).rupiah == Unclear(reason)


@pytest.mark.parametrize(("text", "rupiah"), [("15", 15 * JUTA), ("7,5", 7_500_000)])
def test_a_bare_number_is_a_million_only_where_an_amount_is_asked_for(
    hear: Hear, text: str, rupiah: int
) -> None:
    read = hear(text).rupiah_asked
    assert read == Understood(rupiah, approximate=True, span=(rupiah, rupiah))
    assert hear(text).rupiah == Unclear("no_unit")


@given(st.integers(1_000, 99_999_999_999))
def test_every_amount_survives_being_written(hear: Hear, rupiah: int) -> None:
    dotted = f"{rupiah:,}".replace(",", ".")
    for written in (f"Rp {dotted}", f"rp{rupiah}", f"Rp{dotted},-", f"saldo saya {dotted} rupiah"):
        assert hear(written).rupiah == Understood(rupiah)


ONES = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def in_words(number: int) -> str:
    """A number below a thousand as it is said."""
    hundreds, rest = divmod(number, 100)
    said = ["" if not hundreds else "seratus" if hundreds == 1 else f"{ONES[hundreds - 1]} ratus"]
    if rest in {10, 11}:
        said.append({10: "sepuluh", 11: "sebelas"}[rest])
    elif rest < 10:
        said.append(ONES[rest - 1] if rest else "")
    elif rest < 20:
        said.append(f"{ONES[rest - 11]} belas")
    else:
        said.append(f"{ONES[rest // 10 - 1]} puluh {ONES[rest % 10 - 1] if rest % 10 else ''}")
    return " ".join(" ".join(said).split())


millions = st.integers(1, 999)
thousands = st.integers(0, 999)


@given(millions, thousands)
def test_a_spoken_amount_is_that_amount(hear: Hear, juta: int, ribu: int) -> None:
    rupiah = juta * JUTA + ribu * 1_000
    rest = f"{in_words(ribu)} ribu" if ribu else ""
    said = (
        f"{in_words(juta)} juta {rest}",
        f"{juta} juta {f'{ribu} ribu' if ribu else ''}",
        f"{juta}jt{f'{ribu}rb' if ribu else ''}",
        f"Rp{juta}.{ribu:03}.000",
        f"{juta},{ribu:03} juta",
        f"{juta} {ribu:03} 000",
    )
    assert {text: hear(text).rupiah_asked for text in said} == {
        text: Understood(rupiah) for text in said
    }


def spelled(phrases: str) -> list[str]:
    """Comma-separated ways of saying a bound, and their denials."""
    return [phrase.strip() for phrase in phrases.split(",")]


ABOVE = spelled(
    "lebih dari {}, lbh dr {}, di atas {}, diatas {}, melebihi {}, {} lebih, {} lebih dikit"
    ", {} lewat, udah lewat {}, luwih saka {}, saldonya lebih {}, > {}, lebih dari {} pak"
)
BELOW = spelled(
    "kurang dari {}, krg dr {}, di bawah {}, dibawah {}, belum sampai {}, ga nyampe {}, blm ada {},"
    "tidak mencapai {}, hampir {}, {} kurang, {} belum sampai, < {}, kurang dikit dari {}"
    ", teu nepi {}"
)
AT_MOST = spelled(
    "tidak lebih dari {}, nggak lbh dr {}, ga di atas {}, belum lewat {}, maksimal {}"
    ", paling banyak {}, tidak melebihi {}, {} tidak lebih, {} ke bawah"
)
AT_LEAST = spelled(
    "tidak kurang dari {}, ga kurang dari {}, minimal {}, paling sedikit {}, tidak di bawah {},"
    "{} ke atas, sudah sampai {}, {} minimal"
)
some_amount = st.one_of(
    millions.map(lambda n: (f"{n} juta", n * JUTA)),
    millions.map(lambda n: (f"{in_words(n)} juta", n * JUTA)),
    st.tuples(millions, st.integers(1, 9)).map(
        lambda n: (f"{n[0]},{n[1]} jt", n[0] * JUTA + n[1] * 100_000)
    ),
    st.integers(100_000, 999_999_999).map(lambda n: (f"Rp{n:,}".replace(",", "."), n)),
)


def found(hear: Hear, phrase: str, amount: str) -> tuple[int, int, int]:
    """Value, least and most."""
    read = hear(phrase.format(amount)).rupiah_asked
    assert isinstance(read, Understood), phrase.format(amount)
    assert read.approximate
    assert read.span is not None
    assert read.span[0] <= read.value <= read.span[1]
    return read.value, *read.span


@given(some_amount, st.sampled_from(ABOVE), st.sampled_from(BELOW))
def test_a_span_never_crosses_its_bound(
    hear: Hear, amount: tuple[str, int], above: str, below: str
) -> None:
    written, rupiah = amount
    value, low, _ = found(hear, above, written)
    assert value == low == rupiah + 1
    value, _, high = found(hear, below, written)
    assert value == high == rupiah - 1


@given(some_amount, st.sampled_from(AT_MOST), st.sampled_from(AT_LEAST))
def test_a_denied_bound_lies_on_the_other_side_and_keeps_the_amount(
    hear: Hear, amount: tuple[str, int], most: str, least: str
) -> None:
    written, rupiah = amount
    assert found(hear, most, written) == (rupiah, 0, rupiah)
    assert found(hear, least, written) == (rupiah, rupiah, MOST)


@given(millions, st.integers(1, 50), st.sampled_from(("-", " sampai ", " s/d ", " atau ")))
def test_a_range_lies_between_its_ends(hear: Hear, low: int, more: int, way: str) -> None:
    read = hear(f"{low}{way}{low + more} juta").rupiah_asked
    if low + more > 20 * low:
        assert isinstance(read, Unclear)
    else:
        ends = low * JUTA, (low + more) * JUTA
        assert read == Understood(ends[1], approximate=True, span=ends)


PIECES = st.sampled_from(
    ["15", "2", "0", "99", "1.000", ".", ",", "-", "/", "juta", "jt", "rb", "rp", "an", "jutaan",
     "m", "setengah", "ratus", "belas", "puluhan", "lebih", "kurang dari", "tidak", "belum",
     "sampai", "dan", "atau", "antara", "sekian", "sedikit", "+", ">", "%", "tahun", "kartu",
     "l5", "OO"]
)  # fmt: skip


@example(text="10000001/10AN")
@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_nothing_that_can_be_typed_raises(library: Library, text: str) -> None:
    heard = library.ears.hear(text, TODAY)
    for read in (heard.rupiah, heard.rupiah_asked):
        assert isinstance(read, Understood | Unclear)
        if isinstance(read, Understood):
            assert 0 <= read.value <= MOST
            assert read.span is None or 0 <= read.span[0] <= read.value <= read.span[1]
    money = library.ears.money
    words = money.words(heard.folded)
    for amount in money.find(words):
        assert 0 <= amount.start < amount.end <= len(words)
