"""The shipped register: everything said stands on it, and follows it from day to day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

import pytest

from editorial.check.context import Context
from editorial.check.language.style import read_style
from editorial.check.statements.standing import standings
from editorial.contract.code import our_code
from editorial.load import load
from editorial.reading import read_folder
from editorial.reading.draft import Draft
from flows.aside import WHOLE, View
from flows.content.guide import Ask, End, Guide, Page
from flows.content.offices import REPLY_VALUES, ReadyAnswer
from flows.content.statement import Statement
from flows.conversation import Conversation
from flows.library import NOT_YET, Library
from flows.rights.cek_hak import SHOWN
from flows.scene import Scene
from flows.statements import DOUBTS
from flows.texts.fill import INSERTED
from flows.views import VIEWS, current_screen
from flows.views.evidence import Answer
from flows.voice import Voice
from tests.flows.content.registers import changed

CONTENT: Final = Path(__file__).parents[2] / "content"
AHEAD: Final = date(2031, 11, 28)
BACK: Final = date(2016, 11, 28)
TODAY: Final = date(2026, 11, 28)
MOST_IN_A_WEEK: Final = 1 / 8
"""So much of the register may have to be looked at in one week."""

MARK: Final = re.compile(r"(isi|sesudah|judul|aturan|kata):([a-z0-9-]+);")
YEAR: Final = re.compile(r"\b(19|20)\d\d\b")

Shown = Mapping[str, str]
"""What people see of one text: itself, its source line, each screen of its evidence."""


@cache
def draft() -> Draft:
    return read_folder(CONTENT)


@cache
def context() -> Context:
    return Context(draft(), TODAY, our_code(), read_style(draft().style)[0])


def pages(library: Library) -> Iterator[tuple[str, Page]]:
    """Every text that stands on statements, with what it is called here."""
    for guide in library.guides.values():
        for step in guide.steps:
            yield f"{guide.id}/{step.id}", step
    shelves = {"faq": library.topics, "troubles": library.troubles, "papers": library.papers}
    for shelf, leaves in (*shelves.items(), ("replies", library.replies)):
        yield from ((f"{shelf}/{name}", leaf) for name, leaf in leaves.items())


def stands_on(library: Library) -> dict[str, tuple[str, ...]]:
    assert library.calo is not None
    found = {name: page.stands_on for name, page in pages(library)}
    return found | {"calo": library.calo.stands_on}


def shown(library: Library, today: date) -> dict[str, Shown]:
    """Everything people see of every text on a day."""
    found = {name: _of(library, today, name, page) for name, page in pages(library)}
    assert library.calo is not None
    scene = Scene(library, today, Conversation())
    verdicts = [_view(scene, View.CALO_VERDICT, outcome) for outcome in library.calo.texts]
    offer = (Answer.OFFER, next(iter(library.calo.texts)))
    evidence = _evidence(scene, library.calo.stands_on, *offer)
    return found | {"calo": {"text": "\n".join(verdicts), **evidence}}


VIEW_OF: Final = {
    "faq": (View.TOPIC, Answer.TOPIC),
    "troubles": (View.TROUBLE, Answer.TROUBLE),
    "papers": (View.PAPER, Answer.PAPER),
}


def _of(library: Library, today: date, name: str, page: Page) -> Shown:
    shelf, _, leaf = name.partition("/")
    if isinstance(page, ReadyAnswer):
        return {"text": library.html(page, today, **dict.fromkeys(REPLY_VALUES, "x"))}
    if isinstance(page, Ask):
        return {"text": current_screen(alone(library, today, page)).text}
    if isinstance(page, End):
        end = alone(library, today, page)
        assert end.guide is not None
        evidence = _evidence(end, page.stands_on, Answer.OUTCOME, end.guide.id, page.id)
        return {"text": _view(end, View.DETAILS), "brief": current_screen(end).text, **evidence}
    view, answer = VIEW_OF[shelf]
    scene = Scene(library, today, Conversation())
    whole = (WHOLE,) if view is View.TOPIC else ()
    return {
        "text": _view(scene, view, leaf, *whole),
        "brief": _view(scene, view, leaf),
        **_evidence(scene, page.stands_on, answer, leaf),
    }


def alone(library: Library, today: date, step: Ask | End) -> Scene:
    """Somebody at this step, the only one of a guide; what is computed elsewhere is a word."""
    plain: dict[str, object] = {
        key: re.sub(rf"\{{({'|'.join(SHOWN)})\}}", "nanti", getattr(step, key))
        for key in ("body", "short")
        if hasattr(step, key)
    }
    first = step.model_copy(update={**plain, "when": None})
    last = End(id="tamat", short="Tamat.", body="Tamat.")
    guide = Guide(id="uji", title="Uji", about="Uji.", steps=(first, last))
    small = changed(library, guides={**library.guides, "uji": guide})
    return Scene(small, today, Conversation(guide="uji"))


def _view(scene: Scene, view: View, *args: str) -> str:
    screen = VIEWS[view](scene, args)
    assert screen is not None, (view, args)
    return screen.text


def _evidence(scene: Scene, ids: Sequence[str], *answer: str) -> dict[str, str]:
    """Each statement of an answer, in the order in which it names them."""
    return {
        f"dari mana {which}": _view(scene, View.EVIDENCE, *answer, str(which))
        for which in range(len(ids))
    }


def marked(statement: Statement) -> Statement:
    """A statement whose sentences, title and leading sources are its own name."""
    name = statement.id
    law = [each.model_copy(update={"act": f"aturan:{name};"}) for each in statement.law[:1]]
    said = [each.model_copy(update={"who": f"kata:{name};"}) for each in statement.practice[:1]]
    return statement.model_copy(
        update={
            "title": f"judul:{name};",
            "body": f"isi:{name};",
            "after": statement.after and f"sesudah:{name};",
            "law": (*law, *statement.law[1:]),
            "practice": (*said, *statement.practice[1:]),
        }
    )


def with_statements(library: Library, *others: Statement) -> Library:
    """The content with some of its statements written anew."""
    there = library.statements
    by_id = {**there.by_id, **{each.id: each for each in others}}
    return changed(library, statements=replace(there, by_id=by_id))


@pytest.fixture(scope="module")
def told_by_name(library: Library) -> dict[str, Shown]:
    """All texts when every statement says its own name."""
    statements = library.statements.by_id.values()
    return shown(with_statements(library, *map(marked, statements)), TODAY)


def names_in(text: str) -> set[str]:
    return {name for _, name in MARK.findall(text)}


def test_everything_stands_on_the_register() -> None:
    standing = [*standings(context())]
    assert [each.place for each in standing if not each.ids] == []
    known = draft().statements.by_id
    assert {name for each in standing for name, _ in each.ids} - set(known) == set()
    assert set(known) - {name for each in standing for name, _ in each.ids} == set()


def test_each_statement_is_seen_below_every_text_that_stands_on_it_and_no_other(
    library: Library, told_by_name: dict[str, Shown]
) -> None:
    """Every sentence, title and leading source is written anew at once, each by its own name: a
    text shows the names of all it stands on, and no other name."""
    for text, ids in stands_on(library).items():
        seen = told_by_name[text]
        everywhere = set().union(*(names_in(each) for each in seen.values()))
        assert everywhere <= set(ids), text
        for which, name in enumerate(ids):
            evidence = seen.get(f"dari mana {which}")
            if evidence is not None:
                parts = {part for part, its in MARK.findall(evidence) if its == name}
                assert parts == expected_parts(library.statements.by_id[name]), (text, name)


def expected_parts(statement: Statement) -> set[str]:
    """What "Dari mana?" shows of a statement that is marked."""
    sentence = "sesudah" if statement.has_ended(TODAY) else "isi"
    law, practice = ["aturan"] * bool(statement.law), ["kata"] * bool(statement.practice)
    return {"judul", sentence, *law, *practice}


def test_the_source_line_names_the_first_source_of_a_text(
    library: Library, told_by_name: dict[str, Shown]
) -> None:
    for text, ids in stands_on(library).items():
        if not any(key.startswith("dari mana") for key in told_by_name[text]):
            continue
        leading = [
            (part, each.id)
            for each in library.statements.those(ids)
            for part, witnesses in (("aturan", each.law), ("kata", each.practice))
            if witnesses
        ]
        seen = set(MARK.findall(told_by_name[text]["text"]))
        assert {each for each in seen if each[0] in {"aturan", "kata"}} == {*leading[:1]}


def test_a_sentence_stands_where_it_is_inserted(
    library: Library, told_by_name: dict[str, Shown]
) -> None:
    for name, page in pages(library):
        inserted = set(INSERTED.findall(page.body))
        seen = MARK.findall(told_by_name[name]["text"])
        assert {its for part, its in seen if part in {"isi", "sesudah"}} == inserted, name


@pytest.mark.parametrize("often", range(3))
def test_one_statement_changed_changes_these_texts_alone(library: Library, often: int) -> None:
    """The same with one statement, for those that most texts stand on."""
    ids = stands_on(library)
    uses = Counter(chain.from_iterable(ids.values()))
    [*_, (name, _)] = uses.most_common(often + 1)
    before = shown(library, TODAY)
    after = shown(with_statements(library, marked(library.statements.by_id[name])), TODAY)
    others = {text for text in before if before[text] != after[text]}
    with_evidence = {text for text in ids if any("dari" in key for key in before[text])}
    inserting = {text for text, page in pages(library) if f"{{{name}}}" in page.body}
    standing = {text for text in ids if name in ids[text]}
    assert others == standing & (with_evidence | inserting)


@pytest.fixture(scope="module", params=[BACK, AHEAD], ids=["ten-back", "five-ahead"])
def other_day(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


def test_the_content_can_be_used_on_other_days(other_day: date) -> None:
    assert load(CONTENT, other_day).library is not None


@pytest.fixture(scope="module")
def told_that_day(library: Library, other_day: date) -> dict[str, Shown]:
    return shown(library, other_day)


def test_every_text_is_told_on_other_days(told_that_day: dict[str, Shown]) -> None:
    texts = [
        (name, key, text) for name, seen in told_that_day.items() for key, text in seen.items()
    ]
    assert [each[:2] for each in texts if "{" in each[2] or not each[2].strip()] == []


def test_what_may_not_hold_that_day_says_so(
    library: Library, other_day: date, told_that_day: dict[str, Shown]
) -> None:
    """Below a text stands a line about its period, unless all it stands on holds that day, or has
    ended and says so. Ready answers are sent by an officer, who reads them first."""
    voice = Voice(library, other_day)
    lines = [str(voice.say(f"keterangan_{state}")) for state in DOUBTS]
    for name, ids in stands_on(library).items():
        if name.startswith("replies/"):
            continue
        states = {
            library.statements.state(each, other_day) for each in library.statements.those(ids)
        }
        for key in ("text", "brief"):
            text = told_that_day[name].get(key, told_that_day[name]["text"])
            is_said = any(line in text for line in lines)
            assert is_said or (states <= {"holds", "ended"} and NOT_YET not in text), (name, key)


def test_no_sentence_claims_what_has_ended(
    library: Library, told_that_day: dict[str, Shown], other_day: date
) -> None:
    for statement in library.statements.by_id.values():
        if statement.has_ended(other_day):
            over = str(library.inline(statement.body, other_day))
            assert statement.after is not None
            assert [
                (name, key)
                for name, seen in told_that_day.items()
                for key, text in seen.items()
                if over in text
            ] == [], statement.id
            still = str(library.inline(statement.after, other_day))
            inserting = [n for n, page in pages(library) if f"{{{statement.id}}}" in page.body]
            assert inserting, statement.id
            assert all(still in told_that_day[name]["text"] for name in inserting)


@pytest.mark.parametrize("today", [BACK, TODAY, AHEAD], ids=str)
def test_nothing_is_undated(library: Library, today: date) -> None:
    """Every source that is named has a year; so has every screen of evidence."""
    for statement in library.statements.by_id.values():
        named = [library.statements.named(witness) for witness in statement.witnesses]
        assert [each for each in named if not YEAR.search(each)] == [], statement.id
    for name, seen in shown(library, today).items():
        undated = [key for key, text in seen.items() if "dari" in key and not YEAR.search(text)]
        assert undated == [], name


def test_checks_run_out_a_few_at_a_time(library: Library) -> None:
    statements = library.statements.by_id.values()
    weeks = Counter(each.due.isocalendar()[:2] for each in statements)
    assert max(weeks.values(), default=0) <= max(3, len(statements) * MOST_IN_A_WEEK), weeks
