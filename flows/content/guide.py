"""What the content files mean once read: guides, their steps, troubles, topics, papers.

A guide is an ordered list of steps for one job. A step is `Ask` (a question, or "read this, then
go on") or `End` (an outcome). Routing lives in ``guide.yaml`` (`when`), policy in `flows.rights`,
numbers in ``content/numbers``, words in the ``.md`` files. All models are frozen: state is the
answers, never the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from flows.content.visible import Label, Once, Seen, Visible

MAX_OPTIONS = 4

AnswerKind = Literal["pilihan", "tanggal", "rupiah"]
FixedBy = Literal["peserta", "perusahaan", "dukcapil", "kantor", "bpjs"]


def _iso_day(written: object) -> object:
    """Refuses what pydantic would guess at: "20261120" is a number of seconds to it."""
    if isinstance(written, str):
        try:
            if len(written) == len("2026-11-20"):
                return date.fromisoformat(written)
        except ValueError:
            pass
        raise PydanticCustomError("iso_day", "not a date like 2026-11-20")
    return written


Day = Annotated[date, BeforeValidator(_iso_day)]
"""A date written as 2026-11-20 and in no other way."""


def _ways(written: object) -> object:
    """Ways of saying something, separated by commas; anything else is left to be refused."""
    if not isinstance(written, str):
        return written
    return tuple(way.strip().lower() for way in written.split(",") if way.strip())


Ways = Annotated[tuple[Seen, ...], BeforeValidator(_ways), Once]
"""Ways of saying something, written with commas between them."""


Names = Annotated[tuple[Seen, ...], Once]
"""Ids of other files of the content."""


class Content(BaseModel):
    """Base of everything an editor writes: nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Content):
    """A text. `body` is Markdown as written, placeholders unfilled.

    `stands_on`: the statements it says, the weightiest first.
    """

    id: str
    body: str
    stands_on: Names = ()


class Options(Content):
    """`when: {keadaan: [resign, phk]}`: every named step has one of the listed answers."""

    wanted: Mapping[str, tuple[str, ...]]

    def hold(self, answers: Mapping[str, str]) -> bool:
        """Whether these answers are among the wanted ones."""
        # A plain loop: asked of every step, at every update.
        for step, keys in self.wanted.items():  # noqa: SIM110
            if answers.get(step) not in keys:
                return False
        return True


class RuleName(Content):
    """`when: waiting_month_not_over`: the name of one rule in `flows.rights.rules`."""

    name: str


When = Options | RuleName | None


class Ask(Page):
    """A question. `options` maps the stable key to the label on the button, in order.

    `told`: how an option is said where its label ("Ya, semua siap") needs its question beside it.
    `said`: further ways in which people say an option. `leans`: such as may mean another one, so
    that they are asked about ("sudah lama sekali" where years are counted). `means`: which numbers
    an option stands for ("{sebagian_masa_kepesertaan} atau lebih"), as
    `flows.language.counts.ranges` reads it.

    `beside`: words beside which an option is asked about first ("sulung", of all children),
    `never`: those with which it is not meant, `despite`: those with which it is all the same.

    `future`: the date asked for may lie ahead ("my contract ends next week"). `next`: guides for
    those whom the question does not fit, shown by their titles below the answers.
    """

    kind: Literal["ask"] = "ask"
    when: When = None
    answer: AnswerKind = "pilihan"
    future: bool = False
    next: Names = Field(default=(), max_length=1)
    options: Mapping[str, Seen] = Field(default_factory=dict)
    told: Mapping[str, Seen] = Field(default_factory=dict)
    said: Mapping[str, Ways] = Field(default_factory=dict)
    leans: Mapping[str, Ways] = Field(default_factory=dict)
    beside: Mapping[str, Ways] = Field(default_factory=dict)
    never: Mapping[str, Ways] = Field(default_factory=dict)
    despite: Mapping[str, Ways] = Field(default_factory=dict)
    means: Mapping[str, Seen] = Field(default_factory=dict)
    troubles: Names = ()
    why: Seen | None = None
    picture: Seen | None = None
    voice: Seen | None = None

    @property
    def has_choice(self) -> bool:
        """Whether there is anything to choose: "yes, I see it" need not be looked up."""
        return len(self.options) > 1 or self.answer != "pilihan"

    def takes(self, answer: str) -> bool:
        """Whether a stored answer still is one: an option there is, or a typed date or amount."""
        return answer in self.options or (self.answer != "pilihan" and answer[:1].isdigit())


class End(Page):
    """An outcome: what to do next, when, with which papers, through which channel, for free.

    `short` is how `body` begins: the verdict and the one next thing, shown first. Both are the same
    where there is nothing to add.

    `come_back`: a guide opened from here offers the way back when it ends, and the last question
    is asked again (for example "Saldo tidak tahu" leads through cek-saldo and back). `filed`: a
    claim is under way now, so no guide left on the way here is offered again: a second claim would
    hold up the first.
    """

    kind: Literal["end"] = "end"
    short: str
    when: When = None
    next: Names = Field(default=(), max_length=3)
    papers: bool = False
    calo: bool = False
    come_back: bool = False
    filed: bool = False


Step = Ask | End


class Guide(Content):
    """An ordered list of steps for one job. `id` is the folder name."""

    id: str
    title: Label
    about: Seen
    command: Seen | None = None
    steps: tuple[Step, ...]

    def after(self, step: Step) -> tuple[Step, ...]:
        """The steps below one of its own."""
        return self.steps[self._places[step.id] + 1 :]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {step.id: place for place, step in enumerate(self.steps)}

    def step(self, step_id: str) -> Step | None:
        """The step with this id, or None."""
        return next((step for step in self.steps if step.id == step_id), None)


class Trouble(Page):
    """What people see instead of the expected screen, who can mend it, and how."""

    label: Label
    seen: tuple[Seen, ...] = Field(min_length=1)
    fix_by: FixedBy
    retry_locks: bool = False
    topic: Seen | None = None
    guide: Seen | None = None


class Topic(Page):
    """One FAQ answer. `ask` holds the ways people put the question, `label` is for buttons.

    `short` is how `body` begins: the answer in brief, shown first. Both are the same where there is
    nothing to add.
    """

    title: Seen
    label: Label
    short: str
    ask: tuple[Seen, ...] = Field(min_length=1)
    guide: Seen | None = None
    related: Names = Field(default=(), max_length=3)


class Paper(Page):
    """One document of a tick list; `body` is what to do when the participant does not have it."""

    label: Annotated[str, Field(max_length=40), Visible]


class MenuItem(Content):
    """One line of ``content/menu.yaml``: exactly one of the three."""

    guide: str | None = None
    topic: str | None = None
    action: str | None = None
