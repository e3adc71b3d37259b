"""Which files are carried, by their names and types."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flows.files import CARRIED, PROGRAMS, Fate, Judged, endings_of, judged

APK = "application/vnd.android.package-archive"


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("KTP.JPG", "image/jpeg"),
        ("paklaring.pdf", "application/pdf"),
        ("IMG_1.HEIC", "application/octet-stream"),
        ("surat.pdf", None),
        ("catatan suara.ogg", "audio/ogg"),
        ("layar.mp4", "video/mp4"),
        (
            "surat kerja.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("scan 12.11.2026.pdf", "application/pdf"),
        (None, "application/pdf"),
        ("-.pdf", "application/pdf"),
    ],
)
def test_papers_pictures_and_recordings_are_carried(name: str | None, mime: str | None) -> None:
    assert judged(name, mime).fate is Fate.CARRIED


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("JMO-terbaru.apk", APK),
        ("foto.jpg.apk", "image/jpeg"),
        ("foto.apk.jpg", "image/jpeg"),
        ("undangan.pdf", APK),
        ("Surat . APK", None),
        ("surat.apk ", "application/octet-stream"),
        ("klaim.exe", "application/x-msdownload"),
        ("data.zip", "application/zip"),
        ("data.rar", None),
        ("a.js", "text/javascript"),
        ("halaman.html", "text/html"),
        ("gambar.svg", "image/svg+xml"),
        ("surat.docm", "application/vnd.ms-word.document.macroEnabled.12"),
        (None, APK),
    ],
)
def test_what_runs_or_may_hide_it_is_a_program(name: str | None, mime: str | None) -> None:
    assert judged(name, mime).fate is Fate.PROGRAM


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("saldo.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("lama.doc", "application/msword"),
        ("tanpa", "application/octet-stream"),
        ("catatan.txt", "text/plain"),
        ("surat.pdf", "text/plain"),
        (None, None),
    ],
)
def test_everything_else_is_kept_back(name: str | None, mime: str | None) -> None:
    assert judged(name, mime).fate is Fate.KEPT_BACK


def test_the_ending_that_decides_is_named() -> None:
    assert judged("foto.jpg.apk", None) == Judged(Fate.PROGRAM, "apk")
    assert endings_of("NIK 3509.0112.pdf") == ["pdf"]
    assert not CARRIED & PROGRAMS


def test_the_guide_of_officers_says_what_is_carried() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "panduan-petugas.md").read_text("utf-8")
    part = guide.partition("### Berkas")[2].partition("###")[0]
    carried, _, others = part.partition("Jenis lain")
    named = [set(map(str.lower, re.findall(r"\b[A-Z]{3,4}\b", text))) for text in (carried, others)]
    assert named[0] <= CARRIED
    assert named[1] - {"jmo"} <= PROGRAMS
