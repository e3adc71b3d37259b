"""A few words that lean on what is known, on what was ruled out, and on whose savings it is."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At


@pytest.mark.parametrize("text", ["lewat aplikasi boleh ga", "bisa pakai hp kah", "jmo bisa?"])
def test_whether_jmo_will_do_hangs_on_what_is_known(at: At, text: str) -> None:
    chat = at("cek-hak", keadaan="lain", sebab_lain="cacat_total")
    assert chat.say(text) == "topic/klaim-cacat-total"
    assert "hp" not in chat.given()
    chat = at()
    chat.say("saya resign 2 bulan lalu, saldo jht 40 juta")
    assert chat.say(text) == "topic/klaim-batas-saldo"


@pytest.mark.parametrize(
    ("purpose", "topic"), [("rumah", "klaim-sebagian-30"), ("pensiun", "klaim-sebagian-10")]
)
def test_how_much_hangs_on_what_for(at: At, purpose: str, topic: str) -> None:
    chat = at("klaim-sebagian", lama_peserta="cukup", pernah_ambil="belum")
    if purpose == "rumah":
        chat.answer("keperluan", purpose)
    assert chat.say("itu maksimal berapa persen") == f"topic/{topic}"


@pytest.mark.parametrize(
    "text", ["wifi kenceng kok", "kuota masih banyak", "udah diperbarui, sama aja"]
)
def test_a_cause_that_is_not_it_leads_on(at: At, text: str) -> None:
    chat = at()
    chat.say("jmo loading terus ga kebuka")
    before = chat.talk.aside
    assert "bukan_sebabnya" in chat.say(text)
    assert chat.talk.aside != before


@pytest.mark.parametrize("text", ["sinyal jelek", "tidak ada kuota", "wifi saya mati, gimana?"])
def test_a_cause_that_may_be_it_does_not(at: At, text: str) -> None:
    chat = at()
    chat.say("jmo loading terus ga kebuka")
    assert "bukan_sebabnya" not in chat.say(text)


def test_a_question_about_oneself_takes_nothing_from_the_other(at: At) -> None:
    chat = at("cek-hak")
    chat.say("ini buat mertua saya", "umurnya 61")
    shown = chat.say("kalau saya sendiri baru 35 tahun masih kerja, boleh ambil tidak?")
    assert shown.startswith("topic/")
    assert "jawaban_tersimpan" in shown
    assert chat.talk.holder
    assert chat.given()["keadaan"] == "usia_56"


def test_what_becomes_of_it_stays_with_the_answer_above_the_facts(at: At) -> None:
    chat = at()
    assert chat.say("saya phk dan sudah kerja di pt baru, jht lama gimana?") == "noted"
    assert chat.say("terus saldonya kemana").startswith("topic/klaim-pindah-kerja")
