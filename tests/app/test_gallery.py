"""The gallery of pictures: named by content, kept on disk, never half of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.gallery import Gallery, cache_of
from editorial.drawing.draw import draw
from editorial.drawing.version import SHIPPED, drawn_name
from flows.content.media import Media, size_words
from flows.content.picture import Picture

SCREEN = Picture(title="Menu", rows=("Saldo", "Klaim"), tap="Klaim")
OTHER = Picture(title="Menu", rows=("Saldo", "Klaim"), tap="Saldo")
PATH = "pictures/menu.yaml"


@pytest.fixture
def kept_in(tmp_path: Path) -> Path:
    return tmp_path / "bot-pictures"


def drawn(content: Path, picture: Picture, kept_in: Path) -> Media | None:
    gallery = Gallery(content, {PATH: picture}, kept_in)
    gallery.fill()
    return gallery(PATH)


def test_a_description_is_drawn_once_and_found_by_the_next_run(
    tmp_path: Path, kept_in: Path
) -> None:
    gallery = Gallery(tmp_path, {PATH: SCREEN}, kept_in)
    assert gallery(PATH) is None
    assert gallery.fill() == 1
    first = gallery(PATH)
    assert first is not None
    assert Path(first.path).read_bytes() == draw(SCREEN)
    assert first.size == Path(first.path).stat().st_size
    drawn_at = Path(first.path).stat().st_mtime_ns
    again = Gallery(tmp_path, {PATH: SCREEN}, kept_in)
    assert again.missing() == []
    assert again(PATH) == first
    assert Path(first.path).stat().st_mtime_ns == drawn_at
    assert [path.name for path in kept_in.iterdir()] == [Path(first.path).name]


def test_what_a_release_ships_is_sent_from_there_and_nothing_is_drawn_or_kept(
    tmp_path: Path, kept_in: Path
) -> None:
    shipped = tmp_path / SHIPPED / drawn_name("menu", SCREEN)
    shipped.parent.mkdir()
    shipped.write_bytes(draw(SCREEN))
    gallery = Gallery(tmp_path, {PATH: SCREEN}, kept_in)
    assert gallery.missing() == []
    media = gallery(PATH)
    assert media is not None
    assert Path(media.path) == shipped
    assert not kept_in.exists()
    assert Gallery(tmp_path, {PATH: OTHER}, kept_in).missing() == [PATH]


def test_what_is_drawn_is_kept_beside_the_content_for_all_its_bots(tmp_path: Path) -> None:
    content = tmp_path / "isi"
    content.mkdir()
    kept = {cache_of(content, tmp_path / "data" / name) for name in ("satu.db", "dua.db")}
    assert kept == {tmp_path / "isi-pictures"}


def test_a_changed_description_is_another_file(tmp_path: Path, kept_in: Path) -> None:
    before, after = drawn(tmp_path, SCREEN, kept_in), drawn(tmp_path, OTHER, kept_in)
    assert before is not None
    assert after is not None
    assert before.key != after.key
    assert Path(before.path).read_bytes() == draw(SCREEN)


@pytest.mark.parametrize("name", ["pictures/menu.png", "pictures/menu.jpg", "voices/menu.ogg"])
def test_a_dropped_file_is_sent_as_it_was_when_asked_for(
    tmp_path: Path, kept_in: Path, name: str
) -> None:
    dropped = tmp_path / name
    dropped.parent.mkdir()
    dropped.write_bytes(b"first")
    media = Gallery(tmp_path, {}, kept_in)(name)
    dropped.write_bytes(b"second")
    assert media is not None
    assert Path(media.path).read_bytes() == b"first"
    assert Path(media.path).suffix == dropped.suffix
    again = Gallery(tmp_path, {}, kept_in)(name)
    assert again is not None
    assert again.key != media.key


def test_what_cannot_be_read_or_kept_is_not_offered(tmp_path: Path) -> None:
    assert Gallery(tmp_path, {}, tmp_path / "kept")("pictures/gone.png") is None
    occupied = tmp_path / "occupied"
    occupied.write_bytes(b"")
    assert Gallery(tmp_path, {PATH: SCREEN}, occupied)(PATH) is None
    with pytest.raises(OSError, match="occupied"):
        Gallery(tmp_path, {PATH: SCREEN}, occupied).fill()


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 KB"), (12_000, "12 KB"), (12_001, "13 KB"), (999_000, "999 KB"), (1_240_000, "1,3 MB")],
)
def test_sizes_are_said_in_whole_kilobytes_rounded_up(size: int, said: str) -> None:
    assert size_words(size) == said
