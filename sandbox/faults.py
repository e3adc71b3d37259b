"""Bad weather on demand: what a network and a busy Telegram do to a bot."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

TOO_MANY = "too_many"  # 429 with retry_after, not processed
ERROR = "error"  # any code and description, not processed
DROP_BEFORE = "drop_before"  # connection cut, not processed
DROP_AFTER = "drop_after"  # processed, then the connection is cut without an answer
STALL_BEFORE = "stall_before"  # nothing happens for `seconds`, then cut; not processed
STALL_AFTER = "stall_after"  # processed, no answer for `seconds`, then cut
SLOW = "slow"  # processed and answered, `seconds` late
BROKEN_JSON = "broken_json"  # processed, the answer's body ends in the middle

KINDS = frozenset(
    {TOO_MANY, ERROR, DROP_BEFORE, DROP_AFTER, STALL_BEFORE, STALL_AFTER, SLOW, BROKEN_JSON}
)


@dataclass(slots=True)
class Fault:
    """The next `times` calls (of `method`, to `chat`, after `skip` matching ones) go wrong."""

    kind: str
    times: int = 1
    method: str = ""
    chat: int | None = None
    skip: int = 0
    retry_after: int = 1
    code: int = 502
    description: str = "Bad Gateway"
    seconds: float = 3600.0
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault {self.kind!r}; there are {', '.join(sorted(KINDS))}")
        self.method = self.method.lower()

    def matches(self, method: str, chat: int | None) -> bool:
        if self.method and self.method != method:
            return False
        return self.chat is None or self.chat == chat


class Faults:
    """The faults still to come, oldest first; the first that matches a call is used."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()

    def take(self, method: str, chat_id: str) -> Fault | None:
        """The fault for this call (`method` in lower case), or None. Costs nothing when idle."""
        if not self._waiting:
            return None
        chat = int(chat_id) if chat_id.lstrip("-").isdigit() else None
        for fault in self._waiting:
            if not fault.matches(method, chat):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.times -= 1
            fault.hits += 1
            if fault.times <= 0:
                self._waiting.remove(fault)
            return fault
        return None

    def as_json(self) -> list[dict[str, Any]]:
        return [asdict(fault) for fault in self._waiting]
