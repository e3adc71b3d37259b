"""About: what a call may be said to be about, told to whoever asked to hear what became of it.

How it lies in the outbox is in `store.about_text`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TopicMade:
    """The creation of the topic of a case, under this name."""

    case: int
    name: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A message that shows how far the numbers of a group have come, for a lost topic."""

    case: int


@dataclass(frozen=True, slots=True)
class Probe:
    """A number tried for a lost topic: the first of `left`; the others come after it."""

    case: int
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FirstCard:
    """The first message of the topic of a case. revision: what it says."""

    case: int
    revision: str = ""


@dataclass(frozen=True, slots=True)
class CardDrawn:
    """The card of a case, drawn again. revision: what it says."""

    case: int
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """The name given to the topic of a case."""

    case: int
    name: str


@dataclass(frozen=True, slots=True)
class Pinned:
    """The card of a case, held at the top of its topic."""

    case: int
    message: int


@dataclass(frozen=True, slots=True)
class Greeting:
    """The greeting of a case in its topic: once it stands there, it goes to the participant."""

    case: int


@dataclass(frozen=True, slots=True)
class Said:
    """Something of the ledger (`store.ledger.Key`), in this revision."""

    case: int
    side: str
    what: str
    subject: int
    revision: str


@dataclass(frozen=True, slots=True)
class Note:
    """A word of the moment into the topic of a case, such as a panel.

    words: it is the participant's own; that it did not arrive is told.
    """

    case: int
    words: bool = False


@dataclass(frozen=True, slots=True)
class CarriedIn:
    """Messages of the participant (`case_messages.id`), on their way into the topic.

    left: what was refused together with them and is tried after them. refused: how many of those
    were refused alone, too. revisions: of `rows`, as they are on their way.
    """

    case: int
    rows: tuple[int, ...]
    left: tuple[int, ...] = ()
    refused: int = 0
    revisions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """Messages of an officer (`case_messages.id`), on their way to the participant.

    revisions: of `rows`, as they are on their way.
    """

    case: int
    rows: tuple[int, ...]
    revisions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A carried message whose copy is changed on the other side, to this revision."""

    case: int
    row: int
    revision: int


@dataclass(frozen=True, slots=True)
class Part:
    """A further message of the topic in which a carried message goes on; the second is part 1."""

    case: int
    row: int
    part: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An officer's message whose copy is taken from the participant's chat."""

    case: int
    row: int


@dataclass(frozen=True, slots=True)
class Farewell:
    """A step in a topic that its case has left (`store.left.STEPS`)."""

    group: int
    topic: int
    step: str


@dataclass(frozen=True, slots=True)
class Membership:
    """Is somebody in a group? `say`: the group is told what follows from it."""

    user: int
    group: int
    say: bool = False


@dataclass(frozen=True, slots=True)
class GroupMessage:
    """A message to a staff group of which only its number is of interest."""


@dataclass(frozen=True, slots=True)
class BoardShown:
    """The board of a group, with the digest of what it says; "" when it is taken down."""

    group: int
    digest: str


@dataclass(frozen=True, slots=True)
class TopicLeaving:
    """The deletion of a topic, by its group as called then."""

    group: int
    topic: int


@dataclass(frozen=True, slots=True)
class Rung:
    """A call to somebody of the staff in their private chat."""

    user: int


@dataclass(frozen=True, slots=True)
class Upload:
    """A file (hash of its content) and the field of the message that holds it: photo or voice."""

    file: str
    kind: str


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that answers have changed: of each its kind, its ids and the digest that is told."""

    changes: tuple[tuple[str, tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something of another release that this one cannot read; nobody is told."""

    text: str


Known = (
    TopicMade
    | Marker
    | Probe
    | FirstCard
    | CardDrawn
    | Named
    | Pinned
    | Greeting
    | Said
    | Note
    | CarriedIn
    | CarriedOut
    | Changed
    | Part
    | TakenBack
    | Farewell
    | Membership
    | GroupMessage
    | BoardShown
    | TopicLeaving
    | Rung
    | Upload
    | Told
)
"""What a call may be said to be about."""

About = Known | Unknown
"""What is read back."""
