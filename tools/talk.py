"""`python bot.py talk --jsonl`: whole conversations, replayed on today's content.

One JSON object a line in: ``{"today": ISO date, "say": [item, ...]}``, where an item is a typed
text, or an object with one of `press` (start of a label, or its number), `photo`, `document`,
`forwarded` (their caption or text), `sticker`, `pinned` (true), `wait_days` (a number). One out:
``{"turns": [...]}`` with one object for every item.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from flows.aside import View
from flows.conversation import Conversation
from flows.ears.swindles.calo import NOTHING_SEEN
from flows.events import Event
from flows.library import Library
from flows.replay import Moment
from flows.scene import Scene
from flows.talk import Reply
from flows.texts.markup import plain
from flows.views.topics import answered_above
from tools.jsonl import UnreadableError, day, each_object
from tools.kept import TALKED, keep, of_turn


def run(
    lines: Iterable[str], library: Library, today: date, out: TextIO, kept_in: Path | None = None
) -> int:
    """Answers every line; the exit code is 1 when one could not be read.

    kept_in: the folder in which each is kept as a test, too.
    """
    code = 0
    for number, given in each_object(lines):
        try:
            if isinstance(given, UnreadableError):
                raise given
            turns = _turns(given, library, today)
            told: dict[str, Any] = {"turns": turns}
            if kept_in is not None:
                dated = {**given, "today": day(given, "today", today).isoformat()}
                keep(TALKED, dated, [of_turn(turn) for turn in turns], kept_in)
        except UnreadableError as wrong:
            code, told = 1, {"turns": [], "error": f"baris {number}: {wrong}"}
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
        out.flush()
    return code


def _turns(given: Mapping[str, Any], library: Library, today: date) -> list[dict[str, Any]]:
    items = given.get("say")
    if not isinstance(items, list):
        raise UnreadableError("`say` harus berupa daftar.")
    moment = Moment(library, day(given, "today", today))
    turns = []
    for item in items:
        moment, turn = _turn(moment, item)
        turns.append(turn)
    return turns


def _turn(moment: Moment, item: object) -> tuple[Moment, dict[str, Any]]:
    if isinstance(item, Mapping) and "wait_days" in item:
        return _waited(moment, item["wait_days"])
    event = _event(moment, item)
    if event is None:
        return moment, told(moment, None)
    after, decided = moment.after(event)
    return after, told(after, decided)


def _waited(moment: Moment, days: object) -> tuple[Moment, dict[str, Any]]:
    if not isinstance(days, int) or isinstance(days, bool) or days < 0:
        raise UnreadableError("`wait_days` harus bilangan bulat.")
    try:
        later = moment.later(days)
    except OverflowError:
        raise UnreadableError("`wait_days` terlalu besar.") from None
    return later, told(later, None)


def _event(moment: Moment, item: object) -> Event | None:
    """What an item is to the bot; None for what Telegram only notes."""
    if isinstance(item, str):
        return moment.wrote(item)
    if not isinstance(item, Mapping) or len(item) != 1:
        raise UnreadableError("isi `say` berupa tulisan, atau objek dengan satu nama.")
    [(name, value)] = item.items()
    words = value if isinstance(value, str) else ""
    match name:
        case "press":
            pressed = moment.pressed(str(value))
            if pressed is None:
                shown = ", ".join(button.label for button in moment.buttons())
                raise UnreadableError(f"tidak ada tombol “{value}”. Yang ada: {shown}.")
            return pressed
        case "photo":
            return moment.sent("foto", words)
        case "document":
            return moment.sent("dokumen", words)
        case "forwarded":
            return moment.wrote(words, forwarded=True)
        case "sticker":
            return moment.sent("stiker")
        case "pinned":
            return None
    raise UnreadableError(f"`{name}` tidak dikenal.")


def _verdict(talk: Conversation) -> str | None:
    """What is warned of, None where nothing was found: the level, or what was handed over."""
    verdict, given = map(talk.under, (View.CALO_VERDICT, View.CALO_GIVEN))
    found = given or verdict
    return found.about if found and found.about != NOTHING_SEEN else None


def _above_facts(scene: Scene) -> str | None:
    """The topic that is answered above facts said back."""
    noted = scene.conversation.under(View.NOTED)
    topic = answered_above(scene, noted.args) if noted else None
    return topic.id if topic else None


def told(moment: Moment, decided: Reply | None) -> dict[str, Any]:
    """One turn, ready for JSON. decided: None where nothing was decided."""
    talk = moment.conversation
    screens = decided.screens if decided else ()
    topic, trouble = map(talk.under, (View.TOPIC, View.TROUBLE))
    step = moment.step
    return {
        "text": "\n\n".join(plain(screen.text) for screen in screens),
        "buttons": [button.label for button in moment.buttons()] if screens else [],
        "guide": talk.guide,
        "step": step.id if step else None,
        "answers": dict(talk.given(talk.guide or "")),
        "topic": topic.about if topic else _above_facts(moment.scene),
        "trouble": trouble.about if trouble else None,
        "calo": _verdict(talk),
        "deleted": bool(decided and decided.delete),
        "silent": not screens,
    }
