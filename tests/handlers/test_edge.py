"""The edge without a wire: what Telegram delivers as events, what is said about the bot, a screen
as a call."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from app.clock import day_of
from flows.aside import Aside, View
from flows.buttons import pack
from flows.commands import StaffCommand
from flows.events import Commanded, Corrected, Event, Pressed, Sent, Wrote
from flows.library import Library
from flows.screen import Button, Screen
from flows.texts.html import Html
from handlers.brain import Brain
from handlers.desk.desk import Desk
from handlers.events import event_of
from handlers.media import remember_file
from handlers.outgoing import message, unlinked, worded
from handlers.register import profile_calls
from store import files
from store.about import Upload
from store.database import Database
from store.outcome import ACCEPTED, Outcome
from store.unit import make_call

GROUP = -1001

PERSON = {"id": 5, "is_bot": False, "first_name": "Slamet"}
CHAT = {"id": 5, "type": "private", "first_name": "Slamet"}
FILE = {"file_id": "-", "file_unique_id": "-"}
PLACE = {"longitude": 1.0, "latitude": 2.0}
SOUND = {**FILE, "duration": 1}
PICTURE = {**FILE, "width": 1, "height": 1}


def said(**what: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": 1_700_000_000, "from": PERSON, "chat": CHAT, **what}


def event(**update: Any) -> Event | None:
    read = Update.de_json({"update_id": 1, **update}, None)
    assert read is not None
    return event_of(read)


def test_a_message_says_on_which_day_it_was_written() -> None:
    update = Update.de_json({"update_id": 1, "message": said(text="kemarin")}, None)
    assert update is not None
    event = event_of(update, partial(day_of, pinned=None))
    assert event == Wrote("kemarin", message_id=7, written=date(2023, 11, 15))


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({"text": "halo"}, Wrote("halo", message_id=7)),
        ({"text": "ini [NIK] saya"}, Wrote("ini [NIK] saya", frozenset({"nik"}), message_id=7)),
        ({"text": "/start"}, Commanded("start")),
        ({"text": "/Start@TemanBot  cek-hak "}, Commanded("start", "cek-hak")),
        ({"photo": [PICTURE]}, Sent("foto", message_id=7)),
        (
            {"photo": [PICTURE], "caption": "KTP [NIK]"},
            Sent("foto", "KTP [NIK]", frozenset({"nik"}), 7),
        ),
        ({"video": {**PICTURE, "duration": 1}}, Sent("foto", message_id=7)),
        ({"animation": {**PICTURE, "duration": 1}}, Sent("stiker", message_id=7)),
        (
            {"sticker": {**PICTURE, "type": "regular", "is_animated": False, "is_video": False}},
            Sent("stiker", message_id=7),
        ),
        ({"voice": SOUND}, Sent("suara", message_id=7)),
        ({"audio": SOUND}, Sent("suara", message_id=7)),
        ({"video_note": {**SOUND, "length": 1}}, Sent("suara", message_id=7)),
        ({"document": FILE}, Sent("dokumen", message_id=7)),
        ({"location": PLACE}, Sent("lokasi", message_id=7, place=(2.0, 1.0))),
        (
            {
                "venue": {"location": PLACE, "title": "Kantor", "address": "Jl. A"},
                "location": PLACE,
            },
            Sent("lokasi", message_id=7, place=(2.0, 1.0)),
        ),
        ({"contact": {"phone_number": "-", "first_name": "A"}}, Sent("kontak", message_id=7)),
        ({"dice": {"value": 1, "emoji": "🎲"}}, Sent("lain", message_id=7)),
    ],
)
def test_a_message_is_an_event(what: dict[str, Any], expected: Event) -> None:
    assert event(message=said(**what)) == expected


@pytest.mark.parametrize(
    "what",
    [
        {"new_chat_title": "A"},
        {"group_chat_created": True},
        {"pinned_message": said(text="a")},
        {"write_access_allowed": {}},
        {"users_shared": {"request_id": 1, "users": []}},
        {},
    ],
)
def test_a_service_message_is_nobodys_words(what: dict[str, Any]) -> None:
    assert event(message=said(**what)) is None


def test_a_part_of_an_album_names_it() -> None:
    sent = event(message=said(photo=[PICTURE], media_group_id="77"))
    assert sent == Sent("foto", message_id=7, album="77")


def test_a_live_location_that_moves_is_silence() -> None:
    assert event(edited_message=said(location={**PLACE, "live_period": 900})) is None


def test_a_replaced_picture_has_no_words() -> None:
    assert event(edited_message=said(photo=[PICTURE])) == Corrected(message_id=7, worded=False)


def test_a_forwarded_text_is_known_as_such() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "A", "date": 1_700_000_000}
    assert event(message=said(text="halo", forward_origin=origin)) == Wrote(
        "halo", forwarded=True, message_id=7
    )


@pytest.mark.parametrize("field", ["text", "caption"])
def test_what_an_edit_hides_is_known(field: str) -> None:
    edited = said(edit_date=1_700_000_001, **{field: "[kode rahasia]"})
    assert event(edited_message=edited) == Corrected(frozenset({"otp"}), 7)


def test_a_press_names_its_message_where_there_is_one() -> None:
    pressed = {"id": "9", "from": PERSON, "chat_instance": "1", "data": pack(Aside(View.MENU))}
    assert event(callback_query=pressed) == Pressed(Aside(View.MENU))
    assert event(callback_query={**pressed, "message": said(text="a")}) == Pressed(
        Aside(View.MENU), 7
    )
    assert event(callback_query={**pressed, "data": "?"}) == Pressed(None)


def test_what_nobody_did_is_no_event() -> None:
    assert event(channel_post={**said(text="a"), "chat": {"id": -7, "type": "channel"}}) is None


@pytest.fixture
def brain(library: Library, today: date) -> Brain:
    return Brain(library, lambda: today)


def test_the_commands_of_participants_and_staff_stand_where_they_are_used(brain: Brain) -> None:
    now = datetime(2026, 11, 20, 3, tzinfo=UTC)
    desk = Desk(brain, GROUP, None, lambda: now)
    calls = profile_calls(brain, desk)
    scopes = [(method, what["scope"]) for method, what in calls if "scope" in what]
    assert scopes == [
        ("setMyCommands", {"type": "all_private_chats"}),
        ("deleteMyCommands", {"type": "all_group_chats"}),
        *(("setMyCommands", {"type": "chat", "chat_id": group}) for group in sorted(desk.groups())),
    ]
    listed = [what["commands"] for _method, what in calls if "commands" in what]
    named = [{one["command"] for one in commands} for commands in listed]
    guides = {guide.command for guide in brain.library.guides.values() if guide.command}
    assert named[0] >= {"start", "menu", "petugas"} | guides
    assert named[1:] == [set(StaffCommand)] * len(desk.groups())
    assert all(one["description"] for commands in listed for one in commands)
    assert {method for method, _what in profile_calls(brain)} == {method for method, _w in calls}
    assert len(profile_calls(brain)) == 4


def test_the_bot_is_described(brain: Brain) -> None:
    said = dict(profile_calls(brain))
    assert said["setMyDescription"]["description"]
    assert said["setMyShortDescription"]["short_description"]


def test_a_screen_is_a_call() -> None:
    text = Html("<b>Halo</b>")
    assert worded(text) == {"text": text, "parse_mode": "HTML"}
    assert worded(text, "caption") == {"caption": text, "parse_mode": "HTML"}
    assert unlinked(text)["link_preview_options"] == {"is_disabled": True}
    bare = message(5, Screen(id="a", text=text))
    assert bare == {"chat_id": 5, **unlinked(text)}
    menu = Button("Menu", Aside(View.MENU))
    shown = message(5, Screen(id="a", text=text, nav=((menu,),)))
    row = [{"text": "Menu", "callback_data": menu.data}]
    assert shown["reply_markup"] == {"inline_keyboard": [row]}


@pytest.mark.parametrize(
    ("kind", "result", "kept"),
    [
        ("photo", {"photo": [{"file_id": "small"}, {"file_id": "large"}]}, "large"),
        ("voice", {"voice": {"file_id": "recording"}}, "recording"),
        ("photo", {"photo": []}, None),
        ("photo", {}, None),
        ("photo", True, None),
    ],
)
async def test_the_number_of_the_largest_size_is_kept(
    tmp_path: Path, kind: str, result: Any, kept: str | None
) -> None:
    call = make_call("sendPhoto", {"chat_id": 5}, chat_id=5)
    database = await Database.open(tmp_path / "bot.db")
    async with database.transaction() as transaction:
        await remember_file(Upload("a.png", kind), Outcome(call, ACCEPTED, result), transaction)
        assert await files.one(transaction, "a.png") == kept
    await database.close()
