"""Ready answers: found by a few words, and with names and numbers filled in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

from flows.content.offices import NATIONAL, REPLY_VALUES, ReadyAnswer
from flows.desk.case import Case
from flows.desk.hours import spoken_hours
from flows.library import Library
from flows.texts.html import Html
from flows.voice import Voice

GREETING: Final = "salam"
"""The ready answer that goes out with "Ambil & sapa"."""

ALIKE: Final = 82
"""How alike (0-100) a word must be to one that was typed with a slip."""

LABEL: Final = 3.0
"""A word of the label weighs so much more than one of the text."""

STATEMENT: Final = 4.0
"""What a shared statement weighs: trouble and answer stand on the same."""

MOST: Final = 5
"""So many are offered for words that were typed."""

FIRST: Final = 3
"""So many stand in front for what a case is about."""


def named(library: Library, words: str) -> list[ReadyAnswer]:
    """The ready answers that hold these words, the best first; slips of typing are forgiven."""
    wanted = _stems(library, words)
    scored = {one.id: _holds(library, one, wanted) for one in library.replies.values()}
    return _best(library, scored)[:MOST]


def fitting(library: Library, case: Case) -> list[ReadyAnswer]:
    """The ready answers nearest to what a case is about."""
    context = case.context
    trouble = library.troubles.get(context.trouble or "")
    topic = library.topics.get(context.topic or "")
    stands_on = {each for page in (trouble, topic) if page for each in page.stands_on}
    wanted = _stems(library, " ".join((context.about, context.trouble_label, context.topic_title)))
    scored = {
        one.id: _holds(library, one, wanted) + STATEMENT * len(stands_on & set(one.stands_on))
        for one in library.replies.values()
    }
    return _best(library, scored)[:FIRST]


def _best(library: Library, scored: dict[str, float]) -> list[ReadyAnswer]:
    found = [one for one in library.replies.values() if scored[one.id] > 0]
    return sorted(found, key=lambda one: (-scored[one.id], one.label.lower()))


def _holds(library: Library, reply: ReadyAnswer, wanted: Iterable[str]) -> float:
    """How much of what is wanted stands in a ready answer."""
    # The file's name says what it is about, too.
    label = _stems(library, f"{reply.label} {reply.id.replace('-', ' ')}")
    text = _stems(library, reply.body)
    return sum(max(LABEL * _likeness(word, label), _likeness(word, text)) for word in wanted)


def _likeness(word: str, words: frozenset[str]) -> float:
    if word in words:
        return 1.0
    nearest = max((fuzz.ratio(word, other) for other in words), default=0.0)
    return nearest / 100 if nearest >= ALIKE else 0.0


def _stems(library: Library, text: str) -> frozenset[str]:
    ears = library.ears
    return frozenset(ears.normaliser.stemmed(ears.labelled(text)).content)


def filled_reply(reply: ReadyAnswer, case: Case, voice: Voice, officer_name: str) -> Html:
    """A ready answer as the participant gets it."""
    return voice.library.html(reply, voice.today, **reply_values(case, voice, officer_name))


def reply_values(case: Case, voice: Voice, officer_name: str) -> dict[str, str]:
    """What the placeholders of `REPLY_VALUES` become for this case.

    Where the branch or its address is not known, people are told so, never a wrong place.
    """
    branch = voice.library.offices.of(case)
    known = branch.id != NATIONAL

    values = {
        "nama_petugas": officer_name,
        "kantor": branch.nama if known else voice.label("kantor_terdekat"),
        "alamat": (branch.alamat if known else "") or voice.label("alamat_belum_ada"),
        "jam_buka": spoken_hours(branch),
        "kasus": case.code,
        "kata": case.trust_words,
    }
    assert values.keys() == REPLY_VALUES
    return values
