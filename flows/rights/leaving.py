"""The end of work: when it opens a claim, and what keeps it shut meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from flows.rights.facts import Facts
from flows.rights.months import months_from
from flows.rights.ruling import Claim, Ruling, missing, unknown
from flows.texts.spoken import long_date


def after_waiting_month(claim: Claim) -> Ruling:
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
        return missing(*unknown(facts, "tanggal_berhenti", "masih_bekerja"))
    wait = claim.whole("masa_tunggu")
    opens = months_from(max(left, facts.tanggal_nonaktif or left), wait)
    if facts.status_nonaktif is False and months_from(today, wait) > opens:
        return _beside_law(_still_registered(claim, months_from(today, wait)), claim, left)
    if opens > today:
        return _beside_law(_waiting(claim, opens), claim, left)
    if facts.masih_bekerja is None:
        return missing("masih_bekerja")
    said = f"Masa tunggu {claim.words('masa_tunggu')} sudah selesai dan tidak ada pekerjaan baru"
    return Ruling("ya", f"{said}, jadi seluruh saldo boleh diambil")


def _beside_law(waiting: Ruling, claim: Claim, left: date) -> Ruling:
    """A wait, with the day of the law where that is earlier, and what to ask for when refused.

    Resignation and PHK: a month from the letter or the PHK date. The end of a contract: no waiting
    month in article 6 (2) a.
    """
    if claim.facts.sebab == "kontrak_habis":
        law = left + timedelta(days=1)
        told = f"aturan pasal 6 ayat (2) membolehkan sejak kontrak selesai, mulai {long_date(law)}"
    else:
        law = months_from(left, claim.whole("masa_tunggu"))
        told = f"menurut aturan mulai {long_date(law)}, dihitung dari surat berhenti"
    if waiting.mulai is None or law >= waiting.mulai:
        return waiting
    asked = "kalau ditolak, minta alasan tertulis"
    return replace(waiting, alasan=f"{waiting.alasan}; {told}; {asked}", law_opens=law)


def _waiting(claim: Claim, opens: date) -> Ruling:
    wait = claim.words("masa_tunggu")
    said = (
        f"Masa tunggu {wait} selesai pada {long_date(opens)}, "
        f"atau {wait} sejak status nonaktif bila itu lebih lambat"
    )
    return Ruling("nanti", said, "menunggu", opens, unknown(claim.facts, "masih_bekerja"))


def _still_registered(claim: Claim, opens: date) -> Ruling:
    said = (
        "Status kepesertaan masih aktif: minta perusahaan menonaktifkan, "
        f"lalu hitung {claim.words('masa_tunggu')}, paling cepat {long_date(opens)}"
    )
    return Ruling("nanti", said, "status_aktif", opens, unknown(claim.facts, "masih_bekerja"))


def once_work_ends(yes: str) -> Callable[[Claim], Ruling]:
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
    return Ruling("tidak", said, "masih_bekerja", perlu=unknown(facts, "tanggal_berhenti"))


_FOREIGNER_LEAVES: Final = once_work_ends("Warga asing meninggalkan Indonesia untuk selamanya")


def leaving_indonesia(claim: Claim) -> Ruling:
    """Paid to foreign citizens only (article 12). Citizens claim for the end of work or at 56.

    News of February 2022 name citizens as well; the rule, of April 2022, is later and does not.
    """
    citizen = claim.facts.kewarganegaraan
    if citizen is None:
        return missing(*unknown(claim.facts, "kewarganegaraan", "masih_bekerja"))
    if citizen == "WNA":
        return _FOREIGNER_LEAVES(claim)
    said = (
        "Sebab ini hanya untuk warga asing; warga Indonesia memakai sebab berhenti kerja "
        f"atau umur {claim.words('usia_pensiun_jht')}"
    )
    return Ruling("tidak", said, "warga_indonesia")
