"""Every setting, its meaning, and what is said when it is wrong.

Read from the environment (or a file named ``.env``). `tests/test_settings.py` compares this list
with the table in the README, so that no setting exists undocumented.
"""

from __future__ import annotations

import ipaddress
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

TELEGRAM = "https://api.telegram.org"
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
"""Days on which BOT_TODAY makes sense; the rules reckon a working life back and forth from it."""
_TOKEN = re.compile(r"\d+:[\w-]{3,}", re.ASCII)
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
HOOK_PORTS = (443, 80, 88, 8443)
"""The only ports to which Telegram brings updates."""


class SettingsError(Exception):
    """One or more settings are wrong; the text has one clear sentence for each."""


class Settings(BaseSettings):
    """What can be set from outside, with its default."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    telegram_token: SecretStr | None = Field(
        default=None, description="Bot token from @BotFather; without it the sandbox starts."
    )
    telegram_api: str = Field(
        default=TELEGRAM, description="Base address of the Bot API; plain http only on loopback."
    )
    telegram_mode: Literal["polling", "webhook"] = Field(
        default="polling", description="How updates arrive: polling or webhook."
    )
    webhook_url: str | None = Field(
        default=None, description="Public https address that Telegram calls (webhook mode)."
    )
    webhook_listen: str = Field(
        default="127.0.0.1:8080", description="host:port on which the webhook listens."
    )
    webhook_secret: SecretStr | None = Field(
        default=None, description="Secret that Telegram repeats with each call (webhook mode)."
    )
    database_url: str = Field(
        default="sqlite:///teman-jht.db", description="Where everything is remembered."
    )
    content: Path = Field(default=Path("content"), description="Folder of the content files.")
    bot_today: date | None = Field(
        default=None, description="A date to answer as on that day; refused with Telegram itself."
    )
    sandbox_port: Annotated[int, Field(ge=0, le=65535)] = Field(
        default=8765, description="Port of the sandbox page; 0 takes any free one."
    )
    sends_per_second: Annotated[float, Field(gt=0)] = Field(
        default=30.0, description="Messages a second over all chats; Telegram allows about 30."
    )
    chat_sends_per_second: Annotated[float, Field(gt=0)] = Field(
        default=1.0, description="Messages a second to one person; Telegram allows about 1."
    )
    group_sends_per_minute: Annotated[int, Field(ge=4)] = Field(
        default=20, description="Messages a minute into one staff group; Telegram allows about 20."
    )
    staff_group: int | None = Field(
        default=None,
        description="Number of the officers' group with topics (-100…); without it no desk.",
    )
    editors_topic: int | None = Field(
        default=None, description="Topic of the staff group that hears of content problems."
    )
    supervisor: int | None = Field(
        default=None, description="Telegram user number of the first supervisor of the desk."
    )

    @field_validator("telegram_token")
    @classmethod
    def _token_form(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None or not token.get_secret_value():
            return None
        if not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("bukan token bot. Bentuknya 123456:ABC-DEF, salin seluruhnya")
        return token

    @field_validator("telegram_api")
    @classmethod
    def _api_form(cls, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("harus alamat seperti https://api.telegram.org")
        if parts.scheme == "http" and not _is_loopback(parts.hostname):
            raise ValueError(
                "harus https: lewat http token terbaca orang. http hanya untuk komputer ini sendiri"
            )
        return address.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_form(cls, url: str) -> str:
        if not url.startswith("sqlite:///") or url == "sqlite:///":
            raise ValueError("harus seperti sqlite:///teman-jht.db")
        return url

    @field_validator("bot_today")
    @classmethod
    def _day_near(cls, day: date | None) -> date | None:
        if day is not None and not FIRST <= day <= LAST:
            raise ValueError(f"harus tanggal antara {FIRST} dan {LAST}")
        return day

    @field_validator("webhook_listen")
    @classmethod
    def _listen_form(cls, listen: str) -> str:
        host, _, port = listen.rpartition(":")
        if not host or not port.isdecimal() or int(port) > 65535:
            raise ValueError("harus alamat dan nomor port, misalnya 127.0.0.1:8080")
        return listen

    @field_validator("webhook_secret")
    @classmethod
    def _secret_form(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is None or not secret.get_secret_value():
            return None
        if not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError(
                "hanya boleh huruf A-Z dan a-z, angka, _ dan -, paling banyak 256 karakter"
            )
        return secret

    @field_validator("webhook_url")
    @classmethod
    def _hook_form(cls, address: str | None) -> str | None:
        try:
            parts = urlsplit(address or "")
            port = parts.port or HOOK_PORTS[0]
        except ValueError:
            raise ValueError("harus alamat seperti https://contoh.go.id/kait") from None
        if port not in HOOK_PORTS and not _is_loopback(parts.hostname or ""):
            raise ValueError(
                "harus memakai port 443, 80, 88 atau 8443: Telegram tidak ke port lain"
            )
        return address

    @field_validator("staff_group")
    @classmethod
    def _group_form(cls, group: int | None) -> int | None:
        if group is not None and group >= 0:
            raise ValueError("harus nomor grup, dan nomor grup selalu di bawah nol")
        return group

    @model_validator(mode="after")
    def _fit_together(self) -> Settings:
        if self.telegram_mode == "webhook":
            parts = urlsplit(self.webhook_url or "")
            if parts.scheme != "https" and not _is_loopback(parts.hostname or ""):
                raise ValueError("WEBHOOK_URL harus alamat https kalau TELEGRAM_MODE=webhook")
            if self.webhook_secret is None:
                raise ValueError("WEBHOOK_SECRET harus diisi kalau TELEGRAM_MODE=webhook")
        if self.bot_today and self.telegram_token and self.telegram_api == TELEGRAM:
            raise ValueError("BOT_TODAY hanya untuk mencoba, tidak untuk bot di Telegram sendiri")
        return self

    @property
    def database_path(self) -> Path:
        """The file behind `database_url`."""
        return Path(self.database_url.removeprefix("sqlite:///"))


_NO_INTEGER: Final = "harus bilangan bulat, misalnya 5"
_NO_NUMBER: Final = "harus bilangan, misalnya 5"
_NO_DAY: Final = "harus tanggal, misalnya 2027-01-01"
_UNKNOWN: Final = "tidak bisa dipakai"
_FAULTS: Final = {
    "value_error": "{error}",
    "missing": "belum diisi",
    "literal_error": "harus {expected}",
    "int_parsing": _NO_INTEGER,
    "int_parsing_size": _NO_INTEGER,
    "int_from_float": _NO_INTEGER,
    "int_type": _NO_INTEGER,
    "float_parsing": _NO_NUMBER,
    "float_type": _NO_NUMBER,
    "finite_number": _NO_NUMBER,
    "greater_than": "harus lebih besar dari {gt}",
    "greater_than_equal": "paling kecil {ge}",
    "less_than": "harus lebih kecil dari {lt}",
    "less_than_equal": "paling besar {le}",
    "date_parsing": _NO_DAY,
    "date_type": _NO_DAY,
    "date_from_datetime_parsing": _NO_DAY,
    "date_from_datetime_inexact": _NO_DAY,
}
"""What pydantic finds wrong with a value, as people are told."""


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_settings() -> Settings:
    """The settings of this process.

    Raises SettingsError with one sentence per wrong setting; values are never repeated in it.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(_sentence(detail) for detail in error.errors())) from None
    except UnicodeDecodeError:
        raise SettingsError("Berkas .env harus disimpan sebagai UTF-8.") from None


def fault(detail: ErrorDetails) -> str:
    """What is wrong with a value, to stand behind its name; never the value itself."""
    about: dict[str, Any] = detail.get("ctx", {})
    return _FAULTS.get(detail["type"], _UNKNOWN).format_map(
        {name: _said(value) for name, value in about.items()}
    )


def _said(value: object) -> str:
    """A limit, a list of choices ("'polling' or 'webhook'"), or a sentence of ours."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text.replace("' or '", "' atau '")


def _sentence(detail: ErrorDetails) -> str:
    place = detail["loc"]
    return f"{str(place[0]).upper()} {fault(detail)}." if place else f"{fault(detail)}."
