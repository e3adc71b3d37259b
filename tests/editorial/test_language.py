"""The plain-language gate: what it stops, and the plain sentences it lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from editorial.check.language.sentences import sentences
from tests.editorial.broken import lay_out, problems_of

PAPER = "---\nlabel: KTP\nstands_on: [klaim-contoh]\n---\n{}\n"
STEP = (
    "---\noptions:\n  bekerja: Masih bekerja\n  berhenti: Sudah berhenti\n"
    "troubles: [layar-putih]\npicture: layar-contoh\n"
    "stands_on: [klaim-contoh]\n---\n{}\n"
)


def kinds(folder: Path, rel: str, form: str, body: str) -> list[str]:
    lay_out(folder / "content")
    (folder / "content" / rel).write_text(form.format(body), encoding="utf-8")
    return [problem.kind for problem in problems_of(folder / "content")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Bawa paklaring.", ["istilah"]),
        ("Bawa paklaring (surat pengalaman kerja).", []),
        ("Bawa surat pengalaman kerja (paklaring).", []),
        ("Bawa paklaring. Paklaring adalah surat dari perusahaan.", []),
        ("Bawa nomor peserta.", ["baku"]),
        ("Bawa **nomor** peserta, Nomor Peserta yang lama.", ["baku"]),
        ("Bawa nomor kartu peserta.", []),
        ("Apabila jauh, bawa nomor peserta.", ["baku", "baku"]),
        ("Tanyakan ke personalia.", ["baku"]),
        ("Tanyakan ke HRD (bagian personalia).", []),
        ("HRD (bagian personalia) tutup? Tanyakan ke personalia pusat.", ["baku"]),
        ("Bawa nomor peserta-lain.", []),
        ("Bukan tidak mungkin.", ["ingkar-ganda"]),
        ("Belum punya, jangan takut.", []),
        ("Tidak bisa klaim, tanpa KTP.", []),
        ("Data diperiksa lalu disetujui.", ["pasif"]),
        ("Data diperiksa kantor. Klaim disetujui petugas.", []),
        ("Bisa diterima atau ditolak.", []),
        (" ".join(["kata"] * 15) + ".", []),
        (" ".join(["kata"] * 16) + ".", ["kalimat-panjang"]),
        (f"{' '.join(['kata'] * 9)}: {' '.join(['kata'] * 9)}", []),
        ("\n".join(f"- {' '.join(['kata'] * 9)}" for _ in range(3)), []),
    ],
)
def test_a_text(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert kinds(tmp_path, "papers/ktp.md", PAPER, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tekan **Klaim**. Apa yang terlihat?", []),
        ("Tekan **Klaim**, lalu pilih sebab.", ["banyak-tindakan"]),
        ("Tekan **Klaim**. Ketik hanya di JMO.", []),
        ("Tekan **Klaim**. Belum ada? Buka lagi.", []),
        ("Jangan tekan dua kali. Pilih sebab.", []),
    ],
)
def test_a_step_asks_for_one_thing(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert kinds(tmp_path, "guides/cek-contoh/keadaan.md", STEP, body) == expected


def test_sentences_end_where_a_reader_breathes() -> None:
    visible = "Bapak/Ibu di Jl. Merdeka No. 5. Siapkan: KTP; KK\n• satu\n\nDua?"
    assert [(s.text, s.row) for s in sentences(visible)] == [
        ("Bapak/Ibu di Jl. Merdeka No. 5.", 0),
        ("Siapkan:", 0),
        ("KTP;", 0),
        ("KK", 0),
        ("• satu", 1),
        ("Dua?", 3),
    ]
    assert len(next(iter(sentences("Saldo Bapak/Ibu Rp15.000.000, e-KTP 30%."))).words) == 5
