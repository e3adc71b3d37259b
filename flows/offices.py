"""Finding an office: by what people call it, by deep link, by where they are.

Distances are to the centre of the office's city, because no office's own coordinates are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple, Protocol

from rapidfuzz import fuzz

from flows.content.offices import NATIONAL, DeskSettings, Office
from flows.language.understanding import Folded, fold

ALIKE: Final = 80
"""How alike (0-100) a typed name must be to a known one to be offered."""

SURE: Final = 88
"""How alike it must be to be taken without asking again, if no other office is as near."""

_BESIDE: Final = 6
"""An office less alike than the best one by more than this is not meant."""

MOST: Final = 4
"""How many offices are offered at once."""

_EARTH_KM: Final = 6371.0
_WORD: Final = re.compile(r"[a-z]+")


class Placed(Protocol):
    """Something that belongs to a branch, such as a case."""

    @property
    def office(self) -> str:
        """The branch of the participant."""
        ...

    @property
    def desk(self) -> str | None:
        """Another desk that answers instead; None is the usual one."""
        ...


class Near(NamedTuple):
    """An office and how far its city's centre is, in kilometres."""

    office: Office
    km: float


class Meant(NamedTuple):
    """What was meant: `sure` when there is no doubt, else up to four `offered`, best first.

    `unknown`: the person does not know; the national desk answers.
    """

    sure: Office | None = None
    offered: tuple[Office, ...] = ()
    unknown: bool = False


@dataclass(frozen=True)
class Offices:
    """All offices, the desk's settings, the ways of saying "I do not know which", and the words
    (`filler`) that name no place."""

    by_id: Mapping[str, Office] = field(default_factory=dict)
    settings: DeskSettings = field(default_factory=DeskSettings)
    unknown: tuple[str, ...] = ()
    filler: frozenset[str] = frozenset()

    @property
    def national(self) -> Office:
        """The national desk. Raises KeyError without ``offices.yaml`` (`bot.py check` refuses)."""
        return self.by_id[NATIONAL]

    def get(self, office_id: str | None) -> Office | None:
        """The branch behind an id or a deep link (``?start=cab-<id>``); None for no branch."""
        return self.by_id.get(office_id or "")

    def desk(self, office_id: str | None) -> Office:
        """Whose officers answer: the branch when it has a staff group, else the national desk."""
        office = self.get(office_id)
        return office if office is not None and office.grup is not None else self.national

    def answering(self, case: Placed) -> Office:
        """Whose officers answer this case now."""
        return self.desk(case.desk or case.office)

    def of(self, case: Placed) -> Office:
        """The branch of the participant: its zone is the one times are said in."""
        return self.get(case.office) or self.national

    def at(self, group_id: int) -> tuple[Office, ...]:
        """The offices answered from this staff group."""
        return tuple(
            office for office in self.by_id.values() if group_id in (office.grup, office.grup_kedua)
        )

    def branches(self) -> Iterator[Office]:
        """Every office people can go to, without the national desk."""
        return (office for office in self.by_id.values() if office.id != NATIONAL)

    def find(self, folded: Folded) -> Meant:
        """The office somebody means by a city or a branch, typing errors included."""
        if self._is_unknown(folded):
            return Meant(unknown=True)
        asked = self._core(folded)
        if not asked:
            return Meant()
        scored = sorted(
            ((_alike(asked, names), office) for office, names in self._names),
            key=lambda pair: (-pair[0], pair[1].nama),
        )
        best = scored[0][0] if scored else 0
        if best < ALIKE:
            return Meant()
        near = [office for score, office in scored if score >= max(ALIKE, best - _BESIDE)]
        if best >= SURE and len(near) == 1:
            return Meant(sure=near[0])
        return Meant(offered=tuple(near[:MOST]))

    @cached_property
    def _names(self) -> tuple[tuple[Office, tuple[str, ...]], ...]:
        """Every branch with what people may call it."""
        return tuple((office, tuple(self._called(office))) for office in self.branches())

    def _called(self, office: Office) -> Iterator[str]:
        for written in (office.nama, office.kota, office.id.replace("-", " "), *office.alias):
            folded = fold(written)
            called = self._core(folded) or folded.strip()
            if called:
                yield called

    def _core(self, folded: Folded) -> str:
        """What of a text names a place: "kantor cabang di jember" → "jember"."""
        return " ".join(word for word in _WORD.findall(folded) if word not in self.filler)

    def _is_unknown(self, plain: str) -> bool:
        return any(re.search(rf"\b{re.escape(way)}\b", plain) for way in self.unknown)

    def nearest(self, lat: float, lon: float, most: int = 3) -> tuple[Near, ...]:
        """The nearest offices by the centre of their city, nearest first (degrees)."""
        known = (
            Near(office, distance_km(lat, lon, office.kota_lat, office.kota_lon))
            for office in self.branches()
            if office.kota_lat is not None and office.kota_lon is not None
        )
        return tuple(sorted(known, key=lambda near: (near.km, near.office.nama))[:most])


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance (haversine) between two points given in degrees."""
    north, east = radians(other_lat - lat), radians(other_lon - lon)
    chord = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))


def _alike(asked: str, names: Sequence[str]) -> float:
    """How alike (0-100) the words are to one of an office's names, or to a part of one."""
    return max(max(fuzz.ratio(asked, name), _part(asked, name)) for name in names)


def _part(asked: str, name: str) -> float:
    """How well every word asked is found in the name: "jakarta" is in "jakarta utara"."""
    return min(max(fuzz.ratio(word, other) for other in name.split()) for word in asked.split())
