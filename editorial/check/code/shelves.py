"""Where the names that code looks up stand in the content, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from editorial.check.context import Context
from editorial.contract.code import Kind
from editorial.contract.messages import SAID
from editorial.reading.draft import AnyLeaf
from editorial.reading.page import Doc


class At(NamedTuple):
    """Where a name stands; `form` is the unit of a number, or how a step is answered."""

    path: str
    line: int
    form: str = ""


@dataclass(frozen=True)
class Shelf:
    """The names of one kind the content has. A missing one belongs at `path` (`{}` is its name)
    and `line`; `place` says where that is, for people. `there` is False without the file itself.
    """

    names: Mapping[str, At]
    path: str
    line: int = 1
    place: str = ""
    there: bool = True


def _guides(context: Context, _inside: tuple[str, ...]) -> Shelf:
    guides = context.draft.guides.values()
    names = {guide.id: At(guide.doc.path, 1) for guide in guides}
    return Shelf(names, f"{context.draft.folder}/guides/{{}}/guide.yaml")


def _steps(context: Context, inside: tuple[str, ...]) -> Shelf | None:
    """None when the guide is not there, or one of its lines cannot be read."""
    guide = context.draft.guides.get(inside[0])
    if guide is None or not guide.complete:
        return None
    names = {
        step.id: At(guide.doc.path, step.line, step.answer() or "")
        for step in guide.steps
        if step.kind == "ask"
    }
    return Shelf(names, guide.doc.path, guide.doc.line("steps"), f"panduan `{guide.id}`, ")


def _options(context: Context, inside: tuple[str, ...]) -> Shelf | None:
    """None when the step is not there or cannot be read."""
    guide_id, step_id = inside
    guide = context.draft.guides.get(guide_id)
    step = guide.step(step_id) if guide else None
    if step is None or step.doc is None or not step.doc.readable:
        return None
    doc = step.doc
    names = {key: At(doc.path, line) for key, _, line in doc.pairs("options")}
    return Shelf(names, doc.path, doc.line("options"), f"langkah `{step_id}`, ")


def _leaves(context: Context, leaves: Iterable[AnyLeaf], folder: str) -> Shelf:
    names = {leaf.id: At(leaf.doc.path, 1) for leaf in leaves}
    return Shelf(names, f"{context.draft.folder}/{folder}/{{}}.md")


def _troubles(context: Context, _inside: tuple[str, ...]) -> Shelf:
    return _leaves(context, context.draft.troubles.values(), "troubles")


def _topics(context: Context, _inside: tuple[str, ...]) -> Shelf:
    return _leaves(context, context.draft.topics.values(), "faq")


def _papers(context: Context, _inside: tuple[str, ...]) -> Shelf:
    return _leaves(context, context.draft.papers.values(), "papers")


def _replies(context: Context, _inside: tuple[str, ...]) -> Shelf | None:
    return _leaves(context, context.draft.replies.values(), "replies")


def _numbers(context: Context, _inside: tuple[str, ...]) -> Shelf:
    names = {
        name: At(draft.doc.path, draft.doc.line(name), draft.number.unit if draft.number else "")
        for name, draft in context.draft.numbers.items()
    }
    return Shelf(names, f"{context.draft.folder}/numbers")


def _offices(context: Context, _inside: tuple[str, ...]) -> Shelf | None:
    """A part that is missing, or holds no offices, is reported as such."""
    doc = context.draft.offices
    if doc is None or not doc.get("kantor"):
        return None
    return _keys(doc, doc.path, "kantor")


def _statements(context: Context, _inside: tuple[str, ...]) -> Shelf | None:
    names = {name: At(each.doc.path, 1) for name, each in context.draft.stated.items()}
    return Shelf(names, f"{context.draft.folder}/statements")


def _messages(context: Context, _inside: tuple[str, ...]) -> Shelf | None:
    """Without those that say a typed answer back: they follow the steps of the guides."""
    shelf = _keys(context.draft.messages, f"{context.draft.folder}/messages.yaml")
    if shelf is None:
        return None
    names = {name: at for name, at in shelf.names.items() if not name.startswith(SAID)}
    return Shelf(names, shelf.path, there=shelf.there)


def _words(context: Context, inside: tuple[str, ...]) -> Shelf | None:
    """A part that is missing is reported as such, not word by word."""
    doc = context.draft.words
    if inside and (doc is None or doc.get(*inside) is None):
        return None
    return _keys(doc, f"{context.draft.folder}/words.yaml", *inside)


def _flags(context: Context, _inside: tuple[str, ...]) -> Shelf | None:
    doc = context.draft.calo_doc
    path = f"{context.draft.folder}/calo.yaml"
    if doc is None:
        return Shelf({}, path, there=False)
    flags = doc.get("flags")
    if not isinstance(flags, list):
        return None
    written = ((number, doc.text("flags", number, "id")) for number in range(len(flags)))
    names = {name: At(path, doc.line("flags", number, "id")) for number, name in written if name}
    return Shelf(names, path, doc.line("flags"))


def _sentences(context: Context, _inside: tuple[str, ...]) -> Shelf | None:
    doc = context.draft.calo_doc
    return _keys(doc, f"{context.draft.folder}/calo.yaml", "texts")


def _keys(doc: Doc | None, path: str, *loc: str) -> Shelf | None:
    """The keys of a mapping; None when the file cannot be read."""
    if doc is None:
        return Shelf({}, path, there=False)
    written = doc.get(*loc) if loc else doc.data
    if not doc.readable or not isinstance(written, dict | None):
        return None
    names = {name: At(path, doc.line(*loc, name)) for name in written or ()}
    place = f"bagian `{loc[-1]}`, " if loc else ""
    return Shelf(names, path, doc.line(*loc) if loc else 1, place)


SHELVES: Final[Mapping[Kind, Callable[[Context, tuple[str, ...]], Shelf | None]]] = {
    "panduan": _guides,
    "langkah": _steps,
    "pilihan": _options,
    "kendala": _troubles,
    "topik": _topics,
    "dokumen": _papers,
    "balasan": _replies,
    "angka": _numbers,
    "kantor": _offices,
    "pesan": _messages,
    "kata": _words,
    "tanda": _flags,
    "kalimat": _sentences,
    "pernyataan": _statements,
}
"""Kind → the names the content has inside what is named; None where that cannot be told."""
