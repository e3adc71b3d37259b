"""Papers and bank cards that a helper wants, or keeps: "KTP saya ditahan", "atm dipegang dia".

An office asks for papers and gives them back; a card, a share or a pledge it never wants. The words
are content: ``tuntutan`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from flows.language.marks import Marked, Span, is_behind

CARD: Final = "minta_barang"
DATA: Final = "minta_data"

GROUPS: Final = (
    "surat_pribadi", "kartu_bank", "ditahan_orang", "dipegang", "pemegang_lain", "jaminan",
    "pecahan", "uang_muka",
)  # fmt: skip

_AHEAD: Final = 4
_ME: Final = frozenset({"saya", "kami"})

OFFICERS: Final = frozenset({"petugas", "satpam"})
"""Who may ask for papers, in the usual spelling."""


def kept(text: Marked) -> Iterator[str]:
    """What somebody keeps who is no relative, firm, bank or policeman."""
    papers = text.spans("surat_pribadi", "kartu_bank")
    if not papers or text.has("pemegang_lain"):
        return
    strong = text.spans("ditahan_orang")
    people = [end for start, end in text.spans("orang") if text.words[start] not in OFFICERS]
    weak = [s for s in text.spans("dipegang") if people and not _own(text, s, papers)]
    pledged = text.spans("jaminan") if text.has("meminta") else []
    behind = any(
        is_behind(paper, each, _AHEAD) for paper in papers for each in (*strong, *weak, *pledged)
    )
    taken = [each for each in weak if any(0 <= each[0] - end <= 1 for end in people)]
    mine = [paper for paper in papers if not _ME.isdisjoint(text.words[paper[1] : paper[1] + 1])]
    ahead = any(is_behind(each, paper, _AHEAD) for paper in papers for each in strong)
    if behind or ahead or any(is_behind(each, paper, _AHEAD) for paper in mine for each in taken):
        yield CARD if text.has("kartu_bank") else DATA


def asks_share(text: Marked, asked: Sequence[Span], sums: Sequence[Span]) -> bool:
    """ "Bapak itu minta 15 persen", "ibu itu minta seperempat"."""
    parts = [start for start, _ in (*sums, *text.spans("pecahan"))]
    if not parts or text.has("biasa"):
        return False
    people = [end for _, end in text.spans("orang")]
    return any(
        0 <= start - end <= 1 and any(0 <= at - after <= 2 for at in parts)
        for start, after in asked
        for end in people
    )


def _own(text: Marked, span: Span, papers: Sequence[Span]) -> bool:
    """ "KK sudah saya pegang", not "KTP saya dipegang"."""
    before = span[0] - 1
    mine = before >= 0 and text.words[before] in _ME
    return mine and all(end != before for _, end in papers)
