"""`bot.py hear` and `bot.py talk`: one line in, one line out, and kept as tests."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.library import Library
from tools import hear, talk
from tools.kept import HEARD, TALKED

DAY = date(2026, 11, 27)
Told = tuple[int, list[dict[str, Any]]]
Run = Callable[..., int]


def told(run: Run, library: Library, lines: Iterable[object], **how: Any) -> Told:
    out = io.StringIO()
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    code = run(written, library, DAY, out, **how)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def at(step: str, q: str, **more: Any) -> dict[str, Any]:
    return {"guide": "cek-hak", "step": step, "q": q, **more}


def test_what_is_understood_of_a_text_at_a_step(library: Library) -> None:
    code, [heard] = told(hear.run, library, [at("sebab_berhenti", "dipecat")])
    assert (code, heard["act"], heard["answer"], heard["step"]) == (
        0,
        "answer",
        "phk",
        "kerja_lagi",
    )
    assert library.guides["cek-hak"].step("sebab_berhenti") is not None
    assert heard["says"]


@pytest.mark.parametrize("step", ["keadaan", "saldo", "data", "tanggal_lahir", "masih_kerja"])
def test_a_way_is_found_to_every_step(library: Library, step: str) -> None:
    code, [heard] = told(hear.run, library, [at(step, "?")])
    assert (code, heard["step"]) == (0, step)


def test_rupiah_is_a_number_and_a_day_is_iso(library: Library) -> None:
    _, heard = told(hear.run, library, [at("saldo", "12 juta"), at("tanggal_berhenti", "1/9/2026")])
    assert [one["answer"] for one in heard] == [12_000_000, "2026-09-01"]


def test_what_is_said_vaguely_has_a_range_of_the_same_kind(library: Library) -> None:
    lines = [at("saldo", "kurang dari 10 juta"), at("tanggal_berhenti", "september 2026")]
    _, heard = told(hear.run, library, lines)
    assert [one["range"] for one in heard] == [[0, 9_999_999], ["2026-09-01", "2026-09-30"]]
    assert all(one["approx"] for one in heard)


def test_the_day_and_the_answers_before_may_be_given(library: Library) -> None:
    before = {"keadaan": "berhenti", "sebab_berhenti": "phk", "kerja_lagi": "tidak"}
    line = at("tanggal_berhenti", "kemarin", today="2026-03-01", answers=before)
    assert told(hear.run, library, [line])[1][0]["answer"] == "2026-02-28"


@pytest.mark.parametrize(
    "line",
    ["[]", "{", {"guide": "cek-hak"}, at("tidak-ada", "ya"), {**at("hp", "ya"), "guide": "x"},
     at("hp", "ya", today="besok"), at("hp", "ya", answers={"keadaan": 1}),
     at("hp", "ya", answers={"keadaan": "lain"}), at("belum_waktunya", "ya")],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(library: Library, line: object) -> None:
    code, [first, second] = told(hear.run, library, [line, at("hp", "ada")])
    assert code == 1
    assert first["error"].startswith("baris 1: ")
    assert second["answer"] == "ya"


def test_a_conversation_is_replayed_with_the_days_between(library: Library) -> None:
    items = ["/start cek-hak", {"press": "2"}, {"press": "Meng"}, {"press": "1"}, "1 november 2026",
             {"wait_days": 10}, "/start", {"sticker": True}, {"pinned": True}]  # fmt: skip
    code, [found] = told(talk.run, library, [{"today": "2026-11-27", "say": items}])
    turns = found["turns"]
    assert (code, len(turns)) == (0, len(items))
    assert turns[2]["answers"] == {"keadaan": "berhenti", "sebab_berhenti": "resign"}
    assert turns[4]["step"] == "belum_waktunya"
    assert turns[6]["step"] == "status"
    assert [turn["silent"] for turn in turns[-2:]] == [False, True]


@pytest.mark.parametrize(
    "say",
    ["halo", [5], [{"press": "Terbang"}], [{"photo": "a", "sticker": True}], [{"nada": "x"}],
     [{"wait_days": -1}], [{"wait_days": 10**9}]],
)  # fmt: skip
def test_an_item_that_cannot_be_played_is_named(library: Library, say: object) -> None:
    code, [found] = told(talk.run, library, [{"say": say}])
    assert code == 1
    assert found["error"].startswith("baris 1: ")


def test_personal_data_is_masked_before_it_is_heard(library: Library) -> None:
    _, [found] = told(talk.run, library, [{"say": ["NIK saya 3199014101950005 kok ditolak"]}])
    [turn] = found["turns"]
    assert turn["deleted"]
    assert "3199014101950005" not in json.dumps(found)


def test_what_is_kept_holds_what_was_understood(library: Library, tmp_path: Path) -> None:
    told(hear.run, library, [at("hp", "ada")], kept_in=tmp_path)
    told(talk.run, library, [{"say": ["/start cek-hak"]}], kept_in=tmp_path)
    heard = json.loads((tmp_path / HEARD).read_text(encoding="utf-8"))
    assert heard["holds"]["answer"] == "ya"
    assert heard["today"] == DAY.isoformat()
    talked = json.loads((tmp_path / TALKED).read_text(encoding="utf-8"))
    assert talked["holds"][0]["guide"] == "cek-hak"
    assert "text" not in talked["holds"][0]
