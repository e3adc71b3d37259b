"""Age 56, which opens the whole balance whatever else is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from flows.rights.months import years_from
from flows.rights.ruling import Claim, Ruling, missing
from flows.texts.spoken import long_date


def has_retirement_age(claim: Claim) -> bool:
    """Whether the birth date is known and the JHT retirement age is reached."""
    born = claim.facts.tanggal_lahir
    return born is not None and _retirement_day(born, claim) <= claim.today


def at_retirement_age(claim: Claim) -> Ruling:
    """Age 56, from the birthday on; working or not, without waiting (PP 46/2015)."""
    born = claim.facts.tanggal_lahir
    if born is None:
        return missing("tanggal_lahir")
    age = claim.words("usia_pensiun_jht")
    opens = _retirement_day(born, claim)
    # A head of branch (NTB, 2023) counts from the day after the birthday.
    practice = opens + timedelta(days=1)
    if opens > claim.today:
        said = f"Usia {age} baru tercapai pada {long_date(opens)}"
        early = Ruling("nanti", said, "belum_usia", opens)
        return replace(early, menurut_aturan=opens, menurut_praktik=practice)
    said = f"Usia sudah {age}, jadi seluruh saldo boleh diambil tanpa masa tunggu"
    if practice > claim.today:
        said = f"{said}, walau ada kantor yang menghitung mulai {long_date(practice)}"
        return Ruling("ya", said, menurut_aturan=opens, menurut_praktik=practice)
    return Ruling("ya", said)


def _retirement_day(born: date, claim: Claim) -> date:
    return years_from(born, claim.whole("usia_pensiun_jht"))
