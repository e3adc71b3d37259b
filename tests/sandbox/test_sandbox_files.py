"""Files: sent, sent again, fetched, refused; albums; captions."""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from sandbox.client import Sim
from sandbox.control.samples import SAMPLES, picture
from tests.sandbox.conftest import Api


async def upload(api: Api, method: str, name: str, data: bytes, **fields: Any) -> dict[str, Any]:
    form = aiohttp.FormData({k: str(v) for k, v in fields.items()})
    form.add_field(name, data, filename="berkas.png", content_type="image/png")
    async with api.session.post(f"{api.base}/{method}", data=form) as answer:
        return dict(await answer.json())


async def test_files_are_sent_reused_and_fetched(api: Api, slamet: int) -> None:
    data = picture(20, 10)
    sent = (await upload(api, "sendPhoto", "photo", data, chat_id=slamet))["result"]
    photo = sent["photo"][-1]
    assert (photo["width"], photo["height"], photo["file_size"]) == (20, 10, len(data))
    again = await api.ok("sendPhoto", chat_id=slamet, photo=photo["file_id"], caption="lagi")
    assert again["photo"] == sent["photo"]
    path = (await api.ok("getFile", file_id=photo["file_id"]))["file_path"]
    url = api.base.replace("/bot", "/file/bot", 1)
    async with api.session.get(f"{url}/{path}") as answer:
        assert await answer.read() == data
    assert await api.refused("sendDocument", chat_id=slamet, document=photo["file_id"]) == (
        "Bad Request: can't use file of type Photo as Document"
    )
    assert await api.refused("sendPhoto", chat_id=slamet, photo="AgAC") == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )
    assert await api.refused("getFile", file_id="x") == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )


async def test_files_refused(api: Api, slamet: int) -> None:
    empty = await upload(api, "sendPhoto", "photo", b"", chat_id=slamet)
    assert empty["description"] == "Bad Request: file must be non-empty"
    text = await upload(api, "sendPhoto", "photo", SAMPLES["document"].data, chat_id=slamet)
    assert text["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    long = await upload(
        api, "sendPhoto", "photo", picture(9, 9), chat_id=slamet, caption="a" * 1025
    )
    assert long["description"] == "Bad Request: message caption is too long"
    assert await api.refused("sendPhoto", chat_id=slamet) == (
        "Bad Request: there is no photo in the request"
    )


async def test_an_album_stays_together_when_copied(api: Api, sim: Sim, slamet: int) -> None:
    form = aiohttp.FormData({"chat_id": str(slamet)})
    media = [{"type": "photo", "media": f"attach://f{n}", "caption": f"k{n}"} for n in (1, 2)]
    form.add_field("media", json.dumps(media))
    for n in (1, 2):
        form.add_field(f"f{n}", picture(9, n), filename=f"{n}.png", content_type="image/png")
    async with api.session.post(f"{api.base}/sendMediaGroup", data=form) as answer:
        album = (await answer.json())["result"]
    assert len({m["media_group_id"] for m in album}) == 1
    ids = [m["message_id"] for m in album]
    copies = await api.ok("copyMessages", chat_id=slamet, from_chat_id=slamet, message_ids=ids)
    shown = {m.id: m.raw for m in await sim.messages(slamet)}
    groups = {shown[c["message_id"]]["media_group_id"] for c in copies}
    assert len(groups) == 1
    assert groups.isdisjoint({album[0]["media_group_id"]})
    assert [shown[c["message_id"]]["text"] for c in copies] == ["k1", "k2"]
    bare = await api.ok(
        "copyMessages", chat_id=slamet, from_chat_id=slamet, message_ids=ids, remove_caption=True
    )
    shown = {m.id: m.raw for m in await sim.messages(slamet)}
    assert [shown[c["message_id"]]["text"] for c in bare] == ["", ""]


async def test_editing_media(api: Api, sim: Sim, slamet: int) -> None:
    sent = await upload(api, "sendPhoto", "photo", picture(9, 9), chat_id=slamet, caption="a")
    other = await upload(api, "sendPhoto", "photo", picture(8, 8), chat_id=slamet)
    where = {"chat_id": slamet, "message_id": sent["result"]["message_id"]}
    file_id = other["result"]["photo"][-1]["file_id"]
    media = {"type": "photo", "media": file_id, "caption": "b"}
    edited = await api.ok("editMessageMedia", **where, media=media)
    assert (edited["caption"], edited["photo"][-1]["file_id"]) == ("b", file_id)
    caption = await api.ok("editMessageCaption", **where, caption="c")
    assert caption["caption"] == "c"
