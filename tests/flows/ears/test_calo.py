"""The verdict on an offer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flows.library import Library
from flows.mask import mask_text
from tests.flows.conftest import Hear

CALO = Path(__file__).parents[3] / "content" / "calo.yaml"


def flags(hear: Hear, text: str) -> set[str]:
    return {flag.id for flag in hear(mask_text(text).text).verdict.flags}


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
def test_the_flags_are_named(hear: Hear, text: str, expected: set[str]) -> None:
    assert flags(hear, text) >= expected
    if not expected:
        assert flags(hear, text) == set()


def test_the_verdict_follows_the_worst_flag(hear: Hear) -> None:
    assert hear("fee 10%").verdict.level == "bahaya"
    assert hear("siap bantu").verdict.level == "tanda_lain"
    assert hear("halo").verdict.level == "tidak_terlihat"


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
def test_an_offer_is_seen_without_being_asked(hear: Hear, text: str) -> None:
    assert hear(mask_text(text).text).verdict.offer


@pytest.mark.parametrize(
    "text", ["otp ga masuk", "lupa password jmo", "klaim bayar dulu ga", "update apk jmo otp gagal"]
)
def test_an_ordinary_question_is_no_offer(hear: Hear, text: str) -> None:
    assert not hear(text).verdict.offer


def test_questions_outside_the_topic_are_no_offers(library: Library, hear: Hear) -> None:
    near = {"calo", "penipuan", "klaim-biaya"}
    taken = [
        way
        for topic in library.topics.values()
        if topic.id not in near
        for way in topic.ask
        if hear(way).verdict.offer
    ]
    assert len(taken) <= 3, taken


def test_what_was_handed_over_is_named(hear: Hear) -> None:
    assert hear("sudah terlanjur kirim foto ktp dan otp").verdict.given == (
        "terlanjur_kode",
        "terlanjur_ktp",
    )
    assert hear("udah transfer dp 500rb ke orangnya").verdict.given == ("terlanjur_uang",)
    assert hear("diminta kirim ktp").verdict.given == ()


@given(st.text())
def test_nothing_raises(hear: Hear, text: str) -> None:
    assert hear(text).verdict.level in {"bahaya", "tanda_lain", "tidak_terlihat"}
