"""A case: one period in which somebody waits for an officer, or talks with one.

The field names of `Case` are the column names of the store, so a row becomes a case by
``Case.load(dict(row))``. Every moment is an aware datetime in UTC; the store keeps seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from flows.content.offices import NATIONAL


class State(StrEnum):
    """Waiting is red, held is yellow, closed is green."""

    WAITING = "waiting"
    HELD = "held"
    CLOSED = "closed"


class Stage(StrEnum):
    """How far the search for an officer went for a waiting case; only `escalate` moves it on."""

    DESK = "meja"
    REMINDED = "diingatkan"
    SUPERVISOR = "supervisor"
    NATIONAL = "nasional"


class Opening(StrEnum):
    """How a case came to be."""

    BUTTON = "tombol"
    WORD = "kata"
    UNCLEAR = "bingung"
    TROUBLE = "kendala"
    CODE = "kode"
    """An officer of 175 took over with the code the participant read out."""


class CloseReason(StrEnum):
    """Why a case was closed. The text of each is the message ``sebab_<value>``."""

    SOLVED = "terjawab"
    BRANCH = "ke_kantor"
    OTHER = "urusan_lain"
    QUIET = "sepi"
    PARTICIPANT = "peserta"
    LEFT = "pergi"
    BLOCKED = "diblokir"
    ERASED = "dihapus"


OFFICER_REASONS: Final = (
    CloseReason.SOLVED,
    CloseReason.BRANCH,
    CloseReason.OTHER,
    CloseReason.QUIET,
)
"""What the officer may choose under Selesai; the other reasons come by themselves."""


class Closer(StrEnum):
    """Who closed a case."""

    OFFICER = "petugas"
    PARTICIPANT = "peserta"
    SYSTEM = "bot"


class Role(StrEnum):
    """What a member of the staff group may do. A supervisor may do all an officer may."""

    OFFICER = "petugas"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"


class AuditAct(StrEnum):
    """What the audit records: who, when, which case. Never a text."""

    OPENED = "dibuka"
    TAKEN = "diambil"
    RELEASED = "dilepas"
    MOVED = "dialihkan"
    REMINDED = "diingatkan"
    ESCALATED = "diteruskan"
    RETURNED = "kembali_ke_antrean"
    CLOSED = "ditutup"
    REOPENED = "dibuka_lagi"
    HELD = "ditahan"
    PASSED = "diloloskan"
    DROPPED = "dibatalkan"
    RATED = "dinilai"
    ROLE_GIVEN = "peran_diberi"
    ROLE_TAKEN = "peran_dicabut"
    NOTICE_ON = "gangguan_diumumkan"
    NOTICE_OFF = "gangguan_selesai"
    FAQ = "jadi_faq"
    ERASED = "teks_dihapus"
    VERDICT = "keterangan_dijawab"
    FILE_SENT = "berkas_dikirim"
    TOPIC_DELETED = "topik_dihapus"
    STRANDED = "gangguan_dikabari"
    """the participant was told that no topic can be made for the case"""
    UNHEARD = "tidak_sampai"
    """somebody was told why their words reach nobody"""


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


Moment = Annotated[datetime, AfterValidator(_utc)]
"""An aware datetime in UTC; read from a datetime, an ISO text, or seconds since 1970."""


class Frozen(BaseModel):
    """Base of what the desk knows: unchangeable; unknown keys of another version are dropped."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Earlier(Frozen):
    """The cases of the same person before this one, within `EARLIER` days: how many, and how the
    last of them ended."""

    cases: int
    reason: CloseReason | None = None
    officer: str = ""
    rating: int | None = None


EARLIER: Final = 90
"""Days."""


class CaseContext(Frozen):
    """Where the person was when the case opened, as an officer needs it: labels, never keys.

    `guide`, `step`, `trouble`, `topic` are ids for figures and for going on afterwards; the texts
    beside them are for reading. `verdict`, `reason`, `facts`, `papers` and `lacking` are what is
    known of the claim (`flows.desk.ruling`). `about` is what the participant chose or typed when
    asked what it is about, `typed` what they asked before. `bot_said` is what the bot had told them
    then, `shown` names what it has shown since, while they wait. Everything typed is masked.
    """

    opening: Opening = Opening.BUTTON
    guide: str | None = None
    guide_title: str = ""
    step: str | None = None
    step_number: int = 0
    step_total: int = 0
    verdict: str = ""
    reason: str = ""
    facts: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    trouble: str | None = None
    trouble_label: str = ""
    topic: str | None = None
    topic_title: str = ""
    about: str = ""
    bot_said: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    earlier: Earlier | None = None

    def dump(self) -> dict[str, Any]:
        """A JSON object to store; what has its default is left out."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Case(Frozen):
    """One case as stored.

    `office` is the branch the participant belongs to (it gives the time zone and the figures),
    `desk` another desk that answers instead, after a hand-on; None is the usual one.
    `place` is the place in the queue when it opened. `waiting_since`: since when nobody holds it
    (opening, or the last return to the queue). `unanswered_since`: the oldest message of the
    participant that no officer answered yet; None when nothing is unanswered. `last_at`: the last
    message in either direction. `stage_at`: when `stage` was entered. `told_at`: when the
    participant was told that the case was handed on.
    """

    id: int
    code: str
    trust_words: str
    chat_id: int
    office: str = NATIONAL
    desk: str | None = None
    group_id: int | None = None
    topic_id: int | None = None
    card_message_id: int | None = None
    state: State = State.WAITING
    officer_id: int | None = None
    officer_name: str = ""
    place: int = 1
    stage: Stage = Stage.DESK
    stage_at: Moment | None = None
    told_at: Moment | None = None
    opened_at: Moment
    waiting_since: Moment | None = None
    taken_at: Moment | None = None
    first_reply_at: Moment | None = None
    unanswered_since: Moment | None = None
    last_at: Moment | None = None
    closed_at: Moment | None = None
    closed_by: Closer | None = None
    reason: CloseReason | None = None
    rating: int | None = Field(default=None, ge=1, le=5)
    comment: str = ""
    context: CaseContext = CaseContext()

    @field_validator("context", mode="before")
    @classmethod
    def _from_json(cls, stored: object) -> object:
        if isinstance(stored, str):
            return CaseContext.model_validate_json(stored or "{}")
        return CaseContext() if stored is None else stored

    @field_validator("trust_words", "officer_name", "comment", mode="before")
    @classmethod
    def _empty(cls, stored: object) -> object:
        return "" if stored is None else stored

    @classmethod
    def load(cls, row: Mapping[str, Any]) -> Case:
        """The case behind a stored row. Raises pydantic's ValidationError for a broken one."""
        return cls.model_validate(row)

    @property
    def open(self) -> bool:
        """Whether somebody still waits for an officer, or talks with one."""
        return self.state is not State.CLOSED

    def is_held_by(self, user_id: int) -> bool:
        """Whether this officer holds it."""
        return self.state is State.HELD and self.officer_id == user_id

    @property
    def in_queue_since(self) -> datetime:
        """Since when the case waits for somebody to take it."""
        return self.waiting_since or self.opened_at

    def with_(self, **changes: Any) -> Self:
        """A copy with these fields changed."""
        return self.model_copy(update=changes)
