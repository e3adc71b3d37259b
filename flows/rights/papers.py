"""Which papers belong to which claim. Ids are files in ``content/papers``.

Law: Permenaker 4/2022 (articles 8, 11 and the list of each cause). Practice: what BPJS
Ketenagakerjaan asks for besides, so that nobody is sent home for one paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.rights.channels import Channel
from flows.rights.facts import Cause, Facts

_BASE: Final = ("kpj", "ektp", "kk", "buku-tabungan")

PAPERS: Final[Mapping[Cause, tuple[str, ...]]] = {
    "usia_56": _BASE,
    "pensiun_pkb": (*_BASE, "surat-pensiun"),
    "resign": (*_BASE, "paklaring"),
    "phk": (*_BASE, "bukti-phk"),
    "kontrak_habis": (*_BASE, "bukti-kontrak"),
    "bpu": _BASE,
    "tinggalkan_indonesia": ("kpj", "paspor", "pernyataan-tidak-bekerja", "buku-tabungan"),
    "cacat_total": (*_BASE, "surat-dokter"),
    "meninggal": (
        "kpj",
        "surat-kematian",
        "surat-ahli-waris",
        "ktp-ahli-waris",
        "kk",
        "buku-tabungan",
        "formulir-f4",
    ),
    "sebagian_10": (*_BASE, "surat-kerja"),
    "sebagian_30": (*_BASE, "surat-kerja", "bukti-rumah", "surat-bank"),
}
"""Cause → papers, the most asked for first."""

_CHANNEL_PAPERS: Final[Mapping[Channel, tuple[str, ...]]] = {
    "jmo": (),
    "lapak_asik": ("foto-diri",),
    "kantor": ("formulir-f5",),
}
"""What the first channel asks for besides: JMO takes a face photo itself, a branch hands out F5."""

KNOWN: Final = frozenset(
    {"npwp"}.union(*PAPERS.values(), *_CHANNEL_PAPERS.values()),
)
"""Every id that `papers` can give."""


def papers(
    cause: Cause, facts: Facts, kanal: tuple[Channel, ...], npwp_above: int
) -> tuple[str, ...]:
    """The papers of one claim, in the order of the tick list.

    `npwp_above` is in rupiah. With an unknown balance the NPWP is listed, to be on the safe side;
    it is needed above the limit and after an earlier partial claim (PP 68/2009; claim guides).
    """
    wanted = PAPERS[cause]
    if cause != "meninggal":
        wanted += _CHANNEL_PAPERS[kanal[0]]
    if facts.saldo is None or facts.saldo > npwp_above or facts.pernah_sebagian:
        wanted += ("npwp",)
    return wanted
