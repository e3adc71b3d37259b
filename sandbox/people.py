"""Users and the bot itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FIRST_USER = 710_000_001


@dataclass(slots=True)
class User:
    """A person with a Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "id"
    is_bot: bool = False

    def card(self) -> dict[str, Any]:
        """The Bot API's User object."""
        shown: dict[str, Any] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                shown[name] = value
        return shown

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(slots=True)
class BotProfile:
    """The one bot of this sandbox, and what it has told Telegram about itself.

    `commands` is keyed by (scope key, language code), the texts by language code; "" is the
    language everybody gets who has none of their own. `reads_all` False is privacy mode: of a group
    where it is no administrator the bot sees commands and answers to itself only.
    """

    id: int = 1_000_000_001
    username: str = "teman_jht_bot"
    named: bool = False
    names: dict[str, str] = field(default_factory=lambda: {"": "Teman JHT"})
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)
    rights: dict[bool, dict[str, Any]] = field(default_factory=dict)
    reads_all: bool = True
    frozen: bool = False

    def as_user(self) -> User:
        """The bot as who did something."""
        return User(self.id, self.names[""], username=self.username, language_code="", is_bot=True)

    def card(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names[""],
            "username": self.username,
        }


class People:
    """Everybody who has an account here, by id."""

    def __init__(self) -> None:
        self._by_id: dict[int, User] = {}
        self._next = FIRST_USER

    def add(self, user_id: int | None = None, first_name: str = "", **more: Any) -> User:
        """A new user. Raises `ValueError` when the id is taken or not a person's id."""
        if user_id is None:
            while self._next in self._by_id:
                self._next += 1
            user_id = self._next
        if user_id <= 0:
            raise ValueError(f"a user's id is positive, not {user_id}")
        if user_id in self._by_id:
            raise ValueError(f"user {user_id} exists already")
        user = User(user_id, first_name or f"Peserta {user_id}", **more)
        self._by_id[user_id] = user
        return user

    def get(self, user_id: int) -> User | None:
        return self._by_id.get(user_id)

    def all(self) -> list[User]:
        return list(self._by_id.values())
