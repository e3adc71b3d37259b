"""sendPhoto, sendDocument, sendVoice and their kin, sendMediaGroup, getFile."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.files import DOWNLOAD_LIMIT, StoredFile
from sandbox.methods.registry import METHODS, Method, method
from sandbox.params import Params, Upload
from sandbox.posting import place, post, read_caption, said_of, target
from sandbox.rights import check_sending
from sandbox.world import World

ALBUM_AT_MOST = 10
LOOKS = ("show_caption_above_media", "has_media_spoiler")
_COVERED = ("photo", "video", "animation")
_SIMPLE = ("photo", "document", "voice", "video", "audio", "animation", "sticker", "video_note")
_WITHOUT_CAPTION = ("sticker", "video_note")


def stored_file(world: World, params: Params, kind: str, reference: str) -> StoredFile:
    """The file a parameter means: an upload, `attach://name`, or the id of a file sent before."""
    upload = params.file(reference) if reference else None
    if upload is None:
        if not reference or reference.startswith("attach://"):
            raise bad(f"there is no {kind} in the request")
        return world.files.reuse(kind, reference)
    return keep_upload(world, kind, upload, params)


def keep_upload(world: World, kind: str, upload: Upload, params: Params) -> StoredFile:
    more: dict[str, Any] = {}
    if kind in ("voice", "video", "audio", "video_note", "animation"):
        more["duration"] = params.whole("duration", 1)
    if kind in ("document", "voice", "video", "audio", "animation"):
        more["mime_type"] = upload.mime
    if kind in ("document", "audio", "animation"):
        more["file_name"] = upload.name
    return world.files.keep(kind, upload.data, upload.name, upload.mime, **more)


def above(params: Params) -> dict[str, bool]:
    """Whether the caption stands above what it belongs to."""
    return {LOOKS[0]: True} if params.flag("show_caption_above_media") else {}


def looks(params: Params, kind: str) -> dict[str, bool]:
    """How a picture or a film is shown, as it was asked for."""
    if kind not in _COVERED:
        return {}
    spoiler = {LOOKS[1]: True} if params.flag("has_spoiler") else {}
    return {**above(params), **spoiler}


def media_field(stored: StoredFile) -> dict[str, Any]:
    """The message field that carries this file."""
    if stored.kind == "photo":
        return {"photo": stored.sizes}
    if stored.kind == "sticker":
        look = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return {"sticker": {**stored.card, "type": "regular", **look}}
    if stored.kind in ("video", "animation"):
        return {stored.kind: {**stored.card, "width": 640, "height": 360}}
    if stored.kind == "video_note":
        return {"video_note": {**stored.card, "length": 240}}
    return {stored.kind: stored.card}


def _sender(kind: str) -> Method:
    def send(world: World, params: Params) -> Any:
        caption = {} if kind in _WITHOUT_CAPTION else read_caption(params)
        target(world, params)  # before the file: nothing is kept for a chat that is not there
        reference = kind if kind in params.files else params.text(kind)
        stored = stored_file(world, params, kind, reference)
        return post(world, params, {**media_field(stored), **looks(params, kind), **caption}).body

    return send


for _kind in _SIMPLE:
    METHODS["send" + _kind.replace("_", "")] = _sender(_kind)


def album_content(world: World, params: Params, given: dict[str, Any]) -> dict[str, Any]:
    """One InputMedia as message fields."""
    kind = str(given.get("type"))
    if kind not in ("photo", "video", "audio", "document", "animation"):
        raise bad(
            f'can\'t parse InputMedia: type "{kind}" must be one of photo, video, audio, '
            "document, animation"
        )
    caption = Params(
        {
            name: given[name]
            for name in ("caption", "parse_mode", "caption_entities")
            if given.get(name) is not None
        }
    )
    stored = stored_file(world, params, kind, str(given.get("media") or ""))
    shown = looks(Params(given), kind)
    return {**media_field(stored), **shown, **read_caption(caption)}


@method("sendMediaGroup")
def send_media_group(world: World, params: Params) -> Any:
    chat, thread, reply_to = target(world, params)
    media = params.obj("media", "media")
    if not isinstance(media, list):
        raise bad("expected an Array of InputMedia")
    _check_album(media)
    contents = [album_content(world, params, each) for each in media]
    for content in contents:
        check_sending(chat, world.bot.id, content)
    world.spend(chat, len(contents))
    # One item alone is sent as a message of its own, outside any album.
    album = {"media_group_id": str(13_900_000_000_000_000 + world.log.last)} if media[1:] else {}
    return [
        place(
            world,
            chat,
            {**album, **said_of(params), **content},
            thread=thread,
            reply_to=reply_to,
        ).body
        for content in contents
    ]


def _check_album(media: list[dict[str, Any]]) -> None:
    """Raises 400 for what Telegram does not take as an album."""
    if not media:
        raise bad("there are no messages to send")
    if len(media) > ALBUM_AT_MOST:
        raise bad("too many messages to send as an album")
    kinds = [str(each.get("type")) for each in media]
    if "animation" in kinds:
        raise bad("can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup")
    for alone in ("document", "audio"):
        if alone in kinds and len(set(kinds)) > 1:
            raise bad(f"{alone} can't be mixed with other media types")


@method("getFile")
def get_file(world: World, params: Params) -> Any:
    stored = world.files.get(params.text("file_id"))
    if stored is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(stored.data) > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return stored.file_card()
