"""The watch: told once when it begins, each hour while it lasts, once when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from flows.desk.watch.alarm import Alarm, Id, Sign, Wrong
from flows.desk.watch.round import Round, round_of
from flows.desk.watch.said import matter, round_text, trouble
from flows.library import Library
from flows.voice import Voice
from tests.flows.desk.builders import OPENED, office

DESK = office("nasional")
GROUP = -1001
WRITING = Id(Wrong.WRITING, GROUP)
NIGHT = OPENED + timedelta(hours=12)
"""A Monday, 21.00 WIB."""


class Watch:
    """Rounds one after the other; what each told."""

    def __init__(self, now: datetime = OPENED) -> None:
        self.now = now
        self.alarms: tuple[Alarm, ...] = ()
        self.hears = True

    def round(self, *signs: Id, **later: float) -> Round:
        self.now += timedelta(**later)
        found = round_of(self.alarms, signs, self.now, DESK)
        self.alarms = found.remembered(told=self.hears and found.says_something)
        return found


def said(found: Round) -> dict[str, list[Wrong]]:
    names = {"begun": found.begun, "lasting": found.lasting, "over": found.over}
    return {name: [one.id.wrong for one in each] for name, each in names.items() if each}


def test_it_is_told_when_it_begins_each_hour_and_when_it_is_over() -> None:
    watch = Watch()
    assert said(watch.round(WRITING)) == {"begun": [Wrong.WRITING]}
    assert said(watch.round(WRITING, minutes=1)) == {}
    assert said(watch.round(WRITING, minutes=59)) == {"lasting": [Wrong.WRITING]}
    assert said(watch.round(WRITING, minutes=30)) == {}
    assert said(watch.round(minutes=1)) == {}
    assert said(watch.round(minutes=2)) == {"over": [Wrong.WRITING]}
    assert watch.alarms == ()
    assert said(watch.round(minutes=1)) == {}


def test_what_the_desk_can_live_with_is_told_once_a_day() -> None:
    watch, rights = Watch(), Id(Wrong.RIGHTS, GROUP)
    assert said(watch.round(rights)) == {"begun": [Wrong.RIGHTS]}
    assert said(watch.round(rights, hours=4)) == {}
    assert said(watch.round(rights, hours=20)) == {"lasting": [Wrong.RIGHTS]}


def test_what_flickers_is_one_alarm() -> None:
    watch = Watch()
    watch.round(WRITING)
    for _ in range(10):
        assert said(watch.round(minutes=1)) == {}
        assert said(watch.round(WRITING, minutes=1)) == {}


def test_what_nobody_heard_is_told_again() -> None:
    watch = Watch()
    watch.hears = False
    assert said(watch.round(WRITING)) == {"begun": [Wrong.WRITING]}
    watch.hears = True
    assert said(watch.round(WRITING, minutes=1)) == {"begun": [Wrong.WRITING]}
    assert said(watch.round(WRITING, minutes=1)) == {}


def test_what_was_over_before_anybody_heard_is_no_news() -> None:
    watch = Watch()
    watch.hears = False
    watch.round(WRITING)
    assert said(watch.round(minutes=5)) == {}
    assert watch.alarms == ()


@pytest.mark.parametrize("wrong", [Wrong.UNREACHED, Wrong.FROZEN])
def test_what_could_not_be_told_is_told_afterwards(wrong: Wrong) -> None:
    watch = Watch()
    watch.hears = False
    watch.round(Id(wrong))
    watch.round(Id(wrong), minutes=14)
    watch.hears = True
    found = watch.round(seconds=10)
    assert said(found) == {"over": [wrong]}
    assert found.over[0].lasted(watch.now) >= timedelta(minutes=14)


def test_a_moment_without_telegram_is_not_told() -> None:
    watch = Watch()
    assert said(watch.round(Id(Wrong.UNREACHED))) == {}
    assert said(watch.round(seconds=30)) == {}
    assert watch.alarms == ()


def test_a_night_is_disturbed_once_and_only_by_what_makes_the_bot_mute() -> None:
    watch = Watch(NIGHT)
    rights, group = Id(Wrong.RIGHTS, GROUP), Id(Wrong.GROUP, GROUP)
    assert said(watch.round(rights)) == {}
    assert said(watch.round(rights, WRITING, minutes=1)) == {"begun": [Wrong.WRITING]}
    assert said(watch.round(rights, WRITING, group, hours=3)) == {}
    assert said(watch.round(rights, group, hours=4)) == {}
    morning = watch.round(rights, group, hours=5)
    assert said(morning) == {"begun": [Wrong.RIGHTS, Wrong.GROUP], "over": [Wrong.WRITING]}


def test_what_happened_at_night_is_told_in_the_morning_and_is_never_over() -> None:
    watch = Watch(NIGHT)
    assert said(watch.round(Id(Wrong.PARKED))) == {}
    assert said(watch.round(hours=2)) == {}
    assert said(watch.round(hours=10)) == {"begun": [Wrong.PARKED]}
    assert said(watch.round(minutes=30)) == {}
    assert said(watch.round(minutes=31)) == {}
    assert watch.alarms == ()


@pytest.mark.parametrize("back", [{"hours": -1}, {"days": -28}])
def test_a_clock_that_is_set_back_makes_no_alarm_wait_for_it(back: dict[str, float]) -> None:
    watch = Watch()
    watch.round(WRITING, hours=2)
    assert said(watch.round(WRITING)) == {}
    assert said(watch.round(WRITING, **back)) == {"lasting": [Wrong.WRITING]}
    watch.round(minutes=1)
    assert said(watch.round(minutes=3)) == {"over": [Wrong.WRITING]}


def test_what_was_gone_before_the_clock_was_set_back_is_over() -> None:
    watch = Watch()
    watch.round(WRITING, hours=2)
    assert said(watch.round(minutes=1)) == {}
    assert said(watch.round(hours=-1)) == {"over": [Wrong.WRITING]}


@pytest.fixture
def voice(library: Library) -> Voice:
    return Voice(library, OPENED.date())


def told(voice: Voice, found: Round, signs: Sequence[Sign], waiting: int = 0) -> str:
    return str(round_text(found, {one.id: one for one in signs}, {GROUP: waiting}, voice))


def test_who_waits_is_told_with_what_they_wait_for(voice: Voice) -> None:
    sign = Sign(WRITING, title="Meja <Barat>")
    text = told(voice, Watch().round(WRITING), [sign], 7)
    assert "tidak boleh menulis di Meja &lt;Barat&gt;" in text
    assert "7 pesan peserta menunggu" in text
    assert "menunggu" not in told(voice, Watch().round(WRITING), [sign])
    hook = Id(Wrong.HOOK)
    assert "menunggu" not in told(voice, Watch().round(hook), [Sign(hook)], 7)


def test_how_long_it_lasts_and_lasted_is_told(voice: Voice) -> None:
    watch = Watch()
    watch.round(WRITING)
    lasting = watch.round(WRITING, minutes=70)
    assert "1 jam 10 menit" in told(voice, lasting, [Sign(WRITING)])
    watch.round(minutes=10)
    over = told(voice, watch.round(minutes=5), [])
    assert "Sudah pulih setelah 1 jam 20 menit: hak menulis di grup petugas." in over


@pytest.mark.parametrize("wrong", list(Wrong))
def test_everything_has_its_words(voice: Voice, wrong: Wrong) -> None:
    sign = Sign(Id(wrong, GROUP), reason="hapus", count=3, title="Meja", seconds=90.0)
    for text in (trouble(sign, {}, voice), matter(sign, voice)):
        assert text
        assert "{" not in text
