"""From a content folder to a library: everything is read, checked and reported at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from editorial.check import check_draft
from editorial.contract.code import Code, our_code
from editorial.problems import Problem, sort_key
from editorial.reading import read_folder
from editorial.reading.draft import Draft
from flows.content.guide import Ask, MenuItem
from flows.content.numbers import Number, Numbers
from flows.content.official import Official
from flows.language.wordlist import At
from flows.library import Library

OF_THE_DAY = frozenset({"kedaluwarsa", "tanggal-periksa", "belum-berlaku"})
"""Kinds of error that the day alone makes: reported, but the bot goes on answering.

A text that expires overnight must not silence the bot in the morning, and `BOT_TODAY` shows days
before the content was checked. A number without a value still stops the one text that names it.
"""


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
        words=replace(draft.word_list, said=_said(draft), leans=_leans(draft)),
        offices=replace(draft.desk, filler=draft.word_list.listed("kata_kantor")),
        trust_words=draft.trust_words,
        official=draft.official or Official(),
        statements=draft.statements,
        calo=draft.calo,
    )


def _menu(draft: Draft) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(**item) for item in draft.menu.data) if draft.menu else ()


def _said(draft: Draft) -> Mapping[At, Mapping[str, tuple[str, ...]]]:
    """What each step lists as ways of saying its options."""
    return {
        (guide.id, step.id): step.said
        for guide in (each.guide for each in draft.guides.values() if each.guide)
        for step in guide.steps
        if isinstance(step, Ask) and step.said
    }


def _leans(draft: Draft) -> Mapping[At, Mapping[str, tuple[str, ...]]]:
    """What each step lists as ways that lean to an option, and are asked about."""
    return {
        (guide.id, step.id): step.leans
        for guide in (each.guide for each in draft.guides.values() if each.guide)
        for step in guide.steps
        if isinstance(step, Ask) and step.leans
    }
