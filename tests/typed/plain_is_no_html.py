"""Read by mypy, never run: a plain text is refused wherever Telegram would read marks.

Every line below is a mistake that mypy finds. Should a type ever grow lax, the mistake is no longer
found, its `type: ignore` is needless, and mypy says so (`warn_unused_ignores`).
"""

from __future__ import annotations

from flows.content.guide import Trouble
from flows.desk.card import Card
from flows.desk.case import Case
from flows.desk.panels import preview_panel
from flows.presses import Staff
from flows.scene import Scene
from flows.screen import Screen
from flows.texts.fill import fill
from flows.texts.html import Html
from flows.texts.markup import plain
from flows.voice import Voice
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.outgoing import unlinked, worded


def labels_and_names(trouble: Trouble, screen: Screen, name: str) -> None:
    """Content and names have to be escaped on their way into a screen."""
    Screen(id="x", text=trouble.label)  # type: ignore[arg-type]
    Screen(id="x", text=f"<b>{trouble.label}</b>")  # type: ignore[arg-type]
    Screen(id="x", text=Html("<b>"), brief=name)  # type: ignore[arg-type]
    screen.under("x", name)  # type: ignore[arg-type]
    fill(trouble.label, {})  # type: ignore[arg-type]
    plain(name)  # type: ignore[arg-type]
    Card(name)  # type: ignore[arg-type]


def what_was_html_is_not_any_more(scene: Scene, voice: Voice, case: Case) -> None:
    """Put into an f-string or joined by a plain text, Html is plain text again."""
    Card(f"{voice.say('a')}\n{voice.say('b')}")  # type: ignore[arg-type]
    Screen(id="x", text="\n".join([scene.say("a"), scene.warning()]))  # type: ignore[arg-type]
    Screen(id="x", text=scene.label("a"))  # type: ignore[arg-type]
    preview_panel(case, voice, case.code, Staff.SEND_REPLY, "x")  # type: ignore[arg-type]


def calls(job: Job, case: Filed) -> None:
    """The desk's words to topics and people, and what becomes a Bot API call."""
    job.to_topic(case, case.officer_name)  # type: ignore[arg-type]
    job.tell(case, job.for_person.label("a"))  # type: ignore[arg-type]
    worded(case.code)  # type: ignore[arg-type]
    unlinked(f"{job.for_staff.say('a')}")  # type: ignore[arg-type]


def escaped(scene: Scene, job: Job, case: Filed, name: str) -> None:
    """The ways in."""
    Screen(id="x", text=Html("<b>{}</b>").format(name))
    Screen(id="x", text=scene.say("a") + name).under("x", Html.escape(name))
    job.to_topic(case, Html(", ").join([name, job.for_staff.say("a")]))
