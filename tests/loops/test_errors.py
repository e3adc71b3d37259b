"""Telegram's texts and what they mean for us."""

from typing import Any

import pytest

from loops.errors import judge
from store.outcome import Kind

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


@pytest.mark.parametrize(
    ("parameters", "text", "seconds"),
    [
        ({"retry_after": 7}, "Too Many Requests: retry after 7", 7.0),
        (None, "Too Many Requests: retry after 12", 12.0),
        ({"retry_after": "soon"}, "Too Many Requests", 1.0),
    ],
)
def test_too_many_says_how_long(
    parameters: dict[str, Any] | None, text: str, seconds: float
) -> None:
    fate = judge(429, text, parameters)
    assert (fate.kind, fate.retry_after) == (Kind.RATE, seconds)


def test_a_moved_group_says_where() -> None:
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    fate = judge(400, text, {"migrate_to_chat_id": -1001})
    assert (fate.kind, fate.migrate_to) == (Kind.MIGRATED, -1001)
