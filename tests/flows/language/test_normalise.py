"""From what people type to the words that are searched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.normalise import Normaliser
from flows.language.wordlist import WordList
from flows.library import Library

WORDS = {
    "ejaan": {
        "tidak": "ga gak tdk",
        "tidak bisa": "gbs gabisa",
        "klaim": "klem claim",
        "aplikasi": "apk apps",
        "bagaimana": "gmn gimana",
        "jamsostek": "jamsostik",
        "paklaring": "parklaring",
        "juta": "jt",
    },
    "frasa": {
        "lapakasik": "lapak asik, lapak asyik",
        "pengkinian": "update data",
        "jht": "jaminan hari tua, hari tua",
    },
    "kata_umum": "saya di ya kok nya min",
    "kata_biasa": "sandal wadah",
}
EXAMPLES = [
    "saldo jaminan hari tua tidak muncul di aplikasi jmo",
    "mencairkan saldo lewat kantor cabang, cair, cair, urus, urus dapat dapat",
    "verifikasi wajah gagal, lupa kata sandi, pembayaran perusahaan",
]


@pytest.fixture(scope="module")
def normaliser() -> Normaliser:
    return Normaliser(WordList(WORDS), EXAMPLES)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Kok GBS klem di APK ya minnn??", "kok tidak bisa klaim di aplikasi ya min"),
        ("saldooo gaaa muncuuul", "saldo tidak muncul"),
        ("sldo tdk mncul", "saldo tidak muncul"),
        ("salso", "saldo"),
        ("sandal", "sandal"),
        ("wadah wadahnya", "wadah wadahnya"),
        ("nyairin", "cair"),
        ("ngurusin", "urus"),
        ("dapetnya", "dapat"),
        ("saldocair", "saldo cair"),
        ("lapak asyik", "lapakasik"),
        ("lapakasik", "lapakasik"),
        ("hari tuanya", "jht"),
        ("apps-apps", "aplikasi"),
        ("apps2", "aplikasi"),
        ("12jt", "12 juta"),
        ("jht040", "jht 040"),
        ("𝐬𝐚𝐥𝐝𝐨 ｊｍｏ", "saldo jmo"),
        ("sal\u200bdo", "saldo"),
        ("cek di https://contoh.id/x?y=1 saldo", "cek di saldo"),
        ("nik saya [NIK]", "nik saya #nik"),
        ("🙏🙏", ""),
    ],
)
def test_words_get_their_usual_spelling(normaliser: Normaliser, typed: str, read: str) -> None:
    assert " ".join(normaliser.spell(typed)) == read


def test_filler_is_read_but_not_searched(normaliser: Normaliser) -> None:
    stems = normaliser.stemmed(normaliser.spell("saldo saya di aplikasi"))
    assert stems.content == ("saldo", "aplikasi")
    assert len(stems.all) == 4


def test_forms_of_a_word_share_a_stem(normaliser: Normaliser) -> None:
    stems = {normaliser.stem(word) for word in ("bayar", "membayar", "dibayarkan", "pembayaran")}
    assert len(stems) == 1


@given(st.text())
def test_nothing_raises_and_reading_twice_gives_the_same(text: str) -> None:
    normaliser = Normaliser(WordList(WORDS), EXAMPLES)
    assert normaliser.spell(text) == normaliser.spell(text)


def test_usual_words_are_no_mistakes_of_words_we_search(library: Library) -> None:
    usual = library.ears.normaliser
    changed = {word: usual.spell(word) for word in library.words.common}
    assert {word for word, read in changed.items() if read != (word,)} == set()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("fotonyo lupo", "foto lupa"),
        ("bisaji kubuka", "bisa buka"),
        ("alah baranti karajo", "sudah berhentikerja"),
        ("lirén", "berhenti"),
        ("sudah berkali-kali", "sudah berkali kali"),
    ],
)
def test_words_of_the_regions_get_their_usual_spelling(
    library: Library, typed: str, read: str
) -> None:
    assert library.ears is not None
    assert " ".join(library.ears.normaliser.spell(typed)) == read
