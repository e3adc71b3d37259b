"""What is typed as one of several options: by number, by label, by its everyday words."""

from __future__ import annotations

import pytest

from flows.language.understanding import Unclear, Understood
from tests.flows.conftest import Hear

SEEN = {"ya": "Ya, sudah tampil", "belum": "Belum", "tidak_tahu": "Tidak tahu"}
CAUSES = {
    "resign": "Mengundurkan diri",
    "phk": "Kena PHK",
    "kontrak_habis": "Kontrak habis",
    "usia_56": "Usia 56 tahun",
}


def chosen(
    hear: Hear, text: str, options: dict[str, str], also: dict[str, list[str]] | None = None
) -> Understood[str] | Unclear:
    heard = hear(text)
    return heard.ears.choices.choose(heard.said, options, also, asks=heard.is_question)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1", "ya"),
        ("no 2", "belum"),
        ("satu", "ya"),
        ("yang ketiga", "tidak_tahu"),
        ("iya sudah", "ya"),
        ("udh", "ya"),
        ("sdh tampil kak", "ya"),
        ("blm", "belum"),
        ("gak", "belum"),
        ("belum tampil", "belum"),
        ("ga tau", "tidak_tahu"),
        ("bingung", "tidak_tahu"),
    ],
)
def test_yes_no_and_do_not_know(hear: Hear, text: str, key: str) -> None:
    understood = chosen(hear, text, SEEN)
    assert isinstance(understood, Understood)
    assert understood.value == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("resign", "resign"),
        ("mengundurkn diri", "resign"),
        ("di phk", "phk"),
        ("kontrak abis", "kontrak_habis"),
        ("56", "usia_56"),
        ("nomer dua", "phk"),
        ("dipecat", "phk"),
    ],
)
def test_a_cause_by_word_or_number(hear: Hear, text: str, key: str) -> None:
    understood = chosen(hear, text, CAUSES, {"phk": ["dipecat", "dirumahkan"]})
    assert isinstance(understood, Understood)
    assert understood.value == key


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5", "no_such_number"),
        ("0", "no_such_number"),
        ("kenapa belum tampil ya pak?", "question"),
        ("", "not_a_choice"),
        ("🙏", "not_a_choice"),
        ("tidak", "not_a_choice"),
    ],
)
def test_an_unclear_choice_says_why(hear: Hear, text: str, reason: str) -> None:
    assert chosen(hear, text, CAUSES) == Unclear(reason)


def test_a_denial_is_never_taken_for_its_opposite(hear: Hear) -> None:
    options = {"bisa": "Bisa masuk", "lain": "Muncul pesan lain"}
    assert chosen(hear, "tidak bisa masuk", options) == Unclear("not_a_choice")


@pytest.mark.parametrize(
    "text",
    [
        "ada 3 kartu",
        "sudah 3x gagal",
        "masih aktif",
        "masih dalam masa tunggu 1 bulan",
        "ada yang nelpon minta otp",
        "sudah keluar sendiri",
        "foto",
        "data saya",
        "sudah tapi belum muncul",
    ],
)
def test_a_report_that_begins_like_a_yes_is_no_yes(hear: Hear, text: str) -> None:
    assert isinstance(chosen(hear, text, {"ya": "Ya, foto data diterima"}), Unclear)


@pytest.mark.parametrize(
    "text", ["sudah saya tekan", "berhasil", "sesuai", "iya muncul", "sudah tampil semua", "ok sip"]
)
def test_what_is_done_is_a_yes(hear: Hear, text: str) -> None:
    assert chosen(hear, text, {"ya": "Ya, data tampil"}) == Understood("ya")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("jawaban saya", "s"),
        ("Jawaban  saya", "s"),
        ("nganggur", "tidak"),
        ("ambil semua", "semua"),
    ],
)
def test_a_label_and_its_everyday_words(hear: Hear, text: str, key: str) -> None:
    options = {
        "s": "Jawaban saya",
        "tidak": "Sedang tidak bekerja",
        "semua": "Ambil seluruh saldo",
        "sebagian": "Ambil sebagian, untuk rumah",
    }
    assert chosen(hear, text, options) == Understood(key)


def test_nol_is_an_answer_and_no_position(hear: Hear) -> None:
    options = {"tampil": "Ya, saldonya tampil", "kosong": "Saldonya nol atau kosong"}
    assert chosen(hear, "nol", options) == Understood("kosong")
    assert chosen(hear, "0", options) == Unclear("no_such_number")


@pytest.mark.parametrize(
    ("text", "labels", "key"),
    [
        ("ya", ["Sudah berhenti", "Masih bekerja"], None),
        ("ya", ["Sudah pernah", "Belum pernah"], 0),
        ("ada", ["Satu kartu", "Ada kartu lama"], None),
        ("masih", ["Tidak bekerja lagi", "Ya, masih bekerja"], 1),
        ("masih ada", ["Ya, masih ada", "Tidak ada"], 0),
        ("tidak", ["Tidak diperpanjang", "Tidak cocok"], None),
        ("sudah", ["Pensiun", "Status sudah nonaktif"], None),
        ("nonaktif", ["Status masih aktif", "Lainnya"], None),
        ("aktif", ["Status masih aktif", "Lainnya"], 0),
    ],
)
def test_a_word_that_says_little_names_no_option(
    hear: Hear, text: str, labels: list[str], key: int | None
) -> None:
    understood = chosen(hear, text, {str(at): label for at, label in enumerate(labels)})
    assert (understood.value if isinstance(understood, Understood) else None) == (
        None if key is None else str(key)
    )


def test_ways_of_a_mapping_that_is_gone_are_never_anothers(hear: Hear) -> None:
    choices = hear("").ears.choices
    for number in range(300):
        ways = choices.ways({"a": "Ya"}, {"a": [f"cara {number}"]})
        assert ways["a"][-1].folded == f"cara {number}"
