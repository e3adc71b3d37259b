"""The rules of the guide `cek-hak`: where they look, and that guide and decision agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.guide import Ask, End, RuleName
from flows.library import Library
from flows.rights.cek_hak import GUIDE, facts_from, judge
from flows.rights.eligibility import Eligibility, decide
from flows.rights.rules import RULES, Situation
from flows.walk import locate

TODAY = date(2026, 11, 20)

Test = Callable[[Eligibility], bool]


def decided(boleh: str, hasil: str, *, jmo: bool | None = None) -> Test:
    def test(outcome: Eligibility) -> bool:
        fits = jmo is None or jmo == ("jmo" in outcome.kanal)
        return (outcome.boleh, outcome.hasil) == (boleh, hasil) and fits

    return test


def now(*causes: str, kanal: tuple[str, ...] | None = None) -> Test:
    def test(outcome: Eligibility) -> bool:
        asked = not causes or outcome.sebab in causes
        return outcome.boleh == "ya" and asked and kanal in (None, outcome.kanal)

    return test


OPEN_IN_JMO = decided("ya", "boleh", jmo=True)
NOT_JMO = ("lapak_asik", "kantor")

MEANS: Mapping[str, Test] = {
    "ahli_waris": now("meninggal", kanal=("kantor", "lapak_asik")),
    "masih_bekerja": decided("tidak", "masih_bekerja"),
    "belum_usia": decided("nanti", "belum_usia"),
    "belum_cukup_masa": decided("tidak", "belum_cukup_masa"),
    "sudah_pernah": decided("tidak", "sudah_pernah"),
    "sebagian_rumah": now("sebagian_30", kanal=("kantor",)),
    "belum_berhenti": decided("tidak", "masih_bekerja"),
    "kerja_baru": decided("tidak", "masih_bekerja"),
    "lupa_tanggal": lambda outcome: "tanggal_berhenti" in outcome.perlu,
    "belum_ada_tanggal": decided("tidak", "masih_bekerja"),
    "tanggal_sudah_lewat": decided("tidak", "masih_bekerja"),
    "belum_pensiun": decided("nanti", "menunggu"),
    "belum_waktunya": decided("nanti", "menunggu"),
    "status_aktif": decided("nanti", "status_aktif"),
    "cacat_total": now("cacat_total"),
    "warga_indonesia": decided("tidak", "warga_indonesia"),
    "tinggalkan_indonesia": now("tinggalkan_indonesia"),
    "bpu": now("bpu"),
    "sebagian_pensiun": now("sebagian_10"),
    "lewat_kantor": now(kanal=("kantor",)),
    "cek_status_dulu": lambda outcome: {"status_nonaktif", "saldo"} <= set(outcome.perlu),
    "cek_saldo_dulu": lambda outcome: outcome.boleh == "ya" and "saldo" in outcome.perlu,
    "di_atas_batas": now(kanal=NOT_JMO),
    "kpj_lama": now(kanal=NOT_JMO),
    "gabung_dulu": lambda outcome: OPEN_IN_JMO(outcome) and outcome.dulu == ("gabung-kpj",),
    "data_dulu": lambda outcome: OPEN_IN_JMO(outcome) and outcome.dulu == ("pengkinian-data",),
    "data_beda": lambda outcome: OPEN_IN_JMO(outcome) and outcome.dulu == ("data-beda",),
    "ektp_dulu": lambda outcome: outcome.boleh == "ya" and outcome.dulu == ("ektp",),
    "tanpa_jmo": now(kanal=NOT_JMO),
    "lewat_jmo": lambda outcome: OPEN_IN_JMO(outcome) and not outcome.dulu,
    "tanya_petugas": lambda outcome: outcome.boleh == "tanya",
}
"""Each end of the guide → what `decide` must say to whoever gets there."""


def test_every_end_has_a_meaning(library: Library) -> None:
    steps = library.guides[GUIDE].steps
    assert {step.id for step in steps if isinstance(step, End)} == set(MEANS)


def typed(kind: str, options: list[str]) -> st.SearchStrategy[str]:
    match kind:
        case "tanggal":
            days = st.dates(TODAY - timedelta(days=25_000), TODAY + timedelta(days=4_000))
            near = st.dates(TODAY - timedelta(days=70), TODAY + timedelta(days=40))
            return st.sampled_from(options or ["lama"]) | (days | near).map(date.isoformat)
        case "rupiah":
            return st.sampled_from(options) | st.integers(0, 10**8).map(str)
    return st.sampled_from(options)


@given(data=st.data())
def test_guide_and_decision_agree(library: Library, data: st.DataObject) -> None:
    guide = library.guides[GUIDE]
    answers: dict[str, str] = {}
    position = locate(guide, answers, library.numbers, TODAY)
    while isinstance(position.step, Ask):
        step = position.step
        answers[step.id] = data.draw(typed(step.answer, list(step.options)), label=step.id)
        position = locate(guide, answers, library.numbers, TODAY)
    outcome = decide(facts_from(answers, library.numbers, TODAY), library.numbers, TODAY)
    assert MEANS[position.step.id](outcome), f"{answers} → {position.step.id}: {outcome}"


@given(
    answers=st.dictionaries(
        st.sampled_from(sorted({step for rule in RULES.values() for step in rule.reads})),
        st.sampled_from(["ya", "tidak", "berhenti", "resign", "lama", "0", "-1", "2026-13-01", "²"])
        | st.text("ab1-²٣", max_size=12),
    ),
    day=st.dates(),
)
def test_rules_hold_or_not_whatever_is_stored(
    library: Library, answers: dict[str, str], day: date
) -> None:
    view = Situation(answers, library.numbers, day)
    assert all(rule.holds(view) in (True, False) for rule in RULES.values())


@pytest.mark.parametrize("name", RULES)
def test_rule_is_used_after_everything_it_reads(library: Library, name: str) -> None:
    rule = RULES[name]
    steps = library.guides[GUIDE].steps
    order = {step.id: index for index, step in enumerate(steps)}
    uses = [s for s in steps if isinstance(s.when, RuleName) and s.when.name == name]
    assert uses
    assert rule.about in rule.reads
    assert rule.means
    assert all(order[read] < order[step.id] for step in uses for read in rule.reads)


@pytest.mark.parametrize("name", RULES)
def test_rule_sees_only_what_it_reads(library: Library, name: str) -> None:
    """Answers of later steps change nothing: a hidden dependency would show here."""
    rule = RULES[name]
    early = {
        "keadaan": "berhenti",
        "sebab_berhenti": "resign",
        "kerja_lagi": "tidak",
        "tanggal_berhenti": "lama",
    }
    late = {"status": "aktif", "hp": "tidak", "saldo": "99000000", "kpj": "lama", "data": "belum"}
    unread = {step: answer for step, answer in late.items() if step not in rule.reads}
    assert rule.holds(Situation(early, library.numbers, TODAY)) == rule.holds(
        Situation(early | unread, library.numbers, TODAY)
    )


@pytest.mark.parametrize(
    ("ready", "typed_answer"),
    [("sampai_batas", "15000000"), ("sampai_npwp", "50000000"), ("di_atas_npwp", "50000001")],
)
def test_ready_balance_decides_like_a_typed_one(
    library: Library, ready: str, typed_answer: str
) -> None:
    answers = {"keadaan": "usia_56", "status": "nonaktif", "pernah_sebagian": "belum", "hp": "ya"}
    outcomes = [
        judge({**answers, "saldo": saldo}, library.numbers, TODAY)
        for saldo in (ready, typed_answer)
    ]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0].boleh == "ya"


def test_a_day_without_rules_leads_to_an_officer(library: Library) -> None:
    guide = library.guides[GUIDE]
    answers = {"keadaan": "usia_56", "status": "nonaktif"}
    assert locate(guide, answers, library.numbers, date(2010, 1, 1)).step.id == "tanya_petugas"
