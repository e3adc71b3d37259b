"""What went over the wire, line by line: a file to review, where no text of the content stands.

`by_id` gives a content whose texts are their own names, with what they are filled with; buttons
are shown by what pressing them sends. So rewording a sentence changes nothing here, and a call, a
field or an order that changes is seen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from app.clock import WIB
from flows.content.guide import Ask, End, Guide, Page
from flows.content.offices import TrustWords
from flows.library import Library
from flows.texts.fill import placeholders
from sandbox.calllog import Entry
from sandbox.world import World
from tests.handlers.desk.at_desk import AtDesk, Event

P = TypeVar("P", bound=Page)

LABELS = ("tombol_", "sebab_")
"""Messages that stay as they are: tests press them."""

WORDS = TrustWords(
    benda=tuple(f"benda{letter}" for letter in "abcdefghijklmnopqrst"),
    angka=tuple(f"angka{letter}" for letter in "abcde"),
)
"""Which two are drawn does not hang on the list of the content."""


def by_id(library: Library) -> Library:
    """The same content, in which every text says its own name and what it is filled with."""
    return replace(
        library,
        messages={
            key: text if key.startswith(LABELS) else _named(key, text)
            for key, text in library.messages.items()
        },
        guides={key: _guide(guide) for key, guide in library.guides.items()},
        topics={key: _page(page, title=key) for key, page in library.topics.items()},
        troubles={key: _page(page, label=key) for key, page in library.troubles.items()},
        replies={
            key: _page(page, label=key, body=_named(key, page.body))
            for key, page in library.replies.items()
        },
        trust_words=WORDS,
    )


def _named(key: str, text: str) -> str:
    filled = dict.fromkeys(name for name, _line in placeholders(text))
    return " ".join([key.replace("_", "-"), *(f"{name}={{{name}}}" for name in filled)])


def _page(page: P, **other: str) -> P:
    return page.model_copy(update={"body": page.id, "stands_on": (), **other})


def _guide(guide: Guide) -> Guide:
    steps: list[Ask | End] = []
    for step in guide.steps:
        if isinstance(step, Ask):
            steps.append(_page(step).model_copy(update={"options": {k: k for k in step.options}}))
        else:
            steps.append(_page(step))
    return guide.model_copy(update={"title": guide.id, "about": "", "steps": tuple(steps)})


def transcript(desk: AtDesk) -> str:
    """Everything that came and everything that was sent, and what is stored in the end."""
    told, last = [], ""
    for at, what in desk.story:
        moment = f"{at.astimezone(WIB):%d %H.%M.%S}"
        if isinstance(what, Entry) and moment != last:
            told.append(moment)
        told += _told(desk.world, moment, what)
        last = moment
    stored = [line for table in TABLES for line in _stored(desk, table)]
    return "\n".join([*told, "", *stored, ""])


TABLES = ("cases", "case_messages", "audit", "staff", "notices", "faq_drafts")


MARKS = {
    "html": ("parse_mode", "HTML"),
    "without-preview": ("link_preview_options", {"is_disabled": True}),
}
HIDDEN = frozenset({"callback_query_id", *(key for key, _value in MARKS.values())})


def _told(world: World, moment: str, what: Event) -> Iterator[str]:
    if isinstance(what, Entry):
        params = {key: _read(value) for key, value in what.params.items()}
        marks = [mark for mark, (key, value) in MARKS.items() if params.get(key) == value]
        shown = {key: value for key, value in params.items() if key not in HIDDEN}
        yield " ".join(["   ", what.method, *marks, _line(world, shown)])
        if what.description:
            yield f"        refused: {what.description}"
    else:
        [(kind, update)] = ((k, v) for k, v in what.items() if k != "update_id")
        yield f"{moment} {kind} {_line(world, _short(update))}"


def _read(value: Any) -> Any:
    """A parameter that travels as JSON, as what it is."""
    if isinstance(value, str) and value[:1] in "[{":
        return json.loads(value)
    return value


SHORT = frozenset({"text", "caption", "data", "media_group_id", "status", "message_thread_id"})


def _short(update: Any, name: str = "") -> Any:
    """Of an update what people did: who, where, which words; the rest is Telegram's."""
    if isinstance(update, list):
        return [_short(each) for each in update]
    if not isinstance(update, Mapping):
        return update
    if name in ("from", "chat", "user"):
        return update["id"]
    if name in ("reply_to_message", "message"):
        return update["message_id"]
    kept: dict[str, Any] = {}
    for key, value in update.items():
        if key in SHORT or key == "message_id":
            kept[key] = value
        elif key in ("from", "chat", "user", "reply_to_message", "message", "old", "new"):
            kept[key] = _short(value, key)
        elif key.startswith(("old_chat_member", "new_chat_member", "forum_topic")):
            kept[key] = _short(value)
        elif isinstance(value, list | Mapping) and key not in ("entities", "caption_entities"):
            kept[key] = "…"
    return kept


REPEATED = re.compile(r"(.{1,9}?)\1{29,}")


def _brief(text: str) -> str:
    """A text in which what stands there thirty times in a row is counted."""
    return REPEATED.sub(lambda one: f"⟨{one[1]}×{len(one[0]) // len(one[1])}⟩", text)


def _line(world: World, values: Mapping[str, Any]) -> str:
    return " ".join(f"{key}={_said(world, key, value)}" for key, value in values.items())


def _said(world: World, key: str, value: Any) -> str:
    if key == "reply_markup":
        return _keyboard(value)
    if isinstance(value, int) and value in world.chats:
        return world.chats[value].title or world.user(value).first_name
    if isinstance(value, Mapping):
        return f"({_line(world, value)})"
    return _brief(json.dumps(value, ensure_ascii=False))


def _keyboard(markup: Mapping[str, Any]) -> str:
    if "keyboard" in markup:
        return json.dumps({**markup, "keyboard": len(markup["keyboard"])})
    rows = markup.get("inline_keyboard", [])
    return (
        " ".join(
            "[" + " ".join(button.get("callback_data", "link") for button in row) + "]"
            for row in rows
        )
        or "none"
    )


def _stored(desk: AtDesk, table: str) -> Iterator[str]:
    for row in desk.rows(f"SELECT * FROM {table} ORDER BY rowid"):
        yield f"{table}: " + " | ".join("" if each is None else _brief(str(each)) for each in row)
