"""Days that people type: exact ones, vague ones with their span, unclear ones with the reason."""

from __future__ import annotations

from datetime import date, timedelta

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.dates import Dates, Tense
from flows.language.understanding import Folded, Unclear, Understood, fold
from flows.library import Library
from tests.flows.conftest import Hear

TODAY = date(2026, 11, 20)  # a Friday
MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember"
SCREENS = {
    "jawab_tanggal": Tense.PAST,
    "jawab_tanggal_nanti": Tense.FUTURE,
    "jawab_tanggal_lahir": Tense.BIRTH,
}
"""Message → the question under which it is shown."""

DAYS = [date(year, 1, 1) + timedelta(days=n) for year in (2026, 2028) for n in range(366)][:-1]
"""Every day of a common year and of a leap year."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 agustus", "2026-08-15"),
        ("15 Agustus 2025", "2025-08-15"),
        ("tgl 15 agst", "2026-08-15"),
        ("25 desember", "2025-12-25"),
        ("15/8", "2026-08-15"),
        ("15-08-26", "2026-08-15"),
        ("15.8.2026", "2026-08-15"),
        ("15 08 2026", "2026-08-15"),
        ("2026-08-15", "2026-08-15"),
        ("15082026", "2026-08-15"),
        ("01-02-70", "1970-02-01"),
        ("bulan 8 tanggal 15", "2026-08-15"),
        ("kemarin", "2026-11-19"),
        ("kmrn", "2026-11-19"),
        ("kemaren", "2026-11-19"),
        ("hari ini", "2026-11-20"),
        ("3 hari yang lalu", "2026-11-17"),
        ("tgl 3 bulan ini", "2026-11-03"),
        ("tanggal 25 bulan lalu", "2026-10-25"),
        ("saya berhenti tgl 15 agustus kemarin", "2026-08-15"),
    ],
)
def test_a_day_named_exactly_is_that_day(hear: Hear, text: str, day: str) -> None:
    assert hear(text).day(Tense.PAST) == Understood(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2 bulan lalu", "2026-08-21", "2026-09-20"),
        ("dua bulan yg lalu", "2026-08-21", "2026-09-20"),
        ("sebulan yg lalu", "2026-09-21", "2026-10-20"),
        ("udah 3 bulanan", "2026-07-21", "2026-08-20"),
        ("1 tahun 2 bulan lalu", "2025-08-21", "2025-09-20"),
        ("minggu lalu", "2026-11-09", "2026-11-15"),
        ("bulan lalu", "2026-10-01", "2026-10-31"),
        ("awal bulan lalu", "2026-10-01", "2026-10-10"),
        ("pertengahan bulan lalu", "2026-10-11", "2026-10-20"),
        ("akhir bln lalu", "2026-10-21", "2026-10-31"),
        ("akhir okt 2025", "2025-10-21", "2025-10-31"),
        ("okt 2025", "2025-10-01", "2025-10-31"),
        ("awal 2024", "2024-01-01", "2024-03-31"),
        ("tahun lalu", "2025-01-01", "2025-12-31"),
        ("bulan ini", "2026-11-01", "2026-11-20"),
        ("agustuss", "2026-08-01", "2026-08-31"),
        ("lebih dari sebulan", "2026-09-21", "2026-10-19"),
        ("hampir sebulan", "2026-10-21", "2026-10-27"),
        ("lebaran kemarin", "2026-03-21", "2026-03-21"),
        ("pas natal", "2025-12-25", "2025-12-25"),
        ("seminggu sebelum lebaran", "2026-03-14", "2026-03-14"),
        ("puasa kemarin", "2026-02-19", "2026-03-20"),
        ("15 agustus atau 16 agustus", "2026-08-15", "2026-08-16"),
        ("antara juli dan agustus", "2026-07-01", "2026-08-31"),
        ("tahun 2010an", "2010-01-01", "2019-12-31"),
    ],
)
def test_a_vague_day_is_a_span_and_its_last_day_counts(
    hear: Hear, text: str, first: str, last: str
) -> None:
    span = (date.fromisoformat(first), date.fromisoformat(last))
    assert hear(text).day(Tense.PAST) == Understood(span[1], approximate=True, span=span)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("belum sebulan", "2026-10-21", "2026-11-20"),
        ("abis lebaran", "2026-03-22", "2026-04-04"),
        ("sebelum puasa", "2026-02-05", "2026-02-18"),
        ("setelah agustus", "2026-09-01", "2026-10-01"),
        ("15 agustus 2O25", "2025-08-15", "2025-08-15"),
        ("l5 agustus", "2026-08-15", "2026-08-15"),
        ("30 november", "2025-11-30", "2025-11-30"),
    ],
)
def test_what_is_only_a_guess_is_asked_about(hear: Hear, text: str, first: str, last: str) -> None:
    span = (date.fromisoformat(first), date.fromisoformat(last))
    expected = Understood(span[1], approximate=True, span=span, open=True)
    assert hear(text).day(Tense.PAST) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tgl 3", "2026-11-03"),
        ("senin kemarin", "2026-11-16"),
        ("sekitar 15 agustus", "2026-08-15"),
        ("8/15/2026", "2026-08-15"),
        ("semalam", "2026-11-19"),
    ],
)
def test_a_guessed_day_is_marked(hear: Hear, text: str, day: str) -> None:
    assert hear(text).day(Tense.PAST) == Understood(date.fromisoformat(day), approximate=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not_a_date"),
        ("ga inget", "not_a_date"),
        ("12 jt", "not_a_date"),
        ("kerja 5 tahun", "not_a_date"),
        ("abis gajian kemarin", "leftover"),
        ("tahun 2026", "no_month"),
        ("15", "no_month"),
        ("2026", "no_month"),
        ("31 februari 2026", "no_such_day"),
        ("15 agustus terus 16 agustus", "two_dates"),
        ("masuk 3 mei 2020 keluar 4 agustus 2025", "two_dates"),
        ("selasa 3 agustus 2026", "two_dates"),
        ("okt 20", "two_dates"),
        ("november kemarin", "two_dates"),
        ("15 agustus 20 25 12", "leftover"),
        ("tgl 5 bulan kemarin 7", "leftover"),
        ("bukan bulan lalu", "denied"),
        ("belum lebaran", "denied"),
    ],
)
def test_an_unclear_day_says_why(hear: Hear, text: str, reason: str) -> None:
    assert hear(text).day(Tense.PAST) == Unclear(reason)


@pytest.mark.parametrize(("text", "reason"), [("5 april", "no_year"), ("3 mei 2026", "no_year")])
def test_a_birth_needs_its_year(hear: Hear, text: str, reason: str) -> None:
    assert hear(text).day(Tense.BIRTH) == Unclear(reason)


@pytest.mark.parametrize(
    ("text", "day"), [("besok", date(2026, 11, 21)), ("1 januari 2030", date(2030, 1, 1))]
)
def test_a_coming_day_is_read_too(hear: Hear, text: str, day: date) -> None:
    assert hear(text).day(Tense.PAST) == Understood(day)


def test_yesterday_counts_from_the_day_it_was_written(library: Library) -> None:
    ears, written = library.ears, date(2026, 11, 26)
    heard = ears.hear("kemarin", date(2026, 11, 27), written=written)
    assert heard.day(Tense.PAST) == Understood(date(2026, 11, 25))
    told = ears.hear("saya resign kemarin", date(2026, 11, 27), written=written).facts
    assert [fact.value for fact in told if fact.step == "tanggal_berhenti"] == ["2026-11-25"]


def test_a_message_from_tomorrow_was_written_today(library: Library) -> None:
    heard = library.ears.hear("kemarin", TODAY, written=TODAY + timedelta(days=1))
    assert heard.day(Tense.PAST) == Understood(TODAY - timedelta(days=1))


def _examples(library: Library, message: str) -> list[str]:
    return [piece for n, piece in enumerate(library.messages[message].split("*")) if n % 2]


@pytest.mark.parametrize("message", SCREENS)
def test_every_example_on_a_screen_is_read_as_meant_on_every_day(
    library: Library, message: str
) -> None:
    examples, tense = _examples(library, message), SCREENS[message]
    assert examples
    for today in DAYS:
        for example in examples:
            read = library.ears.dates.read(fold(example), today, tense)
            assert isinstance(read, Understood), (example, today)
            if example[-4:].isdigit():
                day, month, year = example.lower().split()
                meant = date(int(year), MONTHS.split().index(month) + 1, int(day))
                assert read == Understood(meant)
                continue
            ahead = read.value >= today if tense is Tense.FUTURE else read.value <= today
            assert ahead, (example, today, read)


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2028, 2, 29), date(2026, 12, 31), TODAY])
@pytest.mark.parametrize(
    "text",
    ["{d} {m}", "tgl {d} {m}", "{d}/{n}", "bulan {n} tanggal {d}", "{m}", "akhir {m}", "awal {m}"],
)
@pytest.mark.parametrize("month", range(1, 13))
def test_what_is_left_out_is_completed_the_way_the_question_looks(
    library: Library, today: date, text: str, month: int
) -> None:
    written = fold(text.format(d=9, m=MONTHS.split()[month - 1], n=month))
    past = library.ears.dates.read(written, today, Tense.PAST)
    ahead = library.ears.dates.read(written, today, Tense.FUTURE)
    assert isinstance(past, Understood)
    assert isinstance(ahead, Understood)
    assert past.value <= today <= ahead.value
    assert past.value.month == ahead.value.month == month
    assert (today - past.value).days <= 366
    assert (ahead.value - today).days <= 366


@given(
    st.dates(date(1940, 1, 1), TODAY),
    st.sampled_from(["iso", "slash", "words", "short", "weekday", "spelled"]),
)
def test_every_past_day_survives_being_written(hear: Hear, day: date, style: str) -> None:
    month = MONTHS.split()[day.month - 1]
    weekday = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"][day.weekday()]
    written = {
        "iso": day.isoformat(),
        "slash": f"{day.day}/{day.month}/{day.year}",
        "words": f"{day.day} {month} {day.year}",
        "short": f"tgl {day.day:02} {month[:3]} {day.year}",
        "weekday": f"{weekday}, {day.day} {month} {day.year}",
        "spelled": f"{_spelled(day.day)} {month} {_spelled(day.year)}",
    }[style]
    assert hear(written).day(Tense.PAST) == Understood(day)


def _spelled(number: int) -> str:
    ones = [
        "",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
    ]
    if number < 12:
        return ones[number]
    if number < 20:
        return f"{ones[number - 10]} belas"
    for size, name in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            times, rest = divmod(number, size)
            told = f"se{name}" if times == 1 else f"{_spelled(times)} {name}"
            return f"{told} {_spelled(rest)}".strip()
    raise ValueError(number)


@given(st.dates(date(1940, 1, 1), TODAY), st.integers(1, 6))
def test_a_weekday_that_does_not_agree_is_asked_about(hear: Hear, day: date, off: int) -> None:
    weekdays = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
    wrong = weekdays[(day.weekday() + off) % 7]
    written = f"{wrong} {day.day} {MONTHS.split()[day.month - 1]} {day.year}"
    assert hear(written).day(Tense.PAST) == Unclear("two_dates")


@given(st.integers(1, 400), st.dates(date(2025, 1, 1), date(2030, 1, 1)))
def test_days_ago_are_counted(library: Library, days: int, now: date) -> None:
    expected = Understood(now - timedelta(days=days))
    assert library.ears.hear(f"{days} hari lalu", now).day(Tense.PAST) == expected


PIECES = st.sampled_from(
    [*MONTHS.split(), "tgl", "15", "31", "2026", "bulan", "awal", "akhir", "/", "-", "minggu",
     "0", "99", "setengah", "puluh", "belas", "ribu", ".", ",", "2", "tahun", "lebih", "belum",
     "sebelum", "abis", "lebaran", "puasa", "natal", "h+7", "senin", "jumat", "ke", "pertama",
     "sekitar", "beberapa", "lima", "'25", "an", "umur", "kerja", "antara", "atau", "dan"]
)  # fmt: skip
SAID_WHICH = ["lalu", "kemarin", "depan", "besok", "nanti", "lagi", "lusa", "ini"]
ANYTHING = st.lists(st.one_of(PIECES, st.sampled_from(SAID_WHICH)), max_size=8)
CLOCK = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def _read(dates: Dates, words: list[str], today: date, tense: Tense) -> Understood[date] | None:
    read = dates.read(Folded(" ".join(words)), today, tense)
    return read if isinstance(read, Understood) else None


@given(ANYTHING, CLOCK, st.sampled_from(Tense))
def test_whatever_is_said_the_span_holds_the_day(
    library: Library, words: list[str], today: date, tense: Tense
) -> None:
    read = _read(library.ears.dates, words, today, tense)
    if read is not None and read.span is not None:
        assert read.approximate
        assert read.span[0] <= read.span[1] == read.value


@hypothesis.example(["februari", "lebaran"], date(2026, 1, 1))
@hypothesis.example(["maret", "puasa"], date(2026, 1, 1))
@given(st.lists(PIECES, max_size=6), CLOCK)
def test_without_a_word_or_a_year_that_says_so_no_day_lies_on_the_other_side(
    library: Library, words: list[str], today: date
) -> None:
    if any(word in {"2026", "99", "'25"} or word.isdigit() for word in words):
        return
    dates = library.ears.dates
    past = _read(dates, words, today, Tense.PAST)
    ahead = _read(dates, words, today, Tense.FUTURE)
    assert past is None or past.value <= today
    assert ahead is None or ahead.value >= today


@pytest.mark.parametrize("text", ["'", "''", "' '", "5 ' agustus", "'5 agustus 2026'"])
def test_apostrophes_are_no_words(hear: Hear, text: str) -> None:
    hear(text).day(Tense.PAST)


@pytest.mark.parametrize(
    "text", ["mulai kerja 2 maret 2020", "lahir 3 mei 1980", "belum keluar, rencana 31 desember"]
)
def test_a_day_of_something_else_is_not_the_day_asked_for(hear: Hear, text: str) -> None:
    assert hear(text).day(Tense.PAST) == Unclear("another_day")


def test_a_plan_is_what_a_question_ahead_asks_for(hear: Hear) -> None:
    planned = hear("rencana 31 desember").day(Tense.FUTURE)
    assert isinstance(planned, Understood)
    assert (planned.value.month, planned.value.day) == (12, 31)


@pytest.mark.parametrize(
    "text", ["sepuluh hari lagi, 10 hari dari sekarang", "10 hari dari sekarang"]
)
def test_one_day_may_be_said_twice(hear: Hear, text: str) -> None:
    found = hear(text).day(Tense.FUTURE)
    assert isinstance(found, Understood)
    assert found.value == date(2026, 11, 30)
