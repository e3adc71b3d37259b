"""Delivered: what cannot be read takes nobody with it, and is still known by its number."""

import json

import pytest

from loops.delivered import LARGEST, Spoiled, read, read_answer, too_wide

DEEP = b'{"update_id":7,"message":{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}}"


def test_what_can_be_read_is_read() -> None:
    assert read(b'{"update_id":7,"x":"\\ud83d"}') == {"update_id": 7, "x": "\ud83d"}


@pytest.mark.parametrize(
    ("raw", "spoiled"),
    [
        (DEEP, Spoiled(7, "too deep")),
        (b'{"update_id" : -7, "message": {', Spoiled(-7, "not JSON")),
        (b'{"update_id":12345678901234567890,', Spoiled(None, "not JSON")),
        (b"{", Spoiled(None, "not JSON")),
        (b'{"update_id":7,"x":"\xff"}', Spoiled(7, "not JSON")),
        (b'{"update_id":7,"x":"' + b"y" * LARGEST + b'"}', Spoiled(7, "too large")),
    ],
)
def test_what_cannot_still_has_its_number(raw: bytes, spoiled: Spoiled) -> None:
    assert read(raw) == spoiled


def test_an_answer_is_taken_apart_by_its_brackets() -> None:
    odd = {"update_id": 6, "message": {"text": 'a "]}" \\ [{'}}
    raw = b'{"ok":true,"result":[' + json.dumps(odd).encode() + b"," + DEEP + b',{"update_id":8}]}'
    assert read_answer(raw) == [odd, Spoiled(7, "too deep"), {"update_id": 8}]


NOTHING = [
    b"", b'{"ok":true}', b'{"ok":true,"result":[]}', b"]]]", b'"', b'<html>{[{"update_id":5}]}',
    b'{"ok":true,"result":[{"update_id":5,"x":"breaks off',
]  # fmt: skip


@pytest.mark.parametrize("raw", NOTHING)
def test_an_answer_without_updates_has_none(raw: bytes) -> None:
    assert read_answer(raw) == []


def test_only_numbers_can_be_too_wide() -> None:
    wide = {"a": [{"b": 2**63}]}
    assert too_wide(wide, json.dumps(wide))
    assert not too_wide({"a": 2**63 - 1}, str(2**63 - 1))
    assert not too_wide({"a": "9" * 30}, "9" * 30)
