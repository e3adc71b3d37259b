"""Bad weather on demand: what a network, a proxy and a busy Telegram do to a bot.

What needs no kind of its own: a 429 without `retry_after` is `error` (code 429, any description), a
429 as a page is `raw` (code 429), an hour-long one is `too_many` (retry_after 86400); "processed,
then 502" is `raw_after` (code 502), an empty 200 is `raw_after` (code 200, body "").
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from typing import Any

TOO_MANY = "too_many"  # 429 with retry_after, not processed
ERROR = "error"  # any code and description, not processed
RAW = "raw"  # any status, body, type and headers: no Bot API answer at all; not processed
RAW_AFTER = "raw_after"  # processed, then answered so
REDIRECT = "redirect"  # sent elsewhere (`location`), not processed
DROP_BEFORE = "drop_before"  # connection cut, not processed
DROP_AFTER = "drop_after"  # processed, then the connection is cut without an answer
STALL_BEFORE = "stall_before"  # nothing happens for `seconds`, then cut; not processed
STALL_AFTER = "stall_after"  # processed, no answer for `seconds`, then cut
SLOW = "slow"  # processed and answered, `seconds` late
DRIP = "drip"  # processed, then answered byte by byte, one every `seconds`
BROKEN_JSON = "broken_json"  # processed, the answer's body ends in the middle

BEFORE = frozenset({TOO_MANY, ERROR, RAW, REDIRECT, DROP_BEFORE, STALL_BEFORE})
AFTER = frozenset({RAW_AFTER, DROP_AFTER, STALL_AFTER, SLOW, DRIP, BROKEN_JSON})
KINDS = BEFORE | AFTER
HTML = "text/html"


@dataclass(slots=True)
class Fault:
    """The next `times` calls (of `method`, to `chat`, after `skip` matching ones) go wrong.

    `body` None is the page a proxy shows for `code`; `code` of a redirect is 302 unless told.
    """

    kind: str
    times: int = 1
    method: str = ""
    chat: int | None = None
    skip: int = 0
    retry_after: int = 1
    code: int = 0
    description: str = "Bad Gateway"
    seconds: float = 3600.0
    body: str | None = None
    content_type: str = HTML
    headers: dict[str, str] = field(default_factory=dict)
    location: str = "https://masuk.invalid/"
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault {self.kind!r}; there are {', '.join(sorted(KINDS))}")
        self.method = self.method.lower()
        self.code = self.code or (302 if self.kind == REDIRECT else 502)
        if self.kind == REDIRECT:
            self.headers = {"Location": self.location, **self.headers}

    @property
    def processed(self) -> bool:
        """Whether Telegram does what was asked before it goes wrong."""
        return self.kind in AFTER

    @property
    def page(self) -> str:
        """The body of an answer that is not Telegram's."""
        if self.body is not None:
            return self.body
        title = f"{self.code} {_phrase(self.code)}".strip()
        return (
            f"<html>\r\n<head><title>{title}</title></head>\r\n"
            f"<body>\r\n<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n"
        )

    def matches(self, method: str, chat: int | None) -> bool:
        if self.method and self.method != method:
            return False
        return self.chat is None or self.chat == chat


def _phrase(code: int) -> str:
    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return ""  # 521 and its like are a proxy's own


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
