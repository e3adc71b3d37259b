"""Files in a payload: uploaded, or named by the id Telegram gave them."""

from __future__ import annotations

import json

import pytest

from loops.attach import without_ids
from loops.errors import judge
from store.outcome import Kind


def dumped(payload: object) -> str:
    return json.dumps(payload, separators=(",", ":"))


def test_a_file_named_by_its_id_can_be_uploaded_again() -> None:
    named = {"chat_id": 1, "photo": {"file": "a.png", "id": "X"}, "caption": "{}"}
    uploaded = without_ids(dumped(named))
    assert uploaded is not None
    assert json.loads(uploaded) == {**named, "photo": {"file": "a.png"}}


def test_what_it_is_made_of_is_kept() -> None:
    named = {"photo": {"file": "a.png", "made_of": {"name": "a"}, "id": "X"}}
    uploaded = without_ids(dumped(named))
    assert uploaded is not None
    assert json.loads(uploaded) == {"photo": {"file": "a.png", "made_of": {"name": "a"}}}


def test_so_can_the_files_of_an_album() -> None:
    media = [{"type": "photo", "media": {"file": "a.png", "id": "X"}}]
    uploaded = without_ids(dumped({"media": media}))
    assert uploaded is not None
    assert json.loads(uploaded)["media"] == [{"type": "photo", "media": {"file": "a.png"}}]


@pytest.mark.parametrize("payload", [{"text": "halo"}, {"photo": {"file": "a.png"}}])
def test_without_an_id_there_is_no_other_way(payload: object) -> None:
    assert without_ids(dumped(payload)) is None


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: wrong file identifier/HTTP URL specified",
        "Bad Request: wrong remote file identifier specified: can't unserialize it",
        "Bad Request: wrong file_id or the file is temporarily unavailable",
        "Bad Request: FILE_REFERENCE_EXPIRED",
        "Bad Request: can't use file of type Voice as Photo",
    ],
)
def test_refused_ids_are_told_apart(description: str) -> None:
    assert judge(400, description).kind is Kind.FILE_GONE


def test_a_refused_upload_is_not_a_refused_id() -> None:
    assert judge(400, "Bad Request: IMAGE_PROCESS_FAILED").kind is Kind.REFUSED
