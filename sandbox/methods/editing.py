"""editMessageText, editMessageCaption, editMessageReplyMarkup, editMessageMedia."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.keyboards import inline_keyboard
from sandbox.messages import MEDIA_FIELDS, kind_of
from sandbox.methods.media import album_content
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import own_message, read_caption, read_text, revise
from sandbox.world import World


def _with_keyboard(content: dict[str, Any], params: Params) -> dict[str, Any]:
    markup = inline_keyboard(params)
    return {**content, "reply_markup": markup} if markup else content


@method("editMessageText")
def edit_text(world: World, params: Params) -> Any:
    content = _with_keyboard(read_text(params), params)
    chat, message = own_message(world, params)
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    return revise(world, chat, message, ("text", "entities", "reply_markup"), content).body


@method("editMessageCaption")
def edit_caption(world: World, params: Params) -> Any:
    content = _with_keyboard(read_caption(params), params)
    chat, message = own_message(world, params)
    if kind_of(message.body) in ("text", "service", "location", "contact", "sticker"):
        raise bad("there is no caption in the message to edit")
    drop = ("caption", "caption_entities", "reply_markup")
    return revise(world, chat, message, drop, content).body


@method("editMessageReplyMarkup")
def edit_markup(world: World, params: Params) -> Any:
    content = _with_keyboard({}, params)
    chat, message = own_message(world, params)
    return revise(world, chat, message, ("reply_markup",), content).body


@method("editMessageMedia")
def edit_media(world: World, params: Params) -> Any:
    given = params.obj("media", "media")
    if not isinstance(given, dict):
        raise bad("can't parse InputMedia: expected an Object")
    content = _with_keyboard(album_content(world, params, given), params)
    chat, message = own_message(world, params)
    drop = ("text", "entities", "caption", "caption_entities", "reply_markup", *MEDIA_FIELDS)
    return revise(world, chat, message, drop, content).body
