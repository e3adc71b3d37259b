"""Where a participant stands, and how far it still is."""

from __future__ import annotations

from datetime import date

import pytest

from editorial.samples import samples_of
from flows.content.guide import AnswerKind, Ask, End, Guide, Options, RuleName, When
from flows.library import Library
from flows.walk import NoEndError, all_paths, locate, progress

DAY = date(2026, 11, 20)


def ask(step: str, keys: str, when: When = None) -> Ask:
    options = {key: key for key in keys.split()}
    return Ask(id=step, body="", when=when, options=options)


def only(**wanted: str) -> Options:
    return Options(wanted={step: tuple(keys.split()) for step, keys in wanted.items()})


GUIDE = Guide(
    id="cek-hak",
    title="Uji",
    about="Contoh.",
    steps=(
        ask("keadaan", "usia_56 berhenti bekerja lain"),
        ask("sebab_berhenti", "resign phk", only(keadaan="berhenti")),
        ask("sebab_bekerja", "semua menunggu_56", only(keadaan="bekerja")),
        ask("tanggal_lahir", "lupa", only(sebab_bekerja="menunggu_56")),
        ask("setuju", "ya"),
        ask("hp", "ya tidak", RuleName(name="may_claim_now")),
        ask("saldo", "tidak_tahu", only(keadaan="usia_56 berhenti", hp="ya")),
        End(id="selesai", body="", short=""),
    ),
)


def told(library: Library, **answers: str) -> tuple[str, int, int]:
    """The step shown, and "Langkah ... dari ..."."""
    position = locate(GUIDE, answers, library.numbers, DAY)
    at = progress(GUIDE, position, library.numbers, DAY)
    return position.step.id, at.number, at.total


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        # Before the first answer every question may still come.
        ({}, ("keadaan", 1, 7)),
        # Two branches are gone, with what hangs on them; the rule and the balance may come.
        ({"keadaan": "berhenti"}, ("sebab_berhenti", 2, 5)),
        # What a rule reads is still ahead, so it may hold; nobody at work is asked for a balance.
        ({"keadaan": "bekerja"}, ("sebab_bekerja", 2, 5)),
        ({"keadaan": "bekerja", "sebab_bekerja": "menunggu_56"}, ("tanggal_lahir", 3, 5)),
        # Nothing that the rule reads is ahead: it holds already, or will not hold any more.
        ({"keadaan": "usia_56"}, ("setuju", 2, 4)),
        ({"keadaan": "bekerja", "sebab_bekerja": "semua"}, ("setuju", 3, 3)),
        ({"keadaan": "usia_56", "setuju": "ya"}, ("hp", 3, 4)),
        ({"keadaan": "usia_56", "setuju": "ya", "hp": "ya"}, ("saldo", 4, 4)),
    ],
)
def test_what_can_no_longer_come_is_not_counted(
    library: Library, answers: dict[str, str], expected: tuple[str, int, int]
) -> None:
    assert told(library, **answers) == expected


def test_answers_to_steps_that_do_not_apply_are_passed_over(library: Library) -> None:
    answers = {"keadaan": "usia_56", "sebab_bekerja": "menunggu_56", "tanggal_lahir": "1980-01-01"}
    position = locate(GUIDE, answers, library.numbers, DAY)
    assert [step.id for step in position.passed] == ["keadaan"]
    assert position.answers == {"keadaan": "usia_56"}


@pytest.mark.parametrize(
    ("kind", "answer", "taken"),
    [
        ("pilihan", "lama", True),
        ("pilihan", "sudah_lama", False),
        ("pilihan", "2026-09-20", False),
        ("tanggal", "lama", True),
        ("tanggal", "sudah_lama", False),
        ("tanggal", "2026-09-20", True),
        ("rupiah", "12000000", True),
    ],
)
def test_an_answer_that_is_no_option_any_more_is_asked_again(
    library: Library, kind: AnswerKind, answer: str, taken: bool
) -> None:
    asked = ask("tanggal_berhenti", "lama lupa").model_copy(update={"answer": kind})
    guide = GUIDE.model_copy(update={"steps": (asked, GUIDE.steps[-1])})
    position = locate(guide, {"tanggal_berhenti": answer}, library.numbers, DAY)
    assert (position.step.id == "selesai") == taken


def test_a_guide_without_an_end_is_refused(library: Library) -> None:
    endless = GUIDE.model_copy(update={"steps": GUIDE.steps[:1]})
    with pytest.raises(NoEndError, match="cek-hak"):
        locate(endless, {"keadaan": "lain"}, library.numbers, DAY)


def test_the_total_never_grows_and_every_question_is_one_step(library: Library) -> None:
    """On every way through every guide of the content."""
    for guide in library.guides.values():
        samples = samples_of(guide, library.numbers, DAY)
        seen: dict[tuple[tuple[str, str], ...], int] = {}
        for path in all_paths(guide, library.numbers, DAY, samples):
            named = [(step, samples.get(step, {}).get(key, key)) for step, key in path.answers]
            for number in range(len(named) + 1):
                taken = tuple(named[:number])
                if taken in seen:
                    continue
                position = locate(guide, dict(taken), library.numbers, DAY)
                if isinstance(position.step, End):  # an outcome is not one of the steps
                    break
                at = progress(guide, position, library.numbers, DAY)
                seen[taken] = at.total
                assert at.number == number + 1, (guide.id, taken)
                assert at.total >= at.number, (guide.id, taken)
                assert number == 0 or at.total <= seen[taken[:-1]], (guide.id, taken)
                # So what is told ("paling banyak 4 lagi") shrinks with every answer.
                assert number == 0 or at.left < seen[taken[:-1]] - number, (guide.id, taken)
