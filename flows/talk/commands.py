"""Commands: /start with its deep links, and the short cuts of the command menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flows.buttons import pack
from flows.content.guide import Ask
from flows.scene import Scene
from flows.talk.buttons import open_guide
from flows.talk.reply import Reply, show
from flows.views import VIEWS
from flows.views.menu import greeting_screen

OFFICE_LINK = "cab-"


def commanded(scene: Scene, name: str, argument: str) -> Reply:
    """The reply to a command; an unknown one gets the menu."""
    command = COMMANDS.get(name)
    if command is not None:
        return command(scene, argument)
    guide = next((g for g in scene.library.guides.values() if g.command == name), None)
    if guide is not None:
        return _open(scene, guide.id)
    return _view("m")(scene, argument)


def _start(scene: Scene, argument: str) -> Reply:
    if argument in scene.library.guides:
        return _open(scene, argument)
    if argument.startswith(OFFICE_LINK):
        office = argument.removeprefix(OFFICE_LINK)
        scene = scene.with_(scene.conversation.with_(office=office))
    talk = scene.conversation
    guide = scene.guide
    if guide and scene.position(guide).passed and isinstance(scene.position(guide).step, Ask):
        # It covers the step: "1" under it goes on, and answers nothing.
        return show(scene, talk.with_(aside=pack("l"), unclear=0))
    cleared = talk.with_(guide=None, aside=pack("m"), unclear=0)
    return Reply(cleared, (greeting_screen(scene.with_(cleared)),))


def _open(scene: Scene, guide_id: str) -> Reply:
    return show(scene, open_guide(scene, guide_id) or scene.conversation)


def _view(action: str, *args: str) -> Callable[[Scene, str], Reply]:
    assert action in VIEWS

    def command(scene: Scene, _argument: str) -> Reply:
        return show(scene, scene.conversation.with_(aside=pack(action, *args), unclear=0))

    return command


COMMANDS: Mapping[str, Callable[[Scene, str], Reply]] = {
    "start": _start,
    "menu": _view("m"),
    "ulang": _view("r"),
    "petugas": _view("o"),
    "bantuan": _view("n", "bantuan"),
    "calo": _view("c"),
    "privasi": _view("n", "privasi"),
    "hapus": _view("h"),
}
