"""What a supervisor reads of a round, and the person who asks by hand: one line a matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.desk.wait import spoken_minutes
from flows.desk.watch.alarm import Alarm, Id, Sign, Wrong
from flows.desk.watch.round import Round
from flows.texts.html import Html, lines
from flows.voice import Voice

SILENCING: Final = frozenset(
    {Wrong.GROUP, Wrong.FORUM, Wrong.TOPICS, Wrong.WRITING, Wrong.TOPICS_REFUSED, Wrong.WORDS_WAIT}
)
"""Because of these, words of participants wait: how many is told with them."""


def round_text(
    found: Round, signs: Mapping[Id, Sign], waiting: Mapping[int, int], voice: Voice
) -> Html:
    """All of a round as one message.

    signs: what is seen now. waiting: how many words of participants wait for each group.
    """
    begun = (
        voice.say("jaga_mulai", isi=trouble(_sign(one.id, signs), waiting, voice))
        for one in found.begun
    )
    lasting = (
        voice.say(
            "jaga_masih",
            lama=_lasted(one, found),
            isi=trouble(_sign(one.id, signs), waiting, voice),
        )
        for one in found.lasting
    )
    over = (
        voice.say("jaga_pulih", lama=_lasted(one, found), isi=matter(_sign(one.id, signs), voice))
        for one in found.over
    )
    return lines(*begun, *lasting, *over)


def trouble(sign: Sign, waiting: Mapping[int, int], voice: Voice) -> str:
    """What is wrong, who waits because of it, and what to do."""
    wrong, group = sign.id
    said = voice.label(
        f"jaga_apa_{wrong.value}",
        grup=_title(sign, voice),
        alasan=_reason(sign, voice),
        jumlah=sign.count,
        lama=spoken_minutes(max(1, round(sign.seconds / 60))),
    )
    count = waiting.get(group, 0) if wrong in SILENCING else 0
    return f"{said} {voice.label('jaga_menunggu', jumlah=count)}" if count else said


def matter(sign: Sign, voice: Voice) -> str:
    """What it is about, in a few words."""
    return voice.label(f"jaga_soal_{sign.id.wrong.value}", grup=_title(sign, voice))


def _reason(sign: Sign, voice: Voice) -> str:
    if sign.id.wrong is Wrong.RIGHTS:
        return ", ".join(voice.label(f"jaga_hak_{right}") for right in sign.reason.split())
    return sign.reason


def _sign(alarm: Id, signs: Mapping[Id, Sign]) -> Sign:
    return signs.get(alarm, Sign(alarm))


def _title(sign: Sign, voice: Voice) -> str:
    return sign.title or voice.label("jaga_grup_petugas")


def _lasted(one: Alarm, found: Round) -> str:
    return spoken_minutes(max(1, int(one.lasted(found.now).total_seconds() // 60)))
