"""sendMessage, sendLocation, sendContact, sendChatAction."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import post, read_text
from sandbox.world import World

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@method("sendMessage")
def send_message(world: World, params: Params) -> Any:
    return post(world, params, read_text(params)).body


def read_place(params: Params) -> dict[str, Any]:
    """A Location. Raises 400 for what is nowhere on earth."""
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or longitude is None:
        raise bad("latitude is empty" if latitude is None else "longitude is empty")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise bad("wrong latitude or longitude specified")
    place: dict[str, Any] = {"latitude": latitude, "longitude": longitude}
    if (accuracy := params.number("horizontal_accuracy")) is not None:
        place["horizontal_accuracy"] = accuracy
    for name in ("live_period", "heading", "proximity_alert_radius"):
        if given := params.whole(name):
            place[name] = given
    return place


@method("sendLocation")
def send_location(world: World, params: Params) -> Any:
    return post(world, params, {"location": read_place(params)}).body


@method("sendVenue")
def send_venue(world: World, params: Params) -> Any:
    place = read_place(params)
    venue = {
        "location": place,
        "title": params.text("title"),
        "address": params.text("address"),
    }
    return post(world, params, {"location": place, "venue": venue}).body


@method("sendContact")
def send_contact(world: World, params: Params) -> Any:
    phone, name = params.text("phone_number"), params.text("first_name")
    if not phone:
        raise bad("phone number is empty")
    if not name:
        raise bad("first name is empty")
    contact = {"phone_number": phone, "first_name": name}
    if last := params.text("last_name"):
        contact["last_name"] = last
    return post(world, params, {"contact": contact}).body


@method("sendChatAction")
def send_chat_action(world: World, params: Params) -> Any:
    chat = world.chat_for_bot(params.text("chat_id"))
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat.action = (action, world.clock.now(), params.whole("message_thread_id"))
    if world.events.watched:
        world.events.publish({"type": "action", "chat": chat.id, "action": action})
    return True
