"""The one list of what is secret: what stands in its place, and under which names it is asked for.

The mask takes each of these out of what people write; the guard (`flows.guard.vocabulary`) keeps
officers from asking for them. What nobody is kept from asking has no name there: `asked` is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Secret:
    """`place` stands where it was written; `asked` are the guard's kinds of asking for it."""

    place: str
    asked: tuple[str, ...] = ()


SECRETS: Final[Mapping[str, Secret]] = {
    "nik": Secret("[NIK]", ("nik",)),
    "kk": Secret("[nomor KK]", ("nik",)),
    "npwp": Secret("[NPWP]"),
    "kpj": Secret("[nomor KPJ]", ("kpj",)),
    "rekening": Secret("[nomor rekening]", ("rekening",)),
    "hp": Secret("[nomor HP]", ("hp",)),
    "email": Secret("[email]"),
    "otp": Secret("[kode rahasia]", ("kode", "kode_itu", "pin")),
    "sandi": Secret("[kata sandi]", ("sandi",)),
    "ibu": Secret("[nama ibu kandung]", ("ibu",)),
}
"""Kind of personal data → what is known of it."""

PICTURES: Final = frozenset({"kartu"})
"""What the guard protects and no text holds: the picture of a card."""

MOTHERS_NAME: Final = (r"(?:nama )?ibu kandung(?:nya)?", r"nama (?:gadis )?ibu(?:nya)?")
"""How the name of the mother, a bank's favourite question, is spoken of; for mask and guard."""
