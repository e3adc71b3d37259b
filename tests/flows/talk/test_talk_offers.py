"""Offers of brokers, what was handed over, forwarded news, personal data beside a question."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

OFFER = "bisa bantu cairkan JHT, fee 10%, kirim KTP + KK + OTP"


@pytest.mark.parametrize("forwarded", [True, False])
def test_an_offer_gets_a_verdict_and_the_guide_stays(at_checks: Chat, forwarded: bool) -> None:
    before = at_checks.given("klaim-jmo")
    assert at_checks.say(OFFER, forwarded=forwarded) == "calo/bahaya"
    assert at_checks.press("1:d") == "klaim-jmo/tiga_centang"
    assert at_checks.given("klaim-jmo") == before


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("sudah transfer 500rb ke calo", "calo/terlanjur_uang"),
        ("saya sudah kirim ktp ke orang di fb", "calo/terlanjur_ktp"),
    ],
)
def test_what_was_handed_over_to_somebody_comes_first(at: At, text: str, screen: str) -> None:
    assert at().say(text) == screen


def test_papers_handed_to_an_office_are_no_alarm(at: At) -> None:
    shown = at().say("saya sudah kirim berkas lewat lapak asik tapi belum diproses")
    assert not shown.startswith("calo/")


@pytest.mark.parametrize("text", ["1", "petugas", "resign 2 bulan lalu saldo 12 jt", "saya marah"])
def test_forwarded_words_are_nobodys_answer_or_fact(at_checks: Chat, text: str) -> None:
    before = at_checks.talk
    shown = at_checks.say(text, forwarded=True)
    assert at_checks.talk.answers == before.answers
    assert shown not in ("noted", "officer")
    assert "marah" not in shown


def test_forwarded_news_is_not_vouched_for(at_checks: Chat) -> None:
    shown = at_checks.say("Menteri meresmikan gedung baru hari ini", forwarded=True)
    assert shown == "klaim-jmo/tiga_centang?pesan_terusan"


def test_personal_data_goes_and_the_question_beside_it_is_answered(at_checks: Chat) -> None:
    shown = at_checks.say("nik saya 3201010101900001 kenapa ga bisa klaim ya pak kode 040")
    assert shown == "trouble/kode-040?data_pribadi_dihapus"
    assert at_checks.last is not None
    assert at_checks.last.delete == 7
    assert "3201010101900001" not in at_checks.screen.text
    assert at_checks.press("1:d") == "klaim-jmo/tiga_centang"


def test_personal_data_alone_repeats_the_step(at_checks: Chat) -> None:
    shown = at_checks.say("3201010101900001")
    assert shown == "klaim-jmo/tiga_centang?data_pribadi_dihapus"


def test_the_name_of_the_mother_is_taken_out_and_explained(at_checks: Chat) -> None:
    shown = at_checks.say("nama ibu kandung saya Ngatinem")
    assert shown == "klaim-jmo/tiga_centang?data_pribadi_dihapus"
    assert at_checks.last is not None
    assert at_checks.last.delete == 7
    assert "ngatinem" not in str(at_checks.talk.dump()).lower()


def test_an_employer_and_an_heir_who_wants_a_share_are_no_brokers(at: At) -> None:
    assert at().say("saya bagian personalia, mau urus jht 12 karyawan yang di phk, caranya?") == (
        "topic/perusahaan-hrd"
    )
    chat = at("klaim-ahli-waris", hubungan="pasangan")
    assert not chat.say("istri kedua almarhum minta bagian juga").startswith("calo")


def test_who_was_paid_to_file_the_claim_has_answered_and_is_warned(at: At) -> None:
    chat = at("lacak-klaim")
    assert chat.say("titip ke kenalan, saya bayar 300 ribu").startswith("calo")
    assert chat.given("lacak-klaim") == {"lewat_mana": "orang"}
