"""References both ways: what is named must exist, what exists must be named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from editorial.check.context import Context, Finding
from editorial.problems import meant
from editorial.reading.draft import GuideDraft
from editorial.reading.page import Doc


class Target(NamedTuple):
    """What a key points at: its name for people, and the file that would hold it."""

    name: str
    file: str


TARGETS: Final[Mapping[str, Target]] = {
    "troubles": Target("kendala", "troubles/{}.md"),
    "topic": Target("topik", "faq/{}.md"),
    "related": Target("topik", "faq/{}.md"),
    "guide": Target("panduan", "guides/{}/guide.yaml"),
    "next": Target("panduan", "guides/{}/guide.yaml"),
    "picture": Target("gambar", "pictures/{}.yaml"),
    "voice": Target("suara", "voices/{}.ogg"),
}
"""Keys of the front matter that name something else."""


def existing(context: Context, key: str) -> Collection[str]:
    """The ids that a key may name."""
    draft = context.draft
    known: Mapping[str, Collection[str]] = {
        "troubles": draft.troubles,
        "topic": draft.topics,
        "related": draft.topics,
        "guide": draft.guides,
        "next": draft.guides,
        "picture": draft.pictures,
        "voice": draft.voices,
    }
    return known[key]


def unknown(context: Context, key: str, name: str) -> tuple[str, str]:
    """What to say about a name that leads nowhere."""
    target = TARGETS[key]
    known = existing(context, key)
    todo = f"{meant(name, known)}Perbaiki namanya, atau buat `{target.file.format(name)}`."
    return f"{target.name.capitalize()} `{name}` tidak ada.", todo


def unknown_targets(context: Context) -> Iterator[Finding]:
    """A trouble, topic, guide, picture or voice that does not exist."""
    for place, doc in context.draft.pages():
        for key in TARGETS:
            for name, line in _named(doc, key):
                if name not in existing(context, key):
                    yield Finding(
                        doc.path, line, f"{place}, kunci `{key}`", *unknown(context, key, name)
                    )


def _named(doc: Doc, key: str) -> list[tuple[str, int]]:
    single = doc.text(key)
    return [(single, doc.line(key))] if single else doc.texts(key)


def without_file(context: Context) -> Iterator[Finding]:
    """A step of the list without its text."""
    for guide, step in context.draft.steps():
        if step.doc is None:
            folder = guide.doc.path.rpartition("/")[0]
            free = set(guide.files) - {other.id for other in guide.steps}
            todo = f"{meant(step.id, free)}Buat `{folder}/{step.id}.md`, atau perbaiki namanya."
            what = f"Berkas `{step.id}.md` tidak ada."
            yield Finding(guide.doc.path, step.line, f"langkah `{step.id}`", what, todo)


def unused_files(context: Context) -> Iterator[Finding]:
    """A text in a guide's folder that no step names."""
    for guide in context.draft.guides.values():
        if not guide.complete:
            continue
        used = {step.id for step in guide.steps}
        missing = {step.id for step in guide.steps if step.doc is None}
        for name, doc in guide.files.items():
            if name not in used:
                todo = (
                    f"{meant(name, missing)}Tambahkan langkah `{name}` ke `guide.yaml`, "
                    "atau hapus berkas ini."
                )
                what = f"Tidak ada langkah bernama `{name}` dalam `guide.yaml`."
                yield Finding(doc.path, 1, f"panduan `{guide.id}`", what, todo)


def unused_media(context: Context) -> Iterator[Finding]:
    """A picture or a recording that no step shows; only judged when every step could be read."""
    guides = context.draft.guides.values()
    if not all(guide.complete and all(_readable(guide)) for guide in guides):
        return
    named = {
        key: {name for _, doc in context.draft.pages() for name, _ in _named(doc, key)}
        for key in ("picture", "voice")
    }
    for key, files in (("picture", context.draft.pictures), ("voice", context.draft.voices)):
        for name, rel in files.items():
            if name not in named[key]:
                yield Finding(
                    f"{context.draft.folder}/{rel}",
                    1,
                    "",
                    "Tidak ada langkah yang memakai berkas ini.",
                    f"Sebut dengan `{key}: {name}` di langkahnya, atau hapus berkas ini.",
                    "warning",
                )


def _readable(guide: GuideDraft) -> Iterator[bool]:
    return (doc.readable for doc in guide.files.values())
