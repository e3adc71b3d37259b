"""A name in the content that is changed in one place only: `check` says so, or nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editorial.check.language.style import read_style
from editorial.contract.code import READERS, Reads
from editorial.reading import read_folder
from editorial.reading.draft import GuideDraft, Leaf
from flows.content.guide import Ask
from flows.ears import Ears
from flows.language.understanding import Understood
from flows.library import Library
from tests.editorial.renaming import (
    ENDING,
    Shipped,
    copied,
    guide_read_again,
    key_renamed,
    option_renamed,
    outcomes,
    step_renamed,
)

CONTENT = Path(__file__).parents[2] / "content"
GUIDES = sorted(path.name for path in (CONTENT / "guides").iterdir())


@pytest.fixture(scope="module")
def shipped(library: Library, today: date) -> Shipped:
    draft = read_folder(CONTENT)
    found = Shipped(draft, library, read_style(draft.style)[0], today)
    assert found.errors == []
    return found


def named(name: str, after: Shipped) -> bool:
    """Whether `check` reports something that names it."""
    return any(f"`{name}`" in line for line in after.errors)


def silent(before: Shipped, after: Shipped, guide: str, renamed: str, name: str) -> bool:
    """Whether nothing is reported although somebody would hear another outcome."""
    if named(name, after):
        return False
    was, now = before.library.guides[guide], after.library.guides[renamed]
    return outcomes(before, was) != outcomes(after, now)


def understood(ears: Ears, step: Ask, key: str, also: Mapping[str, Sequence[str]]) -> set[str]:
    """The words of the word list (`also`), and the label, that are heard as this option."""
    choices = ears.choices
    ways = {step.options[key], *also.get(key.removesuffix(ENDING), ())}
    heard = {way: choices.choose(choices.label(way), step.options, also) for way in ways}
    return {w for w, found in heard.items() if isinstance(found, Understood) and found.value == key}


@pytest.mark.parametrize("guide", GUIDES)
def test_an_option_is_renamed(guide: str, shipped: Shipped, tmp_path: Path) -> None:
    unheard = []
    for step in shipped.library.guides[guide].steps:
        for key in step.options if isinstance(step, Ask) else ():
            copy = copied(guide, CONTENT, tmp_path / "content")
            option_renamed(copy, step.id, key)
            again = guide_read_again(tmp_path / "content", guide)
            after = shipped.with_guide(again, instead=guide)
            if silent(shipped, after, guide, guide, key) or deaf(shipped, again, step, key, after):
                unheard.append(f"{step.id}/{key}")
    assert unheard == []


def deaf(before: Shipped, again: GuideDraft, step: Ask, key: str, after: Shipped) -> bool:
    """Whether nothing is reported although words no longer lead to the option."""
    if named(key, after) or again.guide is None:
        return False
    now = again.guide.step(step.id)
    assert isinstance(now, Ask)
    ears = before.library.ears
    also = ears.ways.get((again.guide.id, step.id), {})
    return not understood(ears, step, key, also) <= understood(ears, now, f"{key}{ENDING}", also)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_step_is_renamed(guide: str, shipped: Shipped, tmp_path: Path) -> None:
    unheard = []
    for step in shipped.library.guides[guide].steps:
        if step.kind == "end":
            continue  # Nothing but the page of the end bears its name.
        copy = copied(guide, CONTENT, tmp_path / "content")
        step_renamed(copy, step.id)
        again = guide_read_again(tmp_path / "content", guide)
        after = shipped.with_guide(again, instead=guide)
        if silent(shipped, after, guide, guide, step.id):
            unheard.append(step.id)
    assert unheard == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_renamed(guide: str, shipped: Shipped, tmp_path: Path) -> None:
    copied(guide, CONTENT, tmp_path / "content").rename(
        tmp_path / "content" / "guides" / f"{guide}-baru"
    )
    again = guide_read_again(tmp_path / "content", f"{guide}-baru")
    after = shipped.with_guide(again, instead=guide)
    assert not silent(shipped, after, guide, f"{guide}-baru", guide)


Rename = Callable[[Shipped, str], Shipped]


def _of_draft(part: str, *inside: str) -> Rename:
    def rename(shipped: Shipped, name: str) -> Shipped:
        doc = getattr(shipped.draft, part)
        return shipped.with_draft(**{part: key_renamed(doc, name, *inside)})

    return rename


def _of_files(part: str) -> Rename:
    def rename(shipped: Shipped, name: str) -> Shipped:
        leaves: dict[str, Leaf[Ask]] = dict(getattr(shipped.draft, part))
        leaves[f"{name}-baru"] = replace(leaves.pop(name), id=f"{name}-baru")
        return shipped.with_draft(**{part: leaves})

    return rename


def _flag(shipped: Shipped, name: str) -> Shipped:
    doc = shipped.draft.calo_doc
    assert doc is not None
    flags = [
        {**flag, "id": flag["id"] + ENDING * (flag["id"] == name)} for flag in doc.get("flags")
    ]
    return shipped.with_draft(calo_doc=replace(doc, data={**doc.data, "flags": flags}))


OTHERS: dict[str, Rename] = {
    "kendala": _of_files("troubles"),
    "topik": _of_files("topics"),
    "dokumen": _of_files("papers"),
    "angka": _of_files("numbers"),
    "kantor": _of_draft("offices", "kantor"),
    "pesan": _of_draft("messages"),
    "kalimat": _of_draft("calo_doc", "texts"),
    "tanda": _flag,
}
"""Kind → how a name of it is changed; guides, steps and options have tests of their own."""


@pytest.mark.parametrize(
    "reads",
    [reads for reads in READERS if reads.kind in OTHERS or reads.kind == "kata"],
    ids=lambda reads: "-".join((reads.kind, *reads.inside, reads.reader.file)),
)
def test_what_code_looks_up_is_renamed(reads: Reads, shipped: Shipped) -> None:
    rename = OTHERS.get(reads.kind) or _of_draft("words", *reads.inside)
    after = shipped
    for name in reads.names:
        after = rename(after, name)
    assert [name for name in reads.names if not named(name, after)] == []


@pytest.mark.parametrize("part", ["troubles", "topics"])
def test_what_other_files_name_is_renamed(part: str, shipped: Shipped) -> None:
    key = {"troubles": "troubles", "topics": "topic"}[part]
    used = {
        name
        for _, doc in shipped.draft.pages()
        for name in (doc.text(key), *(text for text, _ in doc.texts(key)))
        if name
    }
    assert used
    rename, after = _of_files(part), shipped
    for name in used:
        after = rename(after, name)
    assert [name for name in used if not named(name, after)] == []
