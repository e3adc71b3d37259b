"""Questions, screens of JMO and what nothing answers, in the menu and in the middle of a guide."""

from __future__ import annotations

import pytest

from flows.aside import Aside, View
from tests.flows.conftest import Hear
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat


def test_a_question_is_answered_and_the_guide_stays(at_checks: Chat) -> None:
    before = at_checks.given("klaim-jmo")
    assert at_checks.say("jmo bisa klaim hari minggu ga?") == "topic/klaim-jam-layanan"
    assert at_checks.given("klaim-jmo") == before
    assert at_checks.press("1:d") == "klaim-jmo/tiga_centang"


def test_an_answer_in_the_menu_leads_to_its_guide(at: At) -> None:
    chat = at()
    chat.say("cara cek saldo gimana?")
    assert "1:g:cek-saldo" in chat.offered


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("kode 040", "kode-040"),
        ("040", "kode-040"),
        ("Pengajuan klem JHT anda tdk dpt dilanjutkn", "tidak-dapat-dilanjutkan"),
        ("verifikasi biometrik tidak berhsil", "wajah-gagal"),
        ("NIK sudah terdaftar", "nik-sudah-terdaftar"),
    ],
)
def test_a_screen_of_jmo_is_recognised_anywhere(at: At, text: str, trouble: str) -> None:
    assert at().say(text) == f"trouble/{trouble}"
    assert at("klaim-jmo", buka_jht="tampil").say(text) == f"trouble/{trouble}"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("jmo bisa klaim hari minggu ga?", "klaim-jam-layanan"),
        ("Kata sandi gak bisa di reset, mohon diperbaiki apk-nya", "jmo-lupa-password"),
    ],
)
def test_a_likely_trouble_of_the_step_gives_way_to_a_question(
    at: At, text: str, topic: str
) -> None:
    assert at("klaim-jmo").say(text) == f"topic/{topic}"


def test_unsure_offers_topics_and_the_fourth_choice_a_person(at: At) -> None:
    chat = at()
    assert chat.say("surat saya mana") == "offer"
    assert len(chat.labels) == 4
    chat.say("4")
    assert chat.screen.id == "person"
    assert chat.talk.asked == "surat saya mana"
    assert chat.last is not None
    assert chat.last.unanswered is not None
    assert chat.last.unanswered.quoted == "surat saya mana"


def test_not_that_said_in_words_is_the_fourth_choice(at: At) -> None:
    chat = at()
    assert chat.say("surat saya mana", "bukan itu maksud saya") == "person"
    assert chat.talk.asked == "surat saya mana"


def test_unsure_twice_offers_a_person_with_the_topics(at: At) -> None:
    chat = at()
    assert chat.say("surat saya mana", "surat saya mana sih") == "person"
    assert chat.offered[0] == "1:o"
    assert any(data.startswith("1:f:") for data in chat.offered)
    assert chat.talk.unclear >= 2


def test_opening_an_offered_topic_begins_the_count_anew(at: At) -> None:
    chat = at()
    assert chat.say("surat saya mana", "1").startswith("topic/")
    assert chat.say("surat saya mana").startswith("topic/")
    assert chat.talk.unclear == 0


@pytest.mark.parametrize(
    "text", ["cara perpanjang SIM online", "cuaca jakarta hari ini gimana", "harga emas hari ini"]
)
def test_another_field_is_declined_with_the_way_back(at: At, at_checks: Chat, text: str) -> None:
    chat = at()
    assert chat.say(text) == "notice/di_luar_topik"
    assert chat.last is not None
    assert chat.last.unanswered is not None
    assert chat.last.unanswered.quoted == text
    assert at_checks.say(text) == "notice/di_luar_topik"
    assert "1:d" in at_checks.offered


def test_nothing_understood_asks_for_a_sentence_then_offers_a_person(at: At) -> None:
    chat = at()
    assert chat.say("blablabla") == "menu?kurang_jelas_soal"
    assert chat.say("xyz qwe") == "person"


def test_a_very_long_text_without_a_topic_is_asked_for_shorter(at: At) -> None:
    assert at().say("x" * 4096) == "notice/pesan_panjang"


def test_related_topics_when_an_answer_did_not_help(at: At) -> None:
    chat = at()
    assert chat.say("cara cek saldo gimana?", "belum membantu") == "related"
    assert chat.say("bukan") == "person"


@pytest.mark.parametrize("text", ["ya", "makasih", "ya, membantu"])
def test_an_answer_that_helped_leads_back_to_the_step(at_checks: Chat, text: str) -> None:
    at_checks.say("cara cek saldo gimana?", text)
    assert at_checks.screen.id.startswith("klaim-jmo/tiga_centang")
    assert at_checks.talk.aside is None


def test_a_long_complaint_gets_its_other_matters_as_buttons(at: At) -> None:
    chat = at()
    shown = chat.say(
        "saya lupa kata sandi jmo, terus antrean online di kantor cabang penuh terus, rebutan "
        "nomor tiap pagi tidak pernah dapat, tolong bagaimana ini caranya pak"
    )
    matters = {"topic/antrean-online", "topic/jmo-lupa-password"}
    assert shown in matters
    other = (matters - {shown}).pop().removeprefix("topic/")
    assert f"1:f:{other}" in chat.offered
    assert chat.press(f"1:f:{other}") == f"topic/{other}"


def test_a_short_question_gets_one_answer(at: At) -> None:
    chat = at()
    chat.say("kok gak bisa klem saldo saya")
    assert chat.screen.id == "topic/klaim-ditolak"
    assert [data for data in chat.offered if data.startswith("1:f:")] == ["1:f:klaim-ditolak:+"]


def test_the_short_answer_comes_first_and_the_whole_one_behind_it(at: At) -> None:
    chat = at("klaim-jmo", buka_jht="tampil")
    assert chat.say("jmo bisa klaim hari minggu ga?") == "topic/klaim-jam-layanan"
    short = chat.screen.text
    assert chat.press("1:f:klaim-jam-layanan:+") == "topic/klaim-jam-layanan/+"
    assert len(chat.screen.text) > len(short)
    assert not [data for data in chat.offered if data.startswith("1:f:")]
    assert "1:d" in chat.offered
    assert chat.say("belum membantu") == "related"


def test_the_other_matters_come_along_to_the_whole_answer(at: At) -> None:
    chat = at()
    chat.press("1:f:antrean-online:jmo-otp")
    assert "1:f:antrean-online:+:jmo-otp" in chat.offered
    chat.press("1:f:antrean-online:+:jmo-otp")
    assert "1:f:jmo-otp" in chat.offered


LONG = ("klaim-tinggalkan-indonesia", "klaim-berapa-lama-cair")


def test_as_many_of_them_as_a_button_has_room_for(at: At) -> None:
    chat = at()
    chat.press("1:f:antrean-online:klaim-tinggalkan-indonesia")
    assert "1:f:antrean-online:+:klaim-tinggalkan-indonesia" in chat.offered
    chat.talk = chat.talk.with_(aside=Aside(View.TOPIC, (*LONG, "klaim-biaya")))
    assert chat.say("0") == f"topic/{LONG[0]}"
    assert f"1:f:{LONG[0]}:+:{LONG[1]}" in chat.offered


def test_a_trouble_leads_to_the_whole_answer(at: At) -> None:
    chat = at("klaim-jmo", buka_jht="tampil")
    chat.press("1:t:kode-040")
    assert "1:f:klaim-kode-penolakan:+" in chat.offered


@pytest.mark.parametrize(
    ("before", "topic"),
    [
        ("berapa lama sampai uangnya cair?", "klaim-berapa-lama-cair"),
        ("cara klaim gimana", "klaim-kantor-cabang"),
    ],
)
def test_a_short_question_goes_on_from_the_one_before(at: At, before: str, topic: str) -> None:
    chat = at()
    chat.say(before)
    assert chat.say("kalau lewat kantor?").startswith(f"topic/{topic}")


def test_where_it_is_seen_says_the_step(at_leaving: Chat) -> None:
    at_leaving.answer("tanggal_berhenti", "5 april 2026")
    assert at_leaving.say("itu lihatnya di mana ya") == "cek-hak/status"


def test_how_far_somebody_has_come_leads_there(at: At) -> None:
    chat = at("klaim-jmo", buka_jht="tampil")
    assert chat.say("saya sudah sampai yang foto wajah") == "klaim-jmo/foto_wajah?langkah_itu"


def test_the_likeliest_topic_is_shown_as_only_likely(at: At) -> None:
    shown = at().say("tetangga bilang kemarin pas mau unggah foto internetnya lenyap")
    assert shown == "topic/jmo-sinyal?mungkin_ini"


def test_of_another_field_nothing_is_shown_as_likely(at: At) -> None:
    assert not at().say("kode token listrik rumah saya tidak masuk terus").startswith("topic/")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("kantornya buka jam berapa sama bawa apa saja", {"kantor-jam", "dokumen-klaim"}),
        ("kena pajak berapa terus cairnya berapa hari", {"klaim-pajak", "klaim-berapa-lama-cair"}),
    ],
)
def test_of_two_questions_one_is_answered_and_one_a_button(
    at: At, text: str, topics: set[str]
) -> None:
    chat = at()
    shown = chat.say(text).removeprefix("topic/")
    assert shown in topics
    assert f"1:f:{(topics - {shown}).pop()}" in chat.offered


@pytest.mark.parametrize(
    ("guide", "given", "text", "topic"),
    [
        ("klaim-kantor", {}, "ayah saya lumpuh, bisa saya saja yang datang?", "diwakilkan"),
        ("klaim-kantor", {"keadaan": "biasa"}, "materainya brp lembar?", "dokumen-klaim"),
    ],
)
def test_what_is_asked_at_a_question_is_no_answer(
    at: At, guide: str, given: dict[str, str], text: str, topic: str
) -> None:
    chat = at(guide, **given)
    assert chat.say(text).split("?")[0] == f"topic/{topic}"
    assert chat.talk.given(guide) == given


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("dana siaga itu maksudnya apa?", "topic/dana-siaga"),
        ("kalau npwp belum punya", "topic/klaim-npwp"),
    ],
)
def test_who_asks_sees_no_screen(at: At, text: str, shown: str) -> None:
    assert at().say(text) == shown


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("jmo bukanya dari jam berapa ya", "klaim-jam-layanan"),
        ("gimana cara batalin klaim", "klaim-status"),
        ("klaim tapi sambil kerja boleh ga", "klaim-masih-bekerja"),
        ("kartu peserta saya ditahan bekas perusahaan", "dokumen-kpj-hilang"),
        ("boleh didiemin berapa lama jht saya", "saldo-hasil-pengembangan"),
        ("dimintai surat tambahan", "dokumen-klaim"),
    ],
)
def test_a_plain_question_finds_its_own_topic(hear: Hear, text: str, topic: str) -> None:
    assert hear(text).topics.best == topic
