"""What people write, offered to one listener after the other; the first that answers wins.

`LISTENERS` is the order of precedence: the short keys, a cry for help, a button of what covers the
question, words that work like a button, an offer to check, a wish for a person, an answer to the
question, and then everything that is not one: a screen of JMO, facts, a question, a feeling. What
somebody else wrote (`FORWARDED`) is never taken as an answer or a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from flows.ears import Heard
from flows.events import Wrote
from flows.library import Library
from flows.scene import Scene
from flows.talk.answering.answers import (
    answer_to_step,
    nearly_answered,
    ruled_one_out,
    unclear_answer,
)
from flows.talk.asking.ahead import step_described
from flows.talk.asking.leaning import asked_of_known
from flows.talk.asking.questions import not_ours, passed_on, question, trouble_on_screen
from flows.talk.asking.supposed import supposed
from flows.talk.care.behalf import on_behalf, represented
from flows.talk.care.feelings import (
    answer_refused,
    comforted,
    greeted_back,
    in_danger,
    in_need,
    money_awaited,
    person_wanted,
    pleasantry,
    still_awaited,
    thanked,
    upset,
    who_answers,
    wordless,
)
from flows.talk.care.grief import condoled, mourned, mourning
from flows.talk.care.offers import (
    broker_offer,
    excused,
    paid_helper,
    protected,
    still_wary,
    what_now,
)
from flows.talk.care.repeated import failing, named_failing, ruled_out, tried_often
from flows.talk.care.shield import shielded
from flows.talk.care.whose_claim import whose_told
from flows.talk.changing.arrived import arrived
from flows.talk.changing.correcting import contradicted, corrected, learned, reopened
from flows.talk.changing.new_work import works_again
from flows.talk.changing.noting import noted_otherwise
from flows.talk.changing.redating import redated
from flows.talk.pressing.labels import button_label, covering_button, keys, short_label
from flows.talk.pressing.spoken import (
    asked_on,
    at_a_loss,
    due,
    guide_named,
    held_on,
    returned,
    spoken,
    why_asked,
)
from flows.talk.reply import Reply
from flows.talk.telling.facts import facts_told
from flows.talk.telling.gathered import gathered, remembered
from flows.talk.telling.told_ahead import told_ahead

Listener = Callable[[Scene, Heard], Reply | None]

LISTENERS: Sequence[Listener] = (
    keys,
    in_danger,
    covering_button,
    named_failing,
    returned,
    due,
    spoken,
    guide_named,
    held_on,
    why_asked,
    whose_told,
    paid_helper,
    broker_offer,
    what_now,
    excused,
    mourned,
    who_answers,
    person_wanted,
    noted_otherwise,
    redated,
    asked_of_known,
    told_ahead,
    contradicted,
    corrected,
    gathered,
    tried_often,
    works_again,
    answer_to_step,
    ruled_out,
    answer_refused,
    asked_on,
    at_a_loss,
    failing,
    reopened,
    learned,
    arrived,
    short_label,
    thanked,
    in_need,
    money_awaited,
    mourning,
    trouble_on_screen,
    step_described,
    facts_told,
    nearly_answered,
    ruled_one_out,
    pleasantry,
    wordless,
    protected,
    still_awaited,
    represented,
    supposed,
    question,
    upset,
    button_label,
    unclear_answer,
)

FORWARDED: Sequence[Listener] = (broker_offer, trouble_on_screen, question)


def hear(event: Wrote, library: Library, today: date) -> Heard:
    """What somebody wrote, with all that is understood in it."""
    return library.ears.hear(
        event.text,
        today,
        masked=event.masked,
        forwarded=event.forwarded,
        message_id=event.message_id,
        written=event.written,
    )


def wrote(scene: Scene, heard: Heard) -> Reply:
    """The reply to a text: behind the shield, the listeners, and comfort where it is needed."""
    return shielded(scene, heard, _listen)


def _listen(scene: Scene, heard: Heard) -> Reply:
    if heard.forwarded:
        reply = _first(FORWARDED, scene, heard) or passed_on(scene)
    else:
        reply = on_behalf(scene, heard, _decided)
        reply = comforted(scene, heard, condoled(scene, heard, reply))
    return still_wary(scene, greeted_back(scene, heard, reply))


def _decided(scene: Scene, heard: Heard) -> Reply:
    return remembered(scene, heard, _first(LISTENERS, scene, heard) or not_ours(scene, heard))


def _first(listeners: Sequence[Listener], scene: Scene, heard: Heard) -> Reply | None:
    replies = (listener(scene, heard) for listener in listeners)
    return next((reply for reply in replies if reply is not None), None)
