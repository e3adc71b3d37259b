"""What goes on from the answer that stands there, and what is asked about the bot itself."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        ("paklaring saya hilang", "terus gantinya apa dong", "topic/dokumen-paklaring"),
        ("verifikasi wajah gagal", "kayaknya dikunci deh", "trouble/wajah-terkunci"),
        ("nama saya di jmo salah", "jadi harus ke mana", "topic/dokumen-data-beda"),
        ("rekening saya bank daerah bisa ga", "kalau npwp ga punya", "topic/klaim-npwp"),
        ("ada mobil layanan keliling gak", "jadwalnya gimana", "topic/mobil-keliling"),
        ("tempat lahir di bpjs keliru", "yang betulin hrd apa kita", "topic/dokumen-data-beda"),
        ("apa itu jkp", "syaratnya apa aja sih", "topic/program-jkp"),
        ("potongan jht dari gaji berapa persen", "yang perusahaan?", "topic/iuran-besaran"),
    ],
)
def test_a_short_text_leans_on_the_one_before(at: At, first: str, then: str, shown: str) -> None:
    chat = at()
    chat.say(first)
    assert chat.say(then).startswith(shown)


@pytest.mark.parametrize(
    ("text", "topic"),
    [("syaratnya apa aja", "klaim-syarat-umum"), ("jam bukanya kantor gimana", "kantor-jam")],
)
def test_what_names_no_thing_is_asked_of_us_where_nothing_stands(
    at: At, text: str, topic: str
) -> None:
    assert at().say(text).startswith(f"topic/{topic}")


def test_what_only_the_whole_answer_tells_is_shown_whole(at: At) -> None:
    assert at().say("lapak asik harus pakai komputer?") == "topic/klaim-lapak-asik/+"


def test_who_asks_on_below_a_whole_answer_gets_what_helps(at: At) -> None:
    chat = at()
    chat.say("cara klaim lewat lapak asik", "harus pakai komputer?")
    assert chat.say("nanti siapa yang nelpon?").startswith(("officer", "topic/klaim-lapak-asik"))


@pytest.mark.parametrize(
    "text",
    [
        "yang balas robot apa manusia sih",
        "ini dijawab petugas atau mesin",
        "iki bot opo wong",
        "situ siapa ya",
    ],
)
def test_which_of_the_two_answers_is_told(at: At, text: str) -> None:
    assert at().say(text) == "topic/tentang-bot"
    assert at("cek-hak").say(text) == "topic/tentang-bot"


@pytest.mark.parametrize("text", ["jangan robot, mau orang aja", "minta manusia bukan mesin"])
def test_who_wants_a_person_gets_one(at: At, text: str) -> None:
    assert not at().say(text).startswith("topic/tentang-bot")


@pytest.mark.parametrize(
    "text", ["makasih ya pak, kantornya sabtu buka ga", "oke suwun, kantore minggu buka mboten"]
)
def test_thanks_with_a_question_are_answered(at: At, text: str) -> None:
    assert at().say(text).startswith("topic/kantor-jam")


def test_the_fear_for_the_account_leads_to_the_bank(at: At) -> None:
    chat = at()
    chat.say("kode otp sudah saya bacakan ke orang yang nelpon", "terus saya harus gimana")
    assert chat.say("takut uang di bank saya dibobol") == "calo/lindungi_bank"


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        ("ambil 30 persen buat beli rumah", "kalau yang 10 persen?", "klaim-sebagian-10"),
        ("klaim 10 persen syaratnya apa", "kalau yang buat rumah?", "klaim-sebagian-30"),
        ("gaji dipotong berapa buat jht", "lah pabriknya nambahin ga", "iuran-besaran"),
    ],
)
def test_another_case_is_the_topic_next_to_it(at: At, first: str, then: str, shown: str) -> None:
    chat = at()
    chat.say(first)
    assert chat.say(then).split("?")[0].removesuffix("/+") == f"topic/{shown}"


@pytest.mark.parametrize(
    ("first", "then", "topic"),
    [
        ("berapa lama uangnya cair?", "kalau ditolak gimana?", "klaim-ditolak"),
        ("kantor buka hari apa saja?", "kalo rumah jauh?", "kantor-jauh"),
        ("jmo buka jam berapa sampai jam berapa", "kalau foto wajah gagal?", "jmo-biometrik-gagal"),
        ("paklaring itu apa", "kalo ga ada?", "dokumen-paklaring"),
    ],
)
def test_what_begins_like_going_on_may_be_a_matter_of_its_own(
    at: At, first: str, then: str, topic: str
) -> None:
    chat = at()
    chat.say(first)
    assert chat.say(then).startswith(f"topic/{topic}")


@pytest.mark.parametrize("then", ["udah nunggu setengah jam", "sudah nunggu lama", "nunggu 2 jam"])
def test_who_waits_for_a_code_waits_for_no_money(at: At, then: str) -> None:
    chat = at()
    chat.say("kode otp tidak masuk")
    chat.say(then)
    assert chat.talk.guide is None
    assert "otp" in chat.screen.id


def test_money_that_does_not_come_is_another_matter(at: At) -> None:
    chat = at()
    chat.say("kode otp tidak masuk", "uang klaim saya belum cair sudah 3 minggu")
    assert chat.talk.guide == "lacak-klaim"
