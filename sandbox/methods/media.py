"""sendPhoto, sendDocument, sendVoice and their kin, sendMediaGroup, getFile."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.files import DOWNLOAD_LIMIT, StoredFile
from sandbox.methods.registry import METHODS, Method, method
from sandbox.params import Params, Upload
from sandbox.posting import place, post, read_caption, target
from sandbox.world import World

ALBUM = range(2, 11)
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


def media_field(stored: StoredFile) -> dict[str, Any]:
    """The message field that carries this file."""
    if stored.kind == "photo":
        return {"photo": [stored.card]}
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
        return post(world, params, {**media_field(stored), **caption}).body

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
    return {**media_field(stored), **read_caption(caption)}


@method("sendMediaGroup")
def send_media_group(world: World, params: Params) -> Any:
    chat, thread, reply_to = target(world, params)
    media = params.obj("media", "media")
    if not isinstance(media, list) or len(media) not in ALBUM:
        raise bad("group send failed: an album has 2 to 10 items")
    kinds = {str(each.get("type")) for each in media}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad("can't use the media of the specified type in the album")
    contents = [album_content(world, params, each) for each in media]
    world.spend(chat, len(contents))
    group_id = str(13_900_000_000_000_000 + world.log.last)
    return [
        place(
            world,
            chat,
            {"media_group_id": group_id, **content},
            thread=thread,
            reply_to=reply_to,
        ).body
        for content in contents
    ]


@method("getFile")
def get_file(world: World, params: Params) -> Any:
    stored = world.files.get(params.text("file_id"))
    if stored is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(stored.data) > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return stored.file_card()
