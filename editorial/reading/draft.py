"""A content folder as read, mistakes included: what the checks look at.

Where a page could not be understood its model is None, but the file is still there, so that one
mistake does not hide the others and other files are not blamed for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

from editorial.problems import Problem
from editorial.reading.page import Doc
from editorial.reading.texts import (
    Text,
    Use,
    body_text,
    calo_texts,
    leaf_texts,
    office_texts,
    statement_texts,
    texts_of_keys,
    use_of_message,
)
from flows.content.calo import CaloSheet
from flows.content.guide import Guide, Page, Paper, Step, Topic, Trouble, When
from flows.content.numbers import Number
from flows.content.offices import ReadyAnswer, TrustWords
from flows.content.official import Official
from flows.content.picture import Picture
from flows.content.sources import Sources
from flows.content.statement import Statement
from flows.language.wordlist import WordList
from flows.offices import Offices
from flows.statements import Statements
from flows.texts.markup import Rendered, read_markup

P = TypeVar("P", bound=Page)


@dataclass(slots=True)
class Leaf(Generic[P]):
    """One Markdown file of a folder; `page` is None when it could not be understood."""

    id: str
    doc: Doc
    page: P | None


AnyLeaf = Leaf[Trouble] | Leaf[Topic] | Leaf[Paper] | Leaf[ReadyAnswer]


@dataclass(slots=True)
class StepDraft:
    """One line of ``steps`` with its file. `doc` is None when the file does not exist.

    `when` is None both for "always" and for a condition that could not be read; `when_read` tells
    the two apart.
    """

    id: str
    kind: Literal["ask", "end"]
    index: int
    line: int
    when: When
    when_read: bool
    doc: Doc | None
    page: Step | None

    def options(self) -> list[str] | None:
        """The keys of its ready answers; None when its file cannot tell."""
        if self.doc is None or not self.doc.readable:
            return None
        return [key for key, _, _ in self.doc.pairs("options")]

    def answer(self) -> str | None:
        """How its question is answered; None when its file cannot tell."""
        if self.doc is None or not self.doc.readable:
            return None
        return self.doc.text("answer") or "pilihan"


@dataclass(slots=True)
class GuideDraft:
    """One folder of ``guides``: its list, its steps, all its Markdown files.

    `complete` tells whether every line of the list could be read.
    """

    id: str
    doc: Doc
    steps: list[StepDraft]
    complete: bool
    files: Mapping[str, Doc]
    guide: Guide | None

    def step(self, step_id: str) -> StepDraft | None:
        """The step with this id, or None."""
        return next((step for step in self.steps if step.id == step_id), None)


@dataclass(slots=True)
class NumberDraft:
    """One number with the file it stands in."""

    id: str
    doc: Doc
    number: Number | None


@dataclass(slots=True)
class StatementDraft:
    """One statement with its file; `statement` is None when it could not be understood."""

    id: str
    doc: Doc
    statement: Statement | None


@dataclass(slots=True)
class Drawing:
    """One description of a picture; `picture` is None when it could not be understood."""

    id: str
    doc: Doc
    picture: Picture | None


@dataclass(slots=True)
class Draft:
    """Everything in one content folder; `there` is False when there is no such folder.

    By their paths: `sizes` holds the bytes of each picture and recording, `drawings` what is drawn,
    `drawn` the names of the drawings that are shipped.
    """

    folder: str
    problems: list[Problem] = field(default_factory=list)
    there: bool = True
    guides: dict[str, GuideDraft] = field(default_factory=dict)
    troubles: dict[str, Leaf[Trouble]] = field(default_factory=dict)
    topics: dict[str, Leaf[Topic]] = field(default_factory=dict)
    papers: dict[str, Leaf[Paper]] = field(default_factory=dict)
    replies: dict[str, Leaf[ReadyAnswer]] = field(default_factory=dict)
    numbers: dict[str, NumberDraft] = field(default_factory=dict)
    stated: dict[str, StatementDraft] = field(default_factory=dict)
    sources_doc: Doc | None = None
    sources: Sources = field(default_factory=Sources)
    pictures: dict[str, str] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    drawings: dict[str, Drawing] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)
    menu: Doc | None = None
    messages: Doc | None = None
    words: Doc | None = None
    word_list: WordList = field(default_factory=lambda: WordList({}))
    offices: Doc | None = None
    desk: Offices = field(default_factory=Offices)
    trust: Doc | None = None
    trust_words: TrustWords | None = None
    calo_doc: Doc | None = None
    calo: CaloSheet | None = None
    style: Doc | None = None
    _markup: dict[str, Rendered] = field(default_factory=dict)

    def markup(self, text: str) -> Rendered:
        """The text as Telegram HTML; each text is parsed once."""
        found = self._markup.get(text)
        if found is None:
            found = self._markup[text] = read_markup(text)
        return found

    @property
    def official(self) -> Official | None:
        """What is official: the list, and every telephone number the content shows.

        None without a list that can be read.
        """
        if self.calo is None:
            return None
        numbers = (each.number for each in self.numbers.values())
        telephones = (each for each in numbers if each is not None and each.unit == "telepon")
        shown = [str(dated.value) for each in telephones for dated in each.values]
        offices = [office.telepon for office in self.desk.by_id.values()]
        return Official.of(self.calo.resmi).with_phones([*shown, *offices])

    @property
    def statements(self) -> Statements:
        """The statements that could be understood."""
        drafts = self.stated.values()
        return Statements({d.id: d.statement for d in drafts if d.statement}, self.sources)

    def leaves(self) -> Iterator[tuple[Use, str, AnyLeaf]]:
        """Every trouble, topic, paper and ready answer, with the name of its kind for people."""
        for trouble in self.troubles.values():
            yield "trouble", f"kendala `{trouble.id}`", trouble
        for topic in self.topics.values():
            yield "topic", f"topik `{topic.id}`", topic
        for paper in self.papers.values():
            yield "paper", f"dokumen `{paper.id}`", paper
        for reply in self.replies.values():
            yield "reply", f"balasan `{reply.id}`", reply

    def steps(self) -> Iterator[tuple[GuideDraft, StepDraft]]:
        """Every step of every guide."""
        for guide in self.guides.values():
            for step in guide.steps:
                yield guide, step

    def pages(self) -> Iterator[tuple[str, Doc]]:
        """Every Markdown file that is used, with its place for people."""
        for _, step in self.steps():
            if step.doc is not None:
                yield f"langkah `{step.id}`", step.doc
        for _, place, leaf in self.leaves():
            yield place, leaf.doc

    def texts(self) -> Iterator[Text]:
        """Every text that participants will see."""
        for guide, step in self.steps():
            yield from _step_texts(guide.id, step)
        for kind, place, leaf in self.leaves():
            yield from leaf_texts(kind, place, leaf.id, leaf.doc)
        for titled in self.guides.values():
            yield from texts_of_keys(
                "name", titled.id, f"panduan `{titled.id}`", titled.doc, "title", "about"
            )
        for stated in self.stated.values():
            yield from statement_texts(stated.id, stated.doc)
        if self.calo_doc is not None:
            yield from calo_texts(self.calo_doc)
        if self.offices is not None:
            yield from office_texts(self.offices)
        if self.messages is not None:
            for key, text, line in self.messages.pairs():
                use = use_of_message(key)
                yield Text(use, key, self.messages.path, line, f"pesan `{key}`", text)


def _step_texts(guide: str, step: StepDraft) -> Iterator[Text]:
    if step.doc is None:
        return
    place = f"langkah `{step.id}`"
    for text in body_text("step" if step.kind == "ask" else "end", step.id, place, step.doc):
        yield replace(text, guide=guide)
    yield from texts_of_keys("why", step.id, place, step.doc, "why")
    for key, label, line in step.doc.pairs("options"):
        yield Text("label", step.id, step.doc.path, line, f"{place}, pilihan `{key}`", label)
    for key, told, line in step.doc.pairs("told"):
        where = f"{place}, kunci `told`, pilihan `{key}`"
        yield Text("label", step.id, step.doc.path, line, where, told)
