"""`python bot.py check --live`: what Telegram lets the bot do now, one line for each thing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from app.introduce import hook_of
from app.watch.look import SILENT, Looked, at_group, at_hook, at_supervisor
from app.watch.readiness import desk_line, officers
from flows.desk.watch.alarm import Id, Sign, Wrong
from flows.desk.watch.said import matter, trouble
from flows.voice import Voice
from loops.errors import CallError
from loops.http import BotApi
from loops.stop import TOKEN_REFUSED, WEBHOOK_ACTIVE, StopError
from settings import Settings
from store import alarms, staff
from store.connection import UnavailableError
from store.database import Database, Transaction
from store.migrate import SchemaError
from store.outcome import Kind
from tools.given import Given
from tools.stopped import StoppedError


@dataclass
class Stored:
    """What the database knows: groups that got a new number, officers, supervisors, what waits."""

    moved: dict[int, int] = field(default_factory=dict)
    officers: int = 0
    led: set[int] = field(default_factory=set)
    waiting: dict[int, int] = field(default_factory=dict)
    is_there: bool = False


def run(given: Given, out: TextIO) -> int:
    """Prints what was looked at; 1 when something is to be done, else 0. Writes to nobody.

    Raises StoppedError without a token.
    """
    settings = given.settings
    if settings.telegram_token is None:
        raise StoppedError("TELEGRAM_TOKEN belum diisi. Tanpa token tidak ada yang bisa diperiksa.")
    voice = Voice(given.library, given.today)
    try:
        looked = asyncio.run(_Hand(settings, voice).look())
    except StopError as stopped:
        raise StoppedError(str(stopped)) from None
    well, to_do = voice.label("jaga_baik"), voice.label("jaga_perlu")
    for is_wrong, line in looked:
        print(f"{to_do if is_wrong else well}: {line}", file=out)
    return int(any(is_wrong for is_wrong, _line in looked))


class _Hand:
    """One look by hand."""

    def __init__(self, settings: Settings, voice: Voice) -> None:
        self._settings = settings
        self._voice = voice
        self._lines: list[tuple[bool, str]] = []

    async def look(self) -> list[tuple[bool, str]]:
        """Each line, and whether something is to be done."""
        settings = self._settings
        assert settings.telegram_token is not None
        token = settings.telegram_token.get_secret_value()
        async with BotApi(token, settings.telegram_api) as api:
            bot = await self._token(api)
            if bot is not None:
                await self._hook(api)
                await self._desk(api, bot)
        return self._lines

    def _say(self, line: str, is_wrong: bool = False) -> None:
        self._lines.append((is_wrong, line))

    def _tell(self, looked: list[Looked], waiting: dict[int, int]) -> None:
        for one in looked:
            if one.is_wrong:
                self._say(trouble(one.sign, waiting, self._voice), is_wrong=True)
            else:
                self._say(matter(one.sign, self._voice))

    async def _token(self, api: BotApi) -> int | None:
        """The bot's number; None when Telegram does not tell."""
        try:
            me = await api.call("getMe")
        except CallError as error:
            kind = error.fate.kind
            unreached = trouble(Sign(Id(Wrong.UNREACHED)), {}, self._voice)
            frozen = trouble(Sign(Id(Wrong.FROZEN)), {}, self._voice)
            said = {Kind.UNAUTHORIZED: TOKEN_REFUSED, Kind.FROZEN: frozen}.get(kind, unreached)
            self._say(said, is_wrong=True)
            return None
        self._say(f"{self._voice.label('jaga_token')} @{me.get('username', '')}")
        return int(me["id"])

    async def _hook(self, api: BotApi) -> None:
        hook = hook_of(self._settings)
        try:
            info, [looked] = await at_hook(api, hook)
        except CallError as error:
            if error.fate.kind not in SILENT:
                self._say(error.fate.reason, is_wrong=True)
            return
        if not looked.is_wrong:
            self._say(matter(looked.sign, self._voice))
        elif hook is None:
            self._say(WEBHOOK_ACTIVE, is_wrong=True)
        else:
            self._say(self._voice.label("jaga_webhook_pasang"), is_wrong=True)
        if hook is not None and info.get("last_error_message") and info["pending_update_count"]:
            reason = str(info["last_error_message"])
            self._say(trouble(Sign(Id(Wrong.HOOK_FAILS), reason=reason), {}, self._voice), True)

    async def _desk(self, api: BotApi, bot: int) -> None:
        settings = self._settings
        if settings.staff_group is None:
            self._say(self._voice.label("jaga_tanpa_meja"))
            return
        offices = self._voice.library.offices.by_id.values()
        groups = {settings.staff_group} | {one.grup for one in offices if one.grup is not None}
        stored = await _stored(settings.database_path, groups)
        for group in sorted(stored.moved.get(group, group) for group in groups):
            looked = await at_group(api, bot, group)
            self._tell(looked, stored.waiting)
            if stored.is_there:
                title = next((one.sign.title for one in looked), "")
                sign = Sign(Id(Wrong.NO_SUPERVISOR, group), title=title)
                self._tell([Looked(sign, group not in stored.led)], {})
        if settings.supervisor is not None:
            self._tell(await at_supervisor(api, settings.supervisor), {})
        per_minute = settings.group_sends_per_minute
        line = desk_line(self._voice.library, self._voice, stored.officers, per_minute)
        self._say(line)


async def _stored(path: Path, groups: set[int]) -> Stored:
    """What the database knows, also beside a running bot; nothing where there is none yet."""
    try:
        database = await Database.read(path)
    except (UnavailableError, SchemaError):
        return Stored()
    try:
        async with database.transaction() as db:
            return await _read(db, groups)
    finally:
        await database.close()


async def _read(db: Transaction, groups: set[int]) -> Stored:
    moved = await staff.moved_groups(db)
    now = {moved.get(group, group) for group in groups}
    led = {
        group
        for group in now
        for one in await staff.everybody(db, group)
        if one.confirmed and one.role == "supervisor"
    }
    waiting: dict[int, Any] = await alarms.waiting_words(db)
    words = {group: each.many for group, each in waiting.items()}
    return Stored(dict(moved), await officers(db, now), led, words, True)
