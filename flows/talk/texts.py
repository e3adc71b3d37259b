"""What people write, offered to one listener after the other; the first that answers wins.

`LISTENERS` is the order of precedence: the short keys, then a button of what covers the question,
a picture, an offer to check, a wish for a person, an answer to the question, and then everything
that is not one: a screen of JMO, facts, a question, a feeling.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flows.events import Wrote
from flows.scene import Scene
from flows.talk.answers import answer_to_step, button_label, covering_button, keys, unclear_answer
from flows.talk.facts import facts_told
from flows.talk.feelings import comforted, person_wanted, pleasantry, upset
from flows.talk.media import media_named
from flows.talk.offers import broker_offer
from flows.talk.questions import not_ours, question, trouble_on_screen
from flows.talk.reply import Reply
from flows.talk.shield import shielded

Listener = Callable[[Scene, Wrote], Reply | None]

LISTENERS: Sequence[Listener] = (
    keys,
    covering_button,
    media_named,
    broker_offer,
    person_wanted,
    answer_to_step,
    trouble_on_screen,
    facts_told,
    pleasantry,
    question,
    button_label,
    upset,
    unclear_answer,
)


def wrote(scene: Scene, event: Wrote) -> Reply:
    """The reply to a text: behind the shield, the listeners, and comfort where it is needed."""
    return shielded(scene, event, _listen)


def _listen(scene: Scene, event: Wrote) -> Reply:
    for listener in LISTENERS:
        reply = listener(scene, event)
        if reply is not None:
            return comforted(scene, event, reply)
    return comforted(scene, event, not_ours(scene, event))
