"""Somebody has died: condolence and the family's guide at once, wherever it is said."""

from __future__ import annotations

import pytest

from flows.content.named import HEIRS
from tests.flows.conftest import Hear
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

FIRST = "klaim-ahli-waris/hubungan"


@pytest.mark.parametrize(
    "text",
    [
        "almarhum paman saya pernah kerja pabrik",
        "istri saya wafat minggu kemarin",
        "bapak sudah ga ada sejak lebaran",
        "ibuku udah gak ada",
        "ibu sudah tiada, tabungannya bagaimana",
        "kakak dipanggil Tuhan bulan lalu, jht nya bagaimana",
        "suamiku berpulang tadi malam",
        "adik saya tewas kecelakaan",
        "mbah kakung sampun sedo",
        "pun biang tos ngantunkeun",
        "bojone wis mati setahun kepungkur",
        "innalillahi, mau urus jht bapak",
        "paman saya pulang ke rahmatullah kemarin",
        "ibu sudah di alam kubur",
        "mendiang kakek dulu buruh",
        "almh bibi saya pernah jadi penjahit",
        "abang saya gantung diri tahun lalu",
        "saya ditinggal istri untuk selamanya",
        "mas saya koit bulan puasa",
        "bapak meninggalkan seorang istri",
    ],
)
def test_a_death_opens_the_guide_of_the_family(at: At, text: str) -> None:
    assert at().say(text) == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "hp ibu saya mati",
        "ibu saya sudah tidak ada hp",
        "bapak sudah ga ada kerjaan",
        "kalau saya meninggal, jht buat siapa",
        "suami pulang dari malaysia",
        "petugas bapak tidak ada di kantor",
        "kartu ibu saya tidak ada",
        "suami belum meninggal tapi sakit",
        "met malam bu",
        "selamat pagi pak",
        "ibu, menu klaim tidak ada",
        "istri saya meninggalkan rumah",
        "suami pergi ninggalin saya",
        "saya ditinggal suami ke batam",
        "adik hampir bunuh diri",
    ],
)
def test_what_is_no_death(hear: Hear, text: str) -> None:
    assert not hear(text).mourning.told


def test_at_a_question_about_a_day_it_is_no_answer(at_leaving: Chat) -> None:
    assert at_leaving.say("suami saya meninggal 3 juni") == FIRST
    assert "tanggal_berhenti" not in at_leaving.given()


def test_the_guide_of_the_family_is_not_begun_again(at: At) -> None:
    chat = at("klaim-ahli-waris", hubungan="anak")
    chat.say("bapak saya sudah meninggal dunia")
    assert chat.given("klaim-ahli-waris") == {"hubungan": "anak"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("suami meninggal, santunan kematian berapa", "program-jkm"),
        ("saya istri siri, suami meninggal, apakah berhak", "waris-keluarga"),
    ],
)
def test_a_sure_question_beside_it_is_answered_above_the_guide(
    at: At, text: str, topic: str
) -> None:
    chat = at()
    assert chat.say(text) == f"topic/{topic}?duka"
    assert chat.talk.guide == "klaim-ahli-waris"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("ibu saya sudah ga ada", "anak"),
        ("suami saya wafat", "pasangan"),
        ("anak saya yang meninggal", "keluarga"),
    ],
)
def test_who_has_died_tells_the_relation(at: At, text: str, relation: str) -> None:
    chat = at("klaim-ahli-waris")
    chat.say(text)
    assert chat.given("klaim-ahli-waris") == {"hubungan": relation}


@pytest.mark.parametrize(
    "text",
    [
        "yang kerja dulu mertua saya, udah wafat",
        "orangnya sudah ga ada, saya kakaknya",
        "almarhumah istri saya",
    ],
)
def test_at_the_first_question_the_guide_of_the_family_opens_at_once(at: At, text: str) -> None:
    chat = at("cek-hak")
    assert chat.say(text) == FIRST
    assert chat.given()["sebab_lain"] == "meninggal"


@pytest.mark.parametrize(
    "text",
    [
        "surat warisnya minta ke siapa dan dimana",
        "akta kematian bikin dimana",
        "perlu ke pengadilan ga",
    ],
)
def test_where_papers_of_a_death_are_made_is_told(at: At, text: str) -> None:
    chat = at()
    assert chat.say("suami saya wafat") == FIRST
    assert chat.say(text) == "trouble/surat-waris-tidak-ada"


@pytest.mark.parametrize("text", ["baru 9 hari", "masih berat rasanya", "saya belum kuat"])
def test_what_only_tells_of_the_grief_gets_a_kind_word(at: At, text: str) -> None:
    chat = at()
    assert chat.say("suami saya wafat") == FIRST
    assert chat.say(text) == f"{FIRST}?duka"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("suaminya sudah meninggal duluan, anaknya masih tiga", "ada"),
        ("bojone wis sedo, ora duwe anak", "tidak_ada"),
    ],
)
def test_what_is_said_besides_a_death_answers(at: At, text: str, answer: str) -> None:
    chat = at("klaim-ahli-waris", hubungan="keluarga")
    chat.say(text)
    assert chat.given("klaim-ahli-waris")["pasangan_anak"] == answer


def test_a_death_alone_answers_no_other_question(at: At) -> None:
    chat = at("klaim-ahli-waris", hubungan="keluarga")
    chat.say("kakak saya wafat kemarin")
    assert "pasangan_anak" not in chat.given("klaim-ahli-waris")


def test_a_greeting_keeps_the_condolence(at: At) -> None:
    chat = at()
    assert chat.say("assalamualaikum, suami saya meninggal").startswith(FIRST)
    assert "Kami turut berduka" in chat.screen.text


@pytest.mark.parametrize(
    "text",
    [
        "ibu saya wafat jadi saya keluar kerja, bisa dicairkan?",
        "resign karena anak meninggal",
        "suami meninggal, tapi yang mau diklaim punya saya",
    ],
)
def test_whose_claim_it_is_is_asked_of_who_stopped_working(at: At, text: str) -> None:
    chat = at()
    chat.say(text)
    assert chat.talk.guide is None
    assert HEIRS in chat.talk.aside.args if chat.talk.aside else False


@pytest.mark.parametrize(
    "text",
    ["bapak saya resign lalu meninggal", "suami kena phk tahun lalu, sekarang sudah meninggal"],
)
def test_the_dead_may_have_stopped_working(at: At, text: str) -> None:
    assert at().say(text) == FIRST


@pytest.mark.parametrize(
    "text", ["mati aja saya kalau begini terus", "mending saya mati", "rasanya lelah hidup"]
)
def test_somebody_in_danger_comes_first(hear: Hear, text: str) -> None:
    assert "gawat" in hear(text).mood


@pytest.mark.parametrize("text", ["hp saya mati", "hpnya mati saja terus", "klaim saya mati suri"])
def test_a_thing_that_is_dead_is_no_danger(hear: Hear, text: str) -> None:
    assert "gawat" not in hear(text).mood


@pytest.mark.parametrize(
    "text", ["ibu saya wafat, lalu saya resign", "saya kena phk, suami juga meninggal bulan ini"]
)
def test_who_mourns_is_not_told_that_they_were_not_understood(
    at: At, hear: Hear, text: str
) -> None:
    chat = at()
    assert chat.say(text).endswith("duka_siapa")
    assert "belum yakin" not in chat.screen.text
    assert HEIRS in {each for button in chat.screen.choices for each in map(str, button.press.args)}


CONDOLED = "duka"


@pytest.mark.parametrize(
    "text",
    [
        "kalau nanti ibu meninggal, jht ibu buat siapa? beliau masih sehat",
        "kalau suatu saat bapak sudah tiada siapa yang dapat jht",
        "yang termasuk ahli waris siapa saja",
        "besar santunan kematian berapa",
        "kalau peserta meninggal, suratnya apa saja",
    ],
)
def test_who_is_alive_is_not_mourned(at: At, text: str) -> None:
    assert CONDOLED not in at().say(text)


def test_a_death_that_happened_is_condoled_with_above_its_topic(at: At) -> None:
    assert CONDOLED in at().say("jht orang yang sudah meninggal diurus gimana")


@pytest.mark.parametrize("text", ["sakit jantung", "kena serangan jantung", "sakit keras"])
def test_an_illness_is_no_death(at: At, text: str) -> None:
    chat = at("cek-hak", keadaan="lain")
    chat.say(text)
    assert chat.given().get("sebab_lain") != "meninggal"


def test_what_was_told_for_oneself_stays_when_a_death_is_told(at: At) -> None:
    told = {"keadaan": "berhenti", "sebab_berhenti": "resign", "kerja_lagi": "tidak"}
    chat = at(
        "cek-hak", **told, tanggal_berhenti="2026-10-12", status="nonaktif", pernah_sebagian="belum"
    )
    assert chat.say("istri saya meninggal dua minggu lalu").endswith("duka_siapa")
    assert chat.given()["tanggal_berhenti"] == "2026-10-12"
    assert chat.talk.guide == "cek-hak"


def test_the_name_of_another_guide_leads_back_from_the_family_s(at: At) -> None:
    told = {"keadaan": "berhenti", "sebab_berhenti": "resign", "kerja_lagi": "tidak"}
    chat = at(
        "cek-hak", **told, tanggal_berhenti="2026-10-12", status="nonaktif", pernah_sebagian="belum"
    )
    chat.say("yang punya kartu istri saya, sudah meninggal", "cek hak klaim")
    assert chat.talk.guide == "cek-hak"
    assert chat.given()["tanggal_berhenti"] == "2026-10-12"


@pytest.mark.parametrize(
    ("text", "guide"),
    [("punya saya sendiri", "cek-hak"), ("yang saya", "cek-hak"), ("punya istri", HEIRS)],
)
def test_whose_claim_it_is_may_be_typed(at: At, text: str, guide: str) -> None:
    told = {"keadaan": "berhenti", "sebab_berhenti": "resign", "kerja_lagi": "tidak"}
    chat = at(
        "cek-hak", **told, tanggal_berhenti="2026-10-12", status="nonaktif", pernah_sebagian="belum"
    )
    chat.say("istri saya meninggal dua minggu lalu", text)
    assert chat.talk.guide == guide
    assert chat.talk.aside is None
    assert chat.given()["tanggal_berhenti"] == "2026-10-12"
