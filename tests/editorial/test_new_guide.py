"""A guide added as an editor would, files of content and a line in the menu, needs no Python."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from editorial.load import load
from flows.content.guide import End
from flows.conversation import Conversation
from flows.events import Commanded
from flows.library import Library
from flows.talk import reply
from proof.routes import routes_of
from proof.walk import steps_of
from tools.paths import longest, table

CONTENT = Path(__file__).parents[2] / "content"
FILES = {
    "guide.yaml": "title: Coba\nabout: Panduan coba.\nsteps:\n  - ask: lihat\n  - end: selesai\n",
    "lihat.md": "---\noptions:\n  tampil: Ya, tampil\nwhy: Supaya jelas.\n"
    "stands_on: [kami-asisten]\n---\nApakah halamannya tampil?\n",
    "selesai.md": "---\nstands_on: [kami-asisten]\n---\nSelesai. Gratis.\n",
}


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory, today: date) -> Library:
    folder = tmp_path_factory.mktemp("grown") / "content"
    shutil.copytree(CONTENT, folder)
    (folder / "guides" / "coba").mkdir()
    for name, text in FILES.items():
        (folder / "guides" / "coba" / name).write_text(text, encoding="utf-8")
    with (folder / "menu.yaml").open("a", encoding="utf-8") as menu:
        menu.write("- guide: coba\n")
    loaded = load(folder, today)
    assert [str(problem) for problem in loaded.problems if "/coba/" in problem.path] == []
    assert loaded.library is not None
    return loaded.library


def test_its_conversations_are_listed(grown: Library, today: date) -> None:
    assert table(grown, grown.guides["coba"], today) == "lihat=tampil > selesai\n"
    assert longest(grown, grown.guides["coba"], today) == 1


def test_it_is_walked(grown: Library) -> None:
    [route] = [route for route in routes_of(grown.guides) if route.guide == "coba"]
    assert isinstance(list(steps_of(route, grown))[-1], End)


def test_it_is_talked_to(grown: Library, today: date) -> None:
    opened = reply(Conversation(), Commanded("start", "coba"), grown, today)
    assert [screen.id for screen in opened.screens] == ["coba/lihat"]
