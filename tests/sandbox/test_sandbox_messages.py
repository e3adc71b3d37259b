"""Sending, editing, deleting, answering: what Telegram takes and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.client import Sim
from tests.sandbox.conftest import Api

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def buttons(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in labels]}


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "\u200b \u2060"}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "🏟" * 2049}, "message is too long"),
        ({"text": "a", "message_thread_id": 5}, "message thread not found"),
        ({"text": "a", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
        ({"text": "a", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "a", "chat_id": ""}, "chat_id is empty"),
        ({"text": "a", "chat_id": "@tidak_ada"}, "chat not found"),
        (
            {"text": "a", "message_thread_id": "x"},
            'field "message_thread_id" must be a valid Number',
        ),
    ],
)
async def test_messages_refused(api: Api, slamet: int, params: dict[str, Any], why: str) -> None:
    asked = {"chat_id": slamet, **params}
    assert await api.refused("sendMessage", **asked) == f"Bad Request: {why}"


async def test_the_longest_message_is_4096_units(api: Api, slamet: int) -> None:
    await api.ok("sendMessage", chat_id=slamet, text="🏟" * 2048)
    await api.ok("sendMessage", chat_id=slamet, text="a" * 4096)


async def test_markup_is_read_before_the_chat(api: Api) -> None:
    refusal = await api.refused("sendMessage", chat_id=1, text="<x>", parse_mode="HTML")
    assert "Unsupported start tag" in refusal


@pytest.mark.parametrize(
    ("button", "why"),
    [
        ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "a"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "a"}, "can't parse inline keyboard button: Can't find field \"text\""),
        *(
            (
                {"text": nothing, "callback_data": "a"},
                "can't parse inline keyboard button: Button text must be non-empty",
            )
            for nothing in ("", "  ", "\u200b", "\u2060\ufeff")
        ),
        (
            {"text": "a", "url": "bukan alamat"},
            "inline keyboard button URL 'bukan alamat' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_buttons_refused(api: Api, slamet: int, button: dict[str, str], why: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert (
        await api.refused("sendMessage", chat_id=slamet, text="a", reply_markup=markup)
        == f"Bad Request: {why}"
    )


async def test_sixty_four_bytes_are_enough_and_a_hundred_buttons_the_most(
    api: Api, slamet: int
) -> None:
    await api.ok("sendMessage", chat_id=slamet, text="a", reply_markup=buttons("x" * 64))
    many = buttons(*(str(n) for n in range(101)))
    assert (
        await api.refused("sendMessage", chat_id=slamet, text="a", reply_markup=many)
        == "Bad Request: reply markup is too long"
    )


async def test_an_edit_changes_text_and_buttons(api: Api, sim: Sim, slamet: int) -> None:
    sent = await api.ok("sendMessage", chat_id=slamet, text="a", reply_markup=buttons("x"))
    where = {"chat_id": slamet, "message_id": sent["message_id"]}
    again = {"text": "a", "reply_markup": buttons("x")}
    assert await api.refused("editMessageText", **where, **again) == NOT_MODIFIED
    edited = await api.ok("editMessageText", **where, text="<i>a</i>", parse_mode="HTML")
    assert edited["entities"] == [{"offset": 0, "length": 1, "type": "italic"}]
    assert "reply_markup" not in edited
    assert edited["edit_date"]
    with_buttons = await api.ok("editMessageReplyMarkup", **where, reply_markup=buttons("y"))
    assert with_buttons["reply_markup"] == buttons("y")
    assert await api.refused("editMessageReplyMarkup", **where, reply_markup=buttons("y")) == (
        NOT_MODIFIED
    )
    assert (await sim.screen(slamet)).edits == 2


async def test_edits_refused(api: Api, sim: Sim, slamet: int) -> None:
    said = (await sim.messages(slamet))[0].id
    where = {"chat_id": slamet, "text": "b"}
    assert await api.refused("editMessageText", **where, message_id=said) == (
        "Bad Request: message can't be edited"
    )
    assert await api.refused("editMessageText", **where, message_id=5) == (
        "Bad Request: message to edit not found"
    )
    sent = await api.ok("sendMessage", chat_id=slamet, text="a")
    await api.ok("deleteMessage", chat_id=slamet, message_id=sent["message_id"])
    assert await api.refused("editMessageText", **where, message_id=sent["message_id"]) == (
        "Bad Request: message to edit not found"
    )
    assert await api.refused("deleteMessage", chat_id=slamet, message_id=sent["message_id"]) == (
        "Bad Request: message to delete not found"
    )
    text = await api.ok("sendMessage", chat_id=slamet, text="a")
    refusal = await api.refused(
        "editMessageCaption", chat_id=slamet, message_id=text["message_id"], caption="c"
    )
    assert refusal == "Bad Request: there is no caption in the message to edit"


async def test_old_messages_cannot_be_deleted(api: Api, sim: Sim, slamet: int) -> None:
    sent = await api.ok("sendMessage", chat_id=slamet, text="a")
    await sim.skip(48 * 3600 + 1)
    assert await api.refused("deleteMessage", chat_id=slamet, message_id=sent["message_id"]) == (
        "Bad Request: message can't be deleted for everyone"
    )


async def test_a_tap_is_answered_once_and_in_time(api: Api, sim: Sim, slamet: int) -> None:
    await api.ok("sendMessage", chat_id=slamet, text="a", reply_markup=buttons("ya"))
    first = await sim.tap(slamet, "ya")
    update = (await api.updates())[-1]["callback_query"]
    assert (update["id"], update["data"], update["message"]["text"]) == (
        first["query_id"],
        "ya",
        "a",
    )
    assert [q["id"] for q in await sim.pending(slamet)] == [first["query_id"]]
    answer = {"callback_query_id": first["query_id"], "text": "baik", "show_alert": True}
    await api.ok("answerCallbackQuery", **answer)
    toast = (await sim.toasts(slamet))[0]
    assert (toast["text"], toast["alert"], toast["user"]) == ("baik", True, slamet)
    assert await api.refused("answerCallbackQuery", **answer) == TOO_OLD
    late = await sim.tap(slamet, "ya")
    await sim.skip(61)
    assert await api.refused("answerCallbackQuery", callback_query_id=late["query_id"]) == TOO_OLD


async def test_reply_keyboards_come_and_go(api: Api, sim: Sim, slamet: int) -> None:
    await api.ok(
        "sendMessage", chat_id=slamet, text="a", reply_markup={"keyboard": [["Ya"], ["Tidak"]]}
    )
    assert (await sim.screen(slamet)).keyboard == ["Ya", "Tidak"]
    await api.ok("sendMessage", chat_id=slamet, text="b")
    assert (await sim.screen(slamet)).keyboard == ["Ya", "Tidak"]
    await api.ok("sendMessage", chat_id=slamet, text="c", reply_markup={"remove_keyboard": True})
    assert (await sim.screen(slamet)).keyboard == []


async def test_copies_and_forwards(api: Api, sim: Sim, slamet: int) -> None:
    said = (await sim.messages(slamet))[0].id
    where = {"chat_id": slamet, "from_chat_id": slamet, "message_id": said}
    copy = await api.ok("copyMessage", **where)
    assert set(copy) == {"message_id"}
    forwarded = await api.ok("forwardMessage", **where)
    assert forwarded["forward_origin"]["sender_user"]["id"] == slamet
    assert await api.refused("copyMessage", **{**where, "message_id": 1}) == (
        "Bad Request: message to copy not found"
    )


async def test_reactions_must_be_ones_phones_can_show(api: Api, sim: Sim, slamet: int) -> None:
    said = (await sim.messages(slamet))[0].id
    where = {"chat_id": slamet, "message_id": said}
    for emoji, refused in (("👌", False), ("❤️", False), ("✅", True)):
        reaction = [{"type": "emoji", "emoji": emoji}]
        status, answer = await api.raw("setMessageReaction", **where, reaction=reaction)
        assert (status == 400) is refused, answer
    assert (await sim.messages(slamet))[0].reactions
    await api.ok("setMessageReaction", **where, reaction=[])
    assert (await sim.messages(slamet))[0].reactions == {}


async def test_pins(api: Api, slamet: int) -> None:
    sent = await api.ok("sendMessage", chat_id=slamet, text="penting")
    await api.ok("pinChatMessage", chat_id=slamet, message_id=sent["message_id"])
    pinned = (await api.ok("getChat", chat_id=slamet))["pinned_message"]
    assert pinned["text"] == "penting"
    await api.ok("unpinChatMessage", chat_id=slamet)
    assert await api.refused("unpinChatMessage", chat_id=slamet) == (
        "Bad Request: message to unpin not found"
    )


async def test_commands_by_scope_and_language(api: Api, sim: Sim, slamet: int) -> None:
    group = await sim.group("Petugas", [slamet])
    officer = await sim.user("Bu Wati")
    await sim.member(group, officer, "member")

    async def put(name: str, **scope: Any) -> None:
        commands = [{"command": name, "description": name}]
        await api.ok("setMyCommands", commands=commands, **scope)

    await put("umum")
    await put("pribadi", scope={"type": "all_private_chats"})
    await put("private", scope={"type": "all_private_chats"}, language_code="en")
    await put("desk", scope={"type": "chat", "chat_id": group})
    await put("admin", scope={"type": "chat_administrators", "chat_id": group})

    async def menu(user: int, chat: int | None = None) -> list[str]:
        return [c["command"] for c in (await sim.bot(user, chat))["commands"]]

    tourist = await sim.user("Jane", language_code="en")
    assert await menu(slamet) == ["pribadi"]
    assert await menu(tourist) == ["private"]
    assert await menu(officer, group) == ["desk"]
    assert await menu(slamet, group) == ["admin"]
    await api.ok("deleteMyCommands", scope={"type": "all_private_chats"})
    assert await menu(slamet) == ["umum"]
    assert await api.refused(
        "setMyCommands", commands=[{"command": "X-y", "description": "a"}]
    ) == ("Bad Request: BOT_COMMAND_INVALID")


async def test_group_limit_counts_sends_edits_and_new_topics(
    api: Api, sim: Sim, slamet: int
) -> None:
    group = await sim.group("Petugas", [slamet])
    await sim.limits(on=True)
    sent = await api.ok("sendMessage", chat_id=group, text="0")
    for n in range(1, 10):
        await api.ok("sendMessage", chat_id=group, text=str(n))
    for n in range(9):
        where = {"chat_id": group, "message_id": sent["message_id"]}
        await api.ok("editMessageText", **where, text=f"edit {n}")
    await api.ok("createForumTopic", chat_id=group, name="kasus")
    status, answer = await api.raw("sendMessage", chat_id=group, text="kebanyakan")
    assert status == 429
    assert 50 <= answer["parameters"]["retry_after"] <= 60
    await api.ok("sendChatAction", chat_id=group, action="typing")
    await api.ok("sendMessage", chat_id=slamet, text="peserta tidak menunggu")
    await sim.skip(answer["parameters"]["retry_after"])
    await api.ok("sendMessage", chat_id=group, text="sekarang boleh")
