"""What verdicts come to: a confirmation with its date, a statement that is looked into."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.conversation import Conversation
from flows.library import Library
from flows.scene import Scene
from flows.statements import Confirmed
from flows.truth.figures import disputed_table
from flows.truth.standing import weighed, with_standing
from flows.truth.verdict import Says, Verdict, digest_of
from flows.views.evidence import Answer, evidence_screen
from flows.voice import Voice
from tests.statements import CHECKED, holding, statement

TODAY = date(2026, 12, 9)
DAY = date(2026, 12, 2)
ONE = statement("satu-hal")
OFFICES = ("jember", "mojokerto", "pamekasan")


def said(library: Library, at: str, says: Says, day: date = DAY, name: str = "satu-hal") -> Verdict:
    """A verdict on the text as it was then."""
    found = library.statements.by_id[name]
    moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
    return Verdict(name, digest_of(library, found, day), at, says, day, moment)


@pytest.fixture
def one(library: Library) -> Library:
    return holding(library, ONE)


def test_the_offices_of_these_tests_are_there(one: Library) -> None:
    assert all(one.offices.get(name) for name in OFFICES)


def test_a_confirmation_has_the_name_and_the_day_of_the_newest(one: Library) -> None:
    given = [said(one, "jember", Says.HOLDS), said(one, "mojokerto", Says.HOLDS, TODAY)]
    found = weighed(one, given, TODAY)
    assert found.disputed == frozenset()
    assert found.confirmed == {"satu-hal": Confirmed("Kantor Cabang Mojokerto", TODAY)}


def test_it_holds_only_for_the_text_that_was_confirmed(one: Library) -> None:
    given = [said(one, "jember", Says.HOLDS)]
    for other in (
        statement("satu-hal", body="Begini sekarang."),
        statement("satu-hal", conditions=["Kecuali di Ambon."]),
    ):
        assert weighed(holding(one, other), given, TODAY).confirmed == {}
    retitled = holding(one, statement("satu-hal", title="Judul lain"))
    assert weighed(retitled, given, TODAY).confirmed


def test_another_number_in_it_is_another_text(library: Library) -> None:
    found = holding(library, statement("satu-hal", body="Batasnya {jmo_batas_saldo}."))
    early, late = date(2025, 1, 10), date(2026, 12, 2)
    assert said(found, "jember", Says.HOLDS, early).digest != (
        said(found, "jember", Says.HOLDS, late).digest
    )


def test_three_offices_that_contradict_it_and_not_two(one: Library) -> None:
    given = [
        said(one, at, says)
        for at, says in zip(OFFICES, (Says.CHANGED, Says.DIFFERS, Says.DIFFERS), strict=True)
    ]
    assert weighed(one, given[:2], TODAY).disputed == frozenset()
    assert weighed(one, given, TODAY).disputed == {"satu-hal"}
    again = [given[0], given[1], said(one, "jember", Says.CHANGED, TODAY)]
    assert weighed(one, again, TODAY).disputed == frozenset()


@pytest.mark.parametrize(
    ("last", "disputed"), [(Says.HOLDS, False), (Says.UNSURE, True), (Says.CHANGED, True)]
)
def test_an_office_has_one_say_its_latest(one: Library, last: Says, disputed: bool) -> None:
    given = [said(one, at, Says.DIFFERS) for at in OFFICES]
    given.append(said(one, "jember", last, TODAY))
    found = weighed(one, given, TODAY)
    assert bool(found.disputed) is disputed
    assert bool(found.confirmed) is (last is Says.HOLDS)


def test_it_ends_with_another_text_or_a_new_check(one: Library) -> None:
    given = [said(one, at, Says.DIFFERS) for at in OFFICES]
    other = holding(one, statement("satu-hal", body="Begini sekarang."))
    checked = holding(one, statement("satu-hal", checked_on=TODAY.isoformat()))
    assert weighed(other, given, TODAY).disputed == frozenset()
    assert weighed(checked, given, TODAY).disputed == frozenset()


def test_every_text_that_stands_on_it_shows_the_line(one: Library) -> None:
    found = with_standing(one, [said(one, at, Says.DIFFERS) for at in OFFICES], TODAY)
    line = Voice(found, TODAY).say("keterangan_disputed")
    assert line in Voice(found, TODAY).source(("satu-hal",))
    assert line not in Voice(one, TODAY).source(("satu-hal",))
    [*rows] = disputed_table(found, [said(one, at, Says.DIFFERS) for at in OFFICES], TODAY).rows
    assert [row[1] for row in rows] == [found.offices.by_id[at].nama for at in OFFICES]


@pytest.mark.parametrize("how", ["belum", "salinan"])
def test_it_renews_the_period_as_a_check_by_officers_does(library: Library, how: str) -> None:
    found = holding(library, statement("satu-hal", checked_how=how))
    told = with_standing(found, [said(found, "jember", Says.HOLDS)], TODAY)
    [each] = told.statements.by_id.values()
    until = told.statements.due(each)
    assert until > found.statements.due(each)
    assert until == statement("satu-hal", checked_how="petugas", checked_on=DAY.isoformat()).due
    for day, state in ((until, "holds"), (until + timedelta(days=1), "stale")):
        assert told.statements.state(each, day) == state
    assert found.statements.state(each, until) == "stale"


@pytest.mark.parametrize(("how", "also"), [("belum", False), ("salinan", True)])
def test_where_it_comes_from_names_the_office_and_the_day(
    library: Library, how: str, also: bool
) -> None:
    found = holding(library, statement("satu-hal", checked_how=how))
    topic = next(iter(found.topics.values())).model_copy(update={"stands_on": ("satu-hal",)})
    found = replace(found, topics={**found.topics, topic.id: topic})
    told = with_standing(found, [said(found, "jember", Says.HOLDS)], TODAY)
    screen = evidence_screen(Scene(told, TODAY, Conversation()), (Answer.TOPIC, topic.id))
    assert screen is not None
    voice = Voice(told, TODAY)
    office = told.offices.by_id["jember"].nama
    assert voice.say("dikonfirmasi", kantor=office, tanggal="2 Desember 2026") in screen.text
    how_said = voice.say(f"diperiksa_{how}", tanggal="20 November 2026")
    assert (how_said in screen.text) is also


def test_a_run_keeps_the_content_without_what_officers_say(one: Library) -> None:
    told = with_standing(one, [said(one, at, Says.DIFFERS) for at in OFFICES], TODAY)
    kept = told.__getstate__()["statements"]
    assert (kept.disputed, kept.confirmed) == (frozenset(), {})  # type: ignore[attr-defined]
    assert with_standing(told, [], CHECKED).statements.disputed == frozenset()
