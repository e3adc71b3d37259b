"""What was kept of a content is found for exactly this content, day and code, or not at all."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.fingerprint import Fingerprint, code_of
from editorial.load import load
from editorial.ready import Ready, place_of
from flows.library import Library
from tests.conftest import ROOT, TODAY
from tools.check import run as check

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")

MENU = "menu.yaml"
SAID = ("resign 2 bulan lalu, saldo 12 jt", "gbs klem di apk jmo", "mboten, tasih nyambut damel")


class Kept:
    """A copy of the content and what was kept of it."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.content = folder / "content"
        self.file = folder / "content-ready"
        self.ready = Ready(self.content, self.file)
        self.ready.keep(self.mark(), library)

    def mark(self, day: date = TODAY) -> Fingerprint:
        found = self.ready.fingerprint(day)
        assert found is not None
        return found

    def find(self, day: date = TODAY) -> Library | None:
        return self.ready.find(self.ready.fingerprint(day))


@pytest.fixture
def kept(content: Path, brief_library: Library) -> Kept:
    return Kept(content.parent, brief_library)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, brief_library: Library) -> Kept:
    """One for many damages; each puts back what was there."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "content").mkdir()
    (folder / "content" / MENU).write_text("[]", encoding="utf-8")
    return Kept(folder, brief_library)


def test_what_is_found_is_what_was_kept_and_hears_the_same(kept: Kept, library: Library) -> None:
    kept.ready.keep(kept.mark(), library)
    found = kept.find()
    assert found == library
    assert found.is_listening
    for said in SAID:
        here, there = (each.ears.hear(said, TODAY) for each in (library, found))
        assert here.facts == there.facts
        assert here.folded == there.folded
        assert here.topics.best == there.topics.best


def test_nothing_was_kept_yet(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    ready = Ready(tmp_path / "content", tmp_path / "content-ready")
    assert ready.find(ready.fingerprint(TODAY)) is None


@pytest.mark.parametrize(
    "name",
    [MENU, "words.yaml", "faq/apa-itu-jht.md", "guides/cek-hak/saldo.md", "drawn/klaim-jmo-3.png"],
)
def test_one_byte_of_any_file_makes_it_another_content(kept: Kept, name: str) -> None:
    found = sorted(kept.content.rglob(Path(name).name)) or sorted(kept.content.rglob("*.png"))
    content = bytearray(found[0].read_bytes())
    content[-1] ^= 1
    found[0].write_bytes(content)
    assert kept.find() is None
    content[-1] ^= 1
    found[0].write_bytes(content)
    assert kept.find() is not None


def test_another_name_another_folder_another_day_make_it_another_content(kept: Kept) -> None:
    assert kept.find(TODAY + timedelta(days=1)) is None
    (kept.content / "faq" / "baru").mkdir()
    assert kept.find() is None
    (kept.content / "faq" / "baru").rmdir()
    (kept.content / MENU).rename(kept.content / "menu.yml")
    assert kept.find() is None


def test_our_code_makes_it_another_content(tmp_path: Path) -> None:
    for house in ("editorial", "flows"):
        shutil.copytree(ROOT / house, tmp_path / house)
    before = code_of(tmp_path)
    (tmp_path / "flows" / "__pycache__").mkdir(exist_ok=True)
    (tmp_path / "flows" / "__pycache__" / "x.pyc").write_bytes(b"compiled")
    assert code_of(tmp_path) == before == code_of(ROOT)
    for file in ("editorial/check/brief.py", "flows/language/spelling.py"):
        (tmp_path / file).write_bytes((tmp_path / file).read_bytes() + b"\n")
        before, now = code_of(tmp_path), before
        assert before != now


@given(st.data())
def test_damage_anywhere_is_noticed(whole: Kept, data: st.DataObject) -> None:
    undamaged = whole.file.read_bytes()
    at = data.draw(st.integers(0, len(undamaged) - 1))
    damaged = bytearray(undamaged)
    if data.draw(st.booleans(), label="cut"):
        del damaged[at:]
    else:
        damaged[at] ^= data.draw(st.integers(1, 255))
    try:
        whole.file.write_bytes(damaged)
        assert whole.find() is None
    finally:
        whole.file.write_bytes(undamaged)


@pytest.mark.parametrize("dumped", [pickle.dumps("not a library"), b"not even a pickle"])
def test_sealed_rightly_and_still_no_library(kept: Kept, dumped: bytes) -> None:
    kept.file.write_bytes(kept.mark().digest + hashlib.sha256(dumped).digest() + dumped)
    assert kept.find() is None


def test_only_a_file_of_ours_that_nobody_else_may_touch_is_read(kept: Kept) -> None:
    assert kept.file.stat().st_mode & 0o777 == 0o600
    kept.file.chmod(0o640)
    assert kept.find() is None
    kept.file.chmod(0o602)
    assert kept.find() is None
    kept.file.chmod(0o600)
    assert kept.find() is not None
    elsewhere = kept.file.rename(kept.file.with_name("elsewhere"))
    kept.file.symlink_to(elsewhere)
    assert kept.find() is None
    kept.file.unlink()
    kept.file.mkdir()
    assert kept.find() is None


@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root gives files away")
def test_a_file_of_somebody_else_is_not_read(kept: Kept) -> None:
    os.chown(kept.file, 65534, -1)
    assert kept.find() is None


def test_a_folder_that_cannot_be_written_is_no_error(kept: Kept, brief_library: Library) -> None:
    nowhere = Ready(kept.content, kept.content / MENU / "ready")
    nowhere.keep(kept.mark(), brief_library)
    assert nowhere.find(kept.mark()) is None


def test_nothing_half_written_stays_behind(kept: Kept, brief_library: Library) -> None:
    kept.file.unlink()
    kept.file.mkdir()  # No file can take its place.
    kept.ready.keep(kept.mark(), brief_library)
    assert {each.name for each in kept.file.parent.iterdir()} == {"content", "content-ready"}


def test_content_changed_while_it_was_read_is_not_kept(kept: Kept, brief_library: Library) -> None:
    kept.file.unlink()
    before = kept.mark()
    (kept.content / MENU).write_text("[]", encoding="utf-8")
    kept.ready.keep(before, brief_library)
    assert not kept.file.exists()


def test_a_folder_that_cannot_be_read_has_no_fingerprint(
    kept: Kept, brief_library: Library
) -> None:
    os.mkfifo(kept.content / "pipe")
    assert kept.ready.fingerprint(TODAY) is None
    assert kept.find() is None
    kept.ready.keep(None, brief_library)
    assert Ready(kept.content / "gone", kept.file).fingerprint(TODAY) is None


def test_who_reads_while_others_write_finds_all_of_it_or_nothing(
    kept: Kept, brief_library: Library
) -> None:
    mark = kept.mark()
    others = [
        multiprocessing.get_context("fork").Process(
            target=_keep_often, args=(kept, mark, brief_library)
        )
        for _ in range(2)
    ]
    for other in others:
        other.start()
    while any(other.is_alive() for other in others):
        assert kept.ready.find(mark) == brief_library
    for other in others:
        other.join()
        assert other.exitcode == 0
    assert {each.name for each in kept.file.parent.iterdir()} == {"content", "content-ready"}


def _keep_often(kept: Kept, mark: Fingerprint, library: Library) -> None:
    for _ in range(8):
        kept.ready.keep(mark, library)


def test_check_reads_the_files_whatever_was_kept(kept: Kept, brief_library: Library) -> None:
    (kept.content / MENU).write_text("- [", encoding="utf-8")
    kept.ready.keep(kept.mark(), brief_library)
    assert kept.find() is not None
    assert load(kept.content, TODAY).library is None
    with Path(os.devnull).open("w", encoding="utf-8") as nobody:
        assert check(kept.content, TODAY, nobody) == 1


def test_it_lies_beside_the_content_or_else_beside_the_database(tmp_path: Path) -> None:
    database = tmp_path / "bot.db"
    assert place_of(tmp_path / "isi", database) == tmp_path / "isi-ready"
    assert place_of(tmp_path / "gone" / "isi", database) == tmp_path / "bot-ready"
