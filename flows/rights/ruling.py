"""What a family of causes judges, and what it says: the words of every ruling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from flows.content.numbers import Numbers
from flows.rights.facts import SAID, Facts

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

    `law_opens`: the first day by the law alone, where branches go by a later one.
    """

    boleh: May
    alasan: str
    hasil: Ground = "boleh"
    mulai: date | None = None
    perlu: tuple[str, ...] = ()
    law_opens: date | None = None


def missing(*names: str) -> Ruling:
    """Not decided: these facts have to be known first."""
    said = ", ".join(SAID[name] for name in names)
    return Ruling("tanya", f"Perlu diketahui dulu: {said}", "kurang_fakta", perlu=names)


def unknown(facts: Facts, *names: str) -> tuple[str, ...]:
    """Which of these facts are not known."""
    return tuple(name for name in names if getattr(facts, name) is None)
