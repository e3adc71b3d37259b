"""The short keys and the words of a button, typed instead of pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.aside import Aside, View
from flows.content.button_words import bare
from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.facts.ages import OLD_ENOUGH
from flows.ears.options.weigh import OUTRIGHT
from flows.language.understanding import Understood, fold
from flows.presses import Act, Action, Press
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.talk.answering.counted import measured_at
from flows.talk.answering.doubting import names_no_fact
from flows.talk.answering.options import chosen, option_of
from flows.talk.answering.values import is_no_past_day, is_vague, tense_of
from flows.talk.pressing.buttons import pressed
from flows.talk.reply import Reply, show
from flows.views import current_screen
from flows.views.outcome import details_screen

REPEAT = "0"
OFFICER = "9"

LONGEST = 64
"""Characters; no label of a button is longer."""


def keys(scene: Scene, heard: Heard) -> Reply | None:
    """`1 2 3` or the very words press a button, `0` repeats, `9` calls an officer, everywhere."""
    text = heard.text.strip().rstrip(".)")
    if text == REPEAT:
        return show(scene, scene.conversation)
    if text == OFFICER:
        return show(scene, scene.conversation.with_(aside=Aside(View.OFFICER), unclear=0))
    if len(text) > LONGEST or tells_number(scene, heard):
        return None
    said, number = bare(heard.folded), text.isascii() and text.isdigit()
    at_question = scene.question is not None and not scene.conversation.aside
    if at_question and not number and not scene.library.button_words.may_say(said):
        return None
    screen = current_screen(scene)
    choices = screen.choices
    if number and 1 <= int(text) <= len(choices):
        return anew(pressed(scene, choices[int(text) - 1].press))
    shown = [*choices, *_below(scene, screen)]
    # Not on every step is room for it, but its words work on every step.
    unseen = [scene.button("tombol_ringkasan", View.SUMMARY)] if scene.guide else []
    unseen += _of_the_rest(scene)
    label = scene.library.ears.choices.label
    named = [each.press for each in (*shown, *unseen) if bare(label(each.label).folded) == said]
    return anew(pressed(scene, named[0])) if named else None


def tells_number(scene: Scene, heard: Heard) -> bool:
    """Whether a number is an answer to the question rather than the place of a button."""
    step = scene.question
    if step is None or scene.conversation.aside:
        return False
    return bool(measured_at(scene, step, heard).keys)


def covering_button(scene: Scene, heard: Heard) -> Reply | None:
    """The words of a button of what covers the question: they come before an answer to it."""
    return button_label(scene, heard) if scene.conversation.aside else None


def button_label(scene: Scene, heard: Heard) -> Reply | None:
    """The words of a button that is on the screen, typed instead of pressed."""
    # "Oke" may agree to what covers a question, never to the question itself.
    polite = heard.mood.polite and not scene.conversation.aside
    screen = current_screen(scene)
    # "Banyak" is a word of "Paling banyak 15 juta", and the contrary of it.
    if scene.question and (is_vague(scene.question, heard) or names_no_fact(scene, heard)):
        return None
    if scene.conversation.under(View.PART):
        part = _part_named(heard, screen.choices)
        if part is not None:
            return anew(pressed(scene, part))
        if _is_own_day(scene, heard):
            return None
    press = _named(heard, screen.choices, polite)
    if press is not None and _is_unlike(scene, heard, press):
        return None
    # Only the answers are numbered: "5" never means the fifth button of all.
    numbered = heard.said.place is not None or any(map(str.isdigit, heard.text))
    if press is None and not numbered:
        shown = _below(scene, screen)
        press = _named(heard, shown, polite) or _named(heard, _of_the_rest(scene), polite)
    return anew(pressed(scene, press)) if press else None


def _below(scene: Scene, screen: Screen) -> list[Button]:
    """The buttons below the choices. A guide beside a question is pressed, not said: the words of
    its title answer the question, too."""
    below = [button for row in screen.nav for button in row]
    if scene.question is None or scene.conversation.aside:
        return below
    return [button for button in below if button.press not in _guides(scene.question)]


def _guides(step: Ask) -> list[Press]:
    return [Act(Action.OPEN, (name,)) for name in step.next]


def _of_the_rest(scene: Scene) -> list[Button]:
    """The papers of an outcome, whose button comes with the rest of it: who asks gets them."""
    whole = None if scene.conversation.aside else details_screen(scene)
    buttons = [button for row in whole.nav for button in row] if whole else []
    return [button for button in buttons if button.press == Aside(View.PAPERS)]


def _is_unlike(scene: Scene, heard: Heard, press: Press) -> bool:
    """Whether it answers a question of one option in words that, read closely, do not mean it:
    "hilang satu kartu" shares two words with "Ya, satu kartu terpilih"."""
    step = scene.question
    if isinstance(press, Act) and press.action is Action.ANSWER and OLD_ENOUGH[1] in press.args:
        # "Umur hampir 56" shares its words with "Umur 56 ke atas".
        return heard.ears.ages.only_coming(heard.folded, heard.today)
    if step is not None and not scene.conversation.aside and is_no_past_day(step, heard):
        # "2 bulan lagi" shares its words with "Lebih dari 2 bulan lalu".
        return True
    if step is None or scene.conversation.aside:
        return False
    if len(step.options) > 1:
        return _is_denied(scene, step, heard, press)
    # "Ya" alone agrees, and has no words to be read closely.
    if not isinstance(press, Act) or scene.library.ears.choices.says_nothing(heard.said):
        return False
    return press.action is Action.ANSWER and option_of(scene, step, heard).taken is None


def _is_denied(scene: Scene, step: Ask, heard: Heard, press: Press) -> bool:
    """Whether it is another option's word that is denied: "gak nganggur" is not "tidak kerja"."""
    index = heard.ears.options.of((scene.guide.id if scene.guide else "", step.id))
    if index is None or not isinstance(press, Act) or press.action is not Action.ANSWER:
        return False
    denied = {key for clause in heard.clauses for key in index.denied(clause.words)}
    return not denied.isdisjoint(press.args)


def _part_named(heard: Heard, buttons: Sequence[Button]) -> Press | None:
    """ "Tengah", "pertengahan bulan": the only part whose first word is said, and no number."""
    if any(map(str.isdigit, heard.text)):
        return None
    words = heard.folded.split()
    said = [each for each in buttons if any(_begins(each) in word for word in words)]
    return said[0].press if len(said) == 1 else None


def _begins(button: Button) -> str:
    return bare(fold(button.label)).split()[0]


def _is_own_day(scene: Scene, heard: Heard) -> bool:
    """Whether a day of its own is typed: "16 Agustus" is not the button "Ya, 15 Agustus"."""
    if heard.said.place is not None or scene.question is None:
        return False
    day = heard.day(tense_of(scene.question))
    exact = isinstance(day, Understood) and day.span is None
    return exact or any(map(str.isdigit, heard.text))


def _named(heard: Heard, buttons: Sequence[Button], polite: bool) -> Press | None:
    """What the button asks for that is meant. Signs stand for it, as many as its place: words or
    digits would count as words of the label."""
    labels = {"#" * place: button.label for place, button in enumerate(buttons, 1)}
    place = chosen(heard, labels, polite=polite)
    return buttons[len(place) - 1].press if place else None


def short_label(scene: Scene, heard: Heard) -> Reply | None:
    """A word or two of a button of the step: nearer than any topic of the FAQ."""
    if not (scene.guide and heard.is_brief) or _is_of_two(scene, heard):
        return None
    return button_label(scene, heard)


def _is_of_two(scene: Scene, heard: Heard) -> bool:
    """Whether a word is as near to another option as to the one it is a word of: "pensiun"."""
    step = scene.question
    if step is None or scene.conversation.aside or heard.said.place is not None:
        return False
    index = heard.ears.options.of((scene.conversation.guide or "", step.id))
    ranks = [index.rank(clause.words) for clause in heard.clauses] if index else []
    return any(len(rank) > 1 and rank[1].likeness >= OUTRIGHT for rank in ranks)


def anew(reply: Reply) -> Reply:
    """Typing gets a new message below what was typed; only a press changes the message in place."""
    return replace(reply, in_place=False, toast=None)
