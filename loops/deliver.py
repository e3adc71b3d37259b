"""One call, from the outbox to a fate that settles it, or to another try."""

import json
import re
from dataclasses import dataclass, replace
from typing import Any

import structlog

from loops.attach import has_files, without_ids
from loops.counters import Counters
from loops.errors import CallError, stranger
from loops.http import BotApi
from loops.place import place
from loops.plain import without_marks
from store.outbox import Call, Delivery
from store.outcome import ACCEPTED, Cause, Fate, Kind, Outcome

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Again:
    """The call stays in the outbox: try after `delay` seconds.

    delay: None for "the next back-off". whole_chat: hold back every lane of the chat as long.
    in_doubt: this try may have been carried out.
    """

    call: Call
    delay: float | None = None
    whole_chat: bool = False
    in_doubt: bool = False


async def deliver(
    api: BotApi, call: Call, counters: Counters, *, in_doubt: bool = False
) -> Outcome | Again:
    """Send a call and say what became of it.

    in_doubt: an earlier try may have been carried out. Raises CallError where Telegram refuses the
    bot itself.
    """
    try:
        result = await api.call_text(call.method, _sent(call))
    except CallError as error:
        fate = error.fate
    except Exception as error:
        # A mistake of ours in this one call must not stop its lane.
        log.error("call_broken", method=call.method, where=place(error))
        fate = Fate(Kind.UNKNOWN, place(error))
    else:
        counters.sent += 1
        return Outcome(call, ACCEPTED, result)
    if fate == stranger(413) and has_files(call.payload):
        # Whoever stands in between lets no file of this size through, today or tomorrow.
        fate = Fate(Kind.REFUSED, fate.reason, cause=Cause.FILE_TOO_BIG)
    if _comes_anew(call, fate.kind) and (instead := _instead(call)) is not None:
        return await deliver(api, instead, counters, in_doubt=in_doubt)
    if fate.kind is Kind.REPLY_GONE and (alone := _without_reply(call)) is not None:
        return await deliver(api, alone, counters, in_doubt=in_doubt)
    if fate.kind is Kind.FILE_GONE and (upload := without_ids(call.payload)) is not None:
        return await deliver(api, replace(call, payload=upload), counters, in_doubt=in_doubt)
    if fate.kind is Kind.UNPARSABLE and (words := without_marks(call.payload)) is not None:
        counters.unmarked += 1
        log.error("text_unmarked", method=call.method, chat_id=call.chat_id, why=_why(fate))
        return await deliver(api, replace(call, payload=words), counters, in_doubt=in_doubt)
    return _judge(call, fate, counters, in_doubt)


def _sent(call: Call) -> str:
    """The payload without what only the message needs that may stand in for an edit."""
    if not call.method.startswith("editMessage") or "message_thread_id" not in call.payload:
        return call.payload
    payload: dict[str, Any] = json.loads(call.payload)
    payload.pop("message_thread_id", None)
    return _written(payload)


def _why(fate: Fate) -> str:
    """Telegram's reason without what it quotes of the text: somebody may have written that."""
    return re.sub(r'"[^"]*"', '"…"', fate.reason)


def _judge(call: Call, fate: Fate, counters: Counters, in_doubt: bool) -> Outcome | Again:
    """Turn a refusal into another try or a settled outcome."""
    kind = fate.kind
    if kind in (Kind.UNAUTHORIZED, Kind.FROZEN):
        raise CallError(fate)
    if kind in (Kind.NOT_MODIFIED, Kind.QUERY_OLD) or _already_gone(call, kind):
        counters.sent += 1
        return Outcome(call, ACCEPTED)
    if kind is Kind.RATE:
        counters.limited += 1
        return Again(call, fate.retry_after, whole_chat=True)
    if kind is Kind.MIGRATED and fate.migrate_to not in (None, call.chat_id):
        log.warning("chat_migrated", chat_id=call.chat_id, to=fate.migrate_to)
        return Again(_moved(call, fate.migrate_to), 0.0)
    if kind is Kind.NOT_SENT:
        counters.retried += 1
        return Again(call)
    if kind in _UNCLEAR and _is_repeated(call, fate, in_doubt):
        counters.retried += 1
        return Again(call, in_doubt=True)
    if kind is Kind.UNCERTAIN:
        counters.uncertain += 1
    else:
        counters.refused += 1
    log.warning("call_given_up", method=call.method, kind=kind.value, chat_id=call.chat_id)
    return Outcome(call, fate)


# Nobody knows whether it was carried out, or why it was not.
_UNCLEAR = frozenset({Kind.UNCERTAIN, Kind.UNKNOWN, Kind.FORBIDDEN})


def _is_repeated(call: Call, fate: Fate, in_doubt: bool) -> bool:
    """Whether a call is made again that may have been carried out, or may be accepted then."""
    if call.delivery is Delivery.SCREEN:
        # The same question twice is a nuisance, a third one is noise; an edit shows nothing twice.
        return not in_doubt or (fate.kind is Kind.UNCERTAIN and call.method.startswith("edit"))
    return fate.kind is Kind.UNCERTAIN and call.delivery is Delivery.AGAIN


def _already_gone(call: Call, kind: Kind) -> bool:
    """Deleting or re-decorating a message that is gone has nothing left to do."""
    return kind is Kind.MESSAGE_GONE and call.method in (
        "deleteMessage",
        "deleteMessages",
        "editMessageReplyMarkup",
        "setMessageReaction",
    )


# It is gone, or cannot be edited, whatever the reason ("inline keyboard expected").
_NOT_TO_EDIT = frozenset({Kind.MESSAGE_GONE, Kind.UNKNOWN, Kind.FORBIDDEN, Kind.REFUSED})


def _comes_anew(call: Call, kind: Kind) -> bool:
    """Whether a refused edit is sent as a new message. Where somebody hears of it, only what is
    gone: the words that still stand there would be beside the new ones."""
    return kind is Kind.MESSAGE_GONE or (kind in _NOT_TO_EDIT and call.about is None)


def _instead(call: Call) -> Call | None:
    """The message cannot be edited: the same content as a new message, None if not an edit."""
    if call.method not in ("editMessageText", "editMessageCaption", "editMessageMedia"):
        return None
    payload: dict[str, Any] = json.loads(call.payload)
    if "chat_id" not in payload:
        return None  # an inline message has no chat to send to
    payload.pop("message_id", None)
    method = "sendMessage"
    if call.method == "editMessageCaption":
        payload["text"] = payload.pop("caption", "")
        if "caption_entities" in payload:
            payload["entities"] = payload.pop("caption_entities")
    elif call.method == "editMessageMedia":
        media = dict(payload.pop("media"))
        kind = str(media.pop("type"))
        method = f"send{kind.capitalize()}"
        payload = {kind: media.pop("media"), **media, **payload}
    return replace(call, method=method, payload=_written(payload))


def _without_reply(call: Call) -> Call | None:
    """The same message, answering nothing; None when it answered nothing."""
    payload: dict[str, Any] = json.loads(call.payload)
    if payload.pop("reply_parameters", None) is None:
        return None
    return replace(call, payload=_written(payload))


def _moved(call: Call, chat_id: int) -> Call:
    """The same call for the group's new number; it stays in its lane."""
    payload = {**json.loads(call.payload), "chat_id": chat_id}
    return replace(call, chat_id=chat_id, payload=_written(payload))


def _written(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
