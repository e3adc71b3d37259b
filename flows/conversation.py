"""What the bot remembers of one chat: answers and what is on the screen, nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from flows.aside import Aside, View, read_aside
from flows.buttons import aside_of_data


def _read(stored: object) -> Aside | None:
    """An aside in use or as stored, by this release, an earlier or a later one."""
    if isinstance(stored, Aside):
        return stored
    return aside_of_data(stored) if isinstance(stored, str) else read_aside(stored)


Span = tuple[str, str]
"""The first and the last value that a vague answer can mean, each as answers are stored."""

Standing = Annotated[Aside | None, BeforeValidator(_read)]

PATIENCE: Final = 2
"""So many messages in a row not understood, and a person is offered."""


class Calling(BaseModel):
    """What a participant who asks for an officer has said so far, before a case is open.

    `came_from` is what covered the step when they asked, `opening` how they asked, `attached` the
    messages that cannot be read by us but belong to the case.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    came_from: Standing = None
    opening: str = "tombol"
    about: str = ""
    attached: tuple[int, ...] = ()


class Reassured(BaseModel):
    """What somebody with an open case was told besides, each in Unix seconds, 0 for never: that
    their words were passed on; that what they forwarded looks like a swindle.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    passed_on: float = 0
    warned: float = 0


class Wary(BaseModel):
    """Somebody has met a broker or a swindler: the next `left` texts are heard in that light.

    `given`: something was handed over. `shown` is the protective step shown last, if any.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    left: int = 0
    given: bool = False
    shown: str = ""


class Awaited(BaseModel):
    """A claim somebody waits for: the outcome at which it was filed, and whether they have told
    how it went. What they told is counted elsewhere, without them.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    guide: str
    end: str
    is_waiting: bool = False
    """they told that there is no news yet"""
    is_told: bool = False


class Conversation(BaseModel):
    """State is the answers; the position in a guide is computed from them (`flows.walk`).

    `aside` is what covers the current step or menu: a trouble, a topic, the summary ... `back_to`
    are guides to return to when the current one ends. `unclear` counts messages in a row that were
    not understood about one matter, `unclear_at` names it. `vague` tells of answers that were said
    vaguely what they can mean: guide, step, span. `mentioned` are facts told before any guide that
    were answered by a topic. `noted` are facts said back that wait for a yes,
    `noted_vague` what the vague ones of them can mean, `noted_topic` the answer to what was asked
    besides. `seen_on` is the day on which an outcome of `cek-hak` was shown last. `ticked` are
    papers at hand. `stuck` counts visits to a trouble per step. `pictured` is the message whose
    button last brought a picture or recording. `holder` is whose savings it is about, as people
    name them ("ibu"), where that is not who writes. `calling` is set while an officer is being
    called, `after_case` is the case an officer has closed, as long as the next words are probably
    meant for the officer.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    guide: str | None = None
    answers: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    back_to: tuple[str, ...] = ()
    aside: Standing = None
    unclear: int = 0
    unclear_at: str = ""
    upset: int = 0
    office: str | None = None
    holder: str = ""
    ticked: tuple[str, ...] = ()
    vague: Mapping[str, Mapping[str, Span]] = Field(default_factory=dict)
    mentioned: Mapping[str, str] = Field(default_factory=dict)
    noted: Mapping[str, str] = Field(default_factory=dict)
    noted_vague: Mapping[str, Span] = Field(default_factory=dict)
    noted_topic: str | None = None
    seen_on: date | None = None
    asked: str | None = None
    pictured: int = 0
    stuck: Mapping[str, int] = Field(default_factory=dict)
    calling: Calling | None = None
    after_case: int | None = None
    questions: tuple[str, ...] = ()
    """What was asked last (masked), for an officer who may be called."""
    reassured: Reassured | None = None
    """Set while a case is open, once something was told."""
    awaited: Awaited | None = None
    wary: Wary | None = None
    """Set for a while after a swindle was the matter."""
    album: str = ""
    """The album whose first part was answered last: its other parts are silence."""
    edited: int = 0
    """The message whose edit was answered last."""
    excused: float = 0.0
    """When we said last that we had been away (Unix seconds)."""
    greeted: bool = False
    """The first words of all were said once."""

    @classmethod
    def load(cls, state: Mapping[str, Any]) -> Conversation:
        """The conversation behind a stored state; unknown keys of another version are dropped."""
        return cls.model_validate(state)

    def dump(self) -> dict[str, Any]:
        """A JSON object to store; what has its default is left out."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def with_(self, **changes: Any) -> Conversation:
        """A copy with these fields changed."""
        return self.model_copy(update=changes)

    def under(self, *views: View) -> Aside | None:
        """What covers the step, when it is one of these views."""
        return self.aside if self.aside and self.aside.view in views else None

    def given(self, guide: str) -> Mapping[str, str]:
        """The answers given in this guide."""
        return self.answers.get(guide, {})

    def span(self, guide: str, step: str) -> Span | None:
        """What an answer can mean; None for one that was said exactly."""
        return self.vague.get(guide, {}).get(step)

    def puzzled(self, *at: str) -> Conversation:
        """A copy after one more message that was not understood; `at` names what it was about.

        Another matter is counted anew: who asks a second question has not failed twice.
        """
        same = bool(set(at) & set(self.unclear_at.split()))
        return self.with_(unclear=self.unclear + 1 if same else 1, unclear_at=" ".join(at))

    def answered(
        self, guide: str, step: str, answer: str, span: Span | None = None
    ) -> Conversation:
        """A copy with one answer more; whatever covered the step is gone."""
        told = self.told(guide, {step: answer}, {step: span} if span else {})
        return told.with_(aside=None, unclear=0)

    def without_notes(self) -> Conversation:
        """A copy in which nothing waits for a yes."""
        return self.with_(mentioned={}, noted={}, noted_vague={}, noted_topic=None)

    def held_by(self, holder: str) -> Conversation:
        """A copy about this one's savings; what was only mentioned before was of another."""
        return self if holder == self.holder else self.with_(holder=holder, mentioned={})

    def anew_for(self, holder: str) -> Conversation:
        """A copy for somebody else's savings: what was answered of the one before is gone."""
        told = self.without_notes().held_by(holder)
        return told.with_(answers={}, vague={}, aside=None, unclear=0)

    def told(
        self, guide: str, answers: Mapping[str, str], spans: Mapping[str, Span]
    ) -> Conversation:
        """A copy with these answers; `spans` tells what the vague ones of them can mean."""
        known = self.vague.get(guide, {})
        vague = {step: span for step, span in known.items() if step not in answers}
        return self.with_(
            answers={**self.answers, guide: {**self.given(guide), **answers}},
            vague={**self.vague, guide: {**vague, **spans}},
        )

    def without(self, guide: str, *steps: str) -> Conversation:
        """A copy in which these steps are unanswered."""
        kept = {key: value for key, value in self.given(guide).items() if key not in steps}
        vague = {key: span for key, span in self.vague.get(guide, {}).items() if key not in steps}
        return self.with_(
            answers={**self.answers, guide: kept}, vague={**self.vague, guide: vague}, aside=None
        )
