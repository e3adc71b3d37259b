"""The answers given in the guide `cek-hak`, read as facts.

`READS` is the whole contract with the guide's files: what each answer to each question means.
``bot.py check`` compares both ways, so an option that is renamed, added or taken out is reported
before it can change an outcome. A ready answer ("more than two months ago", "up to the limit")
stands for a fact that is safely inside what it says, so that the same rules decide as for a typed
date or amount.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from flows.content.guide import AnswerKind
from flows.content.numbers import NoValueError, Numbers
from flows.rights.eligibility import Eligibility, decide, no_rule_on, refuse
from flows.rights.facts import Facts, together
from flows.rights.months import months_from, years_from

GUIDE: Final = "cek-hak"
SHOWN: Final = frozenset({"mulai", "kanal", "dokumen"})
"""What its texts may show of the outcome (`flows.rights.eligibility.placeholders`)."""

BIRTH: Final = "tanggal_lahir"
"""The step that asks for a date of birth."""

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Now:
    """The numbers that hold on the day of the question."""

    numbers: Numbers
    today: date

    def whole(self, number_id: str) -> int:
        """A number in rupiah, months or years. Raises NoValueError."""
        return self.numbers.whole(number_id, self.today)


Meaning = Facts | Callable[[Now], Facts]
"""What an answer says: facts, or facts that depend on the numbers of the day."""

NOTHING: Final = Facts()
"""An answer that leaves every fact unknown; it may still lead somewhere in ``guide.yaml``."""


def _old_enough(now: Now) -> Facts:
    birthday = years_from(now.today, -now.whole("usia_pensiun_jht"))
    return Facts(sebab="usia_56", tanggal_lahir=birthday - timedelta(days=1))


def _left_long_ago(now: Now) -> Facts:
    return Facts(tanggal_berhenti=months_from(now.today, -now.whole("berhenti_lama")))


def _member_for(missing: int, now: Now) -> Facts:
    return Facts(masa_kepesertaan_tahun=now.whole("sebagian_masa_kepesertaan") - missing)


def _balance(number_id: str, more: int, now: Now) -> Facts:
    return Facts(saldo=now.whole(number_id) + more)


def _born(typed: str) -> Facts:
    return Facts(tanggal_lahir=_day(typed))


def _left(typed: str) -> Facts:
    return Facts(tanggal_berhenti=_day(typed))


def _amount(typed: str) -> Facts:
    return Facts(saldo=int(typed)) if typed.isascii() and typed.isdigit() else NOTHING


@dataclass(frozen=True, slots=True)
class Question:
    """What the answers to one step mean: `options` by key, else `typed` for what was written.

    `answer` is how the step takes typed words: as a date, as an amount, or (pilihan) not at all.
    """

    options: Mapping[str, Meaning]
    answer: AnswerKind = "pilihan"
    typed: Callable[[str], Facts] = lambda _typed: NOTHING


READS: Final[Mapping[str, Question]] = {
    "keadaan": Question(
        {
            "usia_56": _old_enough,
            "berhenti": NOTHING,
            "bekerja": Facts(masih_bekerja=True),
            "lain": NOTHING,
        }
    ),
    "sebab_berhenti": Question(
        {
            "resign": Facts(sebab="resign"),
            "phk": Facts(sebab="phk"),
            "kontrak_habis": Facts(sebab="kontrak_habis"),
            "pensiun_pkb": Facts(sebab="pensiun_pkb"),
        }
    ),
    "sebab_bekerja": Question(
        {
            "sebagian_10": Facts(sebab="sebagian_10"),
            "sebagian_30": Facts(sebab="sebagian_30"),
            # Somebody at work who wants everything would have to resign first.
            "semua": Facts(sebab="resign"),
            "menunggu_56": Facts(sebab="usia_56"),
        }
    ),
    "sebab_lain": Question(
        {
            "meninggal": Facts(sebab="meninggal"),
            "cacat_total": Facts(sebab="cacat_total"),
            "tinggalkan_indonesia": Facts(sebab="tinggalkan_indonesia"),
            "bpu": Facts(sebab="bpu"),
        }
    ),
    "kewarganegaraan": Question(
        {"wna": Facts(kewarganegaraan="WNA"), "wni": Facts(kewarganegaraan="WNI")}
    ),
    BIRTH: Question({}, "tanggal", _born),
    "masa": Question(
        {
            "cukup": partial(_member_for, 0),
            "belum": partial(_member_for, 1),
            "tidak_tahu": NOTHING,
        }
    ),
    "pernah_sebagian": Question(
        {
            "belum": Facts(pernah_sebagian=False),
            "pernah": Facts(pernah_sebagian=True),
            "tidak_tahu": NOTHING,
        }
    ),
    "kerja_lagi": Question(
        {
            "tidak": Facts(masih_bekerja=False),
            "ya": Facts(masih_bekerja=True),
            "tempat_lama": Facts(masih_bekerja=True),
        }
    ),
    "masih_kerja": Question({"tidak": Facts(masih_bekerja=False), "ya": Facts(masih_bekerja=True)}),
    "tanggal_berhenti": Question({"lama": _left_long_ago, "lupa": NOTHING}, "tanggal", _left),
    "hari_terakhir": Question({"belum_tahu": NOTHING}, "tanggal", _left),
    "status": Question(
        {
            "nonaktif": Facts(status_nonaktif=True),
            "aktif": Facts(status_nonaktif=False),
            "tidak_tahu": NOTHING,
        }
    ),
    "hp": Question(
        {
            "ya": Facts(punya_hp=True),
            # Weak signal counts as no phone.
            "sinyal": Facts(punya_hp=False),
            "tidak": Facts(punya_hp=False),
        }
    ),
    "saldo": Question(
        {
            "sampai_batas": partial(_balance, "jmo_batas_saldo", 0),
            "sampai_npwp": partial(_balance, "batas_npwp", 0),
            "di_atas_npwp": partial(_balance, "batas_npwp", 1),
            "tidak_tahu": NOTHING,
        },
        "rupiah",
        _amount,
    ),
    "kpj": Question(
        {
            "satu": Facts(kpj_lama=False, beberapa_kpj=False),
            "beberapa": Facts(beberapa_kpj=True),
            "lama": Facts(kpj_lama=True),
            "tidak_tahu": NOTHING,
        }
    ),
    "data": Question(
        {
            "sudah": Facts(data_terkini=True, data_cocok=True, ektp=True),
            "belum": Facts(data_terkini=False),
            "beda": Facts(data_cocok=False),
            "ktp_lama": Facts(ektp=False),
        }
    ),
}
"""Step → what its answers mean. Where two answers speak of one fact, the step that is first counts.

A new step may ask something that tells no fact; it need not stand here.
"""


def judge(answers: Answers, numbers: Numbers, today: date) -> Eligibility:
    """The outcome of these answers on `today`; never raises."""
    try:
        facts = facts_from(answers, numbers, today)
    except NoValueError:
        return refuse(no_rule_on(today))
    return decide(facts, numbers, today)


def facts_from(answers: Answers, numbers: Numbers, today: date) -> Facts:
    """The facts that these answers tell, unknown where there is none. Raises NoValueError."""
    return together(_told(answers, Now(numbers, today)))


def names_cause(step: str, answer: str, numbers: Numbers, today: date) -> bool:
    """Whether this answer says what the claim is made for, as far as today's numbers can tell."""
    try:
        return facts_from({step: answer}, numbers, today).sebab is not None
    except NoValueError:
        return True


def _told(answers: Answers, now: Now) -> Iterator[Facts]:
    for step, question in READS.items():
        answer = answers.get(step)
        if answer is None:
            continue
        meaning = question.options.get(answer) or question.typed(answer)
        yield meaning if isinstance(meaning, Facts) else meaning(now)


def _day(answer: str) -> date | None:
    try:
        return date.fromisoformat(answer)
    except ValueError:
        return None
