"""About: comes back as it was said, from this release and from the one before."""

from typing import get_args

import pytest

from store import about_text
from store.about import (
    BoardShown,
    CardDrawn,
    CarriedIn,
    CarriedOut,
    Changed,
    Farewell,
    FirstCard,
    Greeting,
    GroupMessage,
    Known,
    Marker,
    Membership,
    Named,
    Note,
    Part,
    Pinned,
    Probe,
    Rung,
    Said,
    TakenBack,
    Told,
    TopicLeaving,
    TopicMade,
    Unknown,
    Upload,
)
from store.about_text import TAGS

ALL: list[Known] = [
    TopicMade(1, "🔴 JHT-7K3Q · <b>"),
    Marker(2),
    Probe(3, (9, 8, 7)),
    FirstCard(4),
    CardDrawn(5),
    Named(5, "🔴 JHT-7K3Q"),
    Said(5, "staff", "warning", 12, "0a"),
    Note(6, words=True),
    CarriedIn(7, (1, 2), (3,), 1, (1, 4)),
    CarriedOut(8, (3,), (2,)),
    Changed(8, 3, 2),
    Part(8, 3, 1),
    TakenBack(8, 3),
    Farewell(-100, 7, "card"),
    Membership(9, -100, True),
    Pinned(10, 11),
    Greeting(12),
    GroupMessage(),
    BoardShown(-100, "0a"),
    TopicLeaving(-100, 12),
    Rung(9),
    Upload("a hash", "photo"),
    Told((("f", ("klaim-npwp",), "0a"), ("e", ("cek-hak", "nanti"), "1b"))),
]


@pytest.mark.parametrize("one", ALL, ids=lambda one: type(one).__name__)
def test_it_comes_back_as_it_was_said(one: Known) -> None:
    assert about_text.load(about_text.dump(one)) == one


def test_each_kind_has_one_name_and_is_tried_above() -> None:
    assert set(TAGS.values()) == set(get_args(Known)) == {type(one) for one in ALL}
    assert len(TAGS) == len(ALL)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('{"desk": "topic", "case": 1, "name": "JHT-7K3Q"}', TopicMade(1, "JHT-7K3Q")),
        ('{"desk": "marker", "case": 2}', Marker(2)),
        ('{"desk": "probe", "case": 3, "left": [9, 8]}', Probe(3, (9, 8))),
        ('{"desk": "card", "case": 4}', FirstCard(4)),
        ('{"desk": "drawn", "case": 5}', CardDrawn(5)),
        ('{"desk": "note", "case": 6}', Note(6)),
        ('{"desk": "in", "case": 7, "rows": [1, 2]}', CarriedIn(7, (1, 2))),
        ('{"desk": "out", "case": 8, "rows": [3], "by": 55}', CarriedOut(8, (3,))),
        ('{"desk": "member", "user": 9, "group": -100, "say": true}', Membership(9, -100, True)),
        ('{"desk": "seen"}', GroupMessage()),
        ('{"file": "a hash", "kind": "voice"}', Upload("a hash", "voice")),
    ],
)
def test_rows_of_the_release_before_are_read(text: str, meant: Known) -> None:
    assert about_text.load(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        '{"about": "of a later release", "case": 1}',
        '{"about": "in", "case": 1}',
        '{"about": ["in"]}',
        '{"n": 1}',
        "[1]",
        "null",
        "{",
        "",
    ],
)
def test_what_cannot_be_read_is_unknown_and_no_error(text: str) -> None:
    assert about_text.load(text) == Unknown(text)


def test_a_later_release_may_say_more_of_a_known_kind() -> None:
    assert about_text.load('{"about": "note", "case": 6, "mood": "good"}') == Note(6)
