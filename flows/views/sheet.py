"""The sheet for the counter: one statement with its evidence, without a word about its reader."""

from __future__ import annotations

from collections.abc import Iterator

from flows.content.statement import Against, Law, Practice, Statement, Witness
from flows.scene import Scene
from flows.sheet import Line, Sheet, Style
from flows.statements import DOUBTS
from flows.texts.markup import plain
from flows.texts.spoken import long_date, source_day
from flows.views.evidence import checked

LONGEST_NAME = 40
"""Characters of the name of a file."""


def counter_sheet(scene: Scene, statement: Statement) -> Sheet:
    """What stands on half a page: what holds, who says so, how it was checked, what it is not."""
    return Sheet(statement.id[:LONGEST_NAME], tuple(_lines(scene, statement)))


def _lines(scene: Scene, statement: Statement) -> Iterator[Line]:
    yield Line(Style.HEAD, scene.label("lembar_kepala"))
    yield Line(Style.TITLE, _words(scene, statement.title))
    yield Line(Style.HOLDS, _words(scene, statement.said(scene.today)))
    yield from _warnings(scene, statement)
    for condition in statement.conditions:
        yield Line(Style.CONDITION, _words(scene, condition))
    yield from _witnesses(scene, scene.label("lembar_aturan"), statement.law)
    yield from _witnesses(scene, scene.label("lembar_praktik"), statement.practice)
    yield from _witnesses(scene, scene.label("lembar_berbeda"), statement.against)
    yield Line(Style.LABEL, scene.label("lembar_periksa"))
    for how in checked(scene, statement):
        yield Line(Style.SOURCE, plain(how))
    yield Line(Style.ADVICE, scene.label("lembar_ditolak"))
    yield Line(Style.SMALL, scene.label("lembar_bukan_resmi"))


def _warnings(scene: Scene, statement: Statement) -> Iterator[Line]:
    """That its time is over, or that it is in doubt: both where both are so."""
    if statement.until is not None and statement.has_ended(scene.today):
        ended = scene.label("lembar_berakhir", tanggal=long_date(statement.until))
        yield Line(Style.WARNING, ended)
    state = scene.library.statements.state(statement, scene.today)
    if state in DOUBTS:
        yield Line(Style.WARNING, plain(scene.say(f"keterangan_{state}")))


def _witnesses(scene: Scene, heading: str, witnesses: tuple[Witness, ...]) -> Iterator[Line]:
    for number, witness in enumerate(witnesses):
        if number == 0:
            yield Line(Style.LABEL, heading)
        kind = scene.library.statements.sources.kind(witness)
        told = scene.label(
            "lembar_sumber", sumber=_named(witness), tanggal=source_day(witness.date), jenis=kind
        )
        yield Line(Style.SOURCE, told[:1].upper() + told[1:])
        words = witness.says if isinstance(witness, Against) else witness.quote
        if words is not None:
            quoted = plain(scene.say("bukti_kutipan", kutipan=words))
            yield Line(Style.QUOTE, words if isinstance(witness, Against) else quoted)
        if witness.link is not None:
            yield Line(Style.ADDRESS, witness.link)


def _named(witness: Witness) -> str:
    match witness:
        case Law():
            return witness.name
        case Practice():
            return f"{witness.who} di {witness.at}" if witness.at else witness.who
        case Against():
            return witness.who


def _words(scene: Scene, text: str) -> str:
    """As read, with the numbers filled in."""
    return plain(scene.inline(text))
