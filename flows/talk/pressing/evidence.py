"""What can be done with evidence: have it on paper, hear when it changes."""

from __future__ import annotations

from flows.answers import lasting, said
from flows.arguments import Args
from flows.aside import Aside, View
from flows.conversation import Conversation
from flows.scene import Scene
from flows.screen import Screen
from flows.talk.reply import Reply
from flows.views import current_screen
from flows.views.evidence import Shown, below_sheet_screen, shown, watched_screen
from flows.views.sheet import counter_sheet


def sheet(scene: Scene, args: Args, message_id: int) -> Reply | None:
    """The sheet of a statement, the ways on below it; None where there is none.

    A second tap on the same message sends nothing twice, as with a picture.
    """
    of = shown(scene, args)
    if of is None or not of.statement.witnesses:
        return None
    talk = scene.conversation
    if message_id and message_id == talk.pictured:
        return Reply(talk, toast=scene.label("tombol_lama"))
    drawn = Screen(
        id=f"sheet/{of.statement.id}",
        text=scene.say("lembar_keterangan"),
        sheet=counter_sheet(scene, of.statement),
    )
    kept = _standing_at(scene, of).with_(pictured=message_id)
    return Reply(kept, (drawn, below_sheet_screen(scene, of)))


def watch(scene: Scene, args: Args) -> Reply | None:
    """Its reader will be told once when the answer stands on something else."""
    of = shown(scene, args)
    screen = watched_screen(scene, of) if of else None
    if of is None or screen is None:
        return None
    answer = lasting(of.answer)
    watched = (answer, said(scene.library, answer, scene.today))
    return Reply(_standing_at(scene, of), (screen,), in_place=True, watch=watched)


def unwatch(scene: Scene) -> Reply:
    """Nobody is told of anything any more."""
    screen = current_screen(scene).under("unwatched", scene.say("kabari_berhenti"))
    return Reply(scene.conversation, (screen,), in_place=True, unwatch=True)


def _standing_at(scene: Scene, of: Shown) -> Conversation:
    return scene.conversation.with_(aside=Aside(View.EVIDENCE, of.args))
