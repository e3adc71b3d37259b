"""Taking back an answer by words, and new facts after an outcome."""

from __future__ import annotations

import pytest

from flows.aside import Aside, View
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

TOLD = {"keadaan": "berhenti", "sebab_berhenti": "resign", "kerja_lagi": "tidak"}


@pytest.fixture
def chat(at: At) -> Chat:
    """Somebody who resigned on 1 September, asked for the status."""
    chat = at()
    chat.say("/start cek-hak")
    for step, answer in {**TOLD, "tanggal_berhenti": "1 september 2026"}.items():
        chat.answer(step, answer)
    return chat


@pytest.mark.parametrize(
    ("words", "step", "answer"),
    [
        ("eh salah, 12 oktober 2026", "tanggal_berhenti", "2026-10-12"),
        ("maaf keliru pak, yg bener tgl 3 agustus 2026", "tanggal_berhenti", "2026-08-03"),
        ("maksud saya di phk", "sebab_berhenti", "phk"),
        ("sebenernya saya kena phk", "sebab_berhenti", "phk"),
    ],
)
def test_the_answer_it_speaks_of_is_changed_and_said_back(
    chat: Chat, words: str, step: str, answer: str
) -> None:
    before = chat.given()
    assert chat.say(words).endswith("?diubah")
    assert chat.given() == {**before, step: answer}


@pytest.mark.parametrize(
    "words", ["ganti jawaban", "saya salah pencet", "mau ubah jawaban tadi", "salah tekan bu"]
)
def test_which_answer_is_asked_where_nothing_else_is_said(chat: Chat, words: str) -> None:
    before = chat.given()
    assert chat.say(words) == "summary"
    assert chat.given() == before


def test_what_cannot_be_read_changes_nothing(chat: Chat) -> None:
    before = chat.given()
    assert chat.say("eh salah, bukan yang itu loh") == "summary"
    assert chat.given() == before


def test_what_fits_the_question_at_hand_is_its_answer(chat: Chat) -> None:
    chat.say("eh maaf, status saya masih aktif")
    assert chat.given()["status"] == "aktif"
    assert chat.given()["tanggal_berhenti"] == "2026-09-01"


def test_before_anything_was_answered_there_is_nothing_to_correct(at: At) -> None:
    chat = at()
    chat.say("/start cek-hak")
    chat.say("eh salah pencet")
    assert chat.talk.aside != Aside(View.SUMMARY)


def test_after_an_outcome_a_new_fact_opens_it_again(chat: Chat) -> None:
    chat.answer("status", "aktif")
    assert chat.screen.id == "cek-hak/status_aktif"
    chat.say("udah nonaktif")
    assert chat.given()["status"] == "nonaktif"
    assert chat.step.id == "pernah_sebagian"


def test_after_an_outcome_a_question_is_a_question(chat: Chat) -> None:
    chat.answer("status", "aktif")
    before = chat.given()
    chat.say("kalau sudah nonaktif gimana?")
    assert chat.given() == before


def test_a_vague_correction_is_asked_about_like_a_vague_answer(chat: Chat) -> None:
    assert chat.say("eh salah, oktober kemarin") == "part"
    assert "tanggal_berhenti" not in chat.given()
    chat.say("awal")
    assert chat.given()["tanggal_berhenti"] == "2026-10-10"
    assert chat.talk.span("cek-hak", "tanggal_berhenti") == ("2026-10-01", "2026-10-10")


@pytest.mark.parametrize(
    ("guide", "answers", "words", "answer"),
    [
        ("lacak-klaim", {"lewat_mana": "jmo"}, "bukan lewat jmo, lewat kantor", "kantor"),
        ("klaim-ahli-waris", {"hubungan": "anak"}, "bukan anak, saya suaminya", "pasangan"),
        ("klaim-kantor", {"keadaan": "tidak_bisa"}, "salah, maksudnya bisa datang", "biasa"),
    ],
)
def test_what_is_denied_and_named_anew_in_one_breath_is_changed(
    at: At, guide: str, answers: dict[str, str], words: str, answer: str
) -> None:
    chat = at(guide, **answers)
    assert chat.say(words).endswith("?diubah")
    assert chat.given(guide) == dict.fromkeys(answers, answer)


def test_a_reason_that_is_denied_takes_nothing_back(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti")
    chat.say("gak dipecat kok, saya resign")
    assert chat.given() == {"keadaan": "berhenti", "sebab_berhenti": "resign"}


@pytest.mark.parametrize(
    ("words", "step", "answer"),
    [
        ("gak jadi keluar, saya masih kerja", "keadaan", "bekerja"),
        ("alhamdulillah saya sudah diterima kerja lagi", "kerja_lagi", "ya"),
        ("ternyata di surat tertulis 3 oktober 2026", "tanggal_berhenti", "2026-10-03"),
        ("sebenarnya kontrak saya habis, bukan resign", "sebab_berhenti", "kontrak_habis"),
    ],
)
def test_after_an_outcome_a_whole_sentence_opens_it_too(
    at: At, words: str, step: str, answer: str
) -> None:
    chat = at("cek-hak", **TOLD, tanggal_berhenti="10 november 2026")
    assert chat.step.id == "belum_waktunya"
    chat.say(words)
    assert chat.given()[step] == answer


@pytest.mark.parametrize("words", ["sebenarnya saya bingung", "ternyata ribet juga ya"])
def test_a_story_takes_no_answer_back(at: At, words: str) -> None:
    chat = at("cek-hak", **TOLD, tanggal_berhenti="10 november 2026")
    before = chat.given()
    chat.say(words)
    assert chat.given() == before


def test_what_was_denied_never_becomes_the_answer(at: At) -> None:
    chat = at("lacak-klaim", lewat_mana="jmo")
    chat.say("eh bukan lewat jmo, dulu saya ke kantor cabang")
    assert chat.given("lacak-klaim") == {"lewat_mana": "kantor"}


@pytest.mark.parametrize(
    "words",
    [
        "ternyata saya ikut jamsostek sejak 2011",
        "eh ktp saya terbitan 2018",
        "ternyata saya kerja di pabrik itu dari 2014",
        "sebenarnya saya masuk kerja tahun 2016",
        "eh saya nikahnya 2020",
        "ternyata gajian tanggal 27",
        "eh iya anak saya baru 11 tahun",
        "ternyata kelahiran saya 1979",
        "tapi motor saya tahun 2017",
    ],
)
def test_a_year_of_something_else_changes_no_day(chat: Chat, words: str) -> None:
    before = chat.given()
    chat.say(words)
    assert chat.given() == before


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("oh iya taunnya 2025", "2025-09-01"),
        ("maaf keliru, keluarnya tahun 2025", "2025-09-01"),
        ("eh resignku 2025", "2025-09-01"),
        ("ternyata bulannya agustus mba", "2026-08-01"),
        ("aduh keliru tgl 12", "2026-09-12"),
        ("eh tadi tanggalnya 4 oktober", "2026-10-04"),
        ("tapi yang tertulis di surat 7 oktober", "2026-10-07"),
        ("eh sala, tanggal 14", "2026-09-14"),
    ],
)
def test_the_day_of_leaving_is_told_anew(chat: Chat, words: str, day: str) -> None:
    chat.say(words)
    assert chat.given()["tanggal_berhenti"] == day


def test_a_card_of_before_is_a_card(chat: Chat) -> None:
    chat.say("ternyata kartu saya ada yang keluaran 2013")
    assert chat.given()["kpj"] == "lama"
    assert chat.given()["tanggal_berhenti"] == "2026-09-01"


@pytest.mark.parametrize(
    "words",
    [
        "eh dulu pernah deng, yang 30 persen",
        "pernah sih waktu dp rumah",
        "ternyata pernah ambil 10%",
    ],
)
@pytest.mark.parametrize("guide", ["klaim-sebagian", "cek-hak"])
def test_what_was_taken_once_is_no_purpose(at: At, guide: str, words: str) -> None:
    if guide == "cek-hak":
        chat = at(guide, keadaan="bekerja", sebab_bekerja="sebagian_10", masa="cukup")
        chat.answer("pernah_sebagian", "belum")
    else:
        chat = at(guide, lama_peserta="cukup")
        chat.answer("pernah_ambil", "belum")
    before = chat.given(guide)
    chat.say(words)
    now = chat.given(guide)
    assert {key: now[key] for key in now.keys() - before.keys()} == {}
    assert "pernah" in {now.get("pernah_ambil"), now.get("pernah_sebagian")}


@pytest.mark.parametrize(
    "words", ["buat rumah, belum pernah kok", "renovasi, kan tidak pernah ambil"]
)
def test_what_was_never_taken_stays_so(at: At, words: str) -> None:
    chat = at("klaim-sebagian", lama_peserta="cukup", pernah_ambil="belum")
    chat.say(words)
    assert chat.given("klaim-sebagian")["pernah_ambil"] == "belum"


@pytest.mark.parametrize("words", ["bukan rumah bu", "bukan untuk pensiun sih"])
def test_one_of_two_denied_is_not_the_other(at: At, words: str) -> None:
    chat = at("klaim-sebagian", lama_peserta="cukup", pernah_ambil="belum")
    chat.say(words)
    assert "keperluan" not in chat.given("klaim-sebagian")


def test_what_is_repeated_is_not_told_as_changed(chat: Chat) -> None:
    before = chat.given()
    assert not chat.say("eh salah, 1 september 2026").endswith("?diubah")
    assert chat.given() == before


def test_another_place_is_said_of_what_is_on_the_screen(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti")
    chat.say("nomor 3 bukan, nomor 2")
    assert chat.given() == {"keadaan": "berhenti", "sebab_berhenti": "phk"}


def test_what_denies_an_answer_may_say_another_one_itself(at: At) -> None:
    chat = at("klaim-kantor", keadaan="biasa")
    chat.say("rupanya gak bisa, lagi demam")
    assert chat.given("klaim-kantor") == {"keadaan": "tidak_bisa"}
