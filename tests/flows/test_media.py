"""Pictures on request, as decided: what is shown, what is remembered, what is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from flows.buttons import unpack
from flows.content.media import Media
from flows.conversation import Conversation
from flows.events import Commanded, Pressed, Wrote
from flows.library import Library
from flows.talk import reply

STEP = "klaim-jmo/buka_jht"
PICTURE = "picture/klaim-jmo-1"


@pytest.fixture
def illustrated(library: Library) -> Library:
    """Every picture of the content, without a file behind it."""
    return library.with_media(lambda path: Media(path, 12_000, path))


@pytest.fixture
def talk(illustrated: Library, today: date) -> Conversation:
    """At the first step of klaim-jmo."""
    return reply(Conversation(), Commanded("start", "klaim-jmo"), illustrated, today).conversation


def offered(library: Library, talk: Conversation, today: date) -> list[str]:
    screen = reply(talk, Wrote("0"), library, today).screens[0]
    return [button.data for row in screen.rows() for button in row]


def test_only_what_can_be_sent_is_offered(
    library: Library, illustrated: Library, talk: Conversation, today: date
) -> None:
    assert "1:i" in offered(illustrated, talk, today)
    assert "1:v" not in offered(illustrated, talk, today)
    assert "1:i" not in offered(library, talk, today)


def test_the_step_comes_below_its_picture(
    illustrated: Library, talk: Conversation, today: date
) -> None:
    shown = reply(talk, Pressed(unpack("1:i"), 7), illustrated, today)
    assert [screen.id for screen in shown.screens] == [PICTURE, STEP]
    assert shown.screens[0].rows() == ()
    assert not shown.in_place


def test_a_picture_uncovers_the_step(illustrated: Library, talk: Conversation, today: date) -> None:
    covered = reply(talk, Pressed(unpack("1:w"), 7), illustrated, today).conversation
    shown = reply(covered, Pressed(unpack("1:i"), 7), illustrated, today)
    assert [screen.id for screen in shown.screens] == [PICTURE, STEP]


def test_the_same_message_brings_its_picture_once(
    illustrated: Library, talk: Conversation, today: date
) -> None:
    once = reply(talk, Pressed(unpack("1:i"), 7), illustrated, today)
    stored = Conversation.load(once.conversation.dump())
    twice = reply(stored, Pressed(unpack("1:i"), 7), illustrated, today)
    assert twice.screens == ()
    assert twice.toast
    below = reply(stored, Pressed(unpack("1:i"), 9), illustrated, today)
    assert below.screens == once.screens


@pytest.mark.parametrize("said", ["gambar", "Lihat gambar", "GAMBAR!"])
def test_typed_words_bring_it_too(
    illustrated: Library, talk: Conversation, today: date, said: str
) -> None:
    shown = reply(talk, Wrote(said), illustrated, today)
    assert [screen.id for screen in shown.screens] == [PICTURE, STEP]


def test_without_a_picture_the_button_is_an_old_one(illustrated: Library, today: date) -> None:
    shown = reply(Conversation(), Pressed(unpack("1:i"), 7), illustrated, today)
    assert shown.screens[0].picture is None
    assert shown.toast
    assert shown.in_place
