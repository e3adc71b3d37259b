"""The life of a case: how it moves, and what is due for it while nobody answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from flows.content.offices import NATIONAL
from flows.desk.case import Case, CaseContext, Closer, CloseReason, Stage, State
from flows.desk.escalate import CLOSED_QUIET, HANDED_ON, RETURNED, Due, Escalation, due
from flows.desk.moves import (
    changes,
    closed,
    may_reopen,
    moved,
    officer_wrote,
    participant_wrote,
    reopened,
    returned,
    taken,
)
from flows.offices import Offices
from tests.flows.desk.builders import OPENED

Make = Callable[..., Case]
EVENING = OPENED + timedelta(hours=9)


def later(minutes: int) -> datetime:
    return OPENED + timedelta(minutes=minutes)


def steps(case: Case, offices: Offices, minutes: int) -> list[tuple[int, Due]]:
    """Everything that becomes due, minute by minute, each thing done at once."""
    out: list[tuple[int, Due]] = []
    for minute in range(minutes):
        found = due(case, offices, later(minute))
        if found is not None:
            out.append((minute, found))
            case = found.case
    return out


def test_a_stored_case_is_read_back(make_case: Make) -> None:
    context = CaseContext(guide="klaim-jmo", facts=("Resign",))
    row = make_case(context=context).model_dump() | {
        "opened_at": OPENED.timestamp(),
        "context": context.model_dump_json(),
        "comment": None,
        "column_of_the_future": 1,
    }
    case = Case.load(row)
    assert case.opened_at == OPENED
    assert case.context == context
    assert CaseContext.model_validate(context.dump()) == context


def test_nobody_takes_it(make_case: Make, offices: Offices) -> None:
    found = steps(make_case(), offices, 170)
    assert [(minute, done.step) for minute, done in found] == [
        (10, Escalation.REMIND),
        (20, Escalation.SUPERVISOR),
        (40, Escalation.NATIONAL),
        (50, Escalation.CALL_AGAIN),
        *((minute, Escalation.CALL_AGAIN) for minute in range(80, 170, 30)),
    ]
    assert [done.tell for _, done in found[:3]] == [None, HANDED_ON, None]
    assert not any(done.tell for _, done in found[3:])
    at_national = found[2][1].case
    assert at_national.stage is Stage.NATIONAL
    last = found[-1][1].case
    assert (last.office, last.desk, last.stage) == ("barat", NATIONAL, Stage.SUPERVISOR)
    assert [done.minutes for _, done in found[:4]] == [10, 20, 40, 50]


def test_at_the_national_desk_the_supervisors_are_called_until_somebody_comes(
    make_case: Make, offices: Offices
) -> None:
    found = steps(make_case(office="tengah"), offices, 150)
    assert [(minute, done.step) for minute, done in found] == [
        (10, Escalation.REMIND),
        (20, Escalation.SUPERVISOR),
        *((minute, Escalation.CALL_AGAIN) for minute in range(50, 150, 30)),
    ]


def test_nothing_is_due_at_night(make_case: Make, offices: Offices) -> None:
    case = make_case(opened_at=EVENING)
    assert due(case, offices, EVENING + timedelta(hours=8)) is None
    morning = OPENED + timedelta(days=1, minutes=-50)
    found = due(case, offices, morning)
    assert found is not None
    assert (found.step, found.minutes) == (Escalation.REMIND, 10)


@pytest.mark.parametrize("minutes", [-60, 60 * 24, 60 * 24 * 30])
def test_a_clock_that_is_set_lets_every_patience_begin_anew(
    make_case: Make, offices: Offices, minutes: int
) -> None:
    """Otherwise an officer would lose the case at once, or owe no answer for an hour."""
    case = taken(participant_wrote(make_case(), OPENED), 7, "Siti", later(5))
    begin = later(minutes)
    assert due(case, offices, begin, begin) is None
    found = due(case, offices, begin + timedelta(minutes=15), begin)
    assert found is not None
    assert (found.step, found.minutes) == (Escalation.REMIND_OFFICER, 15)


def test_after_a_stop_the_reminder_comes_first(make_case: Make, offices: Offices) -> None:
    case = make_case()
    first = due(case, offices, later(150))
    assert first is not None
    assert first.step is Escalation.REMIND
    assert due(first.case, offices, later(155)) is None


def test_an_officer_who_stays_silent_loses_the_case(make_case: Make, offices: Offices) -> None:
    case = taken(participant_wrote(make_case(), OPENED), 7, "Siti", later(5))
    found = steps(case, offices, 60)
    assert [(minute, done.step, done.tell) for minute, done in found[:2]] == [
        (20, Escalation.REMIND_OFFICER, None),
        (35, Escalation.RETURN, RETURNED),
    ]
    back = found[1][1].case
    assert (back.state, back.officer_id, back.opened_at) == (State.WAITING, None, OPENED)


def test_an_officer_who_answered_owes_nothing(make_case: Make, offices: Offices) -> None:
    case = officer_wrote(taken(make_case(), 7, "Siti", later(5)), later(8))
    assert steps(case, offices, 170) == []
    asked = participant_wrote(case, later(20))
    assert steps(participant_wrote(asked, later(30)), offices, 60)[0][0] == 35


def test_a_case_without_words_is_closed(make_case: Make, offices: Offices) -> None:
    case = officer_wrote(taken(make_case(), 7, "Siti", later(5)), later(8))
    quiet = later(8) + timedelta(days=3)
    assert due(case, offices, quiet - timedelta(minutes=1)) is None
    found = due(case, offices, quiet)
    assert found is not None
    assert (found.step, found.tell, found.case.reason) == (
        Escalation.CLOSE,
        CLOSED_QUIET,
        CloseReason.QUIET,
    )


def test_nothing_is_due_for_a_closed_case(make_case: Make, offices: Offices) -> None:
    case = closed(make_case(), Closer.OFFICER, CloseReason.SOLVED, later(5))
    assert due(case, offices, later(5000)) is None


def test_returning_keeps_the_place_and_renews_the_patience(make_case: Make) -> None:
    back = returned(taken(make_case(), 7, "Siti", later(5)), later(9))
    assert (back.opened_at, back.in_queue_since, back.stage) == (OPENED, later(9), Stage.DESK)
    assert back.officer_name == ""


def test_moving_ends_a_hand_on(make_case: Make) -> None:
    case = make_case(desk=NATIONAL)
    there = moved(case, "tengah", later(5))
    assert (there.office, there.desk, there.state) == (case.office, "tengah", State.WAITING)
    assert moved(there, case.office, later(6)).desk is None


def test_the_first_reply_is_the_first(make_case: Make) -> None:
    case = officer_wrote(officer_wrote(make_case(), later(4)), later(9))
    assert case.first_reply_at == later(4)
    assert case.unanswered_since is None


def test_the_oldest_unanswered_message_counts(make_case: Make) -> None:
    case = participant_wrote(participant_wrote(make_case(), later(4)), later(9))
    assert (case.unanswered_since, case.last_at) == (later(4), later(9))


@pytest.mark.parametrize(
    ("reason", "hours", "opens"),
    [
        (CloseReason.SOLVED, 71, True),
        (CloseReason.SOLVED, 73, False),
        (CloseReason.PARTICIPANT, 1, True),
        (CloseReason.BLOCKED, 1, False),
        (CloseReason.ERASED, 1, False),
    ],
)
def test_who_may_reopen(
    make_case: Make, offices: Offices, reason: CloseReason, hours: int, opens: bool
) -> None:
    case = closed(make_case(), Closer.OFFICER, reason, OPENED)
    assert may_reopen(case, offices.settings, OPENED + timedelta(hours=hours)) is opens


def test_an_open_case_cannot_be_reopened(make_case: Make, offices: Offices) -> None:
    assert not may_reopen(make_case(), offices.settings, OPENED)


def test_reopening_keeps_code_topic_and_first_reply(make_case: Make) -> None:
    first = officer_wrote(taken(make_case(topic_id=9), 7, "Siti", later(2)), later(4))
    again = reopened(closed(first, Closer.OFFICER, CloseReason.SOLVED, later(9)), later(60))
    assert again.state is State.WAITING
    assert (again.code, again.topic_id, again.first_reply_at) == ("JHT-7K3Q", 9, later(4))
    assert (again.closed_at, again.reason, again.unanswered_since) == (None, None, later(60))


def test_only_what_changed_is_written(make_case: Make) -> None:
    case = make_case()
    assert changes(case, case) == {}
    written = changes(case, taken(case, 7, "Siti", later(5)))
    assert written == {
        "state": State.HELD,
        "officer_id": 7,
        "officer_name": "Siti",
        "taken_at": later(5),
        "stage_at": later(5),
    }
