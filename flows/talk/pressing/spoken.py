"""Words that work like a button wherever they are written alone: "menu", "kembali", "ga paham".

`AT_ONCE` comes before an answer to the question, `AT_A_LOSS` only when a text is no answer to it
("bingung" may be the answer "Tidak tahu"). The words are content: `perintah` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from flows.aside import WHOLE, Aside, View
from flows.commands import COMMANDS, START
from flows.ears import Heard
from flows.ears.options.weigh import OUTRIGHT
from flows.presses import Act, Action
from flows.scene import Scene
from flows.talk.answering.options import is_listed, option_of
from flows.talk.covering import uncovered
from flows.talk.news import news
from flows.talk.pressing.buttons import open_guide, pressed
from flows.talk.pressing.commands import commanded
from flows.talk.pressing.labels import anew
from flows.talk.pressing.media import requested
from flows.talk.reply import Reply, above, show
from flows.views.outcome import details_screen

Said = Callable[[Scene], Reply | None]

LONGEST: Final = 12
"""Words up to which a text asks nothing but whether the time has come."""

PUZZLING = frozenset({View.WHY, View.TROUBLE, View.RELATED, View.OFFER})
"""Who does not understand one of these is helped by a person only."""


def spoken(scene: Scene, heard: Heard) -> Reply | None:
    """A command, said in everyday words."""
    said = AT_ONCE.get(heard.command or "")
    # "Makasih ya, sangat membantu" asks for no help.
    thanks = heard.mood.only and "terima_kasih" in heard.mood
    if said is None or thanks or is_listed(scene, heard):
        return None
    return said(scene)


def returned(scene: Scene, heard: Heard) -> Reply | None:
    """ "Halo bu, saya balik lagi", "mau lanjut yang kemarin": what has changed meanwhile, then on
    from where the guide stands; nothing is taken back."""
    if not heard.ears.returning.told(heard.spelled):
        return None
    step = scene.question
    if step is None:
        return commanded(scene, START, "")
    # "Bisa lanjut" says that the page went on.
    if step.answer == "pilihan" and option_of(scene, step, heard).taken:
        return None
    return news(scene) or above(scene, "kita_lanjutkan", whole=True)


def due(scene: Scene, heard: Heard) -> Reply | None:
    """ "Udah sebulan nih, udah bisa belum", when what was told has changed since."""
    if scene.conversation.seen_on in (None, scene.today) or heard.length > LONGEST:
        return None
    return news(scene) if heard.ears.returning.asks_now(heard.spelled) else None


def why_asked(scene: Scene, heard: Heard) -> Reply | None:
    """ "Buat apa nanya umur saya?": the reason for the question at hand."""
    step = scene.question
    if step is None or not step.why or scene.conversation.aside or not heard.manner.asks_why:
        return None
    return _view(scene, Aside(View.WHY))


def at_a_loss(scene: Scene, heard: Heard) -> Reply | None:
    """ "Maksudnya?", "belum muncul", "mau tanya": what stands there is explained, or asked for."""
    said = AT_A_LOSS.get(heard.command or "")
    return said(scene) if said and not _leans_here(scene, heard) else None


def _leans_here(scene: Scene, heard: Heard) -> bool:
    """Whether it sounds like an option of the question at hand: "masih SMA", of a child."""
    step = scene.question
    if step is None or scene.conversation.aside:
        return False
    index = heard.ears.options.of((scene.conversation.guide or "", step.id))
    ranks = [index.rank(clause.words)[0] for clause in heard.clauses] if index else []
    return any(best.leans and best.likeness >= OUTRIGHT for best in ranks)


def held_on(scene: Scene, heard: Heard) -> Reply | None:
    """ "Sebentar ya bu": no answer to anything, and nobody is hurried."""
    if not heard.manner.holds_on or is_listed(scene, heard):
        return None
    return above(scene, "kami_tunggu")


def asked_on(scene: Scene, heard: Heard) -> Reply | None:
    """ "Terus gimana?": all of what stands there, where only its beginning did; the step once more;
    and a person, where everything has been said."""
    if not heard.manner.asks_on:
        return None
    covering = scene.conversation.aside
    if covering is None:
        if scene.guide is None:
            return above(scene, "silakan_tanya")
        if scene.question is not None:
            return _cannot_go_on(scene)
        brief = details_screen(scene) is not None
        return _view(scene, Aside(View.DETAILS)) if brief else show(scene, scene.conversation)
    if covering.view is View.TOPIC and WHOLE not in covering.args:
        return _view(scene, Aside(View.TOPIC, (covering.about, WHOLE)))
    if covering.view in (View.TOPIC, View.TROUBLE, View.DETAILS):
        return _view(scene, Aside(View.OFFICER))
    unsure = covering.view in (View.OFFER, View.RELATED, View.PERSON)
    return show(scene, uncovered(scene.conversation) if unsure else scene.conversation)


def guide_named(scene: Scene, heard: Heard) -> Reply | None:
    """The name of a guide or its first words, where no other one would be left for it."""
    asked, talk = scene.question is not None, scene.conversation
    # At a question the whole name only leads back: to a guide left for this one, or the step.
    back = {*talk.back_to, *((talk.guide,) if talk.aside else ())}
    if asked and (not back or is_listed(scene, heard)):
        return None
    said = " ".join(heard.folded.replace("-", " ").split()).strip(" .!")
    for guide in scene.library.guides.values():
        if asked and guide.id not in back:
            continue
        title = scene.library.ears.choices.label(guide.title).folded
        begun = not asked and " " in said and title.startswith(f"{said} ")
        if begun or said in (title, guide.id.replace("-", " ")):
            if talk.guide == guide.id:
                return show(scene, uncovered(talk))
            return show(scene, open_guide(scene, guide.id) or talk)
    return None


def _command(name: str) -> Said:
    return lambda scene: commanded(scene, name, "")


def _back(scene: Scene) -> Reply:
    return anew(pressed(scene, Act(Action.BACK)))


def _on(scene: Scene) -> Reply | None:
    """ "Lanjut" uncovers the step; at a question it may be an answer. Facts that were said back
    still wait for a yes."""
    if scene.question is not None and not scene.conversation.aside:
        return None
    if scene.conversation.under(View.NOTED):
        return show(scene, scene.conversation)
    return show(scene, uncovered(scene.conversation))


def _cannot_go_on(scene: Scene) -> Reply:
    """ "Lanjut" at a question: what comes next hangs on the answer."""
    return above(scene, "langkah_ini_dulu")


def _picture(scene: Scene) -> Reply:
    return requested(scene, Action.PICTURE)


def _recording(scene: Scene) -> Reply:
    return requested(scene, Action.VOICE)


def _called_off(scene: Scene) -> Reply | None:
    """ "Gausah deh": what covers the step is gone, an officer is not called."""
    if scene.question is not None and not scene.conversation.aside:
        return None
    return above(scene, "tidak_jadi")


def _again(scene: Scene) -> Reply:
    return commanded(scene, "ulang" if scene.guide else "menu", "")


def _ask_away(scene: Scene) -> Reply:
    return above(scene, "silakan_tanya")


def _puzzled(scene: Scene) -> Reply | None:
    """Not understood: the reason for a question; beside a topic its neighbours; else a person."""
    covering = scene.conversation.aside
    if covering is None or (scene.guide is None and covering.view is View.MENU):
        step = scene.question
        if step is None:
            return above(scene, "kurang_jelas_soal")
        return _view(scene, Aside(View.WHY)) if step.why else None
    if covering.view is View.TOPIC:
        return _view(scene, Aside(View.RELATED, covering.args[:1]))
    return _view(scene, Aside(View.PERSON)) if covering.view in PUZZLING else None


def _where(scene: Scene) -> Reply | None:
    """ "Lihatnya di mana?": the step says where; the whole answer, where a topic covers it."""
    seen = scene.conversation.under(View.TOPIC)
    if seen is not None and WHOLE not in seen.args:
        return _view(scene, Aside(View.TOPIC, (seen.about, WHOLE)))
    if seen is not None or scene.question is None:
        return None
    return show(scene, scene.conversation.with_(aside=None, unclear=0))


def _not_there(scene: Scene) -> Reply | None:
    """ "Belum muncul": what is seen instead? Below a trouble it is time for a person."""
    covering = scene.conversation.aside
    if covering is not None and covering.view is View.TROUBLE:
        return _view(scene, Aside(View.PERSON))
    step = scene.question
    if step is None:
        return None
    return _view(scene, Aside(View.OTHER_SCREENS)) if step.troubles and covering is None else None


def _view(scene: Scene, aside: Aside) -> Reply:
    return anew(pressed(scene, aside))


AT_ONCE: Mapping[str, Said] = {
    **{word: _command(word) for word in COMMANDS if word != START},
    "ulang": _again,
    "kembali": _back,
    "lanjut": _on,
    "letak": _where,
    "urung": _called_off,
    "gambar": _picture,
    "suara": _recording,
}
"""Said alone, "ulang" is said to what stands there; as a command it begins the guide anew."""

AT_A_LOSS: Mapping[str, Said] = {
    "lanjut": _cannot_go_on,
    "bertanya": _ask_away,
    "bingung": _puzzled,
    "belum": _not_there,
}
