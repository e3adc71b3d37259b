"""Which messages of the content were said, by their ids: a changed sentence breaks nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

NOTICES: Final = {
    "meja_gagal": "not sent",
    "meja_gagal_sebab": "not sent",
    "meja_tidak_pasti": "unsure",
    "meja_diblokir": "blocked",
    "meja_akun_dihapus": "account deleted",
    "meja_tidak_menerima": "accepts nothing",
    "meja_tidak_terbawa": "not carried",
    "meja_tertahan": "held up",
}
"""What the desk is told, in the words of the table."""

ALARMS: Final = {
    "jaga_apa_telegram": "not reached",
    "jaga_apa_beku": "frozen",
    "jaga_apa_tulis": "may not write",
    "jaga_apa_topik_ditolak": "no topics",
    "jaga_apa_tertahan": "words wait",
    "jaga_apa_dibatasi": "slowed",
    "jaga_masih": "still",
    "jaga_pulih": "over",
}
"""What the supervisor is told."""

REASON: Final = "gagal_"
"""Messages that say why something was not sent begin so."""


def notices(said: str, messages: Mapping[str, str]) -> str:
    """Of all that was said, what the table has a word for."""
    found = dict.fromkeys(
        words for name, words in NOTICES.items() if is_said(messages.get(name), said)
    )
    reasons = [
        name.removeprefix(REASON)
        for name, text in messages.items()
        if name.startswith(REASON) and is_said(text, said)
    ]
    return ", ".join([*found, *reasons])


def alarms(said: str, messages: Mapping[str, str]) -> str:
    """Of all that the supervisor was told, what the table has a word for."""
    return ", ".join(words for name, words in ALARMS.items() if is_said(messages.get(name), said))


def is_said(message: str | None, said: str) -> bool:
    """Whether a message, with whatever values, stands in what was said."""
    if message is None:
        return False
    fixed = (part.strip() for part in re.split(r"\{\w+\}|[*`]", message.strip()))
    return all(part in said for part in fixed)
