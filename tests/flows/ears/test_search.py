"""Which topic a question is about. The floors here are below what docs/decisions/search.md
measured, so that an editor may reword a topic, but not so low that a broken index passes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.content.guide import Topic
from flows.ears.topics.search import Ranking, Search
from flows.language.wordlist import WordList
from flows.library import Library


def topic(name: str, title: str, *ask: str) -> Topic:
    said = {"title": title, "label": title[:30], "ask": ask, "short": "Isi.", "body": "Isi."}
    return Topic.model_validate({"id": name, **said})


def topics(*listed: Topic) -> dict[str, Topic]:
    return {each.id: each for each in listed}


SMALL = topics(
    topic("saldo-cek", "Bagaimana cara melihat saldo?", "cek saldo", "lihat saldo jht di mana"),
    topic("jmo-otp", "Kode OTP tidak masuk", "otp ga masuk", "kode verifikasi tidak terkirim"),
    topic("klaim-biaya", "Apakah klaim berbayar?", "biaya klaim", "klaim bayar berapa"),
    topic("beda-bpjs-kesehatan", "Apa bedanya?", "bpjs kesehatan", "berobat pakai bpjs", "faskes"),
)
WORDS = {
    "ejaan": {"tidak": "ga gak", "biaya": "ongkos"},
    "frasa": {"bpjskes": "bpjs kesehatan"},
    "kata_umum": "saya di yang apa ya",
    "bidang": "saldo otp klaim jht bpjs",
    "tetangga": "bpjskes berobat faskes rujukan",
    "luar_topik": "cuaca hujan listrik",
}


def ask(search: Search, text: str) -> Ranking:
    spelled = search.normaliser.spell(text)
    return search.ask(spelled, search.normaliser.stemmed(spelled))


def phrase(search: Search, text: str, topic: str) -> str | None:
    normaliser = search.normaliser
    return search.phrase(normaliser.stemmed(normaliser.spell(text)), topic)


@pytest.fixture(scope="module")
def small() -> Search:
    return Search(SMALL, WordList(WORDS))


@pytest.fixture(scope="module")
def shipped(library: Library) -> Search:
    return Search(library.topics, library.words)


@pytest.mark.parametrize(
    ("text", "best"),
    [("saldo saya", "saldo-cek"), ("otp gak masukk", "jmo-otp"), ("ongkos klaim", "klaim-biaya")],
)
def test_a_question_finds_its_topic(small: Search, text: str, best: str) -> None:
    found = ask(small, text)
    assert (found.best, found.act) == (best, "answer")
    assert found.top[0].topic == best
    assert len(found.top) == 3


@pytest.mark.parametrize(
    "text", ["", "🙏", "ya", "123", "cuaca besok", "listrik mati", "xyzzy plugh"]
)
def test_what_is_not_ours_is_declined(small: Search, text: str) -> None:
    found = ask(small, text)
    assert (found.best, found.act) == (None, "decline")


def test_the_other_bpjs_is_offered_not_answered(small: Search) -> None:
    found = ask(small, "mau minta rujukan berobat tapi faskes jauh sekali dari rumah")
    assert found.act == "offer"
    assert found.best == "beda-bpjs-kesehatan"


def test_a_word_of_another_field_makes_it_careful(small: Search) -> None:
    assert ask(small, "biaya klaim").act == "answer"
    assert ask(small, "biaya klaim listrik cuaca").act == "offer"


def test_what_a_topic_is_asked_with_is_no_stranger_to_it() -> None:
    asked = topic(
        "program-jkk", "Kecelakaan kerja?", "jatuh dari listrik waktu kerja", "luka kerja"
    )
    search = Search({**SMALL, asked.id: asked}, WordList(WORDS))
    assert ask(search, "jatuh waktu kerja dari listrik").best == "program-jkk"
    assert ask(search, "listrik padam").act == "decline"


def test_a_listed_way_is_answered_whatever_its_chance(small: Search) -> None:
    assert ask(small, "saya lihat saldo jht di mana ya").act == "answer"
    assert ask(small, "faskes").act == "answer"


def test_half_a_text_is_not_enough(small: Search) -> None:
    assert ask(small, "saldo").act == "answer"
    assert ask(small, "kode gembok").act != "answer"


def test_the_phrase_that_won_is_named(small: Search) -> None:
    assert (
        phrase(small, "kode verifikasi ga terkirim", "jmo-otp") == "kode verifikasi tidak terkirim"
    )
    assert phrase(small, "cuaca", "jmo-otp") is None


def test_no_topics_decline_everything() -> None:
    assert ask(Search({}, WordList({})), "saldo").act == "decline"


def test_two_builds_answer_alike(library: Library, shipped: Search) -> None:
    again = Search(library.topics, library.words)
    for text in ("kok ga bisa klaim", "otp", "kapan cair uang jht saya min"):
        assert ask(again, text) == ask(shipped, text)


def test_every_title_leads_to_its_own_topic(library: Library, shipped: Search) -> None:
    lost = [
        topic.id
        for topic in library.topics.values()
        if topic.id not in [score.topic for score in ask(shipped, topic.title).top]
    ]
    assert lost == []


def test_ways_of_asking_held_back_still_find_their_topic(library: Library) -> None:
    kept, held = {}, []
    for each in library.topics.values():
        held += [(way, each.id) for way in each.ask[3::7]]
        rest = tuple(way for n, way in enumerate(each.ask) if n % 7 != 3)
        kept[each.id] = each.model_copy(update={"ask": rest})
    search = Search(kept, library.words)
    found = [(ask(search, way), wanted) for way, wanted in held]
    first = sum(f.top[0].topic == wanted for f, wanted in found if f.top)
    three = sum(any(s.topic == wanted for s in f.top) for f, wanted in found)
    declined = sum(f.act == "decline" for f, _ in found)
    assert first / len(held) > 0.62
    assert three / len(held) > 0.80
    assert declined / len(held) < 0.06


OFF_TOPIC = [
    "besok hujan tidak di bandung", "resep rendang padang", "siapa presiden sekarang",
    "cara buat sim c baru", "cek pajak motor online", "token pln gagal masuk",
    "harga emas hari ini",
    "jadwal kereta ke surabaya", "cara daftar cpns", "pkh tahap dua kapan turun",
    "paket shopee belum sampai", "pinjol ilegal nagih terus", "skor persib tadi malam",
    "terjemahkan ke bahasa inggris", "jadwal sholat maghrib", "harga beras bulog",
    "kucing saya sakit", "paspor online bagaimana", "mobile legends lag", "zodiak hari ini",
    "anak saya demam tinggi obatnya apa", "tiket pesawat murah", "lowongan satpam",
    "tell me a joke", "asdfghjkl",
]  # fmt: skip


def test_other_peoples_business_is_not_answered(shipped: Search) -> None:
    answered = [text for text in OFF_TOPIC if ask(shipped, text).act == "answer"]
    assert len(answered) <= 2, answered


def test_a_long_complaint_finds_one_of_its_topics(shipped: Search) -> None:
    text = (
        "Selamat siang, saya kecewa sekali. Sudah tiga hari coba verifikasi wajah di aplikasi tapi "
        "gagal terus, padahal cahaya terang dan kacamata sudah dilepas. Akhirnya datang ke kantor "
        "cabang, antrean sudah habis dari pagi. Uang itu mau dipakai bayar sekolah anak, tolong "
        "bagaimana caranya supaya bisa klaim tanpa foto wajah lagi"
    )
    found = ask(shipped, text)
    assert found.act != "decline"
    assert {"jmo-biometrik-gagal", "antrean-online"} & {score.topic for score in found.top}


@settings(max_examples=60)
@given(st.one_of(st.text(), st.text("klaim jhtsaldo123 .,?!\n🙏", max_size=4096)))
def test_anything_gets_exactly_one_act(shipped: Search, text: str) -> None:
    found = ask(shipped, text)
    assert found.act in {"answer", "offer", "decline"}
    assert (found.best is None) == (found.act == "decline")
