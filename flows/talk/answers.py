"""What is typed as an answer: the short keys, the words of a button, a date, an amount."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import PATIENCE
from flows.ears import Heard
from flows.language.understanding import Understood
from flows.presses import Press
from flows.scene import Scene
from flows.screen import Button
from flows.talk.buttons import pressed
from flows.talk.facts import with_answer
from flows.talk.reply import Reply, show
from flows.views import current_screen

REPEAT = "0"
OFFICER = "9"


def keys(scene: Scene, heard: Heard) -> Reply | None:
    """`1 2 3` or the very words press a button, `0` repeats, `9` calls an officer, everywhere."""
    text = heard.text.strip().rstrip(".)")
    if text == REPEAT:
        return show(scene, scene.conversation)
    if text == OFFICER:
        return show(scene, scene.conversation.with_(aside=Aside(View.OFFICER), unclear=0))
    screen = current_screen(scene)
    choices = screen.choices
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(choices):
        return anew(pressed(scene, choices[int(text) - 1].press))
    shown = [button for row in (choices, *screen.nav) for button in row]
    # Not on every step is room for it, but its words work on every step.
    unseen = [scene.button("tombol_ringkasan", View.SUMMARY)] if scene.guide else []
    label = scene.library.ears.choices.label
    said = _bare(heard.folded)
    named = [each.press for each in (*shown, *unseen) if _bare(label(each.label).folded) == said]
    return anew(pressed(scene, named[0])) if named else None


def _bare(folded: str) -> str:
    return folded.strip(" .,!?")


def answer_to_step(scene: Scene, heard: Heard) -> Reply | None:
    """A free text understood as an answer to the current question.

    A date or an amount is read as one before it is held against the ready answers: "bulan lalu" is
    not "Lebih dari 2 bulan lalu". What is asked ("saldo 20 juta bisa lewat JMO?") is no answer.
    """
    guide, step = scene.guide, scene.question
    if guide is None or step is None:
        return None
    value = _value(step, heard)
    # Under something that covers the question, "ya" belongs to what is seen, not to the question.
    if value is None and not scene.conversation.aside:
        labels = {key: scene.plain(label) for key, label in step.options.items()}
        ways = heard.ears.ways.get((guide.id, step.id))
        value = _chosen(heard, labels, ways, polite=heard.mood.polite)
    if value is None:
        return None
    answered = with_answer(scene, step.id, value, heard)
    return show(scene, answered.with_(aside=None, unclear=0, noted={}))


def _value(step: Ask, heard: Heard) -> str | None:
    """The date or amount a text is; None for other steps, and when it is none."""
    if step.answer == "pilihan" or heard.is_question:
        return None
    if step.answer == "tanggal":
        day = heard.day
        fits = isinstance(day, Understood) and (step.future or day.value <= heard.today)
        return day.value.isoformat() if isinstance(day, Understood) and fits else None
    return str(heard.rupiah.value) if isinstance(heard.rupiah, Understood) else None


def _chosen(
    heard: Heard,
    labels: Mapping[str, str],
    ways: Mapping[str, Sequence[str]] | None = None,
    *,
    polite: bool,
) -> str | None:
    """The key of the option a text means."""
    if not labels:
        return None
    choice = heard.ears.choices.choose(
        heard.said, labels, ways, asks=heard.is_question, polite=polite
    )
    return choice.value if isinstance(choice, Understood) else None


def covering_button(scene: Scene, heard: Heard) -> Reply | None:
    """The words of a button of what covers the question: they come before an answer to it."""
    return button_label(scene, heard) if scene.conversation.aside else None


def button_label(scene: Scene, heard: Heard) -> Reply | None:
    """The words of a button that is on the screen, typed instead of pressed."""
    # "Oke" may agree to what covers a question, never to the question itself.
    polite = heard.mood.polite and not scene.conversation.aside
    screen = current_screen(scene)
    press = _named(heard, screen.choices, polite)
    # Only the answers are numbered: "5" never means the fifth button of all.
    numbered = heard.said.place is not None or any(map(str.isdigit, heard.text))
    if press is None and not numbered:
        press = _named(heard, [button for row in screen.nav for button in row], polite)
    return anew(pressed(scene, press)) if press else None


def _named(heard: Heard, buttons: Sequence[Button], polite: bool) -> Press | None:
    """What the button asks for that is meant. Signs stand for it, as many as its place: words or
    digits would count as words of the label."""
    labels = {"#" * place: button.label for place, button in enumerate(buttons, 1)}
    place = _chosen(heard, labels, polite=polite)
    return buttons[len(place) - 1].press if place else None


def short_label(scene: Scene, heard: Heard) -> Reply | None:
    """A word or two of a button of the step: nearer than any topic of the FAQ."""
    return button_label(scene, heard) if scene.guide and heard.is_brief else None


def unclear_answer(scene: Scene, heard: Heard) -> Reply | None:
    """At a question: says what was unclear and asks again; the second time offers a person."""
    step = scene.question
    if step is None or scene.conversation.aside:
        return None
    if heard.is_elsewhere and not heard.is_brief:
        return None
    talk = scene.conversation.with_(unclear=scene.conversation.unclear + 1)
    if talk.unclear >= PATIENCE:
        return show(scene, talk.with_(aside=Aside(View.PERSON), asked=heard.quoted))
    message = _unclear_message(scene, step, heard)
    return Reply(talk, (current_screen(scene).under(message, scene.say(message)),))


def _unclear_message(scene: Scene, step: Ask, heard: Heard) -> str:
    if step.answer == "pilihan":
        # The button that the longer text names is there only when the troubles do not all fit.
        more = Aside(View.OTHER_SCREENS) in (
            button.press for button in current_screen(scene).choices
        )
        return "kurang_jelas_layar" if more else "kurang_jelas_pilihan"
    if step.answer == "rupiah":
        return "kurang_jelas_rupiah"
    ahead = isinstance(heard.day, Understood) and heard.day.value > heard.today
    if ahead and not step.future and not heard.is_question:
        return "tanggal_masa_depan"
    return "kurang_jelas_tanggal"


def anew(reply: Reply) -> Reply:
    """Typing gets a new message below what was typed; only a press changes the message in place."""
    return replace(reply, in_place=False, toast=None)
