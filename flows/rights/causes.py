"""The twelve causes of a JHT claim: when each one opens, and what keeps it shut.

One function per family, each a pure judgement of one `Claim` (`ruling`): age in `retirement`, the
end of work in `leaving`, the rest here. Where sources conflict the safer reading counts
(docs/decisions/eligibility.md): nobody is told "now" a day too early.

Law: Permenaker 4/2022 unless another is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from flows.rights.facts import Cause
from flows.rights.leaving import after_waiting_month, leaving_indonesia, once_work_ends
from flows.rights.retirement import at_retirement_age
from flows.rights.ruling import Claim, Ruling, missing, unknown


def _disabled(claim: Claim) -> Ruling:
    """Total permanent disability before the retirement age: open whether still employed or not.

    The law names no condition about the work (articles 13 to 15; seen is the same wording in
    article 7 of Permenaker 2/2022, which it replaced). There the right begins on the first day of
    the month after the finding, a day that nobody is asked for.
    """
    said = "Cacat total tetap menurut dokter, jadi seluruh saldo boleh diambil"
    before = "aturan sebelumnya menyebut haknya mulai awal bulan sesudah dokter menetapkan"
    return Ruling("ya", f"{said}; {before}")


def _migrant(claim: Claim) -> Ruling:
    """Migrant workers have causes of their own (Permenaker 4/2023 article 60): which of them holds
    nobody can tell from the end of work alone, so an officer does. Age 56 opens everything.
    """
    said = (
        "Pekerja migran (PMI) punya sebab klaim sendiri di Permenaker 4/2023 pasal 60, misalnya "
        "gagal berangkat atau cacat total; petugas 175 atau kantor cabang yang memastikan"
    )
    # Who is not 56 yet has to say which of those causes it is.
    asked = unknown(claim.facts, "tanggal_lahir") or ("sebab",)
    return Ruling("tanya", said, "kurang_fakta", perlu=asked)


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
        return missing(*unknown(facts, "masa_kepesertaan_tahun", "pernah_sebagian"))
    return Ruling("ya", f"Sudah {needed} menjadi peserta dan belum pernah mengambil sebagian")


RULES_OF_CAUSE: Final[Mapping[Cause, Callable[[Claim], Ruling]]] = {
    "usia_56": at_retirement_age,
    "resign": after_waiting_month,
    "phk": after_waiting_month,
    "kontrak_habis": after_waiting_month,
    "pensiun_pkb": once_work_ends("Sudah pensiun menurut aturan perusahaan"),
    "bpu": once_work_ends("Sudah berhenti bekerja mandiri"),
    "pmi": _migrant,
    "tinggalkan_indonesia": leaving_indonesia,
    "cacat_total": _disabled,
    "meninggal": _heirs,
    "sebagian_10": _part,
    "sebagian_30": _part,
}

OPENED_BY_AGE: Final = frozenset(
    {
        "resign",
        "phk",
        "kontrak_habis",
        "pensiun_pkb",
        "bpu",
        "pmi",
        "tinggalkan_indonesia",
        "cacat_total",
    }
)
"""Causes that pay everything: whoever has the JHT age need not wait for them."""

ALL_INSTEAD: Final = "seluruh saldo sudah boleh diambil karena usia sudah {usia}"
"""Said beside a part to who may take everything: the part is paid once only, and the tax on the
rest may be higher after it (PMK 168/2023)."""

ALL_SINCE_LEFT: Final = "seluruh saldo sudah boleh diambil karena sudah berhenti bekerja"
"""The same for who has left work and waited."""

SHARES: Final[Mapping[Cause, str]] = {
    "sebagian_10": "sebagian_persen_pensiun",
    "sebagian_30": "sebagian_persen_rumah",
}
"""Causes that pay a part: the number with the share. All others pay the whole balance."""

STANDS_ON: Final[Mapping[Cause, tuple[str, ...]]] = {
    "usia_56": ("hak-usia-56", "usia-56-sehari-sesudah", "hak-56-masih-bekerja"),
    "pensiun_pkb": ("hak-pensiun-perusahaan",),
    "resign": ("hak-resign", "masa-tunggu-sejak-nonaktif"),
    "phk": ("hak-phk", "masa-tunggu-sejak-nonaktif"),
    "kontrak_habis": ("hak-kontrak-habis", "masa-tunggu-sejak-nonaktif"),
    "bpu": ("hak-bpu",),
    "pmi": ("hak-pmi",),
    "tinggalkan_indonesia": ("hak-warga-asing",),
    "cacat_total": ("hak-cacat-total",),
    "meninggal": ("ahli-waris-urutan", "ahli-waris-jalur"),
    "sebagian_10": ("sebagian-sepuluh-tahun",),
    "sebagian_30": ("sebagian-sepuluh-tahun", "sebagian-rumah"),
}
"""Cause → the statements of the register its rule is (``content/statements``)."""
