"""Reading one content file: text stays text, every key knows its line, Windows files are fine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.reading.page import Doc, read_page, read_yaml

PAGE = "---\nlabel: no\nlinks:\n  - '040'\n  - 2026-11-20\nexpires:\n---\n\nIsi **teks**.\n"


def page(folder: Path, text: str | bytes) -> Doc:
    path = folder / "a.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_page(path, "a.md")


def yaml(folder: Path, text: str) -> Doc:
    path = folder / "a.yaml"
    path.write_bytes(text.encode())
    return read_yaml(path, "a.yaml")


def test_every_value_stays_as_written(tmp_path: Path) -> None:
    doc = page(tmp_path, PAGE)
    assert doc.data == {"label": "no", "links": ["040", "2026-11-20"], "expires": None}
    assert doc.problems == ()


def test_every_key_and_item_knows_its_line(tmp_path: Path) -> None:
    doc = page(tmp_path, PAGE)
    assert [doc.line("label"), doc.line("links", 0), doc.line("links", 1)] == [2, 4, 5]
    assert (doc.body, doc.body_line) == ("Isi **teks**.", 9)


def test_an_unknown_place_has_the_line_of_what_is_around_it(tmp_path: Path) -> None:
    doc = page(tmp_path, PAGE)
    assert doc.line("links", 7, "x") == doc.line("links")
    assert doc.line("tidak_ada") == 1


@pytest.mark.parametrize(
    "changed",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"\n", b"\r"),
    ],
    ids=["bom", "crlf", "both", "old-mac"],
)
def test_files_of_other_editors_read_the_same(tmp_path: Path, changed) -> None:  # type: ignore[no-untyped-def]
    assert page(tmp_path, changed(PAGE.encode())) == page(tmp_path, PAGE)


@pytest.mark.parametrize("turning", ["\u202e", "\u2066", "\u200f"])
def test_what_turns_a_line_around_is_no_part_of_a_text(tmp_path: Path, turning: str) -> None:
    doc = page(tmp_path, PAGE.replace("Isi", f"I{turning}si"))
    assert [(problem.kind, problem.line) for problem in doc.problems] == [("aksara", 9)]


def test_an_empty_text_in_quotes_is_not_a_missing_value(tmp_path: Path) -> None:
    assert yaml(tmp_path, 'a: ""\nb:\n').data == {"a": "", "b": None}


def test_a_line_of_dashes_below_the_front_matter_belongs_to_the_text(tmp_path: Path) -> None:
    assert page(tmp_path, "---\na: b\n---\nx\n\n---\n\ny\n").body == "x\n\n---\n\ny"


def test_all_duplicate_keys_are_reported(tmp_path: Path) -> None:
    doc = yaml(tmp_path, "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")
    assert [(problem.kind, problem.line) for problem in doc.problems] == [
        ("kunci-ganda", 4),
        ("kunci-ganda", 5),
    ]


def test_copies_cannot_blow_up(tmp_path: Path) -> None:
    rows = ["a0: &a0 x"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    doc = yaml(tmp_path, "\n".join(rows))
    assert not doc.readable
    assert {problem.kind for problem in doc.problems} == {"yaml-anchor"}


def test_an_empty_file_is_an_empty_mapping(tmp_path: Path) -> None:
    assert yaml(tmp_path, "# hanya catatan\n").data == {}
    assert yaml(tmp_path, "---").data == {}


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_file_stops_the_reader(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "any").write_bytes(raw)
    for doc in (read_yaml(folder / "any", "any"), read_page(folder / "any", "any")):
        assert doc.readable or doc.problems
        assert all(problem.line >= 1 for problem in doc.problems)
