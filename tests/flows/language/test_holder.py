"""For whom a text is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.language.people.whose import ME
from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    ("text", "who", "rest"),
    [
        ("ini untuk ibu saya", "ibu", ""),
        ("buat adik saya ini pak", "adik", ""),
        ("mewakili paman, beliau 63", "paman", "beliau 63"),
        ("yang punya jht cuma nenek", "nenek", ""),
        ("yang mau klaim istri saya, sudah resign", "istri", "sudah resign"),
        ("bukan saya yang mau ambil tapi bapak", "bapak", ""),
        ("ini bukan buat saya, buat mertua", "mertua", ""),
        ("saya 33, yang mau klaim kakek saya umur 66", "kakek", "saya 33, kakek saya umur 66"),
        ("tanya punya bibi saya", "bibi", ""),
        ("pesertanya suami saya", "suami", ""),
        ("untuk saya sendiri", ME, ""),
        ("kalau saya sendiri gimana?", ME, ""),
    ],
)
def test_it_is_said_for_whom_it_is(hear: Hear, text: str, who: str, rest: str) -> None:
    found = hear(text).ears.holders.read(hear(text).folded)
    assert found is not None
    assert found.who == who
    assert " ".join(found.rest.replace(" ,", ",").strip(" ,?").split()) == rest


@pytest.mark.parametrize(
    "text",
    [
        "saya resign karena urus anak",
        "dibantu anak",
        "belum punya anak",
        "buat anak sekolah",
        "istri saya di-phk",
        "tolong dibantu ibu",
        "makasih ya pak",
        "saya keluar kerja ikut suami",
    ],
)
def test_who_is_only_named_is_nobody_it_is_for(hear: Hear, text: str) -> None:
    assert hear(text).ears.holders.read(hear(text).folded) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("beliau umur 59", "beliau umur 59"),
        ("saya 45, dia 60", "dia 60"),
        ("saya masih kerja", None),
        ("saya lihat nonaktif", "saya lihat nonaktif"),
        ("bapak sudah berhenti, ibu masih jualan", "bapak sudah berhenti"),
    ],
)
def test_what_is_told_of_them_is_the_members(hear: Hear, text: str, own: str | None) -> None:
    found = replace(hear(text), holder="bapak").own
    assert (found.text if found else None) == own
