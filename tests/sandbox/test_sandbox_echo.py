"""What a message says of itself comes back as it was asked for, and nothing else does."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.client import Sim
from sandbox.control.samples import picture
from tests.sandbox.conftest import Api


async def test_a_photo_comes_in_several_sizes(api: Api, sim: Sim, slamet: int) -> None:
    await sim.send(slamet, "photo", picture(1000, 500))
    sizes = (await api.updates())[-1]["message"]["photo"]
    assert [(s["width"], s["height"]) for s in sizes] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    assert len({s["file_id"] for s in sizes}) == 4
    small = await api.ok("getFile", file_id=sizes[0]["file_id"])
    assert small["file_path"].startswith("photos/")
    again = await api.ok("sendPhoto", chat_id=slamet, photo=sizes[0]["file_id"])
    assert again["photo"] == sizes


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"protect_content": True}, {"has_protected_content": True}),
        ({"message_effect_id": "5104841245755180586"}, {"effect_id": "5104841245755180586"}),
        ({"show_caption_above_media": True}, {"show_caption_above_media": True}),
        ({"has_spoiler": True}, {"has_media_spoiler": True}),
    ],
)
async def test_looks(
    api: Api, sim: Sim, slamet: int, asked: dict[str, Any], said: dict[str, Any]
) -> None:
    await sim.send(slamet, "photo")
    photo = (await api.updates())[-1]["message"]["photo"][-1]["file_id"]
    sent = await api.ok("sendPhoto", chat_id=slamet, photo=photo, caption="a", **asked)
    assert said.items() <= sent.items()
    plain = await api.ok("sendPhoto", chat_id=slamet, photo=photo, caption="a")
    assert plain.keys() & said.keys() == set()


async def test_link_previews(api: Api, slamet: int) -> None:
    options = {"is_disabled": True, "asing": 1}
    sent = await api.ok("sendMessage", chat_id=slamet, text="a", link_preview_options=options)
    assert sent["link_preview_options"] == {"is_disabled": True}
    old = await api.ok("sendMessage", chat_id=slamet, text="a", disable_web_page_preview=True)
    assert old["link_preview_options"] == {"is_disabled": True}


async def test_messages_in_a_topic_hang_on_it(api: Api, sim: Sim, slamet: int) -> None:
    group = await sim.group("Petugas", [slamet])
    topic = await api.ok("createForumTopic", chat_id=group, name="Kasus 1")
    thread = topic["message_thread_id"]
    sent = await api.ok("sendMessage", chat_id=group, message_thread_id=thread, text="a")
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "Kasus 1"
    assert sent["reply_to_message"]["message_id"] == thread


def row(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Ya", **button}]]}


async def test_unknown_fields_of_a_button_are_dropped(api: Api, slamet: int) -> None:
    markup = row(callback_data="x", style="danger", asing=1)
    sent = await api.ok("sendMessage", chat_id=slamet, text="a", reply_markup=markup)
    assert sent["reply_markup"] == row(callback_data="x", style="danger")


@pytest.mark.parametrize(
    ("button", "why"),
    [
        ({"callback_data": "x", "url": "https://contoh.id"}, "exclude each other"),
        ({"callback_data": "x", "style": "merah"}, "invalid button style specified"),
        ({"url": 5}, 'Field "url" must be of type String'),
        ({}, "Text buttons are unallowed"),
        ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
    ],
)
async def test_buttons_refused(api: Api, slamet: int, button: dict[str, Any], why: str) -> None:
    markup = row(**button)
    assert why in await api.refused("sendMessage", chat_id=slamet, text="a", reply_markup=markup)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('<tg-time unix="1795582800" format="wDT">Senin</tg-time>', "HTML"),
        ("![Senin](tg://time?unix=1795582800&format=wDT)", "MarkdownV2"),
    ],
)
async def test_a_moment_in_a_text(api: Api, slamet: int, text: str, mode: str) -> None:
    sent = await api.ok("sendMessage", chat_id=slamet, text=text, parse_mode=mode)
    assert (sent["text"], sent["entities"]) == (
        "Senin",
        [
            {
                "offset": 0,
                "length": 5,
                "type": "date_time",
                "unix_time": 1795582800,
                "date_time_format": "wDT",
            }
        ],
    )


@pytest.mark.parametrize("tag", ['unix="besok"', 'unix="5" format="XX"', ""])
async def test_moments_refused(api: Api, slamet: int, tag: str) -> None:
    text = f"<tg-time {tag}>Senin</tg-time>"
    refusal = await api.refused("sendMessage", chat_id=slamet, text=text, parse_mode="HTML")
    assert "can't parse entities" in refusal


async def test_albums(api: Api, sim: Sim, slamet: int) -> None:
    await sim.send(slamet, "photo")
    photo = (await api.updates())[-1]["message"]["photo"][-1]["file_id"]
    one = {"type": "photo", "media": photo}
    [alone] = await api.ok("sendMediaGroup", chat_id=slamet, media=[one])
    assert "media_group_id" not in alone
    pair = await api.ok("sendMediaGroup", chat_id=slamet, media=[one, one])
    assert pair[0]["media_group_id"] == pair[1]["media_group_id"]
    for media, why in (
        ([], "there are no messages to send"),
        ([one] * 11, "too many messages to send as an album"),
        ([one, {"type": "document"}], "document can't be mixed with other media types"),
    ):
        assert await api.refused("sendMediaGroup", chat_id=slamet, media=media) == (
            f"Bad Request: {why}"
        )
