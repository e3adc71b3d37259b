"""Messages whose ids end in something code reckons with: `jenis_nik`, `sebab_sepi`, `calo_1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from editorial.contract.forms import Message


def family(begin: str, ends: Iterable[object], message: Message) -> Mapping[str, Message]:
    """``<begin>_<end>`` for every end, each as `message`."""
    return {f"{begin}_{end}": message for end in ends}
