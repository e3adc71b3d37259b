"""Cek calo in the conversation: asked for, or an offer that somebody forwards, pastes or tells.

Who has met a swindler is heard in that light for a while: "terus gimana" is the next step that
protects them, not a question about papers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flows.aside import Aside, View
from flows.content.named import EMPLOYER, OF_DEATH, PAID_TO
from flows.conversation import Conversation, Wary
from flows.ears import Heard
from flows.ears.swindles.trust import FEE, FIRM, FLAGS
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.reply import Reply, show
from flows.views import current_screen
from flows.views.calo import (
    KEEP_AWAY,
    PROTECTION,
    REPORT_FIRM,
    STILL_NOT,
    WHY,
    WHY_SECRET,
    next_protection,
)

FEWEST_WORDS = 3
"""Less is no offer to look at."""

WARY_FOR: Final = 3
"""So many texts after the last word about a swindle are heard in its light."""

BANK: Final = frozenset({"bank", "rekening", "atm", "kuras", "dikuras", "bobol", "dibobol"})
"""What is feared for, in its usual spelling."""

EXCUSE: Final = 14
"""Words up to which a text after a warning is about the person only."""

SWINDLE: Final = (View.CALO_VERDICT, View.CALO_GIVEN, View.CALO_NEXT)


def broker_offer(scene: Scene, heard: Heard) -> Reply | None:
    """The verdict on an offer; when a check was asked for, on whatever text comes.

    Who has already given something to somebody hears first what to do about it.
    """
    asked = scene.conversation.under(View.CALO) is not None
    if asked and heard.length < FEWEST_WORDS:
        again = scene.say("cek_calo_kosong")
        return Reply(scene.conversation, (current_screen(scene).under("cek_calo_kosong", again),))
    verdict = heard.verdict
    wary = not heard.forwarded and wary_of(scene) is not None
    told = bool(verdict.given) and (verdict.to_somebody or wary) and not heard.forwarded
    suspect = bool(verdict.flags) and (heard.forwarded or (wary and not heard.is_question))
    trust = verdict.trust and (bool(verdict.flags) or not wary)
    if not (asked or verdict.offer or trust or told or suspect):
        return None
    if not (asked or told or heard.forwarded) and _is_their_own(scene, heard):
        return None
    if not (asked or told or heard.forwarded) and _is_seen(scene, heard):
        return None
    if verdict.given:
        shown = Aside(View.CALO_GIVEN, verdict.given)
    else:
        shown = Aside(View.CALO_VERDICT, (verdict.level, *(flag.id for flag in verdict.flags)))
    return show(scene, scene.conversation.with_(aside=shown, unclear=0))


def _is_seen(scene: Scene, heard: Heard) -> bool:
    """Whether all that is suspect is what the step asks for: "sekarang dia minta kode"."""
    step = scene.question
    if step is None or {flag.id for flag in heard.verdict.flags} != {FLAGS["kode"]}:
        return False
    return option_of(scene, step, heard).taken is not None


def _is_their_own(scene: Scene, heard: Heard) -> bool:
    """Whether it is about the writer's own business: heirs who want their share, an employer."""
    topics, digits = heard.topics, any(map(str.isdigit, heard.text))
    if topics.act != "answer" or topics.best is None:
        return False
    share = topics.best in OF_DEATH and heard.verdict.trust and not digits
    return share or (topics.best == EMPLOYER and not heard.verdict.trust)


def paid_helper(scene: Scene, heard: Heard) -> Reply | None:
    """Who is asked which helper they have, and tells of one who wants money, has answered: the
    warning of the guide stands below ours."""
    talk, step = scene.conversation, scene.question
    if step is None or talk.guide is None or talk.aside:
        return None
    answer = PAID_TO.get((talk.guide, step.id))
    if answer is None:
        return None
    flags = [flag.id for flag in heard.verdict.flags]
    paid = FEE in flags or "dibayar" in heard.verdict.hints
    if not paid and not (heard.verdict.trust and option_of(scene, step, heard).taken == answer):
        return None
    level, seen = ("bahaya", dict.fromkeys((FEE, *flags))) if paid else (heard.verdict.level, flags)
    danger = Aside(View.CALO_VERDICT, (level, *seen))
    return show(scene, talk.answered(talk.guide, step.id, answer).with_(aside=danger))


def what_now(scene: Scene, heard: Heard) -> Reply | None:
    """After a swindle: "terus saya harus gimana", "aman gak ya" get the next protective step.

    Who fears for the account at the bank hears of the bank, once more if need be.
    """
    wary = wary_of(scene)
    if wary is None or not heard.verdict.wonders:
        return None
    if wary.given and not BANK.isdisjoint(heard.spelled):
        return _told(scene, PROTECTION[0])
    return _next_step(scene, wary)


def excused(scene: Scene, heard: Heard) -> Reply | None:
    """After a swindle: who vouches for the person, or asks why not, hears the reason; who says that
    an officer asked for a secret hears that none does."""
    wary = wary_of(scene)
    hints = heard.verdict.hints
    if wary is None or heard.length > EXCUSE:
        return None
    if "kenapa" in hints:
        return _told(scene, WHY_SECRET if wary.given else WHY)
    if wary.given and "mengaku" in hints:
        danger = Aside(View.CALO_VERDICT, ("bahaya", FLAGS["kode"]))
        return show(scene, scene.conversation.with_(aside=danger, unclear=0))
    vouched = "dibela" in hints and not heard.is_question
    return _told(scene, STILL_NOT) if vouched else None


def protected(scene: Scene, heard: Heard) -> Reply | None:
    """After a swindle, what no topic surely answers and speaks of the person is about the swindle.

    "Sulit, kaki saya sakit" is a worry of its own.
    """
    wary = wary_of(scene)
    if wary is None or heard.topics.act == "answer" or "orangnya" not in heard.verdict.hints:
        return None
    return _next_step(scene, wary)


def _told(scene: Scene, name: str) -> Reply:
    aside = Aside(View.CALO_NEXT, (name,))
    return show(scene, scene.conversation.with_(aside=aside, unclear=0))


def _next_step(scene: Scene, wary: Wary) -> Reply:
    seen = scene.conversation.under(View.CALO_VERDICT)
    away = REPORT_FIRM if seen is not None and FIRM in seen.args else KEEP_AWAY
    first = PROTECTION[0] if wary.given else away
    name = next_protection(wary.shown) if wary.shown else first
    return _told(scene, name)


def wary_of(scene: Scene) -> Wary | None:
    """How a text is heard after a swindle; None when there was none lately."""
    talk = scene.conversation
    seen = talk.under(*SWINDLE)
    if seen is not None:
        before = talk.wary or Wary()
        given = before.given or seen.view is View.CALO_GIVEN or seen.about in PROTECTION
        shown = seen.about if seen.view is View.CALO_NEXT else before.shown
        return Wary(left=WARY_FOR, given=given, shown=shown)
    return talk.wary if talk.wary and talk.wary.left > 0 else None


def wary_of_secret(talk: Conversation) -> Conversation:
    """Who has typed a secret may have given it to somebody, too."""
    return talk.with_(wary=Wary(left=WARY_FOR, given=True))


def still_wary(scene: Scene, reply: Reply) -> Reply:
    """What is remembered of a swindle after one text more."""
    before = wary_of(scene)
    if reply.conversation.under(*SWINDLE) is not None:
        kept = wary_of(scene.with_(reply.conversation.with_(wary=before)))
    elif before is not None and before.left > 1:
        kept = before.model_copy(update={"left": before.left - 1})
    else:
        kept = None
    if kept == reply.conversation.wary:
        return reply
    return replace(reply, conversation=reply.conversation.with_(wary=kept))
