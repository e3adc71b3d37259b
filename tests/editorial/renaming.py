"""A name of the shipped content changed in one place, as an editor would; what `check` says then.

Only what the change touches is read again: one guide from a copy on disk, or one file in memory.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from editorial.check import CHECKS
from editorial.check.context import Context
from editorial.check.language.style import Style
from editorial.contract.code import our_code
from editorial.reading.draft import Draft, GuideDraft
from editorial.reading.folder import Folder
from editorial.reading.guides import read_guides
from editorial.reading.page import Doc
from editorial.samples import samples_of
from flows.content.guide import Guide
from flows.conversation import Conversation
from flows.library import Library
from flows.scene import Scene
from flows.views.papers import papers_of
from flows.walk import all_paths

ENDING = "_baru"
"""What is put behind a name."""

OF_NAMES = frozenset(
    {"langkah-tanpa-berkas", "berkas-tanpa-langkah", "rujukan", "dibaca-bot", "kata-jawaban"}
    | {"kata-pilihan", "sebutan", "syarat", "aturan", "menu", "isian"}
)
"""The checks that look at names; the others would only take time."""

OF_ONE_STEP = "kata-pilihan"
"""The check that looks at each step by itself, and at thousands of words: a step that is not read
again has nothing new to be said about."""


@dataclass(frozen=True)
class Shipped:
    """The shipped content as it is read, and used, on one day.

    `again`: the guides that were read again; None when nothing is known of the others either.
    """

    draft: Draft
    library: Library
    style: Style
    today: date
    again: frozenset[str] | None = None

    @cached_property
    def outcomes(self) -> dict[str, Mapping[tuple[str, ...], Outcome]]:
        """What was found out already, by guide."""
        return {}

    def with_guide(self, guide: GuideDraft, *, instead: str) -> Shipped:
        """The same with one guide in the place of another."""
        drafts = {key: each for key, each in self.draft.guides.items() if key != instead}
        guides = {key: each for key, each in self.library.guides.items() if key != instead}
        assert guide.guide is not None
        return replace(
            self,
            draft=replace(self.draft, guides={**drafts, guide.id: guide}),
            library=replace(self.library, guides={**guides, guide.id: guide.guide}),
            again=frozenset({guide.id}),
        )

    def with_draft(self, **parts: Any) -> Shipped:
        """The same with other parts of the draft, none of them a guide."""
        return replace(self, draft=replace(self.draft, **parts), again=frozenset())

    @cached_property
    def errors(self) -> list[str]:
        """What `check` reports about names."""
        context = Context(self.draft, self.today, our_code(), self.style)
        guides = {
            key: each
            for key, each in self.draft.guides.items()
            if self.again is None or key in self.again
        }
        of_steps = replace(context, draft=replace(self.draft, guides=guides))
        return [
            f"{finding.place} {finding.what}"
            for check in CHECKS
            if check.kind in OF_NAMES
            for finding in check.run(of_steps if check.kind == OF_ONE_STEP else context)
            if finding.severity == "error"
        ]


def guide_read_again(folder: Path, guide_id: str) -> GuideDraft:
    """The guide as it now stands below `folder`, with the paths of the shipped content."""
    found = read_guides(Folder(folder))[guide_id]
    assert found.guide is not None
    return found


def option_renamed(guide: Path, step: str, key: str) -> None:
    """Another name for an option, where its label stands and nowhere else."""
    _edit(guide / f"{step}.md", rf"^(options:\n(?:  .*\n)*?  ){key}:", rf"\g<1>{key}{ENDING}:")


def step_renamed(guide: Path, step: str) -> None:
    """Another name for a step: its line in the list and its file."""
    _edit(guide / "guide.yaml", rf"^(  - (?:ask|end): ){step}$", rf"\g<1>{step}{ENDING}")
    (guide / f"{step}.md").rename(guide / f"{step}{ENDING}.md")


def _edit(file: Path, pattern: str, new: str) -> None:
    text, changes = re.subn(pattern, new, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert changes == 1, (file, pattern)
    file.write_text(text, encoding="utf-8")


def copied(guide: str, content: Path, target: Path) -> Path:
    """A copy of one guide in an otherwise empty content folder."""
    copy = target / "guides" / guide
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(content / "guides" / guide, copy)
    return copy


def key_renamed(doc: Doc, key: str, *inside: str) -> Doc:
    """The file with another name for a key of the mapping `inside`."""

    def edited(data: Any, path: tuple[str, ...]) -> Any:
        if path:
            return {**data, path[0]: edited(data[path[0]], path[1:])}
        return {name + ENDING * (name == key): value for name, value in data.items()}

    return replace(doc, data=edited(doc.data, inside))


Outcome = tuple[str, tuple[str, ...]]


def outcomes(shipped: Shipped, guide: Guide) -> Mapping[tuple[str, ...], Outcome]:
    """Every conversation → its end, and the papers to bring.

    Names that were changed are told by their old name.
    """
    if guide.id not in shipped.outcomes:
        shipped.outcomes[guide.id] = dict(_outcomes(shipped, guide))
    return shipped.outcomes[guide.id]


def _outcomes(shipped: Shipped, guide: Guide) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    library, today = shipped.library, shipped.today
    samples = samples_of(guide, library.numbers, today)
    for path in all_paths(guide, library.numbers, today, samples):
        answers = {step: samples.get(step, {}).get(name, name) for step, name in path.answers}
        talk = Conversation(guide=guide.id, answers={guide.id: answers})
        scene = Scene(library, today, talk)
        said = tuple(f"{step}={answer}".replace(ENDING, "") for step, answer in path.answers)
        yield said, (path.end.replace(ENDING, ""), papers_of(scene))
