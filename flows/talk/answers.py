"""What is typed as an answer: the short keys, the words of a button, a date, an amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.events import Wrote
from flows.language.choices import parse_choice, parse_date, parse_rupiah
from flows.language.understanding import Unclear, Understood, fold, is_question
from flows.presses import Press
from flows.scene import Scene
from flows.screen import Button
from flows.talk.buttons import pressed
from flows.talk.facts import told_besides
from flows.talk.patience import LONG, PATIENCE, is_brief, is_elsewhere
from flows.talk.reply import Reply, show
from flows.views import current_screen

REPEAT = "0"
OFFICER = "9"


def keys(scene: Scene, event: Wrote) -> Reply | None:
    """`1 2 3` or the very words press a button, `0` repeats, `9` calls an officer, everywhere."""
    text = event.text.strip().rstrip(".)")
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
    named = [button.press for button in (*shown, *unseen) if _bare(button.label) == _bare(text)]
    return anew(pressed(scene, named[0])) if named else None


def _bare(text: str) -> str:
    return fold(text).strip(" .,!?")


def answer_to_step(scene: Scene, event: Wrote) -> Reply | None:
    """A free text understood as an answer to the current question.

    A date or an amount is read as one before it is held against the ready answers: "bulan lalu" is
    not "Lebih dari 2 bulan lalu". What is asked ("saldo 20 juta bisa lewat JMO?") is no answer.
    """
    guide, step = scene.guide, scene.question
    if guide is None or step is None:
        return None
    value = _value(scene, step, event.text)
    # Under something that covers the question, "ya" belongs to what is seen, not to the question.
    if value is None and not scene.conversation.aside:
        labels = {key: scene.plain(label) for key, label in step.options.items()}
        ways = scene.library.ears.choices.get(step.id)
        choice = parse_choice(event.text, labels, ways) if labels else Unclear("no_options")
        value = choice.value if isinstance(choice, Understood) else None
    if value is None:
        return None
    answered = told_besides(scene, step.id, value, event.text)
    return show(scene, answered.with_(aside=None, unclear=0, noted={}))


def _value(scene: Scene, step: Ask, text: str) -> str | None:
    """The date or amount a text is; None for other steps, and when it is none."""
    if step.answer == "pilihan" or is_question(text):
        return None
    dated = step.answer == "tanggal"
    understood = (
        parse_date(text, scene.today, allow_future=step.future) if dated else parse_rupiah(text)
    )
    return str(understood.value) if isinstance(understood, Understood) else None


def covering_button(scene: Scene, event: Wrote) -> Reply | None:
    """The words of a button of what covers the question: they come before an answer to it."""
    return button_label(scene, event) if scene.conversation.aside else None


def button_label(scene: Scene, event: Wrote) -> Reply | None:
    """The words of a button that is on the screen, typed instead of pressed."""
    screen = current_screen(scene)
    press = _named(event.text, screen.choices)
    # Only the answers are numbered: "5" never means the fifth button of all.
    if press is None and not any(map(str.isdigit, event.text)):
        press = _named(event.text, [button for row in screen.nav for button in row])
    return anew(pressed(scene, press)) if press else None


def _named(text: str, buttons: Sequence[Button]) -> Press | None:
    """What the button asks for that is meant. Its place stands for it: the words of ids would
    count as words of the label."""
    options = {f"#{place}": button.label for place, button in enumerate(buttons)}
    choice = parse_choice(text, options) if options else Unclear("no_options")
    return buttons[int(choice.value[1:])].press if isinstance(choice, Understood) else None


def short_label(scene: Scene, event: Wrote) -> Reply | None:
    """A word or two of a button of the step: nearer than any topic of the FAQ."""
    return button_label(scene, event) if scene.guide and is_brief(event.text) else None


def unclear_answer(scene: Scene, event: Wrote) -> Reply | None:
    """At a question: says what was unclear and asks again; the second time offers a person."""
    step = scene.question
    if step is None or scene.conversation.aside:
        return None
    if is_elsewhere(scene, event.text) and not is_brief(event.text):
        return None
    talk = scene.conversation.with_(unclear=scene.conversation.unclear + 1)
    if talk.unclear >= PATIENCE:
        return show(scene, talk.with_(aside=Aside(View.PERSON), asked=event.text[:LONG]))
    message = _unclear_message(scene, step, event.text)
    return Reply(talk, (current_screen(scene).under(message, scene.say(message)),))


def _unclear_message(scene: Scene, step: Ask, text: str) -> str:
    if step.answer == "pilihan":
        # The button that the longer text names is there only when the troubles do not all fit.
        more = Aside(View.OTHER_SCREENS) in (
            button.press for button in current_screen(scene).choices
        )
        return "kurang_jelas_layar" if more else "kurang_jelas_pilihan"
    if step.answer == "rupiah":
        return "kurang_jelas_rupiah"
    understood = parse_date(text, scene.today, allow_future=step.future)
    if isinstance(understood, Unclear) and understood.reason == "future":
        return "tanggal_masa_depan"
    return "kurang_jelas_tanggal"


def anew(reply: Reply) -> Reply:
    """Typing gets a new message below what was typed; only a press changes the message in place."""
    return replace(reply, in_place=False, toast=None)
