"""The one list of what is secret: what stands in its place, and under which names it is asked for.

The mask takes each of these out of what people write; the guard (`flows.guard.vocabulary`) keeps
officers from asking for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Secret:
    """`place` stands where it was written; `asked` are the guard's kinds of asking for it."""

    place: str
    asked: tuple[str, ...]


SECRETS: Final[Mapping[str, Secret]] = {
    "nik": Secret("[NIK]", ("nik",)),
    "kk": Secret("[nomor KK]", ("nik",)),
    "npwp": Secret("[NPWP]", ("npwp",)),
    "kpj": Secret("[nomor KPJ]", ("kpj",)),
    "rekening": Secret("[nomor rekening]", ("rekening",)),
    "hp": Secret("[nomor HP]", ("hp",)),
    "email": Secret("[email]", ("surel",)),
    "otp": Secret("[kode rahasia]", ("kode", "kode_itu", "pin")),
    "sandi": Secret("[kata sandi]", ("sandi",)),
    "ibu": Secret("[nama ibu kandung]", ("ibu",)),
}
"""Kind of personal data → what is known of it."""

PICTURES: Final = frozenset({"kartu"})
"""What the guard protects and no text holds: the picture of a card."""

UNMASKED: Final = frozenset({"lahir", "nama", "alamat"})
"""What nobody asks for and the mask leaves: the guides themselves ask for a birthday, and a name
or a street looks like other words."""

_MOTHER: Final = r"(?:ibu|mama|mamak|mamah|emak|bunda|umi|ummi)"
MOTHERS_NAME: Final = (
    r"(?:nama )?ibu kandung(?:nya|ku)?\b",
    rf"nama (?:gadis )?{_MOTHER}(?:nya|ku)?\b",
)
"""How the name of the mother, a bank's favourite question, is spoken of; for mask and guard."""

MOTHER_IS_CALLED: Final = rf"{_MOTHER}(?:ku| saya| sy| aku| kandung)* (?:namanya|bernama)"
"""How somebody begins to say it who does not call it a name first."""
