"""Commands: /start with its deep links, and the short cuts of the command menu."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.commands import COMMANDS, START
from flows.content.guide import Ask
from flows.scene import Scene
from flows.talk.news import news
from flows.talk.pressing.buttons import open_guide
from flows.talk.reply import Reply, show
from flows.views.menu import greeting_screen

OFFICE_LINK = "cab-"


def commanded(scene: Scene, name: str, argument: str) -> Reply:
    """The reply to a command; an unknown one gets the menu."""
    if name == START:
        return _start(scene, argument)
    known = COMMANDS.get(name)
    guide = next((g for g in scene.library.guides.values() if g.command == name), None)
    if known is None and guide is not None:
        return _open(scene, guide.id)
    shows = known.shows if known else None
    return show(scene, scene.conversation.with_(aside=shows or Aside(View.MENU), unclear=0))


def _start(scene: Scene, argument: str) -> Reply:
    if argument in scene.library.guides:
        return _open(scene, argument)
    office = scene.library.offices.get(argument.removeprefix(OFFICE_LINK))
    if argument.startswith(OFFICE_LINK) and office is not None:
        scene = scene.with_(scene.conversation.with_(office=office.id))
    talk = scene.conversation
    changed = news(scene)
    if changed is not None:
        return changed
    guide = scene.guide
    if guide and scene.position(guide).passed and isinstance(scene.position(guide).step, Ask):
        # It covers the step: "1" under it goes on, and answers nothing.
        return show(scene, talk.with_(aside=Aside(View.RESUME), unclear=0))
    cleared = talk.with_(guide=None, aside=Aside(View.MENU), unclear=0, greeted=True)
    return Reply(cleared, (greeting_screen(scene.with_(cleared)),))


def _open(scene: Scene, guide_id: str) -> Reply:
    return show(scene, open_guide(scene, guide_id) or scene.conversation)
