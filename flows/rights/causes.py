"""The eleven causes of a JHT claim: when each one opens, and what keeps it shut.

One function per family, each a pure judgement of one `Claim`. Where sources conflict the safer
reading counts (docs/decisions/eligibility.md): nobody is told "now" a day too early.

Law: Permenaker 4/2022 unless another is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from flows.content.numbers import Numbers
from flows.rights.facts import SAID, Cause, Facts
from flows.rights.months import months_from, years_from
from flows.texts.spoken import long_date

May = Literal["ya", "nanti", "tidak", "tanya"]

Ground = Literal[
    "boleh",
    "menunggu",
    "status_aktif",
    "belum_usia",
    "masih_bekerja",
    "warga_indonesia",
    "belum_cukup_masa",
    "sudah_pernah",
    "kurang_fakta",
    "tidak_mungkin",
]
"""Which rule decided, for the guide's ends."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The facts, and the numbers that hold on the day of the question."""

    facts: Facts
    numbers: Numbers
    today: date

    def words(self, number_id: str) -> str:
        """The number as people say it. Raises NoValueError."""
        return self.numbers.words(number_id, self.today)

    def whole(self, number_id: str) -> int:
        """A number in rupiah, months or years. Raises NoValueError."""
        return self.numbers.whole(number_id, self.today)

    def percent(self, number_id: str) -> int:
        """A share in whole percent. Raises NoValueError, TypeError for another unit."""
        value = self.numbers.value(number_id, self.today)
        if not isinstance(value, Decimal):
            raise TypeError(f"number {number_id!r} is not a share in percent")
        return int(value)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a family says. `alasan` is Indonesian, without full stop; `mulai` only with nanti.

    `menurut_aturan` and `menurut_praktik`: the first day by the law and the one that branches go
    by, where the two differ.
    """

    boleh: May
    alasan: str
    hasil: Ground = "boleh"
    mulai: date | None = None
    perlu: tuple[str, ...] = ()
    menurut_aturan: date | None = None
    menurut_praktik: date | None = None


def missing(*names: str) -> Ruling:
    """Not decided: these facts have to be known first."""
    said = ", ".join(SAID[name] for name in names)
    return Ruling("tanya", f"Perlu diketahui dulu: {said}", "kurang_fakta", perlu=names)


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


def _after_waiting_month(claim: Claim) -> Ruling:
    """Resignation (article 8), PHK (article 10), end of contract (article 6; practice of 2024).

    The month runs from the letter or the PHK date (law) or from the day the membership became
    inactive (spokesman, August 2024): the later one counts. A month ends on the same day of the
    next month, on its last day where there is none; on that day the claim is open. A new job
    stops the claim: the balance joins the new membership (BPJS Ketenagakerjaan, November 2025).
    """
    facts, today = claim.facts, claim.today
    left = facts.tanggal_berhenti
    if _works_on(facts, today):
        return _working(facts)
    if left is None:
        return missing(*_unknown(facts, "tanggal_berhenti", "masih_bekerja"))
    wait = claim.whole("masa_tunggu")
    opens = months_from(max(left, facts.tanggal_nonaktif or left), wait)
    if facts.status_nonaktif is False and months_from(today, wait) > opens:
        return _still_registered(claim, months_from(today, wait))
    if opens > today:
        return _of_contract(_waiting(claim, opens), facts, left)
    if facts.masih_bekerja is None:
        return missing("masih_bekerja")
    said = f"Masa tunggu {claim.words('masa_tunggu')} sudah selesai dan tidak ada pekerjaan baru"
    return Ruling("ya", f"{said}, jadi seluruh saldo boleh diambil")


def _of_contract(waiting: Ruling, facts: Facts, left: date) -> Ruling:
    """The end of a contract: no waiting month in article 6 (2) a, a month in practice.

    The later day counts; the earlier one is told, with what to ask for when it is refused.
    """
    if facts.sebab != "kontrak_habis":
        return waiting
    law = left + timedelta(days=1)
    told = f"aturan pasal 6 ayat (2) membolehkan sejak kontrak selesai, mulai {long_date(law)}"
    asked = "kalau ditolak sebelum itu, minta alasan tertulis"
    return replace(
        waiting,
        alasan=f"{waiting.alasan}; {told}; {asked}",
        menurut_aturan=law,
        menurut_praktik=waiting.mulai,
    )


def _waiting(claim: Claim, opens: date) -> Ruling:
    wait = claim.words("masa_tunggu")
    said = (
        f"Masa tunggu {wait} selesai pada {long_date(opens)}, "
        f"atau {wait} sejak status nonaktif bila itu lebih lambat"
    )
    return Ruling("nanti", said, "menunggu", opens, _unknown(claim.facts, "masih_bekerja"))


def _still_registered(claim: Claim, opens: date) -> Ruling:
    said = (
        "Status kepesertaan masih aktif: minta perusahaan menonaktifkan, "
        f"lalu hitung {claim.words('masa_tunggu')}, paling cepat {long_date(opens)}"
    )
    return Ruling("nanti", said, "status_aktif", opens, _unknown(claim.facts, "masih_bekerja"))


def _once_work_ends(yes: str) -> Callable[[Claim], Ruling]:
    """Causes paid as soon as work has ended, with no waiting month.

    Company retirement age and informal members who stop (article 6), foreigners leaving Indonesia
    for good (article 12; payable before or after leaving).
    """

    def rule(claim: Claim) -> Ruling:
        facts, today = claim.facts, claim.today
        left = facts.tanggal_berhenti
        if _works_on(facts, today):
            return _working(facts)
        if left is not None and (left > today or facts.masih_bekerja):
            opens = max(left, today + timedelta(days=1))
            said = f"Boleh diambil setelah berhenti bekerja, mulai {long_date(opens)}"
            return Ruling("nanti", said, "menunggu", opens)
        if facts.masih_bekerja is None:
            return missing("masih_bekerja")
        return Ruling("ya", f"{yes}, jadi seluruh saldo boleh diambil")

    return rule


def _disabled(claim: Claim) -> Ruling:
    """Total permanent disability before the retirement age: open whether still employed or not.

    The law names no condition about the work (articles 13 to 15; seen is the same wording in
    article 7 of Permenaker 2/2022, which it replaced). There the right begins on the first day of
    the month after the finding.
    """
    return Ruling("ya", "Cacat total tetap menurut dokter, jadi seluruh saldo boleh diambil")


_FOREIGNER_LEAVES: Final = _once_work_ends("Warga asing meninggalkan Indonesia untuk selamanya")


def _leaving_indonesia(claim: Claim) -> Ruling:
    """Paid to foreign citizens only (article 12). Citizens claim for the end of work or at 56.

    News of February 2022 name citizens as well; the rule, of April 2022, is later and does not.
    """
    citizen = claim.facts.kewarganegaraan
    if citizen is None:
        return missing(*_unknown(claim.facts, "kewarganegaraan", "masih_bekerja"))
    if citizen == "WNA":
        return _FOREIGNER_LEAVES(claim)
    said = (
        "Sebab ini hanya untuk warga asing; warga Indonesia memakai sebab berhenti kerja "
        f"atau umur {claim.words('usia_pensiun_jht')}"
    )
    return Ruling("tidak", said, "warga_indonesia")


def _heirs(claim: Claim) -> Ruling:
    """The member has died: spouse and children first, then the other heirs. Always open."""
    said = "Seluruh saldo boleh diambil ahli waris, suami atau istri dan anak dulu"
    differ = "Lapak Asik mencantumkan ahli waris, berita 2025 menyebut mereka datang ke kantor"
    return Ruling("ya", f"{said}; {differ}")


def _part(claim: Claim) -> Ruling:
    """10% (preparing for retirement) or 30% (home) after ten years, once only, working or not.

    PP 46/2015; BPJS Ketenagakerjaan's page for employees. Years add up over employers.
    """
    facts = claim.facts
    years, taken = facts.masa_kepesertaan_tahun, facts.pernah_sebagian
    needed = claim.words("sebagian_masa_kepesertaan")
    if taken:
        said = "Klaim sebagian hanya satu kali, dan sudah pernah diambil"
        return Ruling("tidak", said, "sudah_pernah")
    if years is not None and years < claim.whole("sebagian_masa_kepesertaan"):
        said = f"Klaim sebagian boleh setelah {needed} menjadi peserta, dijumlah semua perusahaan"
        return Ruling("tidak", said, "belum_cukup_masa")
    if years is None or taken is None:
        return missing(*_unknown(facts, "masa_kepesertaan_tahun", "pernah_sebagian"))
    return Ruling("ya", f"Sudah {needed} menjadi peserta dan belum pernah mengambil sebagian")


def _works_on(facts: Facts, today: date) -> bool:
    """Working, with no last day ahead: in the old job for good, or in a new one already."""
    left = facts.tanggal_berhenti
    return bool(facts.masih_bekerja) and (left is None or left < today)


def _working(facts: Facts) -> Ruling:
    """Not now. A last day of work, once there is one, would change that."""
    said = (
        "Selama masih bekerja seluruh saldo belum bisa diambil; "
        "saldo tetap aman dan ikut kepesertaan di pekerjaan sekarang"
    )
    return Ruling("tidak", said, "masih_bekerja", perlu=_unknown(facts, "tanggal_berhenti"))


def _unknown(facts: Facts, *names: str) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(facts, name) is None)


RULES_OF_CAUSE: Final[Mapping[Cause, Callable[[Claim], Ruling]]] = {
    "usia_56": at_retirement_age,
    "resign": _after_waiting_month,
    "phk": _after_waiting_month,
    "kontrak_habis": _after_waiting_month,
    "pensiun_pkb": _once_work_ends("Sudah pensiun menurut aturan perusahaan"),
    "bpu": _once_work_ends("Sudah berhenti bekerja mandiri"),
    "tinggalkan_indonesia": _leaving_indonesia,
    "cacat_total": _disabled,
    "meninggal": _heirs,
    "sebagian_10": _part,
    "sebagian_30": _part,
}

OPENED_BY_AGE: Final = frozenset(
    {"resign", "phk", "kontrak_habis", "pensiun_pkb", "bpu", "tinggalkan_indonesia", "cacat_total"}
)
"""Causes that pay everything: whoever has the JHT age need not wait for them."""

ALL_INSTEAD: Final = "seluruh saldo sudah boleh diambil karena usia sudah {usia}"
"""Said beside a part to who may take everything: the part is paid once only, and the tax on the
rest may be higher after it (PMK 168/2023)."""

SHARES: Final[Mapping[Cause, str]] = {
    "sebagian_10": "sebagian_persen_pensiun",
    "sebagian_30": "sebagian_persen_rumah",
}
"""Causes that pay a part: the number with the share. All others pay the whole balance."""

_PRACTICE: Final = "juru bicara BPJS Ketenagakerjaan, Agustus 2024"
_LIST: Final = "daftar kriteria klaim BPJS Ketenagakerjaan"

LAW: Final[Mapping[Cause, str]] = {
    "usia_56": "PP 46/2015 dan Permenaker 4/2022",
    "pensiun_pkb": "Permenaker 4/2022 pasal 6",
    "resign": f"Permenaker 4/2022 pasal 8; {_PRACTICE}",
    "phk": f"Permenaker 4/2022 pasal 10 dan 11; {_PRACTICE}",
    "kontrak_habis": f"Permenaker 4/2022 pasal 6; {_PRACTICE}",
    "bpu": f"Permenaker 4/2022 pasal 6; {_LIST}",
    "tinggalkan_indonesia": f"Permenaker 4/2022 pasal 12; {_LIST}",
    "cacat_total": f"Permenaker 4/2022; {_LIST}",
    "meninggal": "Permenaker 4/2022; BPJS Ketenagakerjaan, Desember 2025",
    "sebagian_10": "PP 46/2015; halaman penerima upah BPJS Ketenagakerjaan",
    "sebagian_30": "PP 46/2015; BPJS Ketenagakerjaan, Oktober 2025",
}
"""Where the rule of each cause comes from, for people to read."""
