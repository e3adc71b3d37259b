"""Names: whether the first name of an officer may be shown to participants.

People choose their names at Telegram themselves. "Admin cair 0812..." below "Petugas" would be an
offer with our word for it.
"""

from __future__ import annotations

import re
from typing import Final

from flows.content.official import Official
from flows.guard.doubts import doubts
from flows.guard.vocabulary import Vocabulary

_OFFERS: Final = re.compile(
    r"\b(?:admin|cair\w*|pencairan|klaim|calo|jasa|resmi|official|bpjs\w*|jamsostek|jht|jmo|promo|"
    r"gratis|bantu|cs|customer|service|hotline|wa|whatsapp|tele|telegram|bot|percepat\w*)\b"
)
_NUMBER: Final = re.compile(r"\d(?:\D{0,2}\d){4}")


def may_be_shown(name: str, known: Vocabulary, official: Official) -> bool:
    """Whether a name offers nothing, leads nowhere and is no number."""
    plain = name.lower()
    if not re.search(r"[^\W\d_]", plain) or _NUMBER.search(plain) or _OFFERS.search(plain):
        return False
    return not doubts(name, known, official)
