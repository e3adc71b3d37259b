"""One moment of one conversation: everything a view or a decision may look at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from flows.aside import Aside, View
from flows.content.guide import Ask, Guide, Page
from flows.content.named import HEIRS
from flows.conversation import Conversation
from flows.language.people.holder import PARENTS
from flows.library import Library
from flows.presses import Act, Action
from flows.rights.cek_hak import GUIDE, judge
from flows.rights.eligibility import placeholders
from flows.screen import Button, Row
from flows.texts.html import Html
from flows.voice import Voice
from flows.walk import Position, locate

WARNINGS = 6
"""calo_1 … calo_6 in messages.yaml."""

COMFORTS = 3
"""marah_1 … marah_3: one human sentence, not the same one every time."""


T = TypeVar("T")

_Given = tuple[str, frozenset[tuple[str, str]]]
"""A guide and the answers given in it."""


@dataclass(frozen=True)
class Scene:
    """The library, the day, and what this chat has said so far."""

    library: Library
    today: date
    conversation: Conversation
    _positions: dict[_Given, Position] = field(default_factory=dict, repr=False, compare=False)

    _worked: dict[Hashable, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What is worked out here, the second time as remembered: several listeners ask the same
        of one text. key: what it hangs on besides this scene, and what for."""
        if key not in self._worked:
            self._worked[key] = work()
        found: T = self._worked[key]
        return found

    def with_(self, conversation: Conversation) -> Scene:
        """The same moment with another conversation; what was found of any answers is kept."""
        return Scene(self.library, self.today, conversation, self._positions)

    @cached_property
    def voice(self) -> Voice:
        """Who speaks to this participant."""
        return Voice(self.library, self.today)

    @cached_property
    def guide(self) -> Guide | None:
        """The guide being walked; None in the menu, or when editors have removed it since."""
        return self.library.guides.get(self.conversation.guide or "")

    @cached_property
    def question(self) -> Ask | None:
        """The question the participant stands at, covered or not."""
        step = self.position(self.guide).step if self.guide else None
        return step if isinstance(step, Ask) else None

    def position(self, guide: Guide) -> Position:
        """Where the participant stands in `guide`."""
        answers = self.conversation.given(guide.id)
        given = guide.id, frozenset(answers.items())
        known = self._positions.get(given)
        if known is None:
            known = locate(guide, answers, self.library.numbers, self.today)
            self._positions[given] = known
        return known

    def say(self, message: str, **values: Any) -> Html:
        """A text of messages.yaml as Telegram HTML."""
        return self.voice.say(message, **values)

    def label(self, message: str, **values: Any) -> str:
        """A button label of messages.yaml: plain text."""
        return self.voice.label(message, **values)

    def plain(self, text: str) -> str:
        """A plain text of the content, such as an option's label, with its numbers."""
        return self.library.plain(text, self.today)

    def inline(self, markdown: str) -> Html:
        """Any Markdown of the content as Telegram HTML, with its numbers."""
        return self.library.inline(markdown, self.today)

    def html(self, page: Page, guide: Guide | None = None) -> Html:
        """A page as Telegram HTML, with what is computed from the answers to `guide` filled in."""
        if guide is None:
            return self.library.html(page, self.today)
        return self.worked_out(page.body, guide)

    def worked_out(self, markdown: str, guide: Guide) -> Html:
        """A text of `guide` as Telegram HTML, with what its answers come to filled in."""
        answers = self.position(guide).answers
        values = computed(markdown, guide.id, answers, self.library, self.today)
        return self.library.inline(markdown, self.today, **values)

    def button(self, message: str, does: View | Action, *args: str) -> Button:
        """A button with its label from messages.yaml, that shows a view or does an action."""
        press = Aside(does, args) if isinstance(does, View) else Act(does, args)
        return Button(self.label(message), press)

    def way_to(self, guide_id: str) -> Button:
        """The button that opens a guide. Raises KeyError for one that is not there."""
        return Button(self.library.guides[guide_id].title, Act(Action.OPEN, (guide_id,)))

    @property
    def named_holder(self) -> str:
        """Whose savings it is about, as people say it; empty where that is who writes."""
        holder = self.conversation.holder
        return self.label("orang_tua") if holder == PARENTS else holder

    def titled(self, guide: Guide) -> str:
        """The title of a guide, and for whom it is walked."""
        if not self.conversation.holder or guide.id == HEIRS:
            return guide.title
        return self.label("judul_untuk", judul=guide.title, siapa=self.named_holder)

    def warning(self) -> Html:
        """One of the short warnings against brokers, another one as the conversation goes on."""
        given = sum(len(answers) for answers in self.conversation.answers.values())
        return self.say(f"calo_{given % WARNINGS + 1}")

    def foot(self, *, back: bool = True) -> Row:
        """The row that is always there: Kembali, Menu, Petugas."""
        row = (
            self.button("tombol_menu", View.MENU),
            self.button("tombol_petugas_kaki", View.OFFICER),
        )
        return (self.button("tombol_kembali", Action.BACK), *row) if back else row


def computed(
    body: str, guide_id: str, answers: Mapping[str, str], library: Library, today: date
) -> Mapping[str, str]:
    """What `body` shows of the outcome of these answers; empty when it shows nothing of it."""
    if guide_id != GUIDE or "{" not in body:
        return {}
    labels = {name: paper.label for name, paper in library.papers.items()}
    return placeholders(judge(answers, library.numbers, today), labels)
