"""Where a webhook may be: what Telegram's `setWebhook` takes and what it refuses."""

from __future__ import annotations

import re
from ipaddress import ip_address as parsed_ip
from urllib.parse import SplitResult, urlsplit

from sandbox.errors import bad

LOOPBACK = ("127.0.0.1", "::1", "localhost")
PORTS = (443, 80, 88, 8443)
SECRET_AT_MOST = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


def check_place(url: str, secret: str, ip_address: str) -> None:
    """Raises 400 in Telegram's words, in the order in which Telegram looks.

    http on loopback passes, with any port: nothing of a test needs a certificate.
    """
    parts = _parts(url)
    if len(secret) > SECRET_AT_MOST:
        raise bad("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if parts.scheme == "http" and parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if ip_address:
        _check_ip(ip_address)
    if parts.hostname not in LOOPBACK:
        # There is no other computer in this world.
        raise bad("bad webhook: Failed to resolve host: Name or service not known")


def resolved(url: str) -> str:
    """The address behind the name. Only this computer's can be reached."""
    return "::1" if urlsplit(url).hostname == "::1" else "127.0.0.1"


def _parts(url: str) -> SplitResult:
    """Telegram takes an address without a scheme for https."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        _ = parts.port
    except ValueError:
        raise bad("invalid webhook URL specified") from None
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise bad("invalid webhook URL specified")
    return parts


def _check_ip(given: str) -> None:
    try:
        address = parsed_ip(given)
    except ValueError:
        raise bad("bad webhook: Invalid IP address specified") from None
    if address.version != 4:
        raise bad("bad webhook: IPv6-only addresses are not allowed")
    if not address.is_global:
        raise bad(f"bad webhook: IP address {given} is reserved")
