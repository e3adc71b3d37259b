"""What is official: the addresses, apps, numbers and e-mails that may be shown to participants.

Editors list them under ``resmi`` in ``content/calo.yaml``; numbers with the unit ``telepon`` and
the telephones of the offices count too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlsplit

from flows.content.guide import Content
from flows.content.visible import Listed, Seen

_DIGITS: Final = re.compile(r"\D+")


class OfficialLine(Content):
    """The list as written. `tiruan` are known imitations.

    Without a single entry even what is official would be called dangerous.
    """

    domains: Listed
    apps: Listed
    phones: Listed
    emails: Listed
    tiruan: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Official:
    """The list in the form in which it is compared: lower case, numbers as digits."""

    domains: frozenset[str] = frozenset()
    apps: frozenset[tuple[str, str, str]] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()

    @classmethod
    def of(cls, line: OfficialLine) -> Official:
        """The list behind what editors wrote."""
        return cls(
            frozenset(domain.lower() for domain in line.domains),
            frozenset(_app(app) for app in line.apps),
            frozenset(digits(phone) for phone in line.phones),
            frozenset(email.lower() for email in line.emails),
        )

    def with_phones(self, phones: Iterable[str]) -> Official:
        """The list with more telephone numbers; empty ones are left out."""
        more = {digits(phone) for phone in phones} - {""}
        return Official(self.domains, self.apps, self.phones | more, self.emails)

    def has_link(self, url: str) -> bool:
        """Whether an address leads to an official site, or to the app in an official store.

        A host counts with what stands before it ("sipp.bpjsketenagakerjaan.go.id"), never with
        what stands behind ("bpjsketenagakerjaan.go.id.contoh.com") or before an `@`.
        """
        parts = _split(url)
        if parts is None:
            return False
        scheme, host = parts
        if scheme not in {"", "http", "https"}:
            return False
        if any(host == domain or host.endswith(f".{domain}") for domain in self.domains):
            return True
        return _app(url) in self.apps

    def has_phone(self, number: str) -> bool:
        """Whether a number is official, with or without the country code."""
        bare = digits(number)
        return bool({bare, re.sub(r"^(?:00)?62", "0", bare)} & self.phones)

    def has_email(self, email: str) -> bool:
        """Whether an e-mail address is official."""
        return email.lower() in self.emails


def digits(text: str) -> str:
    """The digits of a text alone."""
    return _DIGITS.sub("", text)


def _split(url: str) -> tuple[str, str] | None:
    """Scheme and host of an address; None when a browser might read it differently than we do."""
    if not url.isascii() or "\\" in url:
        return None
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    return (parts.scheme.lower(), host) if host and "@" not in parts.netloc else None


def _app(url: str) -> tuple[str, str, str]:
    """Host, path and app id of a store address: what else stands in the query does not matter."""
    split = _split(url)
    if split is None:
        return "", "", url
    parts = urlsplit(url if "://" in url else f"//{url}")
    app = parse_qs(parts.query).get("id", [""])
    return split[1], parts.path.rstrip("/").lower(), app[0] if len(app) == 1 else ""
