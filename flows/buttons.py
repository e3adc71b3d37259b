"""The data behind a button: ``1:a:cek-hak:sebab:resign``.

The first field is the version of this format, so that a button sent by an older bot is recognised
as old instead of being misread. Keys only, never labels. Telegram allows at most 64 bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from flows.aside import Aside, View
from flows.presses import WITH_ARGUMENT, Act, Action, CaseTap, Participant, Press, Staff, StaffTap

VERSION: Final = "1"
MAX_BYTES: Final = 64

CODES: Final[Mapping[View | Action, str]] = {
    View.MENU: "m",
    View.MORE: "mm",
    View.RESUME: "l",
    View.TROUBLE: "t",
    View.OTHER_SCREENS: "x",
    View.WHY: "w",
    View.SUMMARY: "s",
    View.DETAILS: "sd",
    View.OFFICER: "o",
    View.RESTART: "r",
    View.TOPIC: "f",
    View.NOTICE: "n",
    View.OFFER: "q",
    View.RELATED: "hn",
    View.PERSON: "u",
    View.STUCK: "gg",
    View.NOTED: "nf",
    View.PART: "b",
    View.MEANT: "mt",
    View.CALO: "c",
    View.CALO_VERDICT: "cv",
    View.CALO_OFFICIAL: "cr",
    View.CALO_GIVEN: "ct",
    View.CALO_NEXT: "cl",
    View.PAPERS: "p",
    View.PAPERS_MISSING: "pb",
    View.PAPER: "pn",
    View.ERASE: "h",
    View.RECEIVED: "z",
    View.EVIDENCE: "dm",
    View.RESULT: "hs",
    View.RESULT_DETAIL: "hd",
    Action.ANSWER: "a",
    Action.PART: "bt",
    Action.LATEST: "ba",
    Action.OPEN: "g",
    Action.BACK: "k",
    Action.UNCOVER: "d",
    Action.RESTART: "R",
    Action.EDIT: "e",
    Action.TICK: "pt",
    Action.ACCEPT: "ny",
    Action.REFUSE: "nn",
    Action.ERASE: "H",
    Action.REMOVE: "X",
    Action.HELPED: "hy",
    Action.RESULT: "ht",
    Action.MYSELF: "us",
    Action.PICTURE: "i",
    Action.VOICE: "v",
    Action.SHEET: "dp",
    Action.WATCH: "dk",
    Action.READ: "dl",
    Action.UNWATCH: "dx",
}
"""What stands for it in the data. A released code is never given another meaning: buttons stay in
people's chats for years. The two questions of the desk have none: no button shows them again."""

STAFF: Final = "K"
CASE: Final = "P"

_MEANT: Final = {code: meant for meant, code in CODES.items()}


def pack(press: Press) -> str:
    """The callback data of a button. Its length is checked by `bot.py check`, not here."""
    match press:
        case Aside(view, args):
            fields: tuple[str, ...] = (CODES[view], *args)
        case Act(action, args):
            fields = (CODES[action], *args)
        case StaffTap(verb, case_id, argument):
            fields = (STAFF, *_packed(verb, case_id, argument))
        case CaseTap(case_verb, case_id, argument):
            fields = (CASE, *_packed(case_verb, case_id, argument))
    return ":".join((VERSION, *fields))


def unpack(data: str) -> Press | None:
    """What a button asks for; None when its data is forged, cut, or of another version."""
    version, _, rest = data.partition(":")
    code, *args = rest.split(":")
    if version != VERSION:
        return None
    if code == STAFF:
        staff = _unpacked(args, Staff)
        return StaffTap(*staff) if staff else None
    if code == CASE:
        case = _unpacked(args, Participant)
        return CaseTap(*case) if case else None
    meant = _MEANT.get(code)
    if isinstance(meant, View):
        return Aside(meant, tuple(args))
    return Act(meant, tuple(args)) if meant else None


def fits(data: str) -> bool:
    """Whether Telegram accepts this callback data."""
    return len(data.encode()) <= MAX_BYTES


def _packed(verb: Staff | Participant, case_id: int, argument: str) -> tuple[str, ...]:
    return (verb.value, str(case_id), *((argument,) if verb in WITH_ARGUMENT else ()))


V = TypeVar("V", Staff, Participant)


def _unpacked(fields: Sequence[str], verbs: type[V]) -> tuple[V, int, str] | None:
    """The verb, the case and the argument behind ``ambil:12``."""
    if not 2 <= len(fields) <= 3:
        return None
    name, number, *rest = fields
    verb = next((known for known in verbs if known.value == name), None)
    if verb is None or not (number.isascii() and number.isdigit() and len(number) <= 15):
        return None
    if (verb in WITH_ARGUMENT) != bool(rest and rest[0]):
        return None
    return verb, int(number), rest[0] if rest else ""


def aside_of_data(data: str) -> Aside | None:
    """What an earlier release stored as an aside: the data of the button, ``1:t:kode-040``.

    These are of version 1 whatever `VERSION` is today.
    """
    version, _, rest = data.partition(":")
    code, *args = rest.split(":")
    if version != "1":
        return None
    if code == CASE and args[:1] == [Participant.NO_COMMENT.value]:
        return Aside(View.COMMENT, tuple(args[1:2]))
    view = View.BRANCH if code == "oc" else _MEANT.get(code)
    return Aside(view, tuple(args)) if isinstance(view, View) else None
