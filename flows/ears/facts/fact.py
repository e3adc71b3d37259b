"""One answer that a text gives to a step of ``cek-hak``, and which of several answers counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

IMPLIED: Final[Mapping[str, tuple[str, str]]] = {
    "sebab_berhenti": ("keadaan", "berhenti"),
    "sebab_bekerja": ("keadaan", "bekerja"),
    "sebab_lain": ("keadaan", "lain"),
}
"""A step that is only asked after another one was answered so."""

OVERRULED: Final[Mapping[str, frozenset[str]]] = {
    "lain": frozenset({"berhenti", "bekerja", "usia_56"}),
    "usia_56": frozenset({"berhenti", "bekerja"}),
}
"""What is said about `keadaan` besides the weightier fact: somebody who died also left work."""

DEATH: Final = frozenset({("keadaan", "lain"), ("sebab_lain", "meninggal")})
LEFT: Final = ("keadaan", "berhenti")
WORKING: Final = ("keadaan", "bekerja")
AT_WORK: Final = ("kerja_lagi", "tempat_lama")
AGAIN: Final = ("kerja_lagi", "ya")
LEAVING: Final = "tanggal_berhenti"
LAST_DAY: Final = "hari_terakhir"
BALANCE: Final = "saldo"
STATUS, CAUSE = "status", "sebab_berhenti"


def count_told(steps: Collection[str]) -> int:
    """How many things were told: what only follows from another one does not count."""
    implied = {IMPLIED[step][0] for step in steps if step in IMPLIED}
    return len(set(steps) - implied)


@dataclass(frozen=True, slots=True)
class Fact:
    """The answer `value` (option key, ISO date, rupiah) to the step `step`.

    `span`: the first and last value it can mean, where it was said vaguely.
    """

    step: str
    value: str
    approximate: bool = False
    span: tuple[str, str] | None = None

    @property
    def vague(self) -> tuple[str, str] | None:
        """What it can mean; None where it was said exactly."""
        return self.span or ((self.value, self.value) if self.approximate else None)

    @property
    def of_death(self) -> bool:
        """Whether it tells that the participant has died."""
        return (self.step, self.value) in DEATH


def without_end(found: dict[str, set[Fact]]) -> None:
    """What ended and went on, or was called off, is no end."""
    for step in (LEFT[0], CAUSE, LEAVING):
        found.pop(step, None)


def settle_work(found: dict[str, set[Fact]]) -> None:
    """Who left one work and is at another has left: "phk dari pt lama, di pt baru masih kerja"."""
    if found.get(AGAIN[0]) == {Fact(*AGAIN)} and CAUSE in found:
        found["keadaan"] = {Fact(*LEFT)}


def settle_keadaan(found: dict[str, set[Fact]]) -> None:
    """Of several things said about the situation, the weightier one counts."""
    said = {fact.value for fact in found.get("keadaan", ())}
    for strong, weak in OVERRULED.items():
        if strong in said and said - {strong} <= weak:
            found["keadaan"] = {Fact("keadaan", strong)}
            return
