"""What kind of source an address is: ``content/sources.yaml``.

The kind is never written beside a source: it is worked out from the address, so that a draft can
not be called an official page.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from pydantic import Field

from flows.content.guide import Content
from flows.content.statement import Witness
from flows.content.visible import Listed, Seen

NEWS: Final = "salinan berita"
"""What an address is that stands nowhere on the list."""

UNSEEN: Final = "belum dikonfirmasi"
"""What a source without an address is."""


class Sources(Content):
    """`kinds`: hosts, or beginnings of addresses, by the name of their kind as people read it.

    `names`: beginnings of addresses that may be called by one name only. `drafts`: the kinds that
    nobody has confirmed.
    """

    kinds: Mapping[str, Listed] = Field(default_factory=dict)
    names: Mapping[str, Seen] = Field(default_factory=dict)
    drafts: tuple[Seen, ...] = ()

    def kind(self, witness: Witness) -> str:
        """What kind of source a witness is, as people read it."""
        if witness.link is None:
            return UNSEEN
        bare = _bare(witness.link)
        found = max((at for at in self._by_start if _begins(bare, at)), key=len, default="")
        return self._by_start.get(found, NEWS)

    def name_of(self, link: str) -> str | None:
        """The only name an address may be cited by; None for most."""
        bare = _bare(link)
        return next((name for at, name in self.names.items() if _begins(bare, _bare(at))), None)

    @cached_property
    def _by_start(self) -> Mapping[str, str]:
        return {_bare(at): kind for kind, starts in self.kinds.items() for at in starts}


def _bare(link: str) -> str:
    """An address without its scheme and "www.", in small letters."""
    parts = urlsplit(link if "://" in link else f"//{link}")
    rest = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{rest}"


def _begins(link: str, start: str) -> bool:
    """Whether an address is one of a host, below it, or begins so."""
    host, _, path = start.partition("/")
    its_host, _, its_path = link.partition("/")
    return (its_host == host or its_host.endswith(f".{host}")) and its_path.startswith(path)
