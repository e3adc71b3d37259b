"""May this person claim, from when, how much, where, with which papers?

One pure function, `decide`, behind two doors: the guide `cek-hak` (through `rules`) and
``python bot.py decide --jsonl``. When a claim opens stands in
`flows.rights.causes`, the ways to file it in `flows.rights.channels`, the papers in
`flows.rights.papers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from flows.content.numbers import NoValueError, Numbers
from flows.rights.causes import (
    ALL_INSTEAD,
    ALL_SINCE_LEFT,
    OPENED_BY_AGE,
    RULES_OF_CAUSE,
    SHARES,
    STANDS_ON,
)
from flows.rights.channels import (
    WHY_NOT_JMO,
    Channel,
    Obstacle,
    channels,
    first_steps,
    most_decisive,
    obstacles,
    unknown,
)
from flows.rights.facts import SAID, Cause, Facts, Impossible, impossible
from flows.rights.leaving import after_waiting_month
from flows.rights.papers import Surat, papers
from flows.rights.retirement import at_retirement_age
from flows.rights.ruling import Claim, Ground, May, Ruling, missing
from flows.texts.spoken import long_date

WHOLE_BALANCE: Final = 100
"""Percent."""


class LawAlone(NamedTuple):
    """The outcome by the law alone: `boleh`, and `mulai` with nanti."""

    boleh: May
    mulai: date | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The outcome for one set of facts on one day.

    `boleh`: ya (now), nanti (from `mulai` on; only then is `mulai` set), tidak (something has to
    change first), tanya (not decided: `perlu` names what is missing or cannot be true).
    `alasan` is one Indonesian sentence, `stands_on` the statements the rule is. `bagian` is the
    share of the balance in percent. `kanal` (best first) and `surat` are filled for ya and nanti;
    `perlu` names facts that could still change the outcome. `dulu`: what to put in order first.
    `sebab` is the cause that decided: age 56 may open a claim asked for another cause. `hasil` and
    `halangan` say which rule decided and what stands between this claim and JMO. `hukum`: what the
    law alone would give, where branches go by a later day.
    """

    boleh: May
    alasan: str
    sebab: Cause | None = None
    mulai: date | None = None
    bagian: int | None = None
    kanal: tuple[Channel, ...] = ()
    surat: tuple[Surat, ...] = ()
    perlu: tuple[str, ...] = ()
    dulu: tuple[str, ...] = ()
    hasil: Ground = "boleh"
    halangan: tuple[Obstacle, ...] = ()
    hukum: LawAlone | None = None
    stands_on: tuple[str, ...] = ()

    @property
    def dokumen(self) -> tuple[str, ...]:
        """The papers to bring; those that something else may stand for are left out."""
        return tuple(each.id for each in self.surat if each.status != "pengganti")


def decide(facts: Facts, numbers: Numbers, today: date) -> Eligibility:
    """The outcome for `facts` on `today`.

    Never raises for any facts: what is unknown or impossible, or a day without a rule on record,
    comes back as tanya with a sentence.
    """
    fault = impossible(facts, today)
    if fault is not None:
        return refuse(fault, facts.sebab)
    if facts.sebab is None:
        nothing = missing("sebab")
        return Eligibility("tanya", f"{nothing.alasan}.", perlu=nothing.perlu, hasil=nothing.hasil)
    try:
        return _decide(facts.sebab, Claim(facts, numbers, today))
    except NoValueError:
        return refuse(no_rule_on(today), facts.sebab)


def refuse(fault: Impossible, cause: Cause | None = None) -> Eligibility:
    """The outcome for a fact that cannot be true: undecided, with the sentence saying why."""
    return Eligibility(
        boleh="tanya",
        alasan=fault.sentence,
        stands_on=STANDS_ON[cause] if cause else (),
        sebab=cause,
        perlu=(fault.fact,) if fault.fact in SAID else (),
        hasil="tidak_mungkin",
    )


def no_rule_on(today: date) -> Impossible:
    """A day before the first value of a number: a guessed limit costs people money."""
    return Impossible(
        "hari_ini",
        f"Aturan dan batas saldo untuk {long_date(today)} belum tercatat, "
        "jadi hak klaim pada hari itu tidak bisa dipastikan.",
    )


def _decide(cause: Cause, claim: Claim) -> Eligibility:
    ruling = RULES_OF_CAUSE[cause](claim)
    by_age = at_retirement_age(claim)
    if cause in OPENED_BY_AGE and _is_sooner(by_age, ruling):
        cause, ruling = "usia_56", by_age
    share = SHARES.get(cause)
    said = [ruling.alasan]
    if share and by_age.boleh == "ya":
        said.append(ALL_INSTEAD.format(usia=claim.words("usia_pensiun_jht")))
    elif share and _has_left(claim):
        said.append(ALL_SINCE_LEFT)
    ways = _ways(cause, ruling, claim) if ruling.boleh in ("ya", "nanti") else _Ways()
    return Eligibility(
        boleh=ruling.boleh,
        alasan=f"{'; '.join((*said, ways.why_not_jmo) if ways.halangan else said)}.",
        stands_on=STANDS_ON[cause],
        sebab=cause,
        mulai=ruling.mulai,
        bagian=claim.percent(share) if share else WHOLE_BALANCE,
        kanal=ways.kanal,
        surat=ways.surat,
        perlu=ruling.perlu + ways.perlu,
        dulu=ways.dulu,
        hasil=ruling.hasil,
        halangan=ways.halangan,
        hukum=_law_alone(ruling, claim.today),
    )


def _is_sooner(by_age: Ruling, ruling: Ruling) -> bool:
    """Whether the retirement age opens a claim that is not open, or is open later."""
    if by_age.boleh == "ya":
        return ruling.boleh != "ya"
    if by_age.mulai is None or ruling.mulai is None:
        return False
    return by_age.mulai < ruling.mulai


def _has_left(claim: Claim) -> bool:
    """Whether work has ended long enough ago to take everything, whatever a part is asked for."""
    whole = replace(claim, facts=replace(claim.facts, sebab="resign"))
    return after_waiting_month(whole).boleh == "ya"


def _law_alone(ruling: Ruling, today: date) -> LawAlone | None:
    opens = ruling.law_opens
    if opens is None:
        return None
    return LawAlone("ya") if opens <= today else LawAlone("nanti", opens)


@dataclass(frozen=True, slots=True)
class _Ways:
    """How to file a claim that is, or will be, open."""

    kanal: tuple[Channel, ...] = ()
    surat: tuple[Surat, ...] = ()
    perlu: tuple[str, ...] = ()
    dulu: tuple[str, ...] = ()
    halangan: tuple[Obstacle, ...] = ()
    why_not_jmo: str = ""


def _ways(cause: Cause, ruling: Ruling, claim: Claim) -> _Ways:
    """The ways as they will be on the day the claim opens."""
    facts = _as_then(claim.facts, ruling)
    day = _day_of_lower_limit(claim, ruling.mulai)
    # At 56 heads of four branches (2023, 2024) let who still works claim in JMO, one office
    # (November 2025) wants the membership inactive. They speak of who claims for that age, now.
    may_try = facts.sebab == "usia_56" and ruling.boleh == "ya"
    found = obstacles(facts, cause, _jmo_limit(claim.numbers, day), may_try=may_try)
    kanal = channels(cause, found)
    return _Ways(
        kanal=kanal,
        surat=papers(cause, facts, kanal, claim.whole("batas_npwp")),
        perlu=(*unknown(facts, cause, found), *_earlier_part(facts, cause)),
        dulu=first_steps(facts),
        halangan=found,
        why_not_jmo=_why_not_jmo(found, claim.numbers, day),
    )


def _earlier_part(facts: Facts, cause: Cause) -> tuple[str, ...]:
    """Whether a part was taken before changes the tax on everything, and the papers."""
    asked = facts.pernah_sebagian is None and cause != "meninggal"
    return ("pernah_sebagian",) if asked else ()


def _day_of_lower_limit(claim: Claim, opens: date | None) -> date:
    """Today or the opening day, whichever has the lower limit: JMO is never promised too early."""
    now = _jmo_limit(claim.numbers, claim.today)
    then = _jmo_limit(claim.numbers, opens) if opens else None
    if opens is None or now is None or then is None:
        return claim.today
    return opens if then < now else claim.today


def _jmo_limit(numbers: Numbers, day: date) -> int | None:
    """In rupiah; None on a day before the first one on record (September 2021)."""
    try:
        return numbers.whole("jmo_batas_saldo", day)
    except NoValueError:
        return None


def _why_not_jmo(found: tuple[Obstacle, ...], numbers: Numbers, day: date) -> str:
    if not found:
        return ""
    said = WHY_NOT_JMO[most_decisive(found)]
    return said.replace("{batas}", numbers.words("jmo_batas_saldo", day)) if "{" in said else said


def _as_then(facts: Facts, ruling: Ruling) -> Facts:
    """Who waits for the month to end will have left, and be inactive, when it has."""
    if ruling.hasil in ("menunggu", "status_aktif"):
        return replace(facts, masih_bekerja=False, status_nonaktif=True)
    return facts


IF_THERE: Final = ", kalau ada"
"""Said behind a paper that something else may stand for."""

CHANNEL_SAID: Final[Mapping[Channel, str]] = {
    "jmo": "aplikasi JMO",
    "lapak_asik": "Lapak Asik (situs resmi)",
    "kantor": "kantor cabang",
}
"""Each channel as people say it."""


def placeholders(outcome: Eligibility, labels: Mapping[str, str] | None = None) -> dict[str, str]:
    """What the texts of `cek-hak` may show of an outcome, as people say it.

    `labels` names the papers (paper id → label); without it there is no `dokumen`. A value the
    outcome does not have is left out.
    """
    shown: dict[str, str] = {}
    if outcome.mulai is not None:
        shown["mulai"] = long_date(outcome.mulai)
    if outcome.kanal:
        shown["kanal"] = _listed([CHANNEL_SAID[channel] for channel in outcome.kanal])
    if outcome.surat and labels is not None:
        shown["dokumen"] = "\n".join(
            f"• {labels[paper]}{IF_THERE if status == 'pengganti' else ''}"
            for paper, status in outcome.surat
        )
    return shown


def _listed(names: list[str]) -> str:
    """ "a", "a atau b", "a, b, atau c"."""
    if len(names) < 3:
        return " atau ".join(names)
    return f"{', '.join(names[:-1])}, atau {names[-1]}"
