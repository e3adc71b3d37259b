"""What is known about one claim, and which facts cannot be true.

The names are Indonesian because other programs send them (`python bot.py decide --jsonl`) and
because they are the words of the field. Every fact but `sebab` may be unknown (None): unknown is
never taken for "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal

from flows.rights.months import years_from
from flows.texts.spoken import long_date

Cause = Literal[
    "usia_56",
    "pensiun_pkb",
    "resign",
    "phk",
    "kontrak_habis",
    "bpu",
    "pmi",
    "tinggalkan_indonesia",
    "cacat_total",
    "meninggal",
    "sebagian_10",
    "sebagian_30",
]

Citizenship = Literal["WNI", "WNA"]
"""A citizen of Indonesia, or of another country."""

OLDEST_AGE: Final = 120
"""Years. Older people exist in typing errors only."""

FURTHEST_LEAVING: Final = 5
"""Years ahead. A later day is a typing error: no contract for a term is longer (PP 35/2021)."""

FIRST_YEAR: Final = 1977
"""The first workers' insurance (Astek) started in this year: nobody was a member before."""

LAST_YEAR: Final = 2200
"""Days after it are typing errors, and would leave the calendar when years are added."""

HIGHEST_BALANCE: Final = 1_000_000_000_000
"""Rupiah. A balance above it is a slip of the finger."""


@dataclass(frozen=True)
class Facts:
    """One person's situation, for one cause.

    `tanggal_berhenti` is the last day of work or the date of the letter; it may lie ahead.
    `tanggal_nonaktif` is the day the membership became inactive. `saldo` is in rupiah, over all
    cards. `kpj_lama`: one of the cards is from a job long ago. `data_cocok`: name, NIK and birth
    date at BPJS Ketenagakerjaan agree with the KTP.
    """

    sebab: Cause | None = None
    kewarganegaraan: Citizenship | None = None
    tanggal_lahir: date | None = None
    tanggal_berhenti: date | None = None
    tanggal_nonaktif: date | None = None
    masih_bekerja: bool | None = None
    status_nonaktif: bool | None = None
    pernah_sebagian: bool | None = None
    kpj_lama: bool | None = None
    beberapa_kpj: bool | None = None
    data_terkini: bool | None = None
    data_cocok: bool | None = None
    ektp: bool | None = None
    punya_hp: bool | None = None
    masa_kepesertaan_tahun: float | None = None
    saldo: int | None = None

    @cached_property
    def known(self) -> Mapping[str, Any]:
        """The facts that are known, by name: what most answers tell is one or two of them."""
        return {name: value for name, value in vars(self).items() if value is not None}


def together(told: Iterable[Facts]) -> Facts:
    """What all of them tell. Where two tell the same fact, the earlier one counts."""
    known: Mapping[str, Any] = {}
    for facts in told:
        known = {**facts.known, **known}
    return Facts(**known)


SAID: Final[Mapping[str, str]] = {
    "sebab": "sebab klaim",
    "kewarganegaraan": "warga negara Indonesia (WNI) atau asing (WNA)",
    "hari_ini": "tanggal hari ini",
    "tanggal_lahir": "tanggal lahir",
    "tanggal_berhenti": "tanggal berhenti kerja",
    "tanggal_nonaktif": "tanggal nonaktif",
    "masih_bekerja": "masih bekerja atau tidak",
    "status_nonaktif": "status kepesertaan",
    "pernah_sebagian": "pernah mengambil sebagian atau belum",
    "kpj_lama": "umur kartu peserta",
    "beberapa_kpj": "banyaknya kartu peserta",
    "data_terkini": "pengkinian data",
    "data_cocok": "kecocokan data dengan KTP",
    "ektp": "KTP elektronik",
    "punya_hp": "HP dan internet",
    "masa_kepesertaan_tahun": "lama kepesertaan",
    "saldo": "saldo",
}
"""Each fact as people say it."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """A fact that cannot be true, and an Indonesian sentence saying why."""

    fact: str
    sentence: str


def impossible(facts: Facts, today: date) -> Impossible | None:
    """The first fact that cannot be true on `today`, or None.

    Somebody whose contract ends next week is a real case; somebody born tomorrow is not.
    """
    if not FIRST_YEAR <= today.year <= LAST_YEAR:
        return Impossible("hari_ini", f"Tahun {today.year} tidak bisa dihitung.")
    return (
        _impossible_birth(facts, today)
        or _impossible_leaving(facts, today)
        or _impossible_amount(facts, today)
    )


def _impossible_birth(facts: Facts, today: date) -> Impossible | None:
    born = facts.tanggal_lahir
    if born is None:
        return None
    if born > today:
        return Impossible("tanggal_lahir", f"Tanggal lahir {long_date(born)} belum tiba.")
    if born.year < today.year - OLDEST_AGE:
        return Impossible("tanggal_lahir", f"Tahun lahir {born.year} tidak mungkin benar.")
    return None


def _impossible_leaving(facts: Facts, today: date) -> Impossible | None:
    for fact in ("tanggal_berhenti", "tanggal_nonaktif"):
        day: date | None = getattr(facts, fact)
        if day is None:
            continue
        said = f"{SAID[fact].capitalize()} {long_date(day)}"
        if day.year < FIRST_YEAR:
            return Impossible(fact, f"{said} terlalu lama, sebelum jaminan sosial pekerja ada.")
        if facts.tanggal_lahir is not None and day <= facts.tanggal_lahir:
            return Impossible(fact, f"{said} tidak mungkin sebelum tanggal lahir.")
        if fact == "tanggal_berhenti" and day > years_from(today, FURTHEST_LEAVING):
            return Impossible(fact, f"{said} masih terlalu jauh untuk dihitung.")
        if fact == "tanggal_nonaktif" and day > today:
            return Impossible(fact, f"{said} belum tiba.")
    return None


def _impossible_amount(facts: Facts, today: date) -> Impossible | None:
    saldo, years = facts.saldo, facts.masa_kepesertaan_tahun
    if saldo is not None and saldo < 0:
        return Impossible("saldo", "Saldo tidak mungkin kurang dari nol.")
    if saldo is not None and saldo > HIGHEST_BALANCE:
        return Impossible("saldo", "Saldo sebesar itu tidak mungkin; periksa banyaknya angka nol.")
    if years is None:
        return None
    if not years >= 0:
        return Impossible(
            "masa_kepesertaan_tahun", "Lama kepesertaan tidak mungkin kurang dari nol."
        )
    if years > today.year - FIRST_YEAR + 1:
        return Impossible(
            "masa_kepesertaan_tahun", "Lama kepesertaan melebihi umur program jaminan sosial."
        )
    born = facts.tanggal_lahir
    if born is not None and years > today.year - born.year:
        return Impossible("masa_kepesertaan_tahun", "Lama kepesertaan tidak mungkin melebihi umur.")
    return None
