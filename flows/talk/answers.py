"""What is typed as an answer: the short keys, the words of a button, a date, an amount."""

from __future__ import annotations

from dataclasses import replace

from flows.answers import parse_choice, parse_date, parse_rupiah
from flows.buttons import pack
from flows.events import Wrote
from flows.guide import Ask, Guide
from flows.language.understanding import Unclear, Understood, fold
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.talk.taps import pressed
from flows.views import current_screen

REPEAT = "0"
OFFICER = "9"


def keys(scene: Scene, event: Wrote) -> Reply | None:
    """`1 2 3` or the very words press a button, `0` repeats, `9` calls an officer, everywhere."""
    text = event.text.strip().rstrip(".)")
    if text == REPEAT:
        return show(scene, scene.conversation)
    if text == OFFICER:
        return show(scene, scene.conversation.with_(aside=pack("o"), unclear=0))
    screen = current_screen(scene)
    choices = screen.choices
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(choices):
        return _anew(pressed(scene, choices[int(text) - 1].data))
    shown = [button for row in (choices, *screen.nav) for button in row]
    # Not on every step is room for it, but its words work on every step.
    unseen = [scene.button("tombol_ringkasan", "s")] if scene.guide else []
    named = [button.data for button in (*shown, *unseen) if fold(button.label) == fold(text)]
    return _anew(pressed(scene, named[0])) if named else None


def answer_to_step(scene: Scene, event: Wrote) -> Reply | None:
    """A free text understood as an answer to the current question."""
    guide = scene.guide
    step = scene.position(guide).step if guide else None
    if guide is None or not isinstance(step, Ask):
        return None
    labels = {key: scene.plain(label) for key, label in step.options.items()}
    ways = scene.library.ears.choices.get(step.id)
    choice = parse_choice(event.text, labels, ways) if labels else Unclear("no_options")
    # Under something that covers the question, "ya" belongs to what is seen, not to the question.
    if isinstance(choice, Understood) and not scene.conversation.aside:
        return show(scene, scene.conversation.answered(guide.id, step.id, choice.value))
    if step.answer == "pilihan":
        return None
    return _typed_value(scene, guide, step, event.text)


def _typed_value(scene: Scene, guide: Guide, step: Ask, text: str) -> Reply | None:
    dated = step.answer == "tanggal"
    understood = (
        parse_date(text, scene.today, allow_future=step.future) if dated else parse_rupiah(text)
    )
    if isinstance(understood, Understood):
        return show(scene, scene.conversation.answered(guide.id, step.id, str(understood.value)))
    return None


def covering_button(scene: Scene, event: Wrote) -> Reply | None:
    """The words of a button of what covers the question: they come before an answer to it."""
    return button_label(scene, event) if scene.conversation.aside else None


def button_label(scene: Scene, event: Wrote) -> Reply | None:
    """The words of a button that is on the screen, typed instead of pressed."""
    screen = current_screen(scene)
    buttons = (*screen.choices, *(button for row in screen.nav for button in row))
    options = {button.data: button.label for button in buttons}
    choice = parse_choice(event.text, options) if options else Unclear("no_options")
    if isinstance(choice, Understood):
        return _anew(pressed(scene, choice.value))
    return None


def unclear_answer(scene: Scene, event: Wrote) -> Reply | None:
    """At a question: says what was unclear and asks again."""
    guide = scene.guide
    step = scene.position(guide).step if guide else None
    if guide is None or not isinstance(step, Ask) or scene.conversation.aside:
        return None
    return _with_hint(scene, _unclear_message(scene, step, event.text))


def _unclear_message(scene: Scene, step: Ask, text: str) -> str:
    if step.answer == "pilihan":
        # The button that the longer text names is there only when the troubles do not all fit.
        more = pack("x") in (button.data for button in current_screen(scene).choices)
        return "kurang_jelas_layar" if more else "kurang_jelas_pilihan"
    if step.answer == "rupiah":
        return "kurang_jelas_rupiah"
    understood = parse_date(text, scene.today, allow_future=step.future)
    if isinstance(understood, Unclear) and understood.reason == "future":
        return "tanggal_masa_depan"
    return "kurang_jelas_tanggal"


def _with_hint(scene: Scene, message: str) -> Reply:
    talk = scene.conversation.with_(unclear=scene.conversation.unclear + 1)
    return Reply(talk, (current_screen(scene).under(message, scene.say(message)),))


def _anew(reply: Reply) -> Reply:
    """Typing gets a new message below what was typed; only a press changes the message in place."""
    return replace(reply, in_place=False, toast=None)
