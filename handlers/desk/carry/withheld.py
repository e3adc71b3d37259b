"""Withheld: files of kinds that are not carried (`flows.files`), and who is told of it.

The staff reads that there was one, and the words below it; the participant what to send instead, or
that a program sent as "the new JMO" is how swindlers work.
"""

from __future__ import annotations

from flows.desk.case import State
from flows.files import Fate
from flows.texts.html import Html, paragraphs
from flows.voice import Voice
from handlers.desk.carry.messages import kept_back
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from store.carried import Carried


def is_kept_back(kind: str) -> bool:
    """Whether something of this kind is not carried."""
    return kept_back(kind)[0] is not Fate.CARRIED


def tell(job: Job, case: Filed, kind: str, caption: str) -> bool:
    """Tell the participant what becomes of a file that is kept back; says whether it is.

    While the case waits the bot itself answers a program without words below it.
    """
    fate, last = kept_back(kind)
    if fate is Fate.KEPT_BACK:
        job.tell(
            case, job.for_person.say("kasus_berkas_ditahan", akhiran=named(job.for_person, last))
        )
    elif fate is Fate.PROGRAM and (case.state is State.HELD or caption):
        job.tell(case, job.for_person.say("berkas_program"))
    return fate is not Fate.CARRIED


def said_to_staff(voice: Voice, one: Carried) -> Html:
    """What stands in the topic in place of a participant's file."""
    _fate, last = kept_back(one.kind)
    words = Html.escape(f"👤 {one.text}") if one.text else Html()
    return paragraphs(voice.say("meja_berkas_ditahan", akhiran=named(voice, last)), words)


def ending(job: Job, kind: str) -> str:
    """What decides over a file of this kind, as the staff reads it."""
    return named(job.for_staff, kept_back(kind)[1])


def named(voice: Voice, last: str) -> str:
    """A kind of file as people call it."""
    return f".{last}" if last else voice.label("berkas_tanpa_akhiran")
