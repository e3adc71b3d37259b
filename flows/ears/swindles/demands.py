"""Demands that need no broker beside them: money with no reason, a secret, a share for the firm.

"Diminta 200 ribu" names nobody, and yet nothing has to be paid; a PIN is asked for by no office;
no old firm keeps a part of what is claimed. The words are content: ``tuntutan`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from flows.ears.swindles.kept import CARD, GROUPS, asks_share, kept
from flows.ears.swindles.sums import amounts
from flows.ears.swindles.trust import FEE, FIRM, FLAGS
from flows.language.marks import Marked, Marks, Span
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "tuntutan",
    groups=(
        "penolong", "firma", "bertanya", "berkata", "konon", "membacakan", "ditagih", "sandi",
        "kode", "kode_masuk", "akun", "pin_bank", "atm", "wajah", "ktp", "prosedur", "di_aplikasi",
        "ulang", "tujuan", "milik_sendiri", "bayaran", "wajib_bayar", "wajar_dibayar",
        "dekat_pintas",
        "mengambil", "untuk_firma", "ditahan", "denda", "iuran",
        "kerabat", "di_dalam", "dipercepat", "saya", "surat_kerja", "dibuatkan",
        "mirip_resmi", *GROUPS,
    ),
)  # fmt: skip
INSIDER: Final = "orang_dalam"
FORGED: Final = "surat_palsu"

_MONEY: Final = frozenset({"ribu", "juta", "jutaan", "sejuta"})
_SHARE: Final = "persen"
_CONTRIBUTION: Final = 6
"""Percent up to which a share that a firm takes may be the monthly contribution."""

_OFFICE: Final = "kantor"
_CONTRIBUTIONS: Final = "iuran"

_ASKED: Final = 4
_AHEAD: Final = 6


class Demands:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        trusted = {
            "meminta": (*words.ways("percaya", "meminta"), *words.ways(PART.name, "ditagih")),
            "serah": words.ways("percaya", "serah"),
            "imbalan": words.ways("percaya", "imbalan"),
            "biasa": words.ways("percaya", "biasa"),
            "orang": (*words.ways("percaya", "orang"), *words.ways(PART.name, "penolong")),
            "sendiri": words.ways("percaya", "sendiri"),
        }
        self._marks = Marks(words, PART, normaliser, trusted)
        self._passive = words.pattern("percaya", "dimintai")
        self._deposit = words.pattern("percaya", "sebutan_setor")

    def read(self, folded: Folded, spelled: Sequence[str]) -> frozenset[str]:
        """Ids of calo.yaml for what is demanded."""
        text = self._marks.read(spelled)
        passive = self._passive.search(folded) is not None or _hearsay(text)
        asked = [span for span in text.spans("meminta") if _by_others(text, span, passive)]
        return frozenset(
            (
                *_secrets(text, asked, passive),
                *_money(text, asked, passive, self._is_deposit(folded)),
                *_share_of_firm(text),
                *_insider(text),
                *_forged(text),
                *kept(text),
            )
        )

    def _is_deposit(self, folded: Folded) -> bool:
        """Whether "setor" is said, the usual word for contributions, of which nothing else is."""
        return self._deposit.search(folded) is not None and _CONTRIBUTIONS not in folded


def _hearsay(text: Marked) -> bool:
    """ "Minta duit 100rb, katanya buat admin": who asks is left out."""
    return text.near("meminta", (0, 0), 0, 1) and text.has("konon")


def _by_others(text: Marked, span: Span, passive: bool) -> bool:
    """Whether it is not the writer who asks."""
    if text.denied(span):
        return False
    return passive or (span[0] > 0 and not text.near("sendiri", (span[0], span[0]), 1, 0))


def _secrets(text: Marked, asked: Sequence[Span], passive: bool) -> Iterator[str]:
    """A code, a password, the account: whoever wants it, and whatever for."""
    if text.has("orang", "firma") and _code_wanted(text, asked):
        yield FLAGS["kode"]
    by_app = text.has("di_aplikasi")
    for each in asked:
        if text.near("pin_bank", each, 0, _ASKED) and not by_app:
            yield FLAGS["kode"]
        if text.near("atm", each, 0, _ASKED) and not by_app and _OFFICE not in text.words:
            yield CARD
    if text.has("prosedur") and not by_app:
        yield from _photos(text)


def _code_wanted(text: Marked, asked: Sequence[Span]) -> bool:
    telling = text.has("berkata", "meminta", "bertanya")
    questions = [s for s in text.spans("bertanya") if _by_others(text, s, passive=False)]
    for span in text.spans("sandi", "kode_masuk"):
        wanted = any(-5 <= span[0] - end <= _ASKED for _, end in asked)
        inquired = any(0 <= span[0] - end <= 3 for _, end in questions)
        if (wanted or inquired) and not text.near("ulang", span, 2, 3):
            return True
    for span in text.spans("sandi", "kode_masuk", "kode"):
        # "Mas nya bilang bacain angkanya": an order, though nothing says "minta".
        if telling and text.near("membacakan", span, 3, 0) and not text.near("ulang", span, 2, 3):
            return True
    for span in text.spans("akun"):
        close = any(0 <= span[0] - end <= 1 for _, end in asked)
        if close or (telling and text.near("serah", span, 1, 0)):
            return True
    return False


def _photos(text: Marked) -> Iterator[str]:
    """ "Dimintain foto KTP sama selfie, itu prosedurnya?"."""
    if any(text.near("wajah", each, 0, _ASKED) for each in text.spans("meminta")):
        yield FLAGS["wajah"]
        if text.has("ktp"):
            yield FLAGS["data"]


def _money(text: Marked, asked: Sequence[Span], passive: bool, deposit: bool) -> Iterator[str]:
    """Money that is asked for with no reason, or goes to somebody's own account."""
    sums = list(amounts(text.words))
    shortcut = text.has("dekat_pintas") and (deposit or text.has("bayaran", "imbalan"))
    if (shortcut and sums) or _to_a_person(text, asked) or asks_share(text, asked, sums):
        yield FEE
    family = text.has("kerabat") and not text.has("orang")
    due = text.has("wajar_dibayar", "milik_sendiri") or (text.has("biasa") and not deposit)
    if passive and not family and not due:
        rupiah = [start for start, _ in sums if text.words[start] in _MONEY]
        if any(_paid_for_nothing(text, each, rupiah) for each in asked):
            yield FIRM if text.has("firma") and not text.has("orang") else FEE


def _to_a_person(text: Marked, asked: Sequence[Span]) -> bool:
    """ "Disuruh transfer ke rekening pribadi", not "ditransfer ke rekening pribadi saya"."""
    return any(
        0 <= goal[0] - span[1] <= _AHEAD
        and (asked or text.near("wajib_bayar", span, 3, 2))
        and not text.near("saya", goal, 0, 2)
        for span in text.spans("bayaran")
        for goal in text.spans("tujuan")
    )


def _paid_for_nothing(text: Marked, asked: Span, rupiah: Sequence[int]) -> bool:
    """ "Diminta 200 ribu", "disuruh bayar biaya admin"."""
    if any(0 <= start - asked[1] <= 2 for start in rupiah) or text.near("uang_muka", asked, 0, 1):
        return True
    paid = [span for span in text.spans("bayaran") if 0 <= span[0] - asked[1] <= 2]
    return any(
        text.near("wajib_bayar", span, 0, 3) or any(0 <= at - span[1] <= 3 for at in rupiah)
        for span in paid
    )


def _share_of_firm(text: Marked) -> Iterator[str]:
    """A part of the claim for the firm; a paper only against money."""
    if not text.has("firma") or text.has("iuran"):
        return
    sums = [span for span in amounts(text.words) if not _contributed(text, span)]
    if any(_shared(text, span, sums) for span in text.spans("mengambil")):
        yield FIRM
    if text.has("ditahan"):
        paid = [s for s in text.spans("bayaran") if not text.denied(s) or text.has("denda") or sums]
        if any(not text.near("firma", (start, start), 3, 0) for start, _ in paid):
            yield FIRM


def _shared(text: Marked, span: Span, sums: Sequence[Span]) -> bool:
    """Whether the firm takes a part: "perusahaan mau ambil 15% dari jht saya"."""
    summed = any(0 <= start - span[1] <= 3 for start, _ in sums)
    if not summed or text.near("saya", (span[0], span[0]), 2, 0):
        return False
    ahead = any(0 <= span[0] - end <= 1 for _, end in text.spans("firma"))
    # "Penyalur minta jatah 20 persen", not "minta saya ambil 10 persen".
    wanted = text.near("meminta", span, 0, 0) and not text.near("saya", span, 0, 1)
    theirs = wanted or text.near("milik_sendiri", span, 0, 8)
    return (ahead and theirs) or text.near("untuk_firma", span, 0, 8)


def _contributed(text: Marked, span: Span) -> bool:
    """Whether it is a share as small as the monthly contribution."""
    before = text.words[span[0] - 1] if span[0] else ""
    small = before.isdigit() and int(before) <= _CONTRIBUTION
    return small and text.words[span[0]] == _SHARE


def _forged(text: Marked) -> Iterator[str]:
    """ "Teman bisa bikinin paklaring 300 ribu": a paper that is bought is none of the firm."""
    if text.has("firma") or not text.has("surat_kerja"):
        return
    made = [
        deed
        for deed in text.spans("dibuatkan")
        if not text.denied(deed) and text.near("surat_kerja", deed, 4, 3)
    ]
    sums = (span for span in amounts(text.words) if text.words[span[0]] != _SHARE)
    # "Saldo 20 juta" beside it is no price.
    if made and any(not text.near("wajar_dibayar", span, 5, 1) for span in sums):
        yield FORGED


def _insider(text: Marked) -> Iterator[str]:
    """ "Ipar saya kerja di sana, bisa dipercepat"."""
    known = (
        0 <= inside[0] - kin[1] <= 2
        for kin in text.spans("kerabat")
        for inside in text.spans("di_dalam")
    )
    if any(known) and text.has("dipercepat"):
        yield INSIDER
