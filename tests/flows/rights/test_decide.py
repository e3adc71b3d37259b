"""`python bot.py decide --jsonl`: one line in, one line out, whatever the line is."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.library import Library
from tools.decide import run

FIXED = (
    "boleh",
    "mulai",
    "bagian",
    "kanal",
    "dokumen",
    "perlu",
    "alasan",
    "sumber",
    "surat",
    "hukum",
)
TODAY = date(2026, 11, 20)


def answers_to(library: Library, *lines: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    assert run(lines, library, TODAY, out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def answer_to(library: Library, **given: object) -> dict[str, Any]:
    (answer,) = answers_to(library, json.dumps(given))
    return answer


WHOLE = {
    "sebab": "resign",
    "tanggal_berhenti": "2026-09-30",
    "masih_bekerja": False,
    "status_nonaktif": True,
    "kpj_lama": False,
    "punya_hp": True,
    "saldo": 12_500_000,
}


def test_a_whole_line(library: Library) -> None:
    answer = answer_to(library, **WHOLE)
    assert tuple(answer) == FIXED
    assert (answer["boleh"], answer["mulai"], answer["bagian"]) == ("ya", None, 100)
    assert answer["kanal"] == ["jmo", "lapak_asik", "kantor"]
    assert answer["dokumen"] == ["kpj", "ektp", "kk", "buku-tabungan"]
    assert {"id": "ektp", "status": "wajib"} in answer["surat"]
    assert {"id": "paklaring", "status": "pengganti"} in answer["surat"]
    assert answer["hukum"] is None
    assert answer["perlu"] == ["pernah_sebagian"]


def test_the_day_of_the_line_wins(library: Library) -> None:
    left = WHOLE | {"tanggal_berhenti": "2025-01-01"}
    the_day_before = answer_to(library, **left, hari_ini="2025-05-08")
    that_day = answer_to(library, **left, hari_ini="2025-05-09")
    assert the_day_before["kanal"] == ["lapak_asik", "kantor"]
    assert that_day["kanal"] == ["jmo", "lapak_asik", "kantor"]


def test_null_is_unknown(library: Library) -> None:
    answer = answer_to(library, **WHOLE | {"tanggal_berhenti": None})
    assert (answer["boleh"], answer["perlu"]) == ("tanya", ["tanggal_berhenti"])


def test_order_is_kept_and_empty_lines_are_passed_over(library: Library) -> None:
    lines = [json.dumps({"sebab": cause}) for cause in ("meninggal", "resign")]
    first, second = answers_to(library, lines[0] + "\n", "\n", lines[1] + "\n")
    assert (first["boleh"], second["boleh"]) == ("ya", "tanya")


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"sebab": "menang"}, "sebab"),
        ({"sebab": ["resign"]}, "sebab"),
        ({"kewarganegaraan": "wna"}, "kewarganegaraan"),
        ({"kewarganegaraan": True}, "kewarganegaraan"),
        ({"gaji": 5}, "gaji"),
        ({"saldo": "12 juta"}, "saldo"),
        ({"saldo": True}, "saldo"),
        ({"saldo": 1.5}, "saldo"),
        ({"saldo": -1}, "saldo"),
        ({"saldo": float("inf")}, "saldo"),
        ({"masih_bekerja": "ya"}, "masih_bekerja"),
        ({"masih_bekerja": 1}, "masih_bekerja"),
        ({"tanggal_berhenti": "20-10-2026"}, "tanggal_berhenti"),
        ({"tanggal_berhenti": "20261020"}, "tanggal_berhenti"),
        ({"tanggal_berhenti": 20261020}, "tanggal_berhenti"),
        ({"tanggal_lahir": "2030-01-01"}, "tanggal_lahir"),
        ({"hari_ini": "kemarin"}, "hari_ini"),
        ({"hari_ini": "2015-01-01", "tanggal_berhenti": "2014-01-01"}, "hari_ini"),
        ({"masa_kepesertaan_tahun": "10"}, "masa_kepesertaan_tahun"),
        ({"masa_kepesertaan_tahun": 1e300}, "masa_kepesertaan_tahun"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    library: Library, changed: dict[str, object], name: str
) -> None:
    answer = answer_to(library, **WHOLE | changed)
    assert (answer["boleh"], answer["salah"]) == ("tanya", [name])
    assert answer["alasan"].endswith(".")
    assert answer["kanal"] == answer["dokumen"] == []


@pytest.mark.parametrize("line", ["nope", "[1]", "3", '"resign"', "{", "{" * 3000, "9" * 5000])
def test_a_line_that_is_no_object_is_refused(library: Library, line: str) -> None:
    (answer,) = answers_to(library, line)
    assert (answer["boleh"], answer["salah"]) == ("tanya", ["baris"])


def test_facts_of_the_guide_may_be_given_too(library: Library) -> None:
    answer = answer_to(library, **WHOLE, beberapa_kpj=True, data_terkini=False)
    assert tuple(answer) == (*FIXED, "dulu")
    assert answer["dulu"] == ["gabung-kpj", "pengkinian-data"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text("ab1-²", max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab1", max_size=5), inner),
    max_leaves=5,
)


@given(changed=st.dictionaries(st.sampled_from([*WHOLE, "hari_ini", "tanggal_lahir"]), json_values))
def test_every_line_has_one_answer(library: Library, changed: dict[str, object]) -> None:
    answer = answer_to(library, **WHOLE | changed)
    assert set(FIXED) <= set(answer)
