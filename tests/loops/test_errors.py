"""Telegram's texts and what they mean for us."""

from typing import Any

import pytest

from loops.errors import judge
from store.outcome import MESSAGE_LOST, Cause, Kind
from tests.loops.server_texts import texts

TEXTS: list[tuple[int, str, Kind]] = [
    (403, "Forbidden: bot was blocked by the user", Kind.BLOCKED),
    (403, "Forbidden: user is deactivated", Kind.DEACTIVATED),
    (403, "Forbidden: bot can't initiate conversation with a user", Kind.BLOCKED),
    (403, "Forbidden: bot was kicked from the supergroup chat", Kind.CHAT_GONE),
    (403, "Forbidden: bot is not a member of the channel chat", Kind.CHAT_GONE),
    (400, "Bad Request: chat not found", Kind.CHAT_GONE),
    (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message",
        Kind.NOT_MODIFIED,
    ),
    (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        Kind.QUERY_OLD,
    ),
    (400, "Bad Request: message to edit not found", Kind.MESSAGE_GONE),
    (400, "Bad Request: message can't be edited", Kind.MESSAGE_GONE),
    (400, "Bad Request: message to delete not found", Kind.MESSAGE_GONE),
    (400, "Bad Request: message can't be deleted for everyone", Kind.MESSAGE_GONE),
    (400, "Bad Request: MESSAGE_ID_INVALID", Kind.MESSAGE_GONE),
    (400, "Bad Request: there is no text in the message to edit", Kind.MESSAGE_GONE),
    (400, "Bad Request: message thread not found", Kind.TOPIC_GONE),
    (400, "Bad Request: TOPIC_DELETED", Kind.TOPIC_GONE),
    (400, "Bad Request: TOPIC_CLOSED", Kind.TOPIC_CLOSED),
    (409, "Conflict: terminated by other getUpdates request; make sure ...", Kind.CONFLICT),
    (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to ...",
        Kind.WEBHOOK,
    ),
    (401, "Unauthorized", Kind.UNAUTHORIZED),
    (404, "Not Found", Kind.UNAUTHORIZED),
    (404, "Not Found: method not found", Kind.UNKNOWN),
    (400, "Bad Request: can't parse entities: unclosed start tag", Kind.UNPARSABLE),
    (
        400,
        'Bad Request: can\'t parse entities: Unsupported start tag "15" at byte offset 9',
        Kind.UNPARSABLE,
    ),
    (400, "Bad Request: ENTITY_BOUNDS_INVALID", Kind.UNPARSABLE),
    (400, "Bad Request: can't parse reply keyboard markup JSON object", Kind.UNKNOWN),
    (400, "Bad Request: message is too long", Kind.REFUSED),
    (400, "Bad Request: not enough rights to send text messages to the chat", Kind.FORBIDDEN),
    (502, "Bad Gateway", Kind.UNCERTAIN),
    (503, "Service Unavailable", Kind.UNCERTAIN),
    (500, "Internal Server Error", Kind.UNCERTAIN),
    (504, "Gateway Timeout", Kind.UNCERTAIN),
]


@pytest.mark.parametrize(("status", "text", "kind"), TEXTS)
def test_every_text_has_its_kind(status: int, text: str, kind: Kind) -> None:
    fate = judge(status, text)
    assert fate.kind is kind
    assert fate.reason == text


def test_every_refusal_of_the_server_means_what_the_list_says() -> None:
    """More than 250 of them, so one test: the first wrong ones are named."""
    known = texts()
    assert len(known) > 250
    assert [
        (text, found.value, kind.value)
        for code, text, kind in known
        if (found := judge(code, text).kind) is not kind
    ] == []


def test_only_what_is_known_to_lie_in_the_message_gives_words_up() -> None:
    for code, text, kind in texts():
        if kind not in MESSAGE_LOST:
            assert judge(code, text.upper()).kind not in MESSAGE_LOST, text
    for text in ("", "x", "Bad Request", "Bad Request: ", "Forbidden: no", "ditolak"):
        for code in (400, 403, 404, 406, 413, 418, 451):
            assert judge(code, text).kind is Kind.UNKNOWN


def test_a_text_that_can_be_told_has_a_cause() -> None:
    causes = {judge(code, text).cause for code, text, _kind in texts()}
    assert causes == {None, *Cause}


@pytest.mark.parametrize(
    ("code", "parameters", "text", "seconds"),
    [
        (429, {"retry_after": 7}, "Too Many Requests: retry after 7", 7.0),
        (429, None, "Too Many Requests: retry after 12", 12.0),
        (429, {"retry_after": "soon"}, "Too Many Requests", 1.0),
        (420, None, "FLOOD_WAIT_17", 17.0),
        (400, None, "Bad Request: SLOWMODE_WAIT_30", 30.0),
        (400, None, 'failed to send message #1: "Too Many Requests: retry after 5"', 5.0),
    ],
)
def test_too_many_says_how_long(
    code: int, parameters: dict[str, Any] | None, text: str, seconds: float
) -> None:
    fate = judge(code, text, parameters)
    assert (fate.kind, fate.retry_after) == (Kind.RATE, seconds)


def test_a_moved_group_says_where() -> None:
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    fate = judge(400, text, {"migrate_to_chat_id": -1001})
    assert (fate.kind, fate.migrate_to) == (Kind.MIGRATED, -1001)
