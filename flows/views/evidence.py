"""Dari mana?: what an answer stands on, who says so, how it was checked, who disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from flows.arguments import Args
from flows.aside import Aside, View
from flows.buttons import fits, pack
from flows.content.guide import End
from flows.content.statement import Against, Law, Practice, Statement, Voice
from flows.presses import Action
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.statements import DOUBTS
from flows.texts.html import Html, lines, paragraphs
from flows.texts.spoken import long_date, source_month
from flows.views.taxed import taxed

MOST_VOICES: Final = 4
"""So many voices fit one screen; all of them stand on the sheet for the officer."""

MOST_BESIDE: Final = 4
"""So many further statements of one answer are offered."""


class Answer(StrEnum):
    """What the evidence is of. An outcome has no id, an offer its verdict and signs."""

    TOPIC = "f"
    TROUBLE = "t"
    PAPER = "p"
    OUTCOME = "e"
    OFFER = "c"


_WAY_BACK: Final = {
    Answer.TOPIC: View.TOPIC,
    Answer.TROUBLE: View.TROUBLE,
    Answer.PAPER: View.PAPER,
    Answer.OFFER: View.CALO_VERDICT,
}
"""The view of a text; an outcome is what lies below."""

_LAST: Final = "99"
"""The longest place of a statement in a list, for the length of a button's data."""


def evidence_button(scene: Scene, stands_on: Sequence[str], *answer: str) -> tuple[Button, ...]:
    """The way to the evidence of a text; none where there is nothing to show.

    Of more signs of a broker than a button can carry the last ones are left out.
    """
    if not scene.library.statements.cited(stands_on):
        return ()
    while len(answer) > 2 and not fits(evidence_data(*answer)):
        answer = answer[:-1]
    return (scene.button("tombol_dari_mana", View.EVIDENCE, *answer),)


def evidence_data(*answer: str) -> str:
    """The longest data of a button to the evidence of an answer."""
    return pack(Aside(View.EVIDENCE, (*answer, _LAST)))


def evidence_screen(scene: Scene, args: Args) -> Screen | None:
    """One statement of an answer with its evidence, the others as buttons.

    `args`: the kind of the answer, its id where it has one, and which statement (from 0).
    """
    which = args[-1] if args and args[-1].isdecimal() else ""
    answer = args[:-1] if which else args
    statements = scene.library.statements.those(standing_under(scene, answer))
    at = int(which or 0)
    if at >= len(statements):
        return None
    beside = [each for each in range(len(statements)) if each != at][:MOST_BESIDE]
    return Screen(
        id=f"evidence/{statements[at].id}",
        text=_told(scene, statements[at]),
        choices=tuple(
            Button(statements[each].title, Aside(View.EVIDENCE, (*answer, str(each))))
            for each in beside
        ),
        nav=((_back(scene, answer),), scene.foot()),
    )


def standing_under(scene: Scene, answer: Args) -> tuple[str, ...]:
    """The statements an answer stands on; none for one that is forged or no longer there."""
    library = scene.library
    match answer:
        case (Answer.TOPIC, name) if name in library.topics:
            return library.topics[name].stands_on
        case (Answer.TROUBLE, name) if name in library.troubles:
            return library.troubles[name].stands_on
        case (Answer.PAPER, name) if name in library.papers:
            return library.papers[name].stands_on
        case (Answer.OFFER, outcome, *_) if library.calo and outcome in library.calo.texts:
            return library.calo.stands_on
        case (Answer.OUTCOME,) if scene.guide is not None:
            position = scene.position(scene.guide)
            if isinstance(position.step, End):
                return (*position.step.stands_on, *taxed(scene.guide, position))
    return ()


def _back(scene: Scene, answer: Args) -> Button:
    view = _WAY_BACK.get(Answer(answer[0]))
    if view is not None:
        return scene.button("tombol_kembali_jawaban", view, *answer[1:])
    return scene.button("tombol_kembali_jawaban", Action.UNCOVER)


def _told(scene: Scene, statement: Statement) -> Html:
    """The statement, its voices, how it was checked."""
    state = scene.library.statements.state(statement, scene.today)
    doubt = scene.say(f"keterangan_{state}") if state in DOUBTS else Html()
    return paragraphs(
        scene.say("dari_mana", judul=statement.title),
        scene.inline(statement.told(scene.today)),
        lines(*_voices(scene, statement)),
        lines(*_checked(scene, statement), doubt),
    )


def _checked(scene: Scene, statement: Statement) -> Iterator[Html]:
    """How it was checked, and which office has said last that it holds."""
    confirmed = scene.library.statements.confirmed.get(statement.id)
    if confirmed is None or statement.checked_how != "belum":
        how = f"diperiksa_{statement.checked_how}"
        yield scene.say(how, tanggal=long_date(statement.checked_on))
    if confirmed is not None:
        day = long_date(confirmed.day)
        yield scene.say("dikonfirmasi", kantor=confirmed.office, tanggal=day)


def _voices(scene: Scene, statement: Statement) -> Iterator[Html]:
    """Who says so and who disagrees, as far as one screen goes; how many more there are."""
    beside: tuple[Voice, ...] = statement.against[:2]
    said: tuple[Voice, ...] = (*statement.law[:1], *statement.practice[:2])
    shown = (said + beside)[:MOST_VOICES]
    left = len(statement.voices) + len(statement.against) - len(shown)
    for voice in shown:
        yield from _voice(scene, voice)
    if left:
        yield scene.say("bukti_lainnya", jumlah=left)


def _voice(scene: Scene, voice: Voice) -> Iterator[Html]:
    kind = scene.library.statements.sources.kind(voice)
    match voice:
        case Law():
            yield scene.say("bukti_aturan", sumber=voice.name, jenis=kind)
        case Practice():
            yield scene.say("bukti_praktik", sumber=_dated(voice), jenis=kind)
        case Against():
            named = f"{voice.who}, {source_month(voice.date)}"
            yield scene.say("bukti_berbeda", sumber=named, kata=voice.says, jenis=kind)
            return
    if voice.quote is not None:
        yield scene.say("bukti_kutipan", kutipan=voice.quote)


def _dated(voice: Practice) -> str:
    medium = f" di {voice.at}" if voice.at else ""
    return f"{voice.who}{medium}, {source_month(voice.date)}"
