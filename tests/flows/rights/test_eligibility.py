"""The decision on its boundaries, on missing and impossible facts, and on any facts at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.numbers import Numbers
from flows.library import Library
from flows.rights.causes import OPENED_BY_AGE, RULES_OF_CAUSE, STANDS_ON
from flows.rights.channels import CHANNELS
from flows.rights.eligibility import Eligibility, LawAlone, decide, placeholders
from flows.rights.facts import FURTHEST_LEAVING, Cause, Citizenship, Facts
from flows.rights.months import months_from, years_from
from flows.rights.papers import PAPERS

TODAY = date(2026, 11, 20)


Asked = Callable[..., Eligibility]


@pytest.fixture
def asked(library: Library, today: date) -> Asked:
    def ask(day: date = today, **known: object) -> Eligibility:
        return decide(Facts(**known), library.numbers, day)  # type: ignore[arg-type]

    return ask


LEFT = {"masih_bekerja": False, "status_nonaktif": True, "punya_hp": True, "kpj_lama": False}


@pytest.mark.parametrize(
    ("left", "opens"),
    [
        (date(2026, 10, 20), date(2026, 11, 20)),
        (date(2026, 1, 28), date(2026, 2, 28)),
        (date(2026, 1, 29), date(2026, 2, 28)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 8, 31), date(2026, 9, 30)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_month_ends_on_the_same_day_or_the_last_one(asked: Asked, left: date, opens: date) -> None:
    facts = {"sebab": "resign", "tanggal_berhenti": left, "saldo": 1_000_000, **LEFT}
    before = asked(opens - timedelta(days=1), **facts)
    assert (before.boleh, before.mulai) == ("nanti", opens)
    assert asked(opens, **facts).boleh == "ya"


def test_later_of_leaving_and_deactivation_counts(asked: Asked) -> None:
    facts = {"sebab": "phk", "tanggal_berhenti": date(2026, 8, 1), **LEFT}
    late = asked(**facts, tanggal_nonaktif=date(2026, 11, 5))
    assert (late.boleh, late.mulai) == ("nanti", date(2026, 12, 5))
    assert asked(**facts, tanggal_nonaktif=date(2026, 7, 1)).boleh == "ya"


def test_status_still_active_waits_a_month_from_today(asked: Asked, today: date) -> None:
    facts = {**LEFT, "sebab": "resign", "tanggal_berhenti": date(2026, 5, 1)}
    outcome = asked(**{**facts, "status_nonaktif": False})
    assert (outcome.boleh, outcome.mulai) == ("nanti", months_from(today, 1))
    assert asked(**facts).boleh == "ya"


@pytest.mark.parametrize("cause", sorted(OPENED_BY_AGE))
@pytest.mark.parametrize("working", [True, False])
def test_age_opens_every_whole_claim_without_waiting(
    asked: Asked, cause: str, working: bool
) -> None:
    outcome = asked(
        sebab=cause,
        tanggal_lahir=date(1970, 11, 19),
        tanggal_berhenti=date(2026, 11, 18),
        masih_bekerja=working,
    )
    assert outcome.boleh == "ya"
    assert outcome.bagian == 100
    assert ("jmo" in outcome.kanal) is False


def test_birthday_on_leap_day(asked: Asked) -> None:
    facts = {"sebab": "usia_56", "tanggal_lahir": date(1972, 2, 29)}
    assert asked(date(2028, 2, 28), **facts).mulai == date(2028, 3, 1)
    assert asked(date(2028, 2, 29), **facts).hukum == LawAlone("ya")
    assert asked(date(2028, 3, 1), **facts).boleh == "ya"


@pytest.mark.parametrize(
    ("obstacle", "channels"),
    [
        ({"saldo": 15_000_001}, ("lapak_asik", "kantor")),
        ({"kpj_lama": True}, ("lapak_asik", "kantor")),
        ({"ektp": False}, ("lapak_asik", "kantor")),
        ({"saldo": None}, ("lapak_asik", "kantor")),
        ({"punya_hp": False}, ("kantor",)),
        ({}, ("jmo", "lapak_asik", "kantor")),
    ],
    ids=lambda value: "+".join(value) or "nothing",
)
def test_one_obstacle_keeps_a_claim_out_of_jmo(
    asked: Asked, obstacle: dict[str, object], channels: tuple[str, ...]
) -> None:
    facts = {"sebab": "resign", "tanggal_berhenti": date(2026, 9, 1), "saldo": 15_000_000, **LEFT}
    assert asked(**facts | obstacle).kanal == channels


@pytest.mark.parametrize("inactive", [True, False, None])
def test_jmo_is_never_promised_to_somebody_at_work(asked: Asked, inactive: bool | None) -> None:
    known = {"masih_bekerja": True, "status_nonaktif": inactive, "saldo": 1, "punya_hp": True}
    ahead = asked(sebab="usia_56", tanggal_lahir=date(1970, 12, 1), **known)
    part = asked(sebab="sebagian_10", masa_kepesertaan_tahun=12, pernah_sebagian=False, **known)
    assert ahead.kanal == part.kanal == ("lapak_asik", "kantor")


def test_a_higher_limit_ahead_is_not_promised(asked: Asked) -> None:
    facts = {"sebab": "resign", "saldo": 12_000_000, **LEFT}
    before = asked(date(2025, 4, 20), **facts, tanggal_berhenti=date(2025, 4, 10))
    after = asked(date(2025, 5, 9), **facts, tanggal_berhenti=date(2025, 4, 10))
    assert (before.mulai, before.kanal) == (date(2025, 5, 10), ("lapak_asik", "kantor"))
    assert (after.mulai, after.kanal[0]) == (date(2025, 5, 10), "jmo")


def test_a_lower_limit_ahead_counts(library: Library) -> None:
    numbers = library.numbers
    limit = numbers.by_id["jmo_batas_saldo"]
    lowered = replace(limit.values[-1], start=date(2026, 12, 1), value=9_000_000)
    numbers = Numbers({**numbers.by_id, limit.id: replace(limit, values=(*limit.values, lowered))})
    facts = Facts("resign", tanggal_berhenti=date(2026, 11, 10), saldo=12_000_000)
    assert decide(facts, numbers, TODAY).kanal == ("lapak_asik", "kantor")
    earlier = decide(replace(facts, tanggal_berhenti=date(2026, 10, 25)), numbers, TODAY)
    assert (earlier.mulai, earlier.kanal[0]) == (date(2026, 11, 25), "jmo")


def test_partial_claim_once_and_after_ten_years(asked: Asked) -> None:
    for cause, share in (("sebagian_10", 10), ("sebagian_30", 30)):
        fits = {"sebab": cause, "masa_kepesertaan_tahun": 10, "pernah_sebagian": False}
        assert (asked(**fits).boleh, asked(**fits).bagian) == ("ya", share)
        assert asked(**fits | {"pernah_sebagian": True}).boleh == "tidak"
        assert asked(**fits | {"masa_kepesertaan_tahun": 9.9}).boleh == "tidak"


def test_npwp_above_fifty_million_or_after_a_part(asked: Asked) -> None:
    facts = {"sebab": "resign", "tanggal_berhenti": date(2026, 9, 1), **LEFT}
    assert "npwp" not in asked(**facts, saldo=50_000_000).dokumen
    assert "npwp" in asked(**facts, saldo=50_000_001).dokumen
    assert "npwp" in asked(**facts, saldo=1, pernah_sebagian=True).dokumen
    assert "npwp" in asked(**facts).dokumen


def test_leaving_indonesia_pays_foreigners_only(asked: Asked) -> None:
    left = {"sebab": "tinggalkan_indonesia", **LEFT}
    foreign, citizen = (
        asked(**left, kewarganegaraan=which) for which in get_args(Citizenship)[::-1]
    )
    assert (foreign.boleh, foreign.bagian, foreign.kanal) == ("ya", 100, ("lapak_asik", "kantor"))
    assert (citizen.boleh, citizen.mulai, citizen.kanal) == ("tidak", None, ())
    assert asked(sebab="tinggalkan_indonesia", kewarganegaraan="WNI", masih_bekerja=True).hasil == (
        "warga_indonesia"
    )
    old = asked(**left, kewarganegaraan="WNI", tanggal_lahir=date(1960, 1, 1))
    assert (old.boleh, old.sebab) == ("ya", "usia_56")


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ({}, {"sebab"}),
        ({"sebab": "usia_56"}, {"tanggal_lahir"}),
        ({"sebab": "resign"}, {"tanggal_berhenti", "masih_bekerja"}),
        ({"sebab": "resign", "masih_bekerja": False}, {"tanggal_berhenti"}),
        ({"sebab": "phk", "tanggal_berhenti": date(2026, 1, 1)}, {"masih_bekerja"}),
        ({"sebab": "bpu"}, {"masih_bekerja"}),
        ({"sebab": "tinggalkan_indonesia"}, {"kewarganegaraan", "masih_bekerja"}),
        ({"sebab": "tinggalkan_indonesia", "masih_bekerja": False}, {"kewarganegaraan"}),
        ({"sebab": "tinggalkan_indonesia", "kewarganegaraan": "WNA"}, {"masih_bekerja"}),
        ({"sebab": "sebagian_30"}, {"masa_kepesertaan_tahun", "pernah_sebagian"}),
    ],
)
def test_missing_facts_are_named(asked: Asked, known: dict[str, object], missing: set[str]) -> None:
    outcome = asked(**known)
    assert outcome.boleh == "tanya"
    assert set(outcome.perlu) == missing


@pytest.mark.parametrize(
    ("known", "fact"),
    [
        ({"tanggal_lahir": date(2026, 11, 21)}, "tanggal_lahir"),
        ({"tanggal_lahir": date(1900, 1, 1)}, "tanggal_lahir"),
        ({"tanggal_berhenti": date(1976, 12, 31)}, "tanggal_berhenti"),
        ({"tanggal_berhenti": date(2031, 11, 21)}, "tanggal_berhenti"),
        (
            {"tanggal_lahir": date(2000, 1, 1), "tanggal_berhenti": date(2000, 1, 1)},
            "tanggal_berhenti",
        ),
        ({"tanggal_nonaktif": date(2026, 11, 21)}, "tanggal_nonaktif"),
        ({"saldo": -1}, "saldo"),
        ({"saldo": 10**15}, "saldo"),
        ({"masa_kepesertaan_tahun": -0.5}, "masa_kepesertaan_tahun"),
        ({"masa_kepesertaan_tahun": float("nan")}, "masa_kepesertaan_tahun"),
        (
            {"masa_kepesertaan_tahun": 30, "tanggal_lahir": date(2000, 1, 1)},
            "masa_kepesertaan_tahun",
        ),
    ],
)
def test_impossible_facts_are_refused_with_a_sentence(
    asked: Asked, known: dict[str, object], fact: str
) -> None:
    outcome = asked(sebab="resign", **known)
    assert (outcome.boleh, outcome.perlu, outcome.hasil) == ("tanya", (fact,), "tidak_mungkin")
    assert outcome.alasan.endswith(".")


def test_a_day_before_jmo_is_decided_without_it(asked: Asked) -> None:
    facts = {"sebab": "resign", "tanggal_berhenti": date(2021, 1, 1), **LEFT}
    outcome = asked(date(2021, 8, 31), **facts, saldo=10_000_000)
    assert (outcome.boleh, outcome.kanal) == ("ya", ("lapak_asik", "kantor"))
    assert outcome.halangan == ("belum_ada_jmo",)
    assert asked(date(2021, 9, 1), **facts, saldo=10_000_000).kanal[0] == "jmo"


def test_a_day_before_the_rules_has_no_answer_but_a_sentence(asked: Asked) -> None:
    facts = {"sebab": "resign", "tanggal_berhenti": date(2015, 1, 1), **LEFT}
    outcome = asked(date(2015, 8, 1), **facts)
    assert (outcome.boleh, outcome.perlu) == ("tanya", ("hari_ini",))


def test_law_and_practice_stand_side_by_side_where_they_differ(asked: Asked) -> None:
    left = date(2026, 11, 10)
    ended = asked(date(2026, 11, 20), sebab="kontrak_habis", tanggal_berhenti=left, **LEFT)
    assert (ended.boleh, ended.mulai) == ("nanti", date(2026, 12, 10))
    assert ended.hukum == LawAlone("ya")
    resigned = asked(date(2026, 11, 20), sebab="resign", tanggal_berhenti=left, **LEFT)
    assert resigned.hukum is None
    reported = {"tanggal_berhenti": left, "tanggal_nonaktif": date(2026, 11, 15), **LEFT}
    late = asked(date(2026, 11, 20), sebab="resign", **reported)
    assert (late.mulai, late.hukum) == (
        date(2026, 12, 15), LawAlone("nanti", date(2026, 12, 10))
    )  # fmt: skip


def test_the_retirement_age_counts_from_the_day_after_the_birthday(asked: Asked) -> None:
    born = date(1970, 11, 20)
    birthday, later = (asked(day, sebab="usia_56", tanggal_lahir=born) for day in DAYS_OF_56)
    assert (birthday.boleh, birthday.mulai) == ("nanti", date(2026, 11, 21))
    assert birthday.hukum == LawAlone("ya")
    assert (later.boleh, later.hukum) == ("ya", None)


@pytest.mark.parametrize("cause", ["resign", "phk", "kontrak_habis"])
def test_who_turns_56_while_waiting_need_not_wait_on(asked: Asked, cause: str) -> None:
    left = {"sebab": cause, "tanggal_berhenti": date(2026, 11, 18), **LEFT}
    outcome = asked(date(2026, 11, 20), **left, tanggal_lahir=date(1970, 12, 5))
    assert (outcome.sebab, outcome.mulai) == ("usia_56", date(2026, 12, 6))
    assert outcome.hukum == LawAlone("nanti", date(2026, 12, 5))
    later = asked(date(2026, 11, 20), **left, tanggal_lahir=date(1971, 1, 5))
    assert (later.sebab, later.mulai) == (cause, date(2026, 12, 18))


@pytest.mark.parametrize("taken", [True, False])
def test_who_has_left_hears_that_all_is_open_beside_a_part(asked: Asked, taken: bool) -> None:
    part = {"sebab": "sebagian_10", "masa_kepesertaan_tahun": 12, "pernah_sebagian": taken}
    gone = asked(date(2026, 11, 20), **part, tanggal_berhenti=date(2025, 1, 1), **LEFT)
    assert "seluruh saldo" in gone.alasan
    assert "seluruh saldo" not in asked(date(2026, 11, 20), **part, masih_bekerja=True).alasan


def test_the_reason_against_jmo_is_the_one_that_bars_it(asked: Asked) -> None:
    works = {"tanggal_lahir": date(1968, 1, 1), "masih_bekerja": True, "status_nonaktif": False}
    above = asked(date(2026, 11, 20), sebab="usia_56", saldo=15_000_001, **works)
    assert "jmo" not in above.kanal
    assert "di atas" in above.alasan
    assert "coba JMO" not in above.alasan


def test_jmo_may_be_tried_at_the_retirement_age_while_working(asked: Asked) -> None:
    works = {"tanggal_lahir": date(1968, 1, 1), "masih_bekerja": True, "status_nonaktif": False}
    outcome = asked(date(2026, 11, 20), sebab="usia_56", saldo=9_000_000, **works)
    assert (outcome.kanal[0], outcome.halangan) == ("jmo", ("aktif_di_usia_pensiun",))
    above = asked(date(2026, 11, 20), sebab="usia_56", saldo=15_000_001, **works)
    assert "jmo" not in above.kanal


def test_a_migrant_worker_is_not_refused(asked: Asked) -> None:
    outcome = asked(date(2026, 11, 20), sebab="pmi", masih_bekerja=False)
    assert (outcome.boleh, outcome.sebab, outcome.perlu) == ("tanya", "pmi", ("tanggal_lahir",))
    young = asked(date(2026, 11, 20), sebab="pmi", tanggal_lahir=date(1990, 1, 1))
    assert (young.boleh, young.perlu) == ("tanya", ("sebab",))
    old = asked(date(2026, 11, 20), sebab="pmi", tanggal_lahir=date(1960, 1, 1))
    assert (old.boleh, old.sebab) == ("ya", "usia_56")


DAYS_OF_56 = (date(2026, 11, 20), date(2026, 11, 21))


@pytest.mark.parametrize("working", [True, False, None])
def test_total_disability_opens_whatever_the_work(asked: Asked, working: bool | None) -> None:
    outcome = asked(TODAY, sebab="cacat_total", masih_bekerja=working, punya_hp=True)
    assert (outcome.boleh, outcome.perlu) == ("ya", ("pernah_sebagian",))


@pytest.mark.parametrize("cause", ["sebagian_10", "sebagian_30"])
def test_who_may_take_everything_hears_so_before_taking_a_part(asked: Asked, cause: str) -> None:
    facts = {"sebab": cause, "masa_kepesertaan_tahun": 12, "pernah_sebagian": False}
    old, young = (asked(TODAY, **facts, tanggal_lahir=date(year, 1, 1)) for year in (1968, 1980))
    assert "seluruh saldo" in old.alasan
    assert "seluruh saldo" not in young.alasan


# --- Any facts ---------------------------------------------

some_days = st.dates(date(1900, 1, 1), years_from(TODAY, 2 * FURTHEST_LEAVING))
maybe = st.none() | st.booleans()
any_facts = st.builds(
    Facts,
    sebab=st.none() | st.sampled_from(get_args(Cause)),
    kewarganegaraan=st.none() | st.sampled_from(get_args(Citizenship)),
    tanggal_lahir=st.none() | some_days,
    tanggal_berhenti=st.none() | some_days,
    tanggal_nonaktif=st.none() | some_days,
    masih_bekerja=maybe,
    status_nonaktif=maybe,
    pernah_sebagian=maybe,
    kpj_lama=maybe,
    beberapa_kpj=maybe,
    data_terkini=maybe,
    data_cocok=maybe,
    ektp=maybe,
    punya_hp=maybe,
    masa_kepesertaan_tahun=st.none() | st.floats() | st.integers(-5, 60),
    saldo=st.none() | st.integers(-(10**7), 10**9) | st.integers(),
)


@given(facts=any_facts, day=st.dates())
def test_every_set_of_facts_has_an_outcome(library: Library, facts: Facts, day: date) -> None:
    outcome = decide(facts, library.numbers, day)
    assert (outcome.boleh == "nanti") == (outcome.mulai is not None)
    assert outcome.boleh != "tanya" or outcome.perlu
    assert bool(outcome.kanal) == bool(outcome.dokumen) == (outcome.boleh in ("ya", "nanti"))
    assert outcome.mulai is None or outcome.mulai > day
    assert outcome.alasan.endswith(".")
    assert bool(outcome.stands_on) == (outcome.sebab is not None)
    if facts.punya_hp is False and outcome.kanal:
        assert outcome.kanal == ("kantor",)
    if "jmo" in outcome.kanal:
        assert outcome.kanal[0] == "jmo"
        assert facts.saldo is not None
        assert not facts.kpj_lama


@given(facts=any_facts)
def test_naming_the_missing_facts_decides(library: Library, facts: Facts) -> None:
    """What `perlu` leaves out does not matter: an outcome with nothing missing is decided."""
    outcome = decide(facts, library.numbers, TODAY)
    if not outcome.perlu:
        assert outcome.boleh != "tanya"


# --- Tables against each other and the content -------------


@pytest.mark.parametrize("table", [STANDS_ON, RULES_OF_CAUSE, CHANNELS, PAPERS])
def test_every_cause_is_in_every_table(table: dict[str, object]) -> None:
    assert set(table) == set(get_args(Cause))


@given(facts=any_facts)
def test_every_paper_has_its_page(library: Library, facts: Facts) -> None:
    assert set(decide(facts, library.numbers, TODAY).dokumen) <= set(library.papers)


def test_placeholders_say_it_as_people_do(asked: Asked, library: Library) -> None:
    facts = {**LEFT, "sebab": "resign", "tanggal_berhenti": date(2026, 11, 20), "saldo": 1}
    labels = {key: paper.label for key, paper in library.papers.items()}
    shown = placeholders(asked(**facts), labels)
    assert shown["mulai"] == "20 Desember 2026"
    assert shown["kanal"] == "aplikasi JMO, Lapak Asik (situs resmi), atau kantor cabang"
    assert shown["dokumen"].splitlines()[1] == "• e-KTP"
    assert placeholders(asked(sebab="bpu", masih_bekerja=True)) == {}
