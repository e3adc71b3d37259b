"""What the commands of bot.py start from: the settings, the content, the day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from app.clock import today
from settings import Settings, SettingsError, read_settings
from tools.stopped import StoppedError

if TYPE_CHECKING:
    from flows.library import Library


class Given:
    """Read when first asked for. What is missing or wrong raises StoppedError."""

    @cached_property
    def settings(self) -> Settings:
        """The settings of this process."""
        try:
            return read_settings()
        except SettingsError as wrong:
            raise StoppedError(str(wrong)) from None

    @cached_property
    def today(self) -> date:
        """The day to answer as."""
        return today(self.settings.bot_today)

    @cached_property
    def library(self) -> Library:
        """The content of the settings' folder, as a running bot has kept it or read now."""
        from editorial.ready import Ready, place_of, silent

        content = self.settings.content
        ready = Ready(content, place_of(content, self.settings.database_path), silent)
        found = ready.find(ready.fingerprint(self.today))
        if found is not None:
            return found
        from editorial.load import load

        loaded = load(content, self.today)
        if loaded.library is None:
            raise StoppedError("\n\n".join(str(problem) for problem in loaded.problems))
        return loaded.library

    def guide(self, name: str) -> str:
        """The name, when there is such a guide."""
        guides = self.library.guides
        if name not in guides:
            known = ", ".join(sorted(guides))
            raise StoppedError(f"Tidak ada panduan bernama {name}. Yang ada: {known}.")
        return name
