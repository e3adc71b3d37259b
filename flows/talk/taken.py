"""What a text was taken for, read from what it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from flows.aside import View
from flows.scene import Scene
from flows.talk.answering.narrowing import meant
from flows.talk.reply import Reply

Act = Literal[
    "answer", "confirm", "ask_again", "topic", "trouble", "command", "correct", "calo", "feeling",
    "guide",
]  # fmt: skip

SHOWN_AS: Final[Mapping[View, Act]] = {
    View.NOTED: "confirm",
    View.MEANT: "confirm",
    View.TROUBLE: "trouble",
    View.TOPIC: "topic",
    View.OFFER: "topic",
    View.RELATED: "topic",
    View.CALO: "calo",
    View.CALO_VERDICT: "calo",
    View.CALO_GIVEN: "calo",
    View.CALO_NEXT: "calo",
    View.CALO_OFFICIAL: "calo",
    View.PERSON: "ask_again",
    View.STUCK: "ask_again",
}
"""What a view that has come up says about the text that brought it."""

FEELINGS: Final = ("marah_", "terima_kasih", "gawat", "duka")
AGAIN: Final = "kurang_jelas"


@dataclass(frozen=True)
class Taken:
    """`answer` is the value at the question that was asked, taken or asked about; `range` its
    bounds where it was said vaguely."""

    act: Act
    answer: str | None = None
    range: tuple[str, str] | None = None
    approximate: bool = False
    topic: str | None = None
    trouble: str | None = None


def taken(before: Scene, after: Scene, reply: Reply) -> Taken:
    """What the text was taken for, that led from one scene to the other."""
    talk, question = after.conversation, before.question
    guide = before.guide.id if before.guide else ""
    topic, trouble, part = map(talk.under, (View.TOPIC, View.TROUBLE, View.PART))
    asked = talk.under(View.MEANT)
    about = topic.about if topic else None
    if part is not None and question is not None:
        _, first, last = part.args
        return Taken("confirm", meant(question, (first, last)), (first, last), approximate=True)
    if question is not None and question.id in talk.given(guide):
        span = talk.span(guide, question.id)
        answer = talk.given(guide)[question.id]
        return Taken("answer", answer, span, approximate=span is not None, topic=about)
    noted = talk.noted.get(question.id) if question else None
    return Taken(
        _act(before, after, reply),
        asked.about if asked else noted,
        talk.noted_vague.get(question.id) if question and noted else None,
        topic=about,
        trouble=trouble.about if trouble else None,
    )


def _act(before: Scene, after: Scene, reply: Reply) -> Act:
    guide = before.guide.id if before.guide else ""
    if after.conversation.given(guide) != before.conversation.given(guide):
        return "correct"
    aside = after.conversation.aside
    if aside is not None and aside != before.conversation.aside and aside.view in SHOWN_AS:
        return SHOWN_AS[aside.view]
    if after.conversation.guide != before.conversation.guide:
        return "guide"
    shown = " ".join(screen.id for screen in reply.screens)
    if any(name in shown for name in FEELINGS):
        return "feeling"
    return "ask_again" if AGAIN in shown else "command"
