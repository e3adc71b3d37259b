"""The model of the Bot API, what agrees with it, and that a test which strays from it fails."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.calllog import CallLog, Entry
from sandbox.updates import UpdateQueue
from sandbox.witness import WITNESSES
from tests.botapi.agree import Agreement
from tests.botapi.model import read
from tests.botapi.witness import Onlooker, shape_of

USER = {"id": 1, "is_bot": False, "first_name": "Sari"}
CHAT = {"id": 1, "type": "private", "first_name": "Sari"}
MESSAGE = {"message_id": 1, "date": 0, "chat": CHAT, "from": USER, "text": "a"}
BUTTON = {"text": "Ya", "callback_data": "x"}
KEYS = {"inline_keyboard": [[BUTTON]]}


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return Agreement(read())


def test_the_whole_specification_is_read(agreement: Agreement) -> None:
    model = agreement.model
    assert len(model.methods) > 180
    assert {"getupdates", "sendmessage", "setwebhook"} <= model.methods.keys()
    assert model.methods.keys() == model.returns.keys()
    assert model.types["Message"].fields["from"].required is False


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": KEYS}),
        ("SENDMESSAGE", {"chat_id": "@kantor", "text": "a", "disable_notification": "true"}),
        ("sendPhoto", {"chat_id": 1, "photo": {"file": "a.png", "size": 5}}),
        (
            "sendMediaGroup",
            {
                "chat_id": 1,
                "media": [{"type": "photo", "media": "attach://a"}],
                "a": {"file": "a.png", "size": 5},
            },
        ),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}),
        ("setMessageReaction", {"chat_id": 1, "message_id": 1, "reaction": []}),
    ],
)
def test_calls_that_agree(agreement: Agreement, method: str, params: dict[str, Any]) -> None:
    assert agreement.call(method, params) == []


@pytest.mark.parametrize(
    ("method", "params", "why"),
    [
        ("sendNothing", {}, "sendNothing: there is no such method"),
        ("sendMessage", {"chat_id": 1}, "sendMessage: text is missing in SendMessage"),
        (
            "editMessageText",
            {"text": "a", "message_thread_id": 5},
            "editMessageText: message_thread_id is unknown to EditMessageText",
        ),
        ("sendMessage", {"chat_id": 1, "text": 5}, "sendMessage: text is int, not str"),
        ("deleteMessage", {"chat_id": 1, "message_id": True}, "message_id is bool, not int"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [BUTTON]}},
            "reply_markup.inline_keyboard[0] is dict, not a list",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a"}]},
            "commands[0].description is missing in BotCommand",
        ),
    ],
)
def test_calls_that_stray(
    agreement: Agreement, method: str, params: dict[str, Any], why: str
) -> None:
    assert why in " ".join(agreement.call(method, params))


@pytest.mark.parametrize(
    ("strange", "why"),
    [
        ({"chat": {"id": 1, "type": 5}}, "update message.chat.type is int, not str"),
        ({"kabar": 1}, "update message.kabar is unknown to Message"),
        ({"from": {"id": 1}}, "message.from.is_bot is missing in User"),
        ({"rich_message": {"blocks": [{"type": "paragraph", "text": 5}]}}, "text is int"),
        ({"photo": [{"file_id": "a"}]}, "message.photo[0].width is missing in PhotoSize"),
    ],
)
def test_updates_that_stray(agreement: Agreement, strange: dict[str, Any], why: str) -> None:
    assert agreement.update("message", MESSAGE) == []
    assert why in " ".join(agreement.update("message", {**MESSAGE, **strange}))


def test_results_are_judged_by_what_the_method_returns(agreement: Agreement) -> None:
    assert agreement.result("sendMessage", MESSAGE) == []
    assert agreement.result("sendChatAction", True) == []
    rich = {"blocks": [{"type": "paragraph", "text": ["a", {"type": "bold", "text": "b"}]}]}
    assert agreement.result("sendMessage", {**MESSAGE, "rich_message": rich}) == []
    assert "message_id is missing" in " ".join(agreement.result("sendMessage", {"date": 0}))
    member = {"status": "member", "user": USER}
    assert agreement.result("getChatMember", member) == []
    owner = agreement.result("getChatMember", {**member, "status": "creator"})
    assert owner == ["getChatMember answered result.is_anonymous is missing in ChatMemberOwner"]


def test_equal_shapes_are_judged_once_and_different_ones_are_not_mixed_up() -> None:
    assert shape_of({"a": [1, 2], "b": "x"}) == shape_of({"a": [3], "b": "y"})
    assert shape_of({"a": [1, "2"]}) != shape_of({"a": [1]})
    assert shape_of({"a": 1}) != shape_of({"a": True})
    assert shape_of({"type": "photo"}) != shape_of({"type": "video"})


def test_what_strays_is_told_each_time_and_once() -> None:
    onlooker = Onlooker()
    for _ in range(2):
        onlooker.called(Entry(1, 0.0, "sendMessage", {"chat_id": 1, "tex": "a"}, code=200))
        assert onlooker.found() == [
            "sendMessage: tex is unknown to SendMessage",
            "sendMessage: text is missing in SendMessage",
        ]
        assert onlooker.found() == []
    onlooker.called(Entry(1, 0.0, "sendMessage", {}, code=200, result={}))
    assert all("answered" in each for each in onlooker.found(calls=False))


def test_what_the_sandbox_refused_is_not_judged_again_but_a_fault_hides_nothing() -> None:
    onlooker = Onlooker()
    onlooker.called(Entry(1, 0.0, "sendMessage", {}, code=400))
    assert onlooker.found() == []
    onlooker.called(Entry(1, 0.0, "sendMessage", {}, code=400, fault="error"))
    assert onlooker.found()


def test_every_log_and_every_queue_of_this_process_is_heard() -> None:
    onlooker = Onlooker()
    WITNESSES.append(onlooker)
    try:
        log = CallLog()
        log.end(log.begin(0, "getMe", {"asing": 1}), 0, 502, None)
        UpdateQueue().push("message", {"message_id": 1, "date": 0})
    finally:
        WITNESSES.remove(onlooker)
        heard = next(w for w in WITNESSES if isinstance(w, Onlooker)).found()
    assert onlooker.found() == heard
    assert heard == [
        "getMe: asing is unknown to GetMe",
        "update message.chat is missing in Message",
    ]
