"""The named conditions a guide may use in `when:`. Policy lives here, routing in ``guide.yaml``.

Every rule asks the one decision of `flows.rights.eligibility`; none decides by itself. A rule sees
only the answers it `reads`, so that its place in a guide can be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from flows.content.numbers import Numbers
from flows.rights.cek_hak import judge
from flows.rights.eligibility import Eligibility
from flows.rights.ruling import Ground


@dataclass(frozen=True, slots=True)
class Situation:
    """What a rule may look at: the answers of earlier steps that apply, the numbers, the day.

    One situation serves one walk through a guide: rules that see the same answers share a
    decision.
    """

    answers: Mapping[str, str]
    numbers: Numbers
    today: date
    _decided: dict[tuple[str | None, ...], Eligibility] = field(default_factory=dict, repr=False)

    def decided(self, reads: tuple[str, ...]) -> Eligibility:
        """The decision on the answers to `reads` alone. Never raises."""
        seen = tuple(map(self.answers.get, reads))
        outcome = self._decided.get(seen)
        if outcome is None:
            answers = {step: answer for step, answer in zip(reads, seen, strict=True) if answer}
            outcome = self._decided[seen] = judge(answers, self.numbers, self.today)
        return outcome


@dataclass(frozen=True, slots=True)
class Rule:
    """A named condition.

    `reads` are the ids of the steps it looks at, in the guide's order. `about` is the one of them
    without whose answer it cannot hold. `means` says what it says, with its law.
    """

    name: str
    reads: tuple[str, ...]
    about: str
    test: Callable[[Eligibility], bool]
    means: str

    def holds(self, situation: Situation) -> bool:
        """Whether the condition is true for these answers on this day. Never raises."""
        return self.about in situation.answers and self.test(situation.decided(self.reads))


def _decided_by(reason: Ground) -> Callable[[Eligibility], bool]:
    return lambda outcome: outcome.hasil == reason


def _waiting_month(outcome: Eligibility) -> bool:
    return outcome.hasil == "menunggu" and outcome.sebab != "pensiun_pkb"


def _retirement_ahead(outcome: Eligibility) -> bool:
    return outcome.hasil == "menunggu" and outcome.sebab == "pensiun_pkb"


def _open(outcome: Eligibility) -> bool:
    return outcome.boleh == "ya"


def _part_matters(outcome: Eligibility) -> bool:
    """The claim is open, or nothing but this is missing."""
    return outcome.boleh == "ya" or outcome.perlu == ("pernah_sebagian",)


def _date_missing(outcome: Eligibility) -> bool:
    return "tanggal_berhenti" in outcome.perlu


def _above_limit(outcome: Eligibility) -> bool:
    return outcome.boleh == "ya" and "di_atas_batas" in outcome.halangan


def _without_jmo(outcome: Eligibility) -> bool:
    return outcome.boleh == "ya" and not _surely_in_jmo(outcome)


def _in_jmo(outcome: Eligibility) -> bool:
    return outcome.boleh == "ya" and _surely_in_jmo(outcome)


def _surely_in_jmo(outcome: Eligibility) -> bool:
    """Whether nothing is known that JMO may stumble over."""
    return "jmo" in outcome.kanal and not outcome.halangan


_CAUSE: Final = ("keadaan", "sebab_berhenti", "sebab_bekerja", "sebab_lain", "kewarganegaraan")
_AGE: Final = (*_CAUSE, "tanggal_lahir")
_WORK: Final = (*_AGE, "masa", "masih_kerja", "kerja_lagi", "tanggal_berhenti", "hari_terakhir")
_STATUS: Final = (*_WORK, "status")
_RIGHT: Final = (*_STATUS, "pernah_sebagian")
_BALANCE: Final = (*_RIGHT, "hp", "saldo")
_ALL: Final = (*_BALANCE, "kpj", "data")

_VISIBLE: Final = (
    Rule(
        "too_young",
        _AGE,
        "tanggal_lahir",
        _decided_by("belum_usia"),
        "The JHT retirement age is still ahead (PP 46/2015).",
    ),
    Rule(
        "works_on",
        _WORK,
        "kerja_lagi",
        _decided_by("masih_bekerja"),
        "Still at work with no last day ahead, or at work again: the whole balance stays "
        "(Permenaker 4/2022; BPJS Ketenagakerjaan, November 2025).",
    ),
    Rule(
        "leaving_date_needed",
        _WORK,
        "kerja_lagi",
        _date_missing,
        "Without the date nobody can say when the month is over (Permenaker 4/2022 art. 8, 10).",
    ),
    Rule(
        "retirement_ahead",
        _WORK,
        "kerja_lagi",
        _retirement_ahead,
        "The company's retirement day is ahead (Permenaker 4/2022 art. 6: no waiting month).",
    ),
    Rule(
        "waiting_month_not_over",
        _WORK,
        "kerja_lagi",
        _waiting_month,
        "The last day, or the waiting month after it, is ahead (Permenaker 4/2022 art. 8, 10).",
    ),
    Rule(
        "still_registered_active",
        _STATUS,
        "status",
        _decided_by("status_aktif"),
        "The employer has not reported the exit: the month counts from then on "
        "(spokesman of BPJS Ketenagakerjaan, August 2024).",
    ),
    Rule(
        "earlier_part_matters",
        _STATUS,
        "keadaan",
        _part_matters,
        "A part is paid once only (PP 46/2015 art. 22), and after one the whole claim may be taxed "
        "at higher rates (PMK 168/2023).",
    ),
    Rule(
        "may_claim_now",
        _RIGHT,
        "keadaan",
        _open,
        "The claim is open today; only the way to file it is unknown.",
    ),
    Rule(
        "balance_above_limit",
        _BALANCE,
        "saldo",
        _above_limit,
        "The claim is open, the balance more than JMO takes (number jmo_batas_saldo).",
    ),
    Rule(
        "jmo_still_possible",
        _BALANCE,
        "saldo",
        _in_jmo,
        "The claim is open and nothing known so far keeps it out of JMO.",
    ),
    Rule(
        "claim_without_jmo",
        _ALL,
        "keadaan",
        _without_jmo,
        "The claim is open, but something known keeps it out of JMO (flows/rights/channels.py).",
    ),
    Rule(
        "claim_in_jmo",
        _ALL,
        "data",
        _in_jmo,
        "The claim is open and nothing keeps it out of JMO (flows/rights/channels.py).",
    ),
)

RULES: Final[Mapping[str, Rule]] = {rule.name: rule for rule in _VISIBLE}
"""Every rule by its name, in the order in which a conversation meets them."""
