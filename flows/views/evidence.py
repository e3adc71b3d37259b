"""Dari mana?: what an answer stands on, who says so, how it was checked, who disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from flows.answers import Answer, Named, known, read_named
from flows.arguments import Args
from flows.aside import Aside, View
from flows.buttons import fits, pack
from flows.content.statement import Against, Law, Practice, Statement, Witness
from flows.presses import Action
from flows.scene import Scene
from flows.screen import Button, Row, Screen
from flows.statements import DOUBTS
from flows.texts.html import Html, lines, paragraphs
from flows.texts.spoken import long_date, source_month

MOST_SAY_SO: Final = 2
MOST_DISAGREE: Final = 1
"""So many witnesses fit one screen; all of them stand on the sheet for the officer."""

MOST_BESIDE: Final = 1
"""So many further statements of one answer are offered: those that follow, then the first. One
leads to the next."""

WAY_BACK: Final = {
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


class Shown(NamedTuple):
    """Which of the statements of an answer is shown."""

    answer: Named
    statements: tuple[Statement, ...]
    at: int

    @property
    def statement(self) -> Statement:
        """The one that is shown."""
        return self.statements[self.at]

    @property
    def args(self) -> Args:
        """What a button says that shows it."""
        return (self.answer.kind, *self.answer.name, str(self.at))


def shown(scene: Scene, args: Args) -> Shown | None:
    """The statement that arguments of the evidence mean; None for forged ones, and for one that
    is no longer there.

    `args`: the kind of the answer, its id where it has one, and which statement (from 0).
    """
    which = args[-1] if args and args[-1].isdecimal() else ""
    answer = read_named(args[:-1] if which else args)
    found = known(scene.library, answer) if answer else None
    if answer is None or found is None:
        return None
    statements = scene.library.statements.those(found.stands_on)
    at = int(which or 0)
    return Shown(answer, statements, at) if at < len(statements) else None


def evidence_screen(scene: Scene, args: Args) -> Screen | None:
    """One statement of an answer with its evidence, the others as buttons; see `shown`."""
    of = shown(scene, args)
    if of is None:
        return None
    return Screen(
        id=f"evidence/{of.statement.id}",
        text=_told(scene, of.statement),
        brief=scene.say("dari_mana", judul=of.statement.title),
        choices=_beside(of),
        nav=_ways_on(scene, of, scene.button("tombol_kabari", Action.WATCH, *of.args)),
    )


def watched_screen(scene: Scene, of: Shown) -> Screen | None:
    """The same, where its reader has just asked to be told of changes."""
    screen = evidence_screen(scene, of.args)
    if screen is None:
        return None
    noted = screen.under("watched", scene.say("kabari_dicatat"))
    stop = scene.button("tombol_berhenti_kabari", Action.UNWATCH)
    return replace(noted, nav=_ways_on(scene, of, stop))


def below_sheet_screen(scene: Scene, of: Shown) -> Screen:
    """What stands below a sheet of it: only its ways on."""
    return Screen(
        id="below_sheet",
        text=scene.say("lembar_di_atas"),
        choices=_beside(of),
        nav=(_back(scene, of.answer), scene.foot()),
    )


def _beside(of: Shown) -> tuple[Button, ...]:
    many = len(of.statements)
    others = [(of.at + step) % many for step in range(1, many)][:MOST_BESIDE]
    return tuple(
        Button(of.statements[each].title, Aside(View.EVIDENCE, of._replace(at=each).args))
        for each in others
    )


def _ways_on(scene: Scene, of: Shown, news: Button) -> tuple[Row, ...]:
    """The sheet where somebody says so, the news of it, and back."""
    paper = scene.button("tombol_tunjukkan", Action.SHEET, *of.args)
    sheet = ((paper,),) if of.statement.witnesses else ()
    return (*sheet, (news, *_back(scene, of.answer)), scene.foot())


def _back(scene: Scene, answer: Named) -> Row:
    """Back to the answer; none to one that lies no longer below."""
    view = WAY_BACK.get(answer.kind)
    if view is not None and answer.name:
        return (scene.button("tombol_kembali_jawaban", view, *answer.name),)
    if answer.kind is Answer.OUTCOME and not _is_below(scene, *answer.name[:2]):
        return ()
    return (scene.button("tombol_kembali_jawaban", Action.UNCOVER),)


def _is_below(scene: Scene, guide: str, step: str) -> bool:
    at = scene.guide
    return at is not None and at.id == guide and scene.position(at).step.id == step


def _told(scene: Scene, statement: Statement) -> Html:
    """The statement, its witnesses, how it was checked."""
    state = scene.library.statements.state(statement, scene.today)
    doubt = scene.say(f"keterangan_{state}") if state in DOUBTS else Html()
    return paragraphs(
        scene.say("dari_mana", judul=statement.title),
        scene.inline(statement.told(scene.today)),
        lines(*_witnesses(scene, statement)),
        lines(*checked(scene, statement), doubt),
    )


def checked(scene: Scene, statement: Statement) -> Iterator[Html]:
    """How it was checked, and which office has said last that it holds."""
    confirmed = scene.library.statements.confirmed.get(statement.id)
    if confirmed is None or statement.checked_how != "belum":
        how = f"diperiksa_{statement.checked_how}"
        yield scene.say(how, tanggal=long_date(statement.checked_on))
    if confirmed is not None:
        day = long_date(confirmed.day)
        yield scene.say("dikonfirmasi", kantor=confirmed.office, tanggal=day)


def _witnesses(scene: Scene, statement: Statement) -> Iterator[Html]:
    """Who says so and who disagrees, as far as one screen goes; how many more there are."""
    against: tuple[Witness, ...] = statement.against[:MOST_DISAGREE]
    said: tuple[Witness, ...] = (*statement.law[:1], *statement.practice)
    shown = said[:MOST_SAY_SO] + against
    left = len(statement.witnesses) + len(statement.against) - len(shown)
    for witness in shown:
        yield from _witness(scene, witness)
    if left:
        yield scene.say("bukti_lainnya", jumlah=left)


def _witness(scene: Scene, witness: Witness) -> Iterator[Html]:
    kind = scene.library.statements.sources.kind(witness)
    match witness:
        case Law():
            yield scene.say("bukti_aturan", sumber=witness.name, jenis=kind)
        case Practice():
            yield scene.say("bukti_praktik", sumber=_dated(witness), jenis=kind)
        case Against():
            named = f"{witness.who}, {source_month(witness.date)}"
            yield scene.say("bukti_berbeda", sumber=named, kata=witness.says, jenis=kind)
            return
    if witness.quote is not None:
        yield scene.say("bukti_kutipan", kutipan=witness.quote)


def _dated(witness: Practice) -> str:
    medium = f" di {witness.at}" if witness.at else ""
    return f"{witness.who}{medium}, {source_month(witness.date)}"
