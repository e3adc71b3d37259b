"""Tidy: once in a while, delete what nobody needs any more."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from store import chats, claims, inbox, outbox, setbacks, unanswered, unseen, watches
from store.database import Database, UnavailableError

log = structlog.get_logger()

_HOUR = 3600.0
_DAY = 24 * _HOUR

# Telegram delivers an update again for at most 24 hours (Bot API, "Getting updates").
KEEP_NUMBERS = 2 * _DAY
# Long enough for somebody to look into it.
KEEP_PARKED = 14 * _DAY
KEEP_GIVEN_UP = 7 * _DAY
# As /privasi promises; tests compare them with the numbers it shows.
KEEP_QUESTIONS = timedelta(days=90)
KEEP_CHATS = timedelta(days=180)
# Counts, of nobody.
KEEP_CLAIMS = timedelta(days=730)


async def tidy(database: Database, now: float) -> int:
    """Delete old rows; `now` in Unix seconds. Returns how many."""
    async with database.transaction() as transaction:
        count = await inbox.prune(transaction, now - KEEP_NUMBERS, now - KEEP_PARKED)
        count += await outbox.prune(transaction, now - KEEP_GIVEN_UP)
        count += await unseen.prune(transaction, now - KEEP_GIVEN_UP)
        count += await chats.prune(transaction, now - KEEP_CHATS.total_seconds())
        count += await setbacks.prune(transaction, now - KEEP_PARKED)
        count += await watches.prune(transaction, now - KEEP_CHATS.total_seconds())
        day = datetime.fromtimestamp(now, UTC).date()
        year, week, _day = (day - KEEP_CLAIMS).isocalendar()
        count += await claims.prune(transaction, f"{year}-W{week:02}")
        return count + await unanswered.prune(transaction, day - KEEP_QUESTIONS)


async def run(database: Database, now: Callable[[], float] = time.time) -> None:
    """Tidy now and every hour, until cancelled."""
    while True:
        try:
            count = await tidy(database, now())
        except UnavailableError as error:
            log.error("not_tidied", error=str(error))
        else:
            if count:
                log.info("tidied", rows=count)
        await asyncio.sleep(_HOUR)
