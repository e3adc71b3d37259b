"""The weather as tests make it: what goes wrong on the road, with an account, in a group."""

from __future__ import annotations

from typing import Any

from sandbox.line import Line


class Weather(Line):
    """Each lasts until it is taken back, but a fault, which ends by itself."""

    async def fault(self, kind: str, **more: Any) -> None:
        """The next calls go wrong; more: times, method, chat, skip, retry_after, code,
        description, seconds, body, content_type, headers, location (`sandbox/faults.py`)."""
        await self.post("faults", kind=kind, **more)

    async def clear_faults(self) -> None:
        await self.remove("faults")

    async def push(self, update: dict[str, Any] | str) -> int:
        """An update as it is (a dict gets the next update_id, a text goes as raw bytes)."""
        body = {"raw": update} if isinstance(update, str) else {"update": update}
        return int((await self.post("update", **body))["update_id"])

    async def next_update(self, update_id: int) -> None:
        """The next update gets this id, higher or lower. Raises `SimError` while any waits."""
        await self.post("update_id", next=update_id)

    async def limits(self, **changes: Any) -> dict[str, Any]:
        return dict(await self.post("limits", **changes))

    async def skip(self, seconds: float) -> None:
        """Move the sandbox's clock on."""
        await self.post("clock", skip=seconds)

    async def account(self, user: int, state: str = "usual") -> None:
        """What the person's account answers from now on: usual, deactivated, paid, premium_only,
        private."""
        await self.post("account", user=user, state=state)

    async def bot_is(self, *, frozen: bool | None = None, reads_all: bool | None = None) -> None:
        """Telegram freezes the bot; its owner switches privacy mode (`reads_all=False`)."""
        await self.post("bot", frozen=frozen, reads_all=reads_all)

    async def protect(self, chat: int, protected: bool = True) -> None:
        """Nothing of this chat may be copied or forwarded."""
        await self.post("protect", chat=chat, protected=protected)

    async def permit(self, chat: int, **permissions: bool) -> None:
        """What everybody but administrators may do in a group: can_send_messages=False ..."""
        await self.post("permissions", chat=chat, permissions=permissions)
