"""The verdict on an offer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flows.ears.calo import CaloCheck
from flows.ears.search import Search
from flows.library import Library
from flows.mask import mask_text

CALO = Path(__file__).parents[2] / "content" / "calo.yaml"


@pytest.fixture(scope="module")
def calo(library: Library) -> CaloCheck:
    raw = yaml.safe_load(CALO.read_text(encoding="utf-8"))
    return CaloCheck(raw, Search(library.topics, library.words).normaliser)


def flags(calo: CaloCheck, text: str) -> set[str]:
    return {flag.id for flag in calo.check(mask_text(text).text).flags}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bisa bantu cairkan JHT, fee 10%", {"upah", "bantuan_jualan"}),
        ("bisa bntu nyairin jht fee 10 %", {"upah", "bantuan_jualan"}),
        ("kirim KTP + KK + OTP", {"minta_data", "minta_kode"}),
        ("ada orang dalam, pasti cair", {"orang_dalam", "janji_pasti"}),
        ("hub 081234567890", {"nomor_pribadi"}),
        ("chat wa.me/6281234567890", {"nomor_pribadi"}),
        ("daftar di http://bsu-2026.site/klaim", {"tautan"}),
        ("klik lapakasik.bpjsketenagakerjaan.go.id.info", {"tautan"}),
        ("jmo terbaru.apk", {"apk"}),
        ("https://lapakasik.bpjsketenagakerjaan.go.id/daftar", set()),
        ("halo selamat siang", set()),
    ],
)
def test_the_flags_are_named(calo: CaloCheck, text: str, expected: set[str]) -> None:
    assert flags(calo, text) >= expected
    if not expected:
        assert flags(calo, text) == set()


def test_the_verdict_follows_the_worst_flag(calo: CaloCheck) -> None:
    assert calo.check("fee 10%").level == "bahaya"
    assert calo.check("siap bantu").level == "tanda_lain"
    assert calo.check("halo").level == "tidak_terlihat"


def test_no_outcome_says_safe(library: Library) -> None:
    texts = yaml.safe_load(CALO.read_text(encoding="utf-8"))["texts"]
    assert {"bahaya", "tanda_lain", "tidak_terlihat"} <= set(texts)
    assert not any("aman" in text.lower().split() for text in texts.values())


@pytest.mark.parametrize(
    "text",
    [
        "ada yg nawarin bantu cairin jht fee 15%, mending ambil ga",
        "Yg jht susah cair hub 081234567890 proses cepat",
        "bayar setelah cair, tanpa paklaring, siap bantu",
    ],
)
def test_an_offer_is_seen_without_being_asked(calo: CaloCheck, text: str) -> None:
    assert calo.check(mask_text(text).text).offer


@pytest.mark.parametrize(
    "text", ["otp ga masuk", "lupa password jmo", "klaim bayar dulu ga", "update apk jmo otp gagal"]
)
def test_an_ordinary_question_is_no_offer(calo: CaloCheck, text: str) -> None:
    assert not calo.check(text).offer


def test_questions_outside_the_topic_are_no_offers(library: Library, calo: CaloCheck) -> None:
    near = {"calo", "penipuan", "klaim-biaya"}
    taken = [
        way
        for topic in library.topics.values()
        if topic.id not in near
        for way in topic.ask
        if calo.check(way).offer
    ]
    assert len(taken) <= 3, taken


def test_what_was_handed_over_is_named(calo: CaloCheck) -> None:
    assert calo.check("sudah terlanjur kirim foto ktp dan otp").given == (
        "terlanjur_kode",
        "terlanjur_ktp",
    )
    assert calo.check("udah transfer dp 500rb ke orangnya").given == ("terlanjur_uang",)
    assert calo.check("diminta kirim ktp").given == ()


@given(st.text())
def test_nothing_raises(calo: CaloCheck, text: str) -> None:
    assert calo.check(text).level in {"bahaya", "tanda_lain", "tidak_terlihat"}
