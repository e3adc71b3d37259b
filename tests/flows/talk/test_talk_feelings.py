"""Greetings, thanks, anger, despair, English, emoji: each gets a fitting answer."""

from __future__ import annotations

import pytest

from flows.library import Library
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat


@pytest.mark.parametrize("text", ["halo", "p", "assalamualaikum", "pagi pak mau tanya", "👋"])
def test_a_greeting_greets(at: At, text: str) -> None:
    assert at().say(text).startswith("greeting")


def test_a_greeting_in_the_middle_offers_to_go_on(at_checks: Chat) -> None:
    before = at_checks.given("klaim-jmo")
    assert at_checks.say("assalamualaikum") == "resume?balas_salam"
    assert at_checks.say("1") == "klaim-jmo/tiga_centang"
    assert at_checks.given("klaim-jmo") == before


def test_a_greeting_at_the_first_step_keeps_the_guide(at: At) -> None:
    chat = at("klaim-jmo")
    assert chat.say("halo") == "resume"
    assert chat.say("lanjut") == "klaim-jmo/buka_jht"


@pytest.mark.parametrize("text", ["makasih", "makasih banyak pak", "oke siap", "bye", "👍", "🙏🙏"])
def test_thanks_are_returned_above_the_step(at: At, text: str) -> None:
    assert at().say(text) == "menu?terima_kasih"


@pytest.mark.parametrize(
    "text",
    ["capek saya", "dipersulit terus ga ada solusi", "goblok", "bangsat bpjs", "😡", "😭😭"],
)
def test_anger_alone_gets_a_human_sentence_and_a_person(at: At, text: str) -> None:
    chat = at()
    assert chat.say(text) == "person?marah_1"
    assert chat.offered[0] == "1:o"
    assert chat.talk.asked == text


def test_anger_with_a_matter_is_answered_below_the_sentence(at_checks: Chat) -> None:
    assert at_checks.say("kecewa, kode 040 muncul terus") == "trouble/kode-040?marah_1"
    assert "1:o" in at_checks.offered


def test_the_human_sentence_changes(at: At) -> None:
    chat = at()
    said = [chat.say("capek saya").partition("?")[2] for _ in range(3)]
    assert said == ["marah_1", "marah_2", "marah_3"]


@pytest.mark.parametrize(
    "text", ["saya mau bunuh diri", "udah ga kuat lagi hidup", "mending mati aja"]
)
def test_a_cry_for_help_comes_before_everything(
    at: At, at_checks: Chat, library: Library, text: str
) -> None:
    assert at().say(text) == "notice/gawat"
    assert at_checks.say(text) == "notice/gawat"
    line = library.numbers.words("telepon_krisis", at_checks.today)
    assert line in at_checks.screen.text
    assert "1:o" in at_checks.offered


@pytest.mark.parametrize(
    "text", ["hp saya mati", "suami saya meninggal bunuh diri, urus jht gimana"]
)
def test_other_deaths_are_no_cry_for_help(at: At, text: str) -> None:
    assert at().say(text) != "notice/gawat"


def test_english_is_answered_in_both_languages(at_checks: Chat) -> None:
    shown = at_checks.say("what should i do now please help")
    assert shown == "klaim-jmo/tiga_centang?bahasa_lain"


def test_a_person_is_there_at_once_for_who_asks(at_checks: Chat) -> None:
    assert at_checks.say("mau ngomong sm manusia bkn bot") == "officer"
    assert at_checks.talk.asked == "mau ngomong sm manusia bkn bot"


@pytest.mark.parametrize("text", ["10 hari ga ada kabar", "dana klaim saya lama sekali masuknya"])
def test_who_waits_for_money_is_led_to_look_for_it(at: At, text: str) -> None:
    assert at().say(text) == "lacak-klaim/lewat_mana?menunggu_cair"


def test_in_that_guide_it_is_an_answer_or_a_kind_word(at: At) -> None:
    chat = at("lacak-klaim", lewat_mana="jmo")
    assert chat.say("dana ga kunjung cair").startswith("lacak-klaim/")
    assert chat.given("lacak-klaim") == {"lewat_mana": "jmo"}


@pytest.mark.parametrize(
    "words", ["makasih ya bu, uangnya udah cair", "alhamdulillah, nuhun pisan"]
)
def test_thanks_with_good_news_are_thanks(at: At, words: str) -> None:
    assert "terima_kasih" in at().say(words)


@pytest.mark.parametrize("words", ["makasih, tapi masih gagal", "makasih, kok belum cair ya?"])
def test_thanks_before_a_complaint_are_none(at: At, words: str) -> None:
    assert "terima_kasih" not in at().say(words)
