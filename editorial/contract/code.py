"""What code asks the content for, and what it offers: rules, papers, numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from flows.content.numbers import Unit
from flows.rights.papers import KNOWN
from flows.rights.rules import RULES


class ReadsAnswers(Protocol):
    """A named condition of `flows.rights.rules`."""

    @property
    def reads(self) -> Collection[str]:
        """The ids of the steps whose answers it looks at."""
        ...


@dataclass(frozen=True)
class Code:
    """`rules` by name; `papers` are the ids that must stand in ``content/papers``; `numbers` are
    looked up by decisions, each in its unit.
    """

    rules: Mapping[str, ReadsAnswers]
    papers: Collection[str]
    numbers: Mapping[str, Unit]


NUMBERS: Final[Mapping[str, Unit]] = {
    "usia_pensiun_jht": "tahun",
    "masa_tunggu": "bulan",
    "berhenti_lama": "bulan",
    "jmo_batas_saldo": "rupiah",
    "batas_npwp": "rupiah",
    "sebagian_masa_kepesertaan": "tahun",
    "sebagian_persen_pensiun": "persen",
    "sebagian_persen_rumah": "persen",
}
"""What eligibility, the guide `cek-hak` and the sample answers reckon with."""


@cache
def our_code() -> Code:
    """What the bot itself asks for."""
    return Code(RULES, KNOWN, NUMBERS)
