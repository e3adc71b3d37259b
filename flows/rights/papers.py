"""Which papers belong to which claim, and how firmly. Ids are files in ``content/papers``.

Law: Permenaker 4/2022 (articles 7, 9 and 11 and those of each cause). Practice: what BPJS
Ketenagakerjaan asks for besides, so that nobody is sent home for one paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from flows.rights.channels import Channel
from flows.rights.facts import Cause, Facts

Standing = Literal["wajib", "biasa", "pengganti"]
"""`wajib`: the rule names it. `biasa`: branches usually ask for it. `pengganti`: bring it if you
have it; something else does as well, as the paper's own text says."""


class Surat(NamedTuple):
    """One paper of a claim, and how firmly it is asked for."""

    id: str
    status: Standing


_LAW: Final[Mapping[str, Standing]] = {"kpj": "wajib", "ektp": "wajib"}
_BASE: Final[Mapping[str, Standing]] = {**_LAW, "kk": "biasa", "buku-tabungan": "biasa"}

PAPERS: Final[Mapping[Cause, Mapping[str, Standing]]] = {
    "usia_56": _BASE,
    # Article 7 asks for card and KTP alone; the letter stands in one village's list.
    "pensiun_pkb": {**_BASE, "surat-pensiun": "pengganti"},
    # Article 9 c wants a note of resignation; the spokesmen of 2025 take other proof.
    "resign": {**_BASE, "paklaring": "pengganti"},
    "phk": {**_BASE, "bukti-phk": "wajib"},
    "kontrak_habis": {**_BASE, "bukti-kontrak": "biasa"},
    "bpu": _BASE,
    "pmi": {"kpj": "biasa", "ektp": "biasa", "paspor": "biasa"},
    # The list was read in the rule before (Permenaker 2/2022) and in BPJS's own.
    "tinggalkan_indonesia": {
        "kpj": "biasa",
        "paspor": "biasa",
        "pernyataan-tidak-bekerja": "biasa",
        "buku-tabungan": "biasa",
    },
    "cacat_total": {**_BASE, "surat-dokter": "wajib"},
    # The articles on heirs were not read: the lists are those of BPJS's spokesmen.
    "meninggal": {
        "kpj": "biasa",
        "surat-kematian": "biasa",
        "surat-ahli-waris": "biasa",
        "ktp-ahli-waris": "biasa",
        "kk": "biasa",
        "buku-tabungan": "biasa",
        "formulir-f5": "biasa",
    },
    "sebagian_10": {**_BASE, "surat-kerja": "biasa"},
    "sebagian_30": {
        **_BASE,
        "surat-kerja": "biasa",
        "bukti-rumah": "biasa",
        "surat-bank": "biasa",
    },
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
) -> tuple[Surat, ...]:
    """The papers of one claim, in the order of the tick list.

    `npwp_above` is in rupiah. With an unknown balance the NPWP is listed, to be on the safe side;
    it is needed above the limit and after an earlier partial claim (PP 68/2009; claim guides).
    """
    wanted = [Surat(*each) for each in PAPERS[cause].items()]
    if cause != "meninggal":
        wanted += (Surat(name, "biasa") for name in _CHANNEL_PAPERS[kanal[0]])
    if facts.saldo is None or facts.saldo > npwp_above or facts.pernah_sebagian:
        wanted.append(Surat("npwp", "biasa"))
    return tuple(wanted)
