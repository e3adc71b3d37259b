"""Messages whose ids end in something code reckons with: `jenis_nik`, `sebab_sepi`, `calo_1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def family(
    begin: str, ends: Iterable[object], shows: frozenset[str] = frozenset()
) -> Mapping[str, frozenset[str]]:
    """``<begin>_<end>`` for every end, each with the placeholders it may show."""
    return {f"{begin}_{end}": shows for end in ends}
