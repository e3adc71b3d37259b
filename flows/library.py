"""The content as the bot uses it: rendered for a day on demand. `editorial.load` fills it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from flows.content.button_words import ButtonWords
from flows.content.calo import CaloSheet
from flows.content.guide import Ask, Guide, MenuItem, Page, Paper, Topic, Trouble
from flows.content.media import FindMedia, Media, nothing_there
from flows.content.numbers import NoValueError, Numbers
from flows.content.offices import ReadyAnswer, TrustWords
from flows.content.official import Official
from flows.content.picture import Picture
from flows.ears import Ears
from flows.guard.vocabulary import Vocabulary
from flows.language.wordlist import WordList
from flows.offices import Offices
from flows.statements import Confirmed, Statements
from flows.texts.fill import PLACEHOLDER, fill, fill_plain
from flows.texts.html import Html
from flows.texts.markup import read_markup

NOT_YET: Final = "…"
"""What a text shows for a number that has no value on its day: a gap, never a guess."""


@dataclass
class _Day:
    """What was rendered for one day; a new day starts afresh, except for what Markdown says."""

    read: dict[str, Html] = field(default_factory=dict)
    day: date | None = None
    html: dict[str, Html] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, repr=False)
class Library:
    """All content, by id. Texts are Markdown; `html`, `say` and `label` turn them into messages.

    `pictures` and `voices` map an id to a path below the content folder, `drawings` such a path to
    what is drawn for it, and `find_media` gives the file that is sent. `words` are
    the words people say. `official` holds what may be shown as official,
    with the telephone numbers of `numbers` and `offices`.
    """

    guides: Mapping[str, Guide]
    troubles: Mapping[str, Trouble]
    topics: Mapping[str, Topic]
    papers: Mapping[str, Paper]
    replies: Mapping[str, ReadyAnswer]
    numbers: Numbers
    messages: Mapping[str, str]
    menu: tuple[MenuItem, ...]
    pictures: Mapping[str, str]
    voices: Mapping[str, str]
    drawings: Mapping[str, Picture]
    words: WordList
    offices: Offices
    trust_words: TrustWords | None
    official: Official
    calo: CaloSheet | None
    statements: Statements = field(default_factory=Statements)
    find_media: FindMedia = nothing_there
    _rendered: _Day = field(default_factory=_Day, repr=False, compare=False)

    @cached_property
    def ears(self) -> Ears:
        """What the bot listens with; made at first use (about a quarter of a second of CPU)."""
        return Ears(
            self._spelt_out(),
            self.troubles,
            self.words,
            self.calo,
            self.numbers,
            self.guides.values(),
        )

    def _spelt_out(self) -> Mapping[str, Topic]:
        """The topics with the sentences they insert: an answer is found by all it says."""
        said = self.statements.written
        return {
            name: topic.model_copy(update={"body": said(topic.body), "short": said(topic.short)})
            for name, topic in self.topics.items()
        }

    @property
    def is_listening(self) -> bool:
        """Whether the ears are made."""
        return "ears" in vars(self)

    @cached_property
    def button_words(self) -> ButtonWords:
        """What the buttons at a question may say."""
        asks = (step for guide in self.guides.values() for step in guide.steps)
        options = (each for step in asks if isinstance(step, Ask) for each in step.options.values())
        troubles = (trouble.label for trouble in self.troubles.values())
        titles = (guide.title for guide in self.guides.values())
        fixed = (str(text) for name, text in self.messages.items() if name.startswith("tombol"))
        label = self.ears.choices.label
        return ButtonWords((*options, *troubles, *titles, *fixed), lambda text: label(text).folded)

    @cached_property
    def guard(self) -> Vocabulary:
        """The words with which messages of officers are judged."""
        return Vocabulary(self.words)

    def with_media(self, find_media: FindMedia) -> Library:
        """The same content with files that can be sent; ears and guard need not be made again."""
        return self._alike(find_media=find_media)

    def with_standing(
        self, disputed: frozenset[str], confirmed: Mapping[str, Confirmed]
    ) -> Library:
        """The same content with what officers say of its statements; itself when nothing is new."""
        known = self.statements
        if (known.disputed, known.confirmed) == (disputed, confirmed):
            return self
        said = replace(known, disputed=disputed, confirmed=confirmed)
        return self._alike(statements=said)

    def _alike(self, **changes: Any) -> Library:
        other = replace(self, **changes)
        for made in ("ears", "guard"):
            if made in vars(self):
                vars(other)[made] = vars(self)[made]
        return other

    def hear_with(self, ears: Ears) -> None:
        """Takes the ears of the same content, made elsewhere, unless it made its own meanwhile."""
        vars(self).setdefault("ears", ears)

    def __getstate__(self) -> dict[str, object]:
        """The content and its ears, without what only one run knows: files, a rendered day, what
        officers say."""
        kept = {each.name for each in fields(self)} | {"ears"}
        state = {name: value for name, value in vars(self).items() if name in kept}
        written = replace(self.statements, disputed=frozenset(), confirmed={})
        state["statements"] = written
        return {**state, "find_media": nothing_there, "_rendered": _Day()}

    def __repr__(self) -> str:
        """Short: all content in a test's or log's line helps nobody."""
        return f"Library({len(self.guides)} guides, {len(self.topics)} topics)"

    def html(self, page: Page, today: date, **values: object) -> Html:
        """The body of a page as Telegram HTML. Raises MissingValueError."""
        return self.inline(page.body, today, **values)

    def inline(self, markdown: str, today: date, **values: object) -> Html:
        """Any Markdown of the content as Telegram HTML, numbers and `values` filled in."""
        day = self._of(today)
        found = day.html.get(markdown)
        if found is None:
            said = self.statements.inserted(markdown, today)
            known = self._numbers_in(said, today)
            found = day.html[markdown] = fill(self._read(said), known)
        return fill(found, values)

    def plain(self, text: str, today: date, **values: object) -> str:
        """A plain text of the content (an option's label), numbers and `values` filled in."""
        if "{" not in text:
            return text
        day = self._of(today)
        found = day.plain.get(text)
        if found is None:
            found = day.plain[text] = fill_plain(text, self._numbers_in(text, today))
        return fill_plain(found, values)

    def picture(self, name: str | None) -> Media | None:
        """The picture of this id as it is sent; None when there is none."""
        path = self.pictures.get(name or "")
        return self.find_media(path) if path else None

    def voice(self, name: str | None) -> Media | None:
        """The recording of this id as it is sent; None when there is none."""
        path = self.voices.get(name or "")
        return self.find_media(path) if path else None

    def _read(self, markdown: str) -> Html:
        """What stands in the content, as Telegram HTML without its values; the same on any day."""
        found = self._rendered.read.get(markdown)
        if found is None:
            found = self._rendered.read[markdown] = read_markup(markdown).html
        return found

    def _of(self, today: date) -> _Day:
        if self._rendered.day != today:
            self._rendered.day = today
            self._rendered.html.clear()
            self._rendered.plain.clear()
        return self._rendered

    def _numbers_in(self, text: str, today: date) -> dict[str, str]:
        """The numbers a text names, in words; its other placeholders stay for later."""
        names = {found[1] for found in PLACEHOLDER.finditer(text)}
        return {
            name: self._words(name, today) if name in self.numbers.by_id else f"{{{name}}}"
            for name in names
        }

    def _words(self, number: str, today: date) -> str:
        try:
            return self.numbers.words(number, today)
        except NoValueError:
            return NOT_YET

    def is_early(self, markdown: str, today: date) -> bool:
        """Whether a text names a number that has no value yet on that day."""
        said = self.statements.inserted(markdown, today)
        names = {found[1] for found in PLACEHOLDER.finditer(said)}
        return any(
            self._words(name, today) == NOT_YET for name in names if name in self.numbers.by_id
        )
