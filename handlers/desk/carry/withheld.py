"""Withheld: files of kinds that are not carried (`flows.files`), and who is told of it.

The staff reads that there was one, and the words below it; the participant what to send instead, or
that a program sent as "the new JMO" is how swindlers work.
"""

from __future__ import annotations

from flows.desk.case import State
from flows.files import Fate
from flows.voice import Voice
from handlers.desk.carry import words
from handlers.desk.carry.messages import kept_back
from handlers.desk.filed import Filed
from handlers.desk.saying import Saying


def tell(saying: Saying, person: Voice, case: Filed, kind: str, caption: str) -> bool:
    """Tell the participant what becomes of a file that is kept back; says whether it is.

    person: who speaks to them.

    While the case waits the bot itself answers a program without words below it.
    """
    fate, last = kept_back(kind)
    if fate is Fate.KEPT_BACK:
        named = words.file_kind(person, last)
        saying.tell(case, person.say("kasus_berkas_ditahan", akhiran=named))
    elif fate is Fate.PROGRAM and (case.state is State.HELD or caption):
        saying.tell(case, person.say("berkas_program"))
    return fate is not Fate.CARRIED


def ending(staff: Voice, kind: str) -> str:
    """What decides over a file of this kind, as the staff reads it."""
    return words.file_kind(staff, kept_back(kind)[1])
