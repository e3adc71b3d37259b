"""The token: held in one place, in no text."""

import logging
from collections.abc import MutableMapping
from typing import Any

_MASK = "<token>"


class Secret:
    """A token that cannot be printed by accident.

    Also the last net for logs of libraries: `processor` for structlog, `filter` for logging.
    """

    __slots__ = ("_text", "stand_in")

    def __init__(self, text: str) -> None:
        self._text = text
        # The bot's number is public; what follows it is the secret.
        self.stand_in = f"{text.partition(':')[0]}:HIDDEN"

    def __repr__(self) -> str:
        return "Secret"

    def reveal(self) -> str:
        """Return the token, for building a URL and nothing else."""
        return self._text

    def hide(self, text: str) -> str:
        """Return the text without the token, also where a URL has quoted it."""
        return text.replace(self._text, _MASK).replace(self._text.replace(":", "%3A"), _MASK)

    def processor(
        self, _logger: object, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """A structlog processor: hides the token in every text of an event."""
        for key, value in event.items():
            if isinstance(value, str):
                event[key] = self.hide(value)
        return event

    def filter(self, record: logging.LogRecord) -> bool:
        """A logging filter for handlers: hides the token in message, arguments and traceback."""
        record.msg = self.hide(record.getMessage())
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.hide(record.exc_text)
        return True
