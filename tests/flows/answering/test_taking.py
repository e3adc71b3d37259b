"""Who takes a typed text at a question: the option that is meant, before a topic or a trouble."""

from __future__ import annotations

from datetime import date

import pytest

from flows.aside import Aside, View
from flows.conversation import Conversation
from flows.library import Library
from flows.presses import Act, Action
from flows.replay import Moment
from flows.views import current_screen
from tools.hear import Hearing

TAKEN = ("answer", "confirm")


def heard(library: Library, today: date, at: str, text: str) -> dict[str, object]:
    guide, step = at.split("/")
    return Hearing(library, today).told({"guide": guide, "step": step, "q": text})


def meant(library: Library, today: date, at: str, text: str) -> object:
    """The option that was taken or asked about; how the text was heard instead, where none was."""
    told = heard(library, today, at, text)
    return told["answer"] if told["act"] in TAKEN else told["act"]


@pytest.mark.parametrize(
    ("at", "text", "key"),
    [
        ("klaim-kantor/surat", "paklaring masih disimpan pabrik", "kurang"),
        ("klaim-ahli-waris/surat", "buku nikahnya hilang", "kurang"),
        ("cek-hak/status", "masih aktif padahal sudah keluar lama", "aktif"),
        ("tanpa-hp/ke_kantor", "lutut sakit gak kuat jalan jauh", "sulit"),
        ("lacak-klaim/buka_lacak", "sudah dicoba 4 kali tetap gak ada datanya", "kosong"),
        ("klaim-jmo/foto_wajah", "hore diterima, suwun", "diterima"),
        ("cek-hak/pernah_sebagian", "belum, karena baru tahu boleh diambil sebagian", "belum"),
        ("cek-hak/sebab_bekerja", "tiga tahun lagi umur 56, saya tunggu saja", "menunggu_56"),
    ],
)
def test_an_option_that_is_meant_comes_before_topics_and_troubles(
    library: Library, today: date, at: str, text: str, key: str
) -> None:
    assert meant(library, today, at, text) == key


@pytest.mark.parametrize(
    ("at", "text", "key"),
    [
        ("cek-hak/sebab_berhenti", "bukan dipecat, saya sendiri yang keluar", "resign"),
        ("cek-hak/sebab_berhenti", "bukan resign, kontraknya sudah selesai", "kontrak_habis"),
        ("klaim-kantor/keadaan", "bisa, umur 71, minta didahulukan", "prioritas"),
        ("cek-hak/masa", "kira kira delapan tahunan", "belum"),
        ("cek-hak/masa", "4 pt, masing masing 3 tahun", "cukup"),
        ("klaim-sebagian/lama_peserta", "tujuh tahun lebih dikit", "belum"),
        ("cek-saldo/jumlah_kartu", "cuma satu, harusnya tiga", "satu"),
    ],
)
def test_what_is_so_comes_before_what_is_not(
    library: Library, today: date, at: str, text: str, key: str
) -> None:
    assert meant(library, today, at, text) == key


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("cek-hak/sebab_bekerja", "buat dp mobil"),
        ("klaim-sebagian/keperluan", "beli mobil bekas"),
        ("login-jmo/masalah", "gak bisa masuk"),
        ("tanpa-hp/keadaan", "mumet saya"),
        ("klaim-ahli-waris/pasangan_anak", "sudah cerai"),
        ("klaim-ahli-waris/umur_anak", "anak kakak saya masih bayi"),
        ("klaim-ahli-waris/umur_anak", "anak saya masih sd, anak almarhum kurang tahu"),
        ("klaim-lapak-asik/buka_situs", "situsnya kok .net ya"),
        ("cek-saldo/jumlah_kartu", "satu padahal dulu di dua pabrik"),
    ],
)
def test_what_leaves_the_option_open_is_never_taken(
    library: Library, today: date, at: str, text: str
) -> None:
    assert heard(library, today, at, text)["act"] != "answer"


def test_what_helps_stands_below_the_question_what_was_meant(library: Library, today: date) -> None:

    asked = Aside(View.MEANT, ("kurang", "dokumen-paklaring", "kpj-hilang"))
    answers = {"klaim-kantor": {"keadaan": "biasa"}}
    moment = Moment(
        library, today, Conversation(guide="klaim-kantor", answers=answers, aside=asked)
    )
    screen = current_screen(moment.scene)
    assert screen.id == "meant"
    presses = [each.press for each in screen.choices]
    assert presses[0] == Act(Action.ANSWER, ("klaim-kantor", "surat", "kurang"))
    assert Aside(View.TOPIC, ("dokumen-paklaring",)) in presses
    assert Aside(View.TROUBLE, ("kpj-hilang",)) in presses


@pytest.mark.parametrize(
    ("at", "text", "key"),
    [
        ("klaim-kantor/surat", "udah tak kumpulin semua", "siap"),
        ("klaim-kantor/surat", "blm tak siapin", "kurang"),
        ("klaim-kantor/surat", "sudah tak ada lagi suratnya", "kurang"),
    ],
)
def test_tak_before_a_deed_is_what_the_writer_did(
    library: Library, today: date, at: str, text: str, key: str
) -> None:
    assert meant(library, today, at, text) == key


@pytest.mark.parametrize(
    "text", ["alamatnya lain, ada tulisan wordpress", "kebuka, belakangnya .top"]
)
def test_what_jars_is_no_answer_and_no_jump(library: Library, today: date, text: str) -> None:
    told = heard(library, today, "klaim-lapak-asik/buka_situs", text)
    assert told["act"] != "answer"
    assert told["step"] == "buka_situs"
