"""sendPoll, stopPoll, and what a vote changes."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.keyboards import inline_keyboard
from sandbox.markup import formatted
from sandbox.messages import Message
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.people import User
from sandbox.posting import own_message, post, revise
from sandbox.world import World

OPTIONS_AT_MOST = 12
QUESTION_LIMIT = 300
OPTION_LIMIT = 100
_FLAGS = ("allows_multiple_answers", "allows_revoting", "members_only")


def _options(params: Params) -> list[dict[str, Any]]:
    """PollOption objects; a bare text counts as InputPollOption. Raises 400."""
    given = params.obj("options", "options")
    if not isinstance(given, list):
        raise bad("expected an Array of String as options")
    if not given:
        raise bad("poll must have at least 1 option")
    if len(given) > OPTIONS_AT_MOST:
        raise bad(f"poll can't have more than {OPTIONS_AT_MOST} options")
    options = []
    for n, each in enumerate(given):
        asked = each if isinstance(each, dict) else {"text": str(each)}
        text, _ = formatted(str(asked.get("text", "")), str(asked.get("text_parse_mode") or ""))
        if not 1 <= len(text) <= OPTION_LIMIT:
            raise bad(f"poll options length must not exceed {OPTION_LIMIT}")
        options.append({"persistent_id": str(n), "text": text, "voter_count": 0})
    return options


@method("sendPoll")
def send_poll(world: World, params: Params) -> Any:
    question, _ = formatted(params.text("question"), params.text("question_parse_mode"))
    if not question:
        raise bad("poll question must be non-empty")
    if len(question) > QUESTION_LIMIT:
        raise bad(f"poll question length must not exceed {QUESTION_LIMIT}")
    kind = params.text("type") or "regular"
    if kind not in ("regular", "quiz"):
        raise bad("unsupported poll type specified")
    poll: dict[str, Any] = {
        "id": str(5_000_000_000_000_000_000 + world.log.last),
        "question": question,
        "options": _options(params),
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous", True),
        "type": kind,
        **{name: params.flag(name) for name in _FLAGS},
        **(_quiz(params) if kind == "quiz" else {}),
    }
    for name in ("open_period", "close_date"):
        if (given := params.whole(name)) is not None:
            poll[name] = given
    return post(world, params, {"poll": poll}).body


def _quiz(params: Params) -> dict[str, Any]:
    """What only a quiz has. Raises 400 without a right answer."""
    right = params.obj("correct_option_ids")
    if right is None and (one := params.whole("correct_option_id")) is not None:
        right = [one]
    if not isinstance(right, list) or not right:
        raise bad("wrong correct option ID specified")
    explanation, _ = formatted(params.text("explanation"), params.text("explanation_parse_mode"))
    told = {"explanation": explanation} if explanation else {}
    return {"correct_option_ids": right, "correct_option_id": right[0], **told}


@method("stopPoll")
def stop_poll(world: World, params: Params) -> Any:
    chat, message = own_message(world, params, "stop")
    poll = message.body.get("poll")
    if poll is None:
        raise bad("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    closed = {**poll, "is_closed": True}
    markup = inline_keyboard(params)
    content = {"poll": closed, **({"reply_markup": markup} if markup else {})}
    revise(world, chat, message, ("reply_markup",), content)
    world.queue.push("poll", closed)
    return closed


def vote(world: World, user: User, message: Message, chosen: list[int]) -> None:
    """A person chooses, once. Raises `ValueError` where that is not possible."""
    poll = message.body.get("poll")
    if poll is None or poll["is_closed"]:
        raise ValueError(f"message {message.id} is no open poll")
    if not chosen or not set(chosen) <= set(range(len(poll["options"]))):
        raise ValueError(f"there are options 0 to {len(poll['options']) - 1}")
    options = [
        {**each, "voter_count": each["voter_count"] + (n in chosen)}
        for n, each in enumerate(poll["options"])
    ]
    poll = {**poll, "options": options, "total_voter_count": poll["total_voter_count"] + 1}
    message.body = {**message.body, "poll": poll}
    world.queue.push("poll", poll)
    if not poll["is_anonymous"]:
        answer = {
            "poll_id": poll["id"],
            "user": user.card(),
            "option_ids": chosen,
            "option_persistent_ids": [str(n) for n in chosen],
        }
        world.queue.push("poll_answer", answer)
