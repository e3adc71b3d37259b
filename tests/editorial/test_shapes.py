"""What has another form than its reader takes, or says nothing, is told; nothing raises."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from editorial.load import load
from tests.editorial.broken import CODE, TODAY, lay_out, problems_of

INVISIBLE = ('""', '"   "', "'\u200b'", '"\u3164"', '"\\u2060"')
"""Ways of writing nothing that Python takes for a text."""


class Place(NamedTuple):
    """A line of the base that is written anew; `key` is named by what `check` says."""

    file: str
    line: str
    key: str


TEXTS = (
    Place("guides/cek-contoh/guide.yaml", "title: Cek contoh", "title"),
    Place("guides/cek-contoh/guide.yaml", "about: Contoh panduan tanpa kesalahan.", "about"),
    Place("guides/cek-contoh/keadaan.md", "  bekerja: Masih bekerja", "bekerja"),
    Place("guides/cek-contoh/keadaan.md", "why: Jalan berikutnya tergantung jawaban ini.", "why"),
    Place("faq/syarat-contoh.md", "label: Contoh", "label"),
    Place("faq/syarat-contoh.md", "title: Apa saja syaratnya?", "title"),
    Place("troubles/layar-putih.md", "label: Layar putih saja", "label"),
    Place("papers/ktp.md", "label: KTP", "label"),
    Place("replies/salam.md", "label: Salam", "label"),
    Place("statements/klaim-contoh.md", "title: Klaim gratis", "title"),
    Place("statements/klaim-contoh.md", "ask: Kantor cabang", "ask"),
    Place("statements/klaim-contoh.md", "  - act: Aturan Contoh", "act"),
    Place("statements/klaim-contoh.md", "    quote: tidak dipungut biaya", "quote"),
    Place("statements/klaim-contoh.md", "  - who: Kantor Contoh", "who"),
    Place("numbers/contoh.yaml", "  title: Batas saldo", "title"),
    Place("offices.yaml", "    nama: Kantor Cabang Contoh", "nama"),
    Place("offices.yaml", "    kota: Contoh", "kota"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay_out(tmp_path / "content")
    return tmp_path / "content"


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert f"{old}\n" in text, (file, old)
    (folder / file).write_text(text.replace(f"{old}\n", f"{new}\n", 1), encoding="utf-8")


@pytest.mark.parametrize("place", TEXTS, ids=lambda place: f"{place.file}-{place.key}")
def test_a_text_nobody_can_see_is_told_where_it_stands(folder: Path, place: Place) -> None:
    before = (folder / place.file).read_text(encoding="utf-8")
    key = place.line.partition(":")[0]
    for nothing in INVISIBLE:
        edit(folder, place.file, place.line, f"{key}: {nothing}")
        [problem] = problems_of(folder)
        assert problem.path.endswith(place.file), nothing
        assert f"kunci `{place.key}`" in problem.place, nothing
        (folder / place.file).write_text(before, encoding="utf-8")


WRITTEN_ANEW = (
    ("words.yaml", ("- salam", "salam", "7", "''")),
    ("messages.yaml", ("- salam", "salam", "[[a]]")),
    ("offices.yaml", ("- kantor", "kantor", "umum: [a]\nkantor: 7", "kantor: ''")),
    ("menu.yaml", ("guide: cek-contoh", "menu", "- guide: [cek-contoh]", "- {}", "- [a]", "- ")),
    ("menu.yaml", ("- guide: {a: b}", "- guide: [[a]]", "- topic: []", "[]")),
    ("gaya.yaml", ("- jargon", "gaya", "jargon: [a]", "batas: 7")),
    ("words-trust.yaml", ("- mangga", "benda: mangga\nangka: [[a]]")),
    ("calo.yaml", ("- flags", "flags: {a: b}", "flags: [a]", "texts: [a]", "resmi: 7")),
    ("numbers/contoh.yaml", ("- a", "a", "a: 7", "a: [b]", "a: {values: 7}")),
    ("guides/cek-contoh/guide.yaml", ("- ask: keadaan", "guide", "steps: {ask: a}")),
    ("guides/cek-contoh/guide.yaml", ("steps: [[a]]", "steps: [{ask: [a]}]", "steps: ['']")),
    ("pictures/layar-contoh.yaml", ("- title", "rows: {a: b}", "rows: [[a]]")),
)
"""File → contents of another form than ours."""

PARTS = (
    ("offices.yaml", "tidak_tahu: [tidak tahu]", "tidak_tahu: {}"),
    ("offices.yaml", "tidak_tahu: [tidak tahu]", "tidak_tahu: tidak tahu"),
    ("offices.yaml", "tidak_tahu: [tidak tahu]", "tidak_tahu: [[tidak]]"),
    ("offices.yaml", "tidak_tahu: [tidak tahu]", "meja: [a]"),
    ("offices.yaml", "tidak_tahu: [tidak tahu]", "meja: {nasional_menit: 99999999}"),
    ("offices.yaml", "    zona: WITA", "    zona: WITA\n    grup: -" + "9" * 40),
    ("offices.yaml", "    zona: WITA", "    zona: WITA\n    grup: -" + "9" * 5000),
    ("offices.yaml", "    zona: WITA", "    zona: WITA\n    alias: [tempat, tempat]"),
    ("offices.yaml", "    zona: WITA", "    zona: WITA\n    alias: kota"),
    ("offices.yaml", "    zona: WITA", "    zona: WITA\n    alamat: '  '"),
    ("offices.yaml", "  istirahat: 12.00-13.00", "  istirahat: 08.00-14.50"),
    ("numbers/contoh.yaml", "      value: 10000000", "      value: 0"),
    ("numbers/contoh.yaml", "      value: 10000000", "      value: 999999999999999"),
    ("guides/cek-contoh/keadaan.md", "troubles: [layar-putih]", "troubles: {a: b}"),
    ("guides/cek-contoh/keadaan.md", "troubles: [layar-putih]", "troubles: [[layar-putih]]"),
    (
        "guides/cek-contoh/keadaan.md",
        "troubles: [layar-putih]",
        "troubles: [layar-putih, layar-putih]",
    ),
    ("guides/cek-contoh/keadaan.md", "picture: layar-contoh", "picture: ''"),
    ("guides/cek-contoh/keadaan.md", "  bekerja: Masih bekerja", "  bekerja: [a]"),
    ("guides/cek-contoh/keadaan.md", "  bekerja: Masih bekerja", r'  bekerja: "a\0b"'),
    ("guides/cek-contoh/guide.yaml", "    when: {keadaan: bekerja}", "    when: ''"),
    ("guides/cek-contoh/guide.yaml", "    when: {keadaan: bekerja}", "    when: {keadaan: []}"),
    ("troubles/layar-putih.md", "  - layar putih", "  - ''"),
    ("troubles/layar-putih.md", "topic: syarat-contoh", "topic: ''"),
    ("faq/syarat-contoh.md", "  - apa syaratnya", "  - [apa]"),
)
"""File, line, the line instead of it: a part of another form, or beyond what makes sense."""


@pytest.mark.parametrize(("file", "instead"), WRITTEN_ANEW)
def test_a_file_of_another_form_is_told(folder: Path, file: str, instead: tuple[str, ...]) -> None:
    for text in instead:
        (folder / file).write_text(f"{text}\n", encoding="utf-8")
        problems = problems_of(folder)
        assert [each for each in problems if each.path.endswith(file)], text
        assert all(each.severity == "error" for each in problems if each.path.endswith(file)), text
        assert load(folder, TODAY, CODE).library is None, text


@pytest.mark.parametrize(("file", "line", "instead"), PARTS, ids=lambda part: str(part)[-30:])
def test_a_part_of_another_form_is_told(folder: Path, file: str, line: str, instead: str) -> None:
    edit(folder, file, line, instead)
    told = [each.path for each in problems_of(folder) if each.severity == "error"]
    assert any(path.endswith(file) for path in told)


@pytest.mark.parametrize("deep", ["[" * 300_000, "{a: " * 3000 + "}" * 3000, "- " * 3000 + "a"])
def test_what_lies_too_deep_is_told(folder: Path, deep: str) -> None:
    (folder / "menu.yaml").write_text(deep, encoding="utf-8")
    [problem] = problems_of(folder)
    assert problem.kind == "yaml"


def locked(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """What the computer does not hand over; to the system's administrator it hands out all."""

    def refusing(real: object) -> object:
        def opened(path: Path, *args: object, **more: object) -> object:
            if path.name in names:
                raise PermissionError(13, "Permission denied", str(path))
            assert callable(real)
            return real(path, *args, **more)

        return opened

    for name in ("read_bytes", "iterdir", "open"):
        monkeypatch.setattr(Path, name, refusing(getattr(Path, name)))


@pytest.mark.parametrize(
    "name", ["menu.yaml", "keadaan.md", "guide.yaml", "cek-contoh", "faq", "content", "foto.png"]
)
def test_what_cannot_be_opened_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (folder / "pictures/foto.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    locked(monkeypatch, name)
    loaded = load(folder, TODAY, CODE)
    told = [each for each in loaded.problems if each.what.endswith("ini tidak bisa dibuka.")]
    assert [Path(each.path).name for each in told] == [name]
    assert loaded.library is None
