"""One direction of reading: what would turn a line around is taken out of foreign words."""

from __future__ import annotations

from typing import Final

_TURNING: Final = dict.fromkeys(
    (
        *range(0x202A, 0x202F),  # embeddings, overrides and their end
        *range(0x2066, 0x206A),  # isolates and their end
        *(0x200E, 0x200F, 0x061C),  # marks of direction
    )
)


def one_direction(words: str) -> str:
    """Words without characters that say in which direction to read.

    A first name may hold "read from right to left from here on", which turns the rest of our
    sentence around: an officer could be shown another case number than the one meant. Taken out,
    not fenced in with isolates: letters know their direction without them (an Arabic name reads
    as it should), a fence would count against the length of a label and go along when copied, and
    a forged end of the fence would open it again. An `@name` stays: it is text, and rings at most
    for an officer of the group it is shown in.
    """
    return words if words.isascii() else words.translate(_TURNING)
