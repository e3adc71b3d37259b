"""The commands of the private chat and of the staff groups.

Telegram's command menus, `bot.py check`, the menu and the dispatchers all read these two tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from flows.aside import Aside, View


class Command(NamedTuple):
    """One command.

    shows: what covers the step afterwards; None for `START`, which greets or goes on.
    label: the message on its button, where ``menu.yaml`` may name the command as `action`.
    own_data: about one's own data; answered even while an officer holds the conversation.
    """

    shows: Aside | None
    label: str | None = None
    own_data: bool = False


START: Final = "start"

COMMANDS: Final[Mapping[str, Command]] = {
    START: Command(None),
    "menu": Command(Aside(View.MENU)),
    "ulang": Command(Aside(View.RESTART)),
    "petugas": Command(Aside(View.OFFICER), label="tombol_petugas"),
    "calo": Command(Aside(View.CALO), label="tombol_cek_calo"),
    "bantuan": Command(Aside(View.NOTICE, ("bantuan",))),
    "privasi": Command(Aside(View.NOTICE, ("privasi",)), own_data=True),
    "hapus": Command(Aside(View.ERASE), own_data=True),
}
"""In the order of Telegram's command menu. A guide may not take one of these words."""

MENU_ACTIONS: Final[Mapping[str, tuple[str, Aside]]] = {
    name: (command.label, command.shows)
    for name, command in COMMANDS.items()
    if command.label and command.shows
}
"""What a line of ``menu.yaml`` may name as `action`: the message on its button, what it shows."""


class StaffCommand(StrEnum):
    """The commands of the staff groups, in the order of Telegram's command menu there."""

    QUEUE = "antrean"
    OWN = "saya"
    TAKE = "ambil"
    READY = "b"
    CLOSE = "selesai"
    STUCK = "macet"
    FAQ = "faq"
    KEEP = "jadikan"
    BACK = "tarik"
    REPORT = "laporan"
    ROLE = "peran"
