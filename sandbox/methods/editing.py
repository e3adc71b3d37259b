"""editMessageText, editMessageCaption, editMessageReplyMarkup, editMessageMedia."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.keyboards import inline_keyboard
from sandbox.messages import MEDIA_FIELDS, kind_of
from sandbox.methods.media import LOOKS, above, album_content
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import own_message, read_caption, read_text, revise
from sandbox.world import World

_TEXT = ("text", "entities", "link_preview_options", "reply_markup")


def _with_keyboard(content: dict[str, Any], params: Params) -> dict[str, Any]:
    markup = inline_keyboard(params)
    return {**content, "reply_markup": markup} if markup else content


@method("editMessageText")
def edit_text(world: World, params: Params) -> Any:
    content = _with_keyboard(read_text(params), params)
    chat, message = own_message(world, params)
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    return revise(world, chat, message, _TEXT, content).body


@method("editMessageCaption")
def edit_caption(world: World, params: Params) -> Any:
    content = _with_keyboard({**read_caption(params), **above(params)}, params)
    chat, message = own_message(world, params)
    if kind_of(message.body) in ("text", "service", "location", "contact", "sticker"):
        raise bad("there is no caption in the message to edit")
    drop = ("caption", "caption_entities", "show_caption_above_media", "reply_markup")
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
    drop = (*_TEXT, "caption", "caption_entities", *LOOKS, *MEDIA_FIELDS)
    return revise(world, chat, message, drop, content).body
