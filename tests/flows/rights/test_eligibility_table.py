"""The decision and the guide against the reviewed table, around every boundary of the rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from flows.library import Library
from flows.rights.eligibility import decide
from flows.rights.facts import Cause, Facts
from flows.rights.months import months_from, years_from
from flows.walk import locate

TABLE = Path(__file__).parent / "eligibility_table.md"
TEN_MILLION_DAY = date(2025, 5, 8)
FIFTEEN_MILLION_DAY = date(2025, 5, 9)
DAYS = (TEN_MILLION_DAY, FIFTEEN_MILLION_DAY, date(2026, 11, 20), date(2027, 3, 31))
MONTH_CAUSES = ("resign", "phk", "kontrak_habis")
LAST_DAY_CAUSES = ("pensiun_pkb", "bpu", "tinggalkan_indonesia", "cacat_total")


@dataclass(frozen=True)
class Case:
    """One combination, and what the table says of it."""

    sebab: str
    bekerja: str
    hari: str
    saldo: str
    hp: str
    boleh: str
    mulai: str
    kanal: tuple[str, ...]
    akhir: str
    pernyataan: tuple[str, ...]

    def __str__(self) -> str:
        return "-".join((self.sebab, self.bekerja, self.hari, self.saldo, self.hp))


def days_of(cause: str) -> tuple[str, ...]:
    """The values of `hari` that make sense for a cause."""
    about = ("sebelum", "tepat", "sesudah")
    if cause in MONTH_CAUSES:
        return ("akan", *about)
    if cause in LAST_DAY_CAUSES:
        return ("akan", "tepat", "sesudah")
    return about


def cell(text: str, every: tuple[str, ...]) -> tuple[str, ...]:
    return every if text == "semua" else tuple(part.strip() for part in text.split(","))


def read_table() -> list[Case]:
    rows = [
        [part.strip() for part in line.strip("|\n ").split(" | ")]
        for line in TABLE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and line.count(" | ") == len(fields(Case)) - 1
    ]
    cases = []
    for sebab, bekerja, hari, saldo, hp, boleh, mulai, kanal, akhir, stands in rows[2:]:
        channels = () if kanal == "–" else cell(kanal, ())
        for combination in product(
            (sebab,),
            cell(bekerja, ("ya", "tidak")),
            cell(hari, days_of(sebab)),
            cell(saldo, ("di bawah", "tepat", "di atas")),
            cell(hp, ("ya", "tidak")),
        ):
            cases.append(Case(*combination, boleh, mulai, channels, akhir, cell(stands, ())))
    return cases


CASES = read_table()


def last_day(case: Case, today: date) -> date:
    """A last day of work such that `hari` holds on `today`."""
    if case.hari == "akan":
        return today + timedelta(days=7)
    ago = {"sebelum": 1, "tepat": 0, "sesudah": -1}[case.hari]
    opens = today + timedelta(days=ago)
    if case.sebab not in MONTH_CAUSES:
        return opens
    # The latest day whose month ends on `opens`: short months have several.
    days = (opens - timedelta(days=back) for back in range(27, 33))
    return next(day for day in days if months_from(day, 1) <= opens)


def birthday(case: Case, today: date) -> date:
    """A birth date such that `hari` holds on `today`: it opens on the day after the birthday."""
    ahead = {"sebelum": 0, "tepat": -1, "sesudah": -2}[case.hari]
    return years_from(today + timedelta(days=ahead), -56)


def facts_of(case: Case, limit: int, today: date) -> Facts:
    part = case.sebab.startswith("sebagian")
    stops = case.sebab in (*MONTH_CAUSES, *LAST_DAY_CAUSES)
    return Facts(
        sebab=case.sebab,  # type: ignore[arg-type]
        kewarganegaraan="WNA" if case.sebab == "tinggalkan_indonesia" else None,
        tanggal_lahir=birthday(case, today) if case.sebab == "usia_56" else None,
        tanggal_berhenti=last_day(case, today) if stops else None,
        masih_bekerja=case.bekerja == "ya",
        status_nonaktif=None if stops else case.bekerja == "tidak",
        pernah_sebagian=False if part else None,
        kpj_lama=False,
        punya_hp=case.hp == "ya",
        masa_kepesertaan_tahun={"sebelum": 9, "tepat": 10, "sesudah": 11}[case.hari]
        if part
        else None,
        saldo=limit + {"di bawah": -1, "tepat": 0, "di atas": 1}[case.saldo],
    )


def opening_day(case: Case, facts: Facts, today: date) -> date | None:
    match case.mulai:
        case "–":
            return None
        case "sebulan":
            assert facts.tanggal_berhenti
            return months_from(facts.tanggal_berhenti, 1)
        case "besok ulang tahun":
            return today + timedelta(days=1)
        case "hari itu":
            return facts.tanggal_berhenti
        case "besoknya":
            return today + timedelta(days=1)
    raise AssertionError(case.mulai)


def test_table_covers_every_combination_once() -> None:
    combinations = Counter((c.sebab, c.bekerja, c.hari, c.saldo, c.hp) for c in CASES)
    wanted = Counter(
        combination
        for cause in get_args(Cause)
        for combination in product(
            (cause,),
            ("ya", "tidak"),
            days_of(cause),
            ("di bawah", "tepat", "di atas"),
            ("ya", "tidak"),
        )
    )
    assert combinations == wanted


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_decision_is_the_table(day: date, library: Library) -> None:
    limit = library.numbers.whole("jmo_batas_saldo", day)
    wrong = []
    for case in CASES:
        facts = facts_of(case, limit, day)
        outcome = decide(facts, library.numbers, day)
        said = (outcome.boleh, outcome.mulai, outcome.kanal, outcome.stands_on)
        wanted = (case.boleh, opening_day(case, facts, day), case.kanal, case.pernyataan)
        if said != wanted:
            wrong.append(f"{case}: {said}, the table says {wanted}")
    assert not wrong, "\n".join(wrong)


# --- The guide ---------------------------------------------


def guide_answers(case: Case, limit: int, today: date) -> dict[str, str]:
    """What somebody in this situation answers in `cek-hak`."""
    answers = {
        "saldo": str(limit + {"di bawah": -1, "tepat": 0, "di atas": 1}[case.saldo]),
        "hp": case.hp,
        "status": "aktif" if case.bekerja == "ya" else "nonaktif",
        "kpj": "satu",
        "data": "sudah",
        "pernah_sebagian": "belum",
    }
    if case.sebab == "usia_56":
        if case.hari == "sebelum":
            born = birthday(case, today).isoformat()
            return answers | {
                "keadaan": "bekerja",
                "sebab_bekerja": "menunggu_56",
                "tanggal_lahir": born,
            }
        return answers | {"keadaan": "usia_56"}
    if case.sebab in (*MONTH_CAUSES, "pensiun_pkb"):
        here = case.hari == "akan" or (case.sebab == "pensiun_pkb" and case.hari == "tepat")
        return answers | {
            "keadaan": "berhenti",
            "sebab_berhenti": case.sebab,
            "kerja_lagi": {"tidak": "tidak", "ya": "tempat_lama" if here else "ya"}[case.bekerja],
            "tanggal_berhenti": last_day(case, today).isoformat(),
            "hari_terakhir": last_day(case, today).isoformat(),
        }
    if case.sebab.startswith("sebagian"):
        return answers | {
            "keadaan": "bekerja",
            "sebab_bekerja": case.sebab,
            "masa": "belum" if case.hari == "sebelum" else "cukup",
        }
    return answers | {
        "keadaan": "lain",
        "sebab_lain": case.sebab,
        "kewarganegaraan": "wna",
        "masih_kerja": case.bekerja,
    }


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_guide_ends_where_the_table_says(day: date, library: Library) -> None:
    guide = library.guides["cek-hak"]
    limit = library.numbers.whole("jmo_batas_saldo", day)
    wrong = []
    for case in CASES:
        if case.akhir == "–":
            continue
        end = locate(guide, guide_answers(case, limit, day), library.numbers, day).step.id
        if end != case.akhir:
            wrong.append(f"{case}: the guide ends at {end}, the table says {case.akhir}")
    assert not wrong, "\n".join(wrong)
