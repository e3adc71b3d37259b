"""The answers given in the guide `cek-hak`, read as facts.

A ready answer ("more than two months ago", "up to the limit") stands for a fact that is safely
inside what it says, so that the same rules decide as for a typed date or amount.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, get_args

from flows.content.numbers import NoValueError, Numbers
from flows.rights.eligibility import Eligibility, decide, no_rule_on, refuse
from flows.rights.facts import Cause, Facts
from flows.rights.months import months_from, years_from

GUIDE: Final = "cek-hak"

Answers = Mapping[str, str]

_CAUSES: Final[Mapping[str, Cause]] = {cause: cause for cause in get_args(Cause)} | {
    "menunggu_56": "usia_56",
    "semua": "resign",
}
"""The ways to name a cause; somebody at work who wants everything would have to resign first."""

_WORKING: Final[Mapping[tuple[str, str], bool]] = {
    ("keadaan", "bekerja"): True,
    ("kerja_lagi", "tidak"): False,
    ("kerja_lagi", "ya"): True,
    ("kerja_lagi", "tempat_lama"): True,
    ("masih_kerja", "tidak"): False,
    ("masih_kerja", "ya"): True,
}

_YES_NO: Final[Mapping[str, tuple[str, Mapping[str, bool]]]] = {
    "status_nonaktif": ("status", {"nonaktif": True, "aktif": False}),
    "pernah_sebagian": ("pernah_sebagian", {"pernah": True, "belum": False}),
    "kpj_lama": ("kpj", {"lama": True, "satu": False}),
    "beberapa_kpj": ("kpj", {"beberapa": True, "satu": False}),
    "data_terkini": ("data", {"sudah": True, "belum": False}),
    "data_cocok": ("data", {"sudah": True, "beda": False}),
    "ektp": ("data", {"sudah": True, "ktp_lama": False}),
    "punya_hp": ("hp", {"ya": True, "sinyal": False, "tidak": False}),
}
"""Fact → the step that answers it, and what each option says. Weak signal counts as no phone."""


def judge(answers: Answers, numbers: Numbers, today: date) -> Eligibility:
    """The outcome of these answers on `today`; never raises."""
    try:
        facts = facts_from(answers, numbers, today)
    except NoValueError:
        return refuse(no_rule_on(today))
    return decide(facts, numbers, today)


def facts_from(answers: Answers, numbers: Numbers, today: date) -> Facts:
    """The facts that these answers tell, unknown where there is none. Raises NoValueError."""
    return Facts(
        sebab=_cause(answers),
        tanggal_lahir=_birth(answers, numbers, today),
        tanggal_berhenti=_leaving(answers, numbers, today),
        masih_bekerja=next((says for at, says in _WORKING.items() if at in answers.items()), None),
        status_nonaktif=_says(answers, "status_nonaktif"),
        pernah_sebagian=_says(answers, "pernah_sebagian"),
        kpj_lama=_says(answers, "kpj_lama"),
        beberapa_kpj=_says(answers, "beberapa_kpj"),
        data_terkini=_says(answers, "data_terkini"),
        data_cocok=_says(answers, "data_cocok"),
        ektp=_says(answers, "ektp"),
        punya_hp=_says(answers, "punya_hp"),
        masa_kepesertaan_tahun=_years(answers, numbers, today),
        saldo=_balance(answers, numbers, today),
    )


def _says(answers: Answers, fact: str) -> bool | None:
    step, says = _YES_NO[fact]
    return says.get(answers.get(step, ""))


def _cause(answers: Answers) -> Cause | None:
    for step in ("sebab_berhenti", "sebab_bekerja", "sebab_lain", "keadaan"):
        cause = _CAUSES.get(answers.get(step, ""))
        if cause is not None:
            return cause
    return None


def _birth(answers: Answers, numbers: Numbers, today: date) -> date | None:
    if answers.get("keadaan") == "usia_56":
        return years_from(today, -numbers.whole("usia_pensiun_jht", today))
    return _day(answers.get("tanggal_lahir"))


def _leaving(answers: Answers, numbers: Numbers, today: date) -> date | None:
    answer = answers.get("tanggal_berhenti") or answers.get("hari_terakhir")
    if answer == "lama":
        return months_from(today, -numbers.whole("berhenti_lama", today))
    return _day(answer)


def _years(answers: Answers, numbers: Numbers, today: date) -> int | None:
    answer = answers.get("masa")
    if answer not in ("cukup", "belum"):
        return None
    needed = numbers.whole("sebagian_masa_kepesertaan", today)
    return needed if answer == "cukup" else needed - 1


def _balance(answers: Answers, numbers: Numbers, today: date) -> int | None:
    answer = answers.get("saldo", "")
    if answer.isascii() and answer.isdigit():
        return int(answer)
    match answer:
        case "sampai_batas":
            return numbers.whole("jmo_batas_saldo", today)
        case "sampai_npwp":
            return numbers.whole("batas_npwp", today)
        case "di_atas_npwp":
            return numbers.whole("batas_npwp", today) + 1
    return None


def _day(answer: str | None) -> date | None:
    try:
        return date.fromisoformat(answer) if answer else None
    except ValueError:
        return None
