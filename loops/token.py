"""Token: nothing ends the bot on one answer, only what Telegram confirms when asked again."""

import asyncio
import time

import structlog

from loops.errors import CallError
from loops.http import BotApi
from loops.stop import TOKEN_REFUSED, StopError
from store.outcome import Kind

log = structlog.get_logger()

PAUSE = 3.0
"""Seconds between the questions whether the token is really refused."""

FROZEN_PAUSE = 60.0
"""Seconds between tries while Telegram has frozen the bot: it may be thawed, on appeal."""

_TIMES = 2


class Token:
    """What Telegram thinks of our token; shared by whoever talks to Telegram.

    frozen_since: when Telegram first said that the bot is frozen, by the monotonic clock; None
    while it is not. The bot goes on trying: who watches over it tells people.
    pause: seconds before Telegram is asked again.
    """

    def __init__(self, api: BotApi, *, pause: float | None = None) -> None:
        self.frozen_since: float | None = None
        self._api = api
        self.pause = PAUSE if pause is None else pause
        self._asking = asyncio.Lock()
        self._answered_at = 0.0
        self._told_at = -FROZEN_PAUSE

    async def doubted(self) -> None:
        """Some answer said that the token is refused: ask Telegram itself.

        Returns when it was not confirmed. Raises StopError when it was, twice, with a pause before
        each: half-started servers refuse everybody for a moment.
        """
        since = time.monotonic()
        async with self._asking:
            if self._answered_at > since:
                return  # asked and found right while this one waited
            log.warning("token_doubted")
            for _time in range(_TIMES):
                await asyncio.sleep(self.pause)
                if not await self._is_refused():
                    self._answered_at = time.monotonic()
                    return
        raise StopError(TOKEN_REFUSED)

    async def _is_refused(self) -> bool:
        try:
            await self._api.call("getMe")
        except CallError as error:
            return error.fate.kind is Kind.UNAUTHORIZED
        return False

    def frozen(self) -> None:
        """A call was refused because the bot is frozen: said loudly, once a minute."""
        now = time.monotonic()
        if self.frozen_since is None:
            self.frozen_since = now
        if now - self._told_at >= FROZEN_PAUSE:
            self._told_at = now
            log.error("bot_frozen", seconds=round(now - self.frozen_since))

    def thawed(self) -> None:
        """Telegram does what it is asked again."""
        if self.frozen_since is not None:
            self.frozen_since = None
            log.warning("bot_thawed")
