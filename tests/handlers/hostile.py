"""The shipped content with names nobody should have, and every text the bot says with them.

`named` gives the texts that say such a name themselves, `besides` those that only have it on
buttons or among the parts that may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from editorial.samples import samples_of
from flows.content.guide import Ask, Guide
from flows.content.statement import Statement
from flows.conversation import Conversation
from flows.desk import screens as desk
from flows.desk.card import Card, Voice, case_card
from flows.desk.case import Case, CaseContext, CloseReason, Opening, State
from flows.desk.context import context_of
from flows.desk.escalate import due
from flows.desk.mention import mention
from flows.desk.panels import (
    close_panel,
    held_panel,
    move_panel,
    preview_panel,
    replies_panel,
    topics_panel,
    trend_panel,
)
from flows.desk.replies import filled_reply
from flows.desk.texts import due_texts, opened_text
from flows.desk.trend import Trend
from flows.guard.doubts import Doubt
from flows.library import Library
from flows.presses import Staff
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.screen import Screen
from flows.texts.direction import one_direction
from flows.views import aside, calo, evidence, menu, papers, step, topics
from flows.views.evidence import Answer
from tests.flows.desk.builders import OPENED

VALUES: Final = (
    "<3 Sari",
    "Saldo <15 juta",
    "A & B",
    '"kutip"',
    "'satu'",
    "</b><i>",
    "&lt;",
    "\u202exy\u202c",
    "\u200fz",
)
NAME: Final = " ".join(VALUES)
"""All of them at once; a first name at Telegram holds 64 characters."""

BRANCH: Final = "jember"

SHOWN: Final = one_direction(NAME)
"""What people see of it: everything, in one direction."""


def hostile(library: Library) -> Library:
    """The library with this name wherever editors write a plain text."""
    named = {"label": NAME}
    sheet = library.calo
    assert sheet is not None
    return replace(
        library,
        statements=replace(
            library.statements,
            by_id={key: _statement(one) for key, one in library.statements.by_id.items()},
        ),
        guides={key: _guide(guide) for key, guide in library.guides.items()},
        troubles={key: one.model_copy(update=named) for key, one in library.troubles.items()},
        topics={
            key: one.model_copy(update=named | {"title": NAME})
            for key, one in library.topics.items()
        },
        papers={key: one.model_copy(update=named) for key, one in library.papers.items()},
        replies={key: one.model_copy(update=named) for key, one in library.replies.items()},
        calo=sheet.model_copy(
            update={"flags": tuple(flag.model_copy(update=named) for flag in sheet.flags)}
        ),
        offices=replace(
            library.offices,
            by_id={
                key: office.model_copy(update={"nama": NAME, "alamat": NAME})
                for key, office in library.offices.by_id.items()
            },
        ),
    )


def _statement(one: Statement) -> Statement:
    who = {"act": NAME, "article": None, "quote": NAME}, {"who": NAME, "at": None, "quote": NAME}
    law = tuple(voice.model_copy(update=who[0]) for voice in one.law)
    practice = tuple(voice.model_copy(update=who[1]) for voice in one.practice)
    other = {"who": NAME, "says": NAME}
    against = tuple(voice.model_copy(update=other) for voice in one.against)
    said = {"title": NAME, "law": law, "practice": practice, "against": against}
    return one.model_copy(update=said)


def _guide(guide: Guide) -> Guide:
    steps = tuple(
        one.model_copy(update={"options": dict.fromkeys(one.options, NAME)})
        if isinstance(one, Ask)
        else one
        for one in guide.steps
    )
    return guide.model_copy(update={"title": NAME, "steps": steps})


def at_every_step(library: Library, today: date) -> Iterator[Scene]:
    """Somebody at each step of each guide, by one way that leads there."""
    for guide in library.guides.values():
        samples = samples_of(guide, library.numbers, today)
        seen: set[str] = set()
        ways: list[dict[str, str]] = [{}]
        for answers in ways:
            talk = Conversation(guide=guide.id, answers={guide.id: answers})
            scene = Scene(library, today, talk)
            at = scene.position(guide).step
            if at.id not in seen:
                yield scene
            if isinstance(at, Ask) and (at.id not in seen or len(seen) < len(guide.steps)):
                given = [*at.options, *samples.get(at.id, {}).values()]
                ways += [{**answers, at.id: answer} for answer in given]
            seen.add(at.id)


def named(library: Library, today: date) -> Iterator[Screen]:
    """What a participant sees of one item, with its name in the text."""
    plain = Scene(library, today, Conversation())
    for scene in at_every_step(library, today):
        assert scene.guide is not None
        yield step.step_screen(scene, scene.guide)
        yield from _there(menu.resume_screen(scene))
    yield from _there(
        *(aside.trouble_screen(plain, name) for name in library.troubles),
        *(topics.topic_screen(plain, name) for name in library.topics),
        *(papers.paper_screen(plain, name) for name in library.papers),
        *(evidence.evidence_screen(plain, (Answer.TOPIC, name)) for name in library.topics),
    )
    sheet = library.calo
    flags = tuple(flag.id for flag in sheet.flags) if sheet else ()
    yield from _there(calo.verdict_screen(plain, "bahaya", flags))
    yield topics_noted(plain)
    yield from named_at_the_desk(plain)


def topics_noted(plain: Scene) -> Screen:
    """What was understood of a story, said back."""
    said = {"keadaan": next(iter(_first(plain.library.guides[GUIDE]).options))}
    scene = plain.with_(Conversation(noted=said))
    return next(_there(topics.noted_screen(scene, ())))


def _first(guide: Guide) -> Ask:
    first = guide.steps[0]
    assert isinstance(first, Ask)
    return first


def _there(*screens: Screen | None) -> Iterator[Screen]:
    assert None not in screens
    return (screen for screen in screens if screen is not None)


def named_at_the_desk(plain: Scene) -> Iterator[Screen]:
    """What a participant sees of offices and officers."""
    held = case_in(State.HELD)
    yield desk.about_screen(plain, NAME)
    yield desk.remembered_screen(plain, plain.library.offices.national)
    yield desk.held_screen(plain, held)
    yield desk.closed_screen(plain, held)


def besides(library: Library, today: date) -> Iterator[Screen]:
    """Every other screen."""
    plain = Scene(library, today, Conversation())
    ids = tuple(library.topics)
    for scene in (plain, *at_every_step(library, today)):
        yield from (
            screen
            for screen in (
                aside.other_screens(scene),
                aside.why_screen(scene),
                aside.summary_screen(scene),
                menu.menu_screen(scene).under("x", scene.say("di_luar_topik")),
            )
            if screen
        )
        if scene.guide and scene.question:
            yield step.brief_screen(scene, scene.guide, scene.question)
    yield from (
        menu.greeting_screen(plain),
        menu.more_screen(plain),
        menu.officer_screen(plain),
        menu.erase_screen(plain),
        menu.restart_screen(plain),
        topics.person_screen(plain, ids[:3]),
        papers.papers_screen(plain),
        papers.missing_papers_screen(plain),
        calo.ask_offer_screen(plain),
        desk.about_screen(plain, None),
        desk.offices_screen(plain, "cabang_pilih", [*library.offices.branches()][:4]),
        desk.sure_screen(plain, case_in(State.WAITING)),
        desk.sure_screen(plain, case_in(State.HELD)),
        desk.queue_screen(
            plain, case_in(State.WAITING), plain.say("kasus_tempat_tanpa_data", tempat=1)
        ),
        desk.comment_screen(plain, case_in(State.CLOSED)),
        desk.code_screen(plain, "JHT-7K3Q", NAME),
    )
    yield from _there(
        *(menu.notice_screen(plain, name) for name in menu.NOTICES),
        *(menu.received_screen(plain, kind, "1") for kind in menu.RECEIVED),
        *(topics.related_screen(plain, name) for name in ids if library.topics[name].related),
        topics.offer_screen(plain, ids[:3]),
        calo.official_way_screen(plain),
        calo.already_given_screen(plain, ()),
    )


def case_in(state: State, scene: Scene | None = None) -> Case:
    """A case of a branch, as it is after `scene`."""
    found = context_of(scene, Opening.TROUBLE, about=NAME, typed=[NAME]) if scene else CaseContext()
    return Case(
        id=1,
        code="JHT-7K3Q",
        trust_words="mangga lima",
        chat_id=5,
        office=BRANCH,
        opened_at=OPENED,
        state=state,
        officer_id=6,
        officer_name=NAME,
        reason=CloseReason.SOLVED if state is State.CLOSED else None,
        context=found,
    )


def cards(library: Library, today: date) -> Iterator[Card]:
    """What officers see, with a name in every text."""
    voice, now = Voice(library, today), OPENED + timedelta(minutes=30)
    for scene in at_every_step(library, today):
        yield case_card(case_in(State.WAITING, scene), voice)
    case = case_in(State.HELD, scene)
    yield case_card(case, voice)
    yield case_card(case_in(State.CLOSED, scene), voice)
    for reply in library.replies.values():
        filled = filled_reply(reply, case, voice, NAME)
        if "{kantor}" in reply.body or "{nama_petugas}" in reply.body:
            yield preview_panel(case, voice, filled, Staff.SEND_REPLY, reply.id)
    yield held_panel(case, voice, 1, [Doubt("tautan", NAME), Doubt("pin", NAME)])
    for trouble in library.troubles:
        yield trend_panel(Trend(trouble, 9, OPENED), voice)
    yield Card(opened_text(case, voice, now, 1, None))


def panels(library: Library, today: date) -> Iterator[Card]:
    """The cards with names on their buttons, and what is said when nobody answers."""
    voice = Voice(library, today)
    case = case_in(State.HELD)
    yield move_panel(case, voice, {7: NAME})
    yield close_panel(case, voice)
    yield replies_panel(case, voice, 0)
    yield topics_panel(case, voice, tuple(library.topics))
    for state in (State.WAITING, State.HELD):
        late = case_in(state).with_(unanswered_since=OPENED, taken_at=OPENED)
        found = due(late, library.offices, OPENED + timedelta(hours=3))
        assert found is not None
        called = mention(6, NAME)
        texts = due_texts(found, late, 1, staff=voice, person=voice, called=called)
        yield from (Card(text) for text in texts if text)
