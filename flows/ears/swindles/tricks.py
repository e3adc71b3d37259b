"""Tricks that need no price: a form that is sold, a place in the queue, money against the rules, a
call that threatens, an account that is lent, a card that the boss keeps.

The words are content: ``siasat`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.ears.swindles.kept import CARD
from flows.ears.swindles.sums import amounts
from flows.ears.swindles.trust import FEE
from flows.language.marks import Marked, Marks, is_behind
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "siasat",
    groups=(
        "jualan", "dijual", "antre", "menyerobot", "menawar_bantu", "orang_jalanan", "penjual_jasa",
        "ada_yang", "cair", "bagi_orang", "walau_aktif", "data_tembak", "hangus", "kalau_tidak",
        "dihubungi", "saya_hubungi", "rekening_orang", "dibagi", "top_up", "talangan", "resminya",
        "kartu_bank", "ditahan", "majikan", "bukan_majikan", "surat_kerja", "palsu", "dibeli",
        "minta_bagi", "biaya", "kirim_uang", "kabar", "biaya_bank", "milik_saya",
    ),
)  # fmt: skip

PROMISE: Final = "janji_pasti"
HURRY: Final = "terburu_buru"
UPFRONT: Final = "bayar_dulu"
FORGED: Final = "surat_palsu"

_KEYS: Final = (
    "dijual", "menyerobot", "data_tembak", "hangus", "rekening_orang", "top_up", "talangan",
    "ditahan", "palsu", "dibeli", "minta_bagi", "kirim_uang",
)  # fmt: skip
"""Without the last word of one of these there is no trick to look for."""

_OFFERED: Final = ("menawar_bantu", "bagi_orang")
_SERVED: Final = ("cair", "antre")
"""Nor without one of each of these."""

_FOR_OTHERS: Final = "untuk_orang"
"""Mark of a text in which something is done for somebody else, as it is typed."""

_WHERE: Final = "dimana"


@dataclass(frozen=True, slots=True)
class Trick:
    """`flags`: ids of calo.yaml. `wary`: there is reason for care, though no sign is certain."""

    flags: frozenset[str] = frozenset()
    wary: bool = False


class Tricks:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        also: Mapping[str, Sequence[str]] = {
            "meminta": (*words.ways("percaya", "meminta"), *words.ways("tuntutan", "ditagih")),
            "orang": words.ways("percaya", "orang"),
        }
        self._marks = Marks(words, PART, normaliser, also)
        self._helping = words.pattern("tipuan", "sebutan_menolong")
        keys, offered, served = (
            frozenset(
                normaliser.spell(way)[-1] for it in group for way in words.ways(PART.name, it)
            )
            for group in (_KEYS, _OFFERED, _SERVED)
        )
        self._keys, self._offered, self._served = keys, offered, served

    def read(self, folded: Folded, spelled: Sequence[str]) -> Trick:
        """What is tried."""
        if not self._worth_a_look(spelled):
            return Trick()
        text = self._marks.read(spelled)
        if self._helping.search(folded):
            text = Marked(text.words, {**text.at, _FOR_OTHERS: [(0, 0)]})
        flags = frozenset(flag for flag, seen in _SIGNS if seen(text))
        return Trick(flags, bool(flags) or _lends_ahead(text) or _helps_in_the_queue(text))

    def _worth_a_look(self, spelled: Sequence[str]) -> bool:
        if not self._keys.isdisjoint(spelled):
            return True
        return not (self._offered.isdisjoint(spelled) or self._served.isdisjoint(spelled))


def _close(text: Marked, one: str, other: str, reach: int) -> bool:
    """Whether two groups stand at most so many words apart, in any order."""
    return any(text.near(other, span, reach, reach) for span in text.spans(one))


def _sold(text: Marked) -> bool:
    """ "Formulirnya dijual 20 ribu": forms and numbers cost nothing."""
    asked_where = _WHERE in text.words and not any(amounts(text.words))
    return _close(text, "dijual", "jualan", 4) and not asked_where


def _jumps_the_queue(text: Marked) -> bool:
    """ "Tukang parkir bisa bantu nyelak antrean"."""
    offered = text.has("menawar_bantu") and text.has("orang_jalanan", "orang")
    return offered and text.has("menyerobot") and text.has("antre")


def _helps_in_the_queue(text: Marked) -> bool:
    """ "Tukang ojek bilang bisa bantu ambil nomor": who hangs about there is no officer."""
    served = text.has("antre", "cair")
    return served and text.has("orang_jalanan") and text.has("menawar_bantu")


def _in_spite_of_rules(text: Marked) -> bool:
    """ "Ada yang bisa cairin walau masih kerja", not "teman masih kerja kok bisa cair"."""
    if text.has("data_tembak"):
        return True
    if not text.has("walau_aktif") or not text.has("cair"):
        return False
    # "Ada yang masih kerja bisa cair?" asks about others; "ada yang bisa cairin" offers.
    sellers = ("penjual_jasa", "orang_jalanan", *(("ada_yang",) if text.has(_FOR_OTHERS) else ()))
    return text.has("menawar_bantu", "bagi_orang") and text.has(*sellers)


def _threatened(text: Marked) -> bool:
    """ "Ditelepon, katanya JHT hangus kalau tidak diperbarui hari ini"."""
    pressed = text.has("kalau_tidak", "meminta")
    return text.has("hangus") and text.has("dihubungi") and pressed and not text.has("saya_hubungi")


def _lent_account(text: Marked) -> bool:
    """ "Pinjam rekening teman, nanti dia potong sedikit"."""
    return any(
        0 <= share[0] - lent[1] <= 5
        for lent in text.spans("rekening_orang")
        for share in text.spans("dibagi")
    )


def _shared(text: Marked) -> bool:
    """ "Saudara mau bantu tapi minta bagi hasil"."""
    return any(
        text.near("orang", span, 6, 0) and not text.near("milik_saya", span, 1, 1)
        for span in text.spans("minta_bagi")
    )


def _cost_to_send(text: Marked) -> bool:
    """ "Katanya ada biaya meterai 50 ribu, ditransfer"."""
    told = text.has("kabar", "meminta") and text.has("kirim_uang")
    if not told or text.has("biaya_bank"):
        return False
    sums = [start for start, _ in amounts(text.words)]
    return any(-3 <= at - cost[1] <= 3 for cost in text.spans("biaya") for at in sums)


def _filled_up(text: Marked) -> bool:
    """ "Disuruh top up dulu"."""
    return any(
        is_behind(each, up, 4) for each in text.spans("meminta") for up in text.spans("top_up")
    )


def _kept_by_firm(text: Marked) -> bool:
    """ "ATM saya ditahan bos": papers a firm may have, a bank card never."""
    if not text.has("majikan") or text.has("bukan_majikan"):
        return False
    return _close(text, "ditahan", "kartu_bank", 4)


def _forged(text: Marked) -> bool:
    """ "Bisa beli paklaring gak", "ada yang jual surat kerja palsu"."""
    if text.has("majikan"):
        return False
    return any(
        text.near("dibeli", span, 3, 2) or (text.near("palsu", span, 2, 2) and text.has("dijual"))
        for span in text.spans("surat_kerja")
    )


def _lends_ahead(text: Marked) -> bool:
    """ "Koperasi mau talangin JHT saya": whoever lends on it wants to be paid."""
    return text.has("talangan") and not text.has("resminya")


_SIGNS: Final[Sequence[tuple[str, Callable[[Marked], bool]]]] = (
    (FEE, _sold),
    (FEE, _lent_account),
    (FEE, _shared),
    (FEE, _cost_to_send),
    (UPFRONT, _filled_up),
    (PROMISE, _jumps_the_queue),
    (PROMISE, _in_spite_of_rules),
    (HURRY, _threatened),
    (CARD, _kept_by_firm),
    (FORGED, _forged),
)
