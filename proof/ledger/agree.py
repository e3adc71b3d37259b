"""Agree: after two quiet minutes ledger, phones and topics say the same, or it is named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flows.desk.card import topic_name
from handlers.desk.carry.marks import fitting
from handlers.desk.filed import Filed, ForumTopic
from proof.ledger.people import People, Word
from proof.ledger.stage import MORNING, Stage
from sandbox.messages import Message
from store.carried import IN, NOTE, OUT, Carried
from store.cases import COLUMNS

SETTLING = 3.0
"""Seconds before a message within which a case may have opened or closed unseen by who wrote."""

ROW = ", ".join(Carried._fields)


def differences(stage: Stage, people: People) -> Iterator[str]:
    """What does not agree."""
    yield from stage.mistakes
    rows = [Carried(*row) for row in stage.rows(f"SELECT {ROW} FROM case_messages")]
    found = stage.rows(f"SELECT {', '.join(COLUMNS)} FROM cases")
    cases = {row[0]: Filed.of(dict(zip(COLUMNS, row, strict=True))) for row in found}
    yield from _unfinished(stage, rows, cases)
    for case in cases.values():
        yield from _case(stage, case)
    for word in people.words:
        if word.chat == word.author:
            yield from _participants(stage, word, rows, cases)
        else:
            yield from _officers(stage, word, rows, cases)


def _unfinished(stage: Stage, rows: list[Carried], cases: dict[int, Filed]) -> Iterator[str]:
    """Everything is settled: nothing is due, nothing on its way."""
    for row in stage.rows("SELECT case_id, side, what, subject, state, reason FROM told"):
        case = cases[row[0]]
        if row[4] in ("due", "sending") and (case.open or case.topic is ForumTopic.THERE):
            yield f"still {row[4]}: {row}"
    for one in rows:
        case = cases[one.case_id]
        if one.state in ("pending", "sending") and (case.open or case.topic is ForumTopic.THERE):
            yield f"message {one.id} ({one.direction}) still {one.state}: {one.reason}"
        if one.changing or one.back == "wanted":
            yield f"message {one.id} ({one.direction}) still changing"
    for (count,) in stage.rows("SELECT COUNT(*) FROM inbox WHERE state = 'waiting'"):
        if count:
            yield f"{count} updates not handled"
    for row in stage.rows("SELECT method, about FROM outbox WHERE state = 'waiting'"):
        yield f"call not sent: {row}"


def _case(stage: Stage, case: Filed) -> Iterator[str]:
    if case.topic is not ForumTopic.THERE:
        if case.open:
            yield f"case {case.id} is open and has no topic: {case.topic}"
        return
    chat = stage.world.chats[case.group_id]
    topic = chat.topics[case.topic_id or 0]
    if not case.open and topic.deleted:
        return
    name = topic_name(case, stage.brain.library)
    if topic.deleted or topic.name != name:
        yield f"case {case.id}: topic is called {topic.name!r}, not {name!r} ({topic.deleted=})"
    card = chat.messages.get(case.card_message_id or 0)
    if card is None or card.deleted or card.thread != case.topic_id:
        yield f"case {case.id} has no card"
        return
    labels = json.dumps(card.body.get("reply_markup", {}), ensure_ascii=False)
    button = {"waiting": "Ambil", "held": "Lepas"}.get(case.state.value)
    if (button is not None and button not in labels) or (button is None and "Ambil" in labels):
        yield f"case {case.id} is {case.state}, its card says {labels[:80]}"
    if not any(case.code in text for text in _texts(_visible(stage, case.chat_id))):
        yield f"the participant of case {case.id} never heard its code"


def _participants(
    stage: Stage, word: Word, rows: list[Carried], cases: dict[int, Filed]
) -> Iterator[str]:
    own = [
        one
        for one in rows
        if one.direction == IN and one.participant_message_id == word.message
        and cases[one.case_id].chat_id == word.chat
    ]  # fmt: skip
    for row in own:
        case = cases[row.case_id]
        if case.topic is not ForumTopic.THERE or _topic_gone(stage, case):
            continue
        if row.state != "delivered":
            yield f"{word.words[-1]} of a participant is {row.state}: {row.reason}"
            continue
        token = (row.text or "").split()[0]
        there = _texts(_visible(stage, case.group_id, case.topic_id))
        # An album is copied as it stands: also as it was changed while the case was closed.
        fitting_words = word.words if word.is_file else [token]
        if not any(_is_in(one, there) for one in fitting_words):
            yield f"{token} of a participant is not in the topic of case {case.id}"
        if (
            case.open
            and not stage.rows("SELECT 1 FROM audit WHERE case_id = ? AND act = 'ditutup'", case.id)
            and word.words[-1] != token
        ):
            yield f"the store has {token}, the participant wrote {word.words[-1]}"
    if not own and _was_open(word, cases):
        yield f"{word.words[0]} of a participant is nowhere"


def _was_open(word: Word, cases: dict[int, Filed]) -> bool:
    at = MORNING.timestamp() + word.at
    return any(
        case.chat_id == word.chat and case.open and case.opened_at.timestamp() < at - SETTLING
        and case.closed_at is None
        for case in cases.values()
    ) and len([case for case in cases.values() if case.chat_id == word.chat]) == 1  # fmt: skip


def _officers(
    stage: Stage, word: Word, rows: list[Carried], cases: dict[int, Filed]
) -> Iterator[str]:
    at = (word.chat, word.thread)
    case = next((one for one in cases.values() if (one.group_id, one.topic_id) == at), None)
    if case is None or _topic_gone(stage, case):
        return
    row = next(
        (
            one
            for one in rows
            if one.case_id == case.id and one.direction == OUT
            and one.topic_message_id == word.message
        ),
        None,
    )  # fmt: skip
    origin = stage.world.chats[word.chat].messages[word.message]
    if row is None:
        if not _answers(stage, word, "") and not origin.reactions:
            yield f"{word.words[0]} of an officer has neither mark nor reason"
        return
    if row.kind != NOTE:
        yield from _copies(stage, word, row, case)
    mark = "".join(one for each in origin.reactions.values() for one in each)
    if mark.replace("✍", "") != fitting(row):
        yield f"{word.words[-1]}: mark is {mark!r}, should be {fitting(row)!r} ({row.state})"


def _copies(stage: Stage, word: Word, row: Carried, case: Filed) -> Iterator[str]:
    there = _texts(_visible(stage, case.chat_id))
    token = (row.text or "").removeprefix("// ").split()[0]
    count = sum(token in text for text in there)
    may_double = stage.kills > 0 or _was_doubtful(stage, word)
    if row.state == "delivered" and not row.back:
        if row.is_true and not count:
            yield f"{token} is delivered, and not with the participant"
        if count > 1 and not may_double:
            yield f"{token} is with the participant {count} times"
        stale = [old for old in word.words[:-1] if old != token and _is_in(old, there)]
        if row.is_true and stale and not may_double:
            yield f"{stale} is still with the participant beside {token}"
        if not row.is_true and not _answers(stage, word, "Perubahan"):
            yield f"{token}: the change did not arrive, and nobody was told"
    if row.back == "gone" and any(_is_in(one, there) for one in word.words) and not may_double:
        yield f"{word.words} was taken back and is still with the participant"
    if row.state in ("refused", "uncertain") and not row.back and case.open:
        album = row.album is not None
        if not _answers(stage, word, "terkirim") and not album:
            yield f"{token} is {row.state} ({row.reason}), and nobody was told"


def _was_doubtful(stage: Stage, word: Word) -> bool:
    """Whether an answer to one of the calls for this message was lost."""
    for call in stage.wire.doubtful:
        numbers = [call.get("message_id"), *call.get("message_ids", ())]
        if call.get("from_chat_id") == word.chat and word.message in numbers:
            return True
        if any(one in str(call.get("text", "")) for one in word.words):
            return True
    return False


def _is_in(words: str, texts: list[str]) -> bool:
    return any(words.removeprefix("// ") in text for text in texts)


def _answers(stage: Stage, word: Word, text: str) -> list[Message]:
    """What the bot said below an officer's message, taken back or not."""
    found = []
    for one in stage.world.chats[word.chat].messages.values():
        replied = one.body.get("reply_to_message") or {}
        if one.by_bot and replied.get("message_id") == word.message and text in _text(one):
            found.append(one)
    return found


def _topic_gone(stage: Stage, case: Filed) -> bool:
    topic = stage.world.chats[case.group_id].topics.get(case.topic_id or 0)
    return topic is None or topic.deleted


def _visible(stage: Stage, chat: int, thread: int | None = None) -> list[Message]:
    found = stage.world.chats[chat].messages.values()
    return [one for one in found if not one.deleted and one.by_bot and thread in (None, one.thread)]


def _texts(messages: list[Message]) -> list[str]:
    return [_text(one) for one in messages]


def _text(message: Message) -> str:
    body: dict[str, Any] = message.body
    return str(body.get("text") or body.get("caption") or "")
