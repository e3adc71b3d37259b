"""The content as the bot uses it: read once, checked, and rendered for a day on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from flows.calo_sheet import CaloSheet
from flows.check import check_draft
from flows.check.code import Code, our_code
from flows.desk.office import Offices
from flows.desk.official import Official
from flows.desk.written import ReadyAnswer, TrustWords
from flows.ears import Ears
from flows.guide import Guide, MenuItem, Page, Paper, Topic, Trouble
from flows.media import Media, Shelf, nothing_there
from flows.numbers import Number, Numbers
from flows.picture import Picture
from flows.problems import Problem, sort_key
from flows.reading import read_folder
from flows.reading.draft import Draft
from flows.texts.fill import PLACEHOLDER, fill, fill_plain
from flows.texts.markup import read_markup

OF_THE_DAY = frozenset({"kedaluwarsa", "tanggal-periksa", "belum-berlaku"})
"""Kinds of error that the day alone makes: reported, but the bot goes on answering.

A text that expires overnight must not silence the bot in the morning, and `BOT_TODAY` shows days
before the content was checked. A number without a value still stops the one text that names it.
"""


@dataclass
class _Rendered:
    """What was rendered for one day; a new day starts afresh."""

    day: date | None = None
    html: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, repr=False)
class Library:
    """All content, by id. Texts are Markdown; `html`, `say` and `label` turn them into messages.

    `pictures` and `voices` map an id to a path below the content folder, `drawings` such a path to
    what is drawn for it, and `shelf` gives the file that is sent. `words` is
    the raw mapping of its file, every value a text. `official` holds what may be shown as official,
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
    words: Mapping[str, Any]
    offices: Offices
    trust_words: TrustWords | None
    official: Official
    calo: CaloSheet | None
    shelf: Shelf = nothing_there
    _rendered: _Rendered = field(default_factory=_Rendered, repr=False, compare=False)

    @cached_property
    def ears(self) -> Ears:
        """What the bot listens with; made at first use (about a third of a second of CPU)."""
        return Ears(self.topics, self.troubles, self.words, self.calo)

    def __repr__(self) -> str:
        """Short: all content in a test's or log's line helps nobody."""
        return f"Library({len(self.guides)} guides, {len(self.topics)} topics)"

    def html(self, page: Page, today: date, **values: object) -> str:
        """The body of a page as Telegram HTML. Raises MissingValueError, NoValueError."""
        return self.inline(page.body, today, **values)

    def say(self, message: str, today: date, **values: object) -> str:
        """A text of messages.yaml as Telegram HTML. Raises KeyError for an unknown id."""
        return self.inline(self.messages[message], today, **values)

    def label(self, message: str, today: date, **values: object) -> str:
        """A button label of messages.yaml as plain text. Raises KeyError for an unknown id."""
        return self.plain(self.messages[message], today, **values)

    def inline(self, markdown: str, today: date, **values: object) -> str:
        """Any Markdown of the content as Telegram HTML, numbers and `values` filled in."""
        day = self._of(today)
        found = day.html.get(markdown)
        if found is None:
            known = self._numbers_in(markdown, today)
            found = day.html[markdown] = fill(read_markup(markdown).html, known)
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
        return self.shelf(path) if path else None

    def voice(self, name: str | None) -> Media | None:
        """The recording of this id as it is sent; None when there is none."""
        path = self.voices.get(name or "")
        return self.shelf(path) if path else None

    def _of(self, today: date) -> _Rendered:
        if self._rendered.day != today:
            self._rendered.day = today
            self._rendered.html.clear()
            self._rendered.plain.clear()
        return self._rendered

    def _numbers_in(self, text: str, today: date) -> dict[str, str]:
        """The numbers a text names, in words; its other placeholders stay for later."""
        names = {found[1] for found in PLACEHOLDER.finditer(text)}
        return {
            name: self.numbers.words(name, today) if name in self.numbers.by_id else f"{{{name}}}"
            for name in names
        }


@dataclass(frozen=True)
class Loaded:
    """The outcome of reading a folder. `library` is None when errors keep it unusable."""

    library: Library | None
    problems: tuple[Problem, ...]


def load(folder: Path, today: date, code: Code | None = None, *, language: bool = False) -> Loaded:
    """Reads and checks a content folder and reports everything at once, in order.

    `language` adds the plain-language gate (warnings only). `code` is what guides may name and
    claims may need; the bot's own when not given.
    """
    draft = read_folder(folder)
    found = check_draft(draft, today, our_code() if code is None else code, language=language)
    problems = tuple(sorted([*draft.problems, *found], key=sort_key))
    unusable = any(p.severity == "error" and p.kind not in OF_THE_DAY for p in problems)
    return Loaded(None if unusable else _library(draft), problems)


def _library(draft: Draft) -> Library:
    """A draft without errors as a library."""
    numbers: dict[str, Number] = {
        key: entry.number for key, entry in draft.numbers.items() if entry.number
    }
    official = Official.of(draft.calo.resmi) if draft.calo else Official()
    return Library(
        guides={key: entry.guide for key, entry in draft.guides.items() if entry.guide},
        troubles={key: leaf.page for key, leaf in draft.troubles.items() if leaf.page},
        topics={key: leaf.page for key, leaf in draft.topics.items() if leaf.page},
        papers={key: leaf.page for key, leaf in draft.papers.items() if leaf.page},
        replies={key: leaf.page for key, leaf in draft.replies.items() if leaf.page},
        numbers=Numbers(numbers),
        messages=dict(draft.messages.data) if draft.messages else {},
        menu=_menu(draft),
        pictures=draft.pictures,
        voices=draft.voices,
        drawings={path: each.picture for path, each in draft.drawings.items() if each.picture},
        words=draft.words.data if draft.words else {},
        offices=draft.desk,
        trust_words=draft.trust_words,
        official=official.with_phones(_phones(draft, numbers)),
        calo=draft.calo,
    )


def _phones(draft: Draft, numbers: Mapping[str, Number]) -> Iterator[str]:
    """Every telephone number the content shows."""
    for number in numbers.values():
        if number.unit == "telepon":
            yield from (str(dated.value) for dated in number.values)
    yield from (office.telepon for office in draft.desk.by_id.values())


def _menu(draft: Draft) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(**item) for item in draft.menu.data) if draft.menu else ()
