"""The options of one question by how people say them, and which of them a text is like.

Counted when the content loads, nothing is trained: a way of saying an option counts whole, and a
word as far as it stands in the ways of saying that option and not in those of the others (its
troubles among them) or of other questions. What no option is said with speaks against all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.ears.options.likeness import Likeness
from flows.ears.options.rarity import Rarity, Words
from flows.ears.options.signed import MINE, NOT
from flows.ears.options.things import Things
from flows.ears.options.way import Way

UNSURE: Final = f"{NOT}tahu"
"""What an option is said with that stands for not knowing."""

FEW: Final = 1.0
"""So many ways more hold a word in thought only: of one way it tells half as much."""

ELSEWHERE: Final = 0.5
"""How much a word common in all questions counts for none of the options."""

CONTAINED: Final = 0.4
"""What a way that is said whole counts, however much else is said."""

TELLING: Final = 0.4
"""A way has to weigh so much for that: "ada" and "sudah" tell nothing of their own."""

_NAMES: Final = 2
"""So many of the ways come first that are its label and its key."""

_ITSELF: Final = 0.95
"""Likeness of what is as good as an option itself."""

_HEAD: Final = 0.4
"""Likeness of what a label says first to the option it is a case of."""

MOSTLY: Final = 0.6
"""So much of what the likest option has of the words an option has to have."""

_TINY: Final = 1e-9

TYPED: Final = 4
"""Letters from which a word that nobody knows is one of these with a typing mistake."""

OPPOSED: Final = 0.5
"""What a way counts where one denies something and the other nothing."""

NO_WORDS: Final[frozenset[str]] = frozenset()

_RECENT: Final = 8
"""Clauses whose ranking is remembered: many ask about the same few while one text is heard."""

Whole = tuple[dict[str, float], set[str], dict[str, frozenset[str]]]
"""Of each option how like it is to the nearest way of saying it; those to which that way only
leans; the words of telling ways of each that are said whole."""

WHOLE: Final = 0.4
"""What a way counts of which a single small word was said, beside one said whole."""


class OptionIndex:
    """The options of one question; `others` are what else may be said there (troubles).

    `unsure`: the option of those who do not know; None where there is none.
    """

    def __init__(
        self,
        ways: Mapping[str, Sequence[Words]],
        others: Sequence[Words],
        rarity: Rarity,
        knows: Callable[[str], bool],
        heads: Mapping[str, Words],
        jarring: Collection[str] = (),
        bought: Collection[str] = (),
        leaning: Collection[Words] = (),
    ) -> None:
        """`knows` tells stems that are no typing mistake of another, `heads` are what labels of two
        clauses say first, `jarring` are those that say that something is not as it should be,
        `bought` those that say that a thing is bought or paid. `leaning` are those of the ways that
        only lean to their option."""
        self.keys = tuple(ways)
        self._rarity = rarity
        self._knows = knows
        self._jarring = frozenset(jarring)
        told = {**ways, "": others}
        leans = {tuple(dict.fromkeys(way)) for way in leaning}
        self._ways = [
            Way(key, way, rarity.of(way), any(word.startswith(NOT) for word in way), way in leans)
            for key, each in told.items()
            for way in dict.fromkeys(tuple(dict.fromkeys(way)) for way in each if way)
        ]
        self._ranked: dict[Words, Sequence[Likeness]] = {}
        self._compared: dict[Words, Whole] = {}
        self._holding: dict[str, list[Way]] = {}
        for way in self._ways:
            for word in way.words:
                self._holding.setdefault(word, []).append(way)
        bare = {word.removeprefix(NOT) for word in self._holding}
        self._long = sorted(word for word in bare if len(word) >= TYPED)
        self._shares = self._spread()
        self._things = Things(self._holding, self._shares, rarity, knows, frozenset(bought))
        self._heads = dict(heads)
        self.unsure = next((key for key in self.keys if _not_knowing(ways[key])), None)

    @cached_property
    def within(self) -> Mapping[str, str]:
        """Option → the one it is a case of: "ada, tetapi sinyal sulit" is one of "ada"."""
        said = list(self._heads.values())
        likest = {k: self.rank(h)[0] for k, h in self._heads.items() if said.count(h) == 1}
        return {key: of.key for key, of in likest.items() if of.key != key and of.likeness >= _HEAD}

    def rank(self, words: Words) -> Sequence[Likeness]:
        """Every option by how like it a clause is, the likeliest first."""
        words = tuple(words)
        ranked = self._ranked.get(words)
        if ranked is None:
            if len(self._ranked) >= _RECENT:
                self._ranked.clear()
            ranked = self._ranked[words] = self._rank(words)
        return ranked

    def _rank(self, words: Words) -> Sequence[Likeness]:
        words = tuple(self._known(word) for word in words)
        whole, leaning, said = self._whole(words)
        total = self._rarity.of(words)
        denied = self._denied(words)
        told = [(self._rarity.weight(w), self._shares[w]) for w in words if w in self._shares]
        parts = dict.fromkeys(self.keys, 0.0)
        for weight, shares in told:
            for key in parts.keys() & shares.keys():
                parts[key] += weight * shares[key]
        most = max(parts.values())
        found = []
        for key in self.keys:
            near = whole.get(key, 0.0)
            like = 0.5 * near + 0.5 * parts[key] / total if total else 0.0
            rather = near < _ITSELF and parts[key] < MOSTLY * most
            like = max(like, near)
            found.append(
                Likeness(key, like, key in denied, rather, key in leaning, said.get(key, NO_WORDS))
            )
        return sorted(found, key=lambda each: (-each.likeness, each.key))

    def denied(self, words: Words) -> set[str]:
        """The options a clause says it is not."""
        return self._denied(tuple(map(self._known, words)))

    def jars(self, words: Words) -> bool:
        """Whether it speaks against the only option: "muncul halaman lain", "ada tulisan gagal".

        Where there is nothing else to choose, what is denied or odd and no way of saying the option
        means that something else is seen.
        """
        if len(self.keys) > 1:
            return False
        own = self.keys[0]
        return self.is_odd_alone(words) or any(
            word.startswith(NOT) or word in self._jarring
            for word in map(self._known, words)
            if not any(way.key == own for way in self._holding.get(word, ()))
        )

    def is_odd_alone(self, words: Words) -> bool:
        """Whether at the only option nothing but what is odd is said: "loading terus" is not
        "loading sebentar, terus terbuka"."""
        one = len(self.keys) == 1 and bool(words)
        return one and self._jarring.issuperset(map(self._known, words))

    def of_another_thing(self, words: Words, key: str) -> bool:
        """See `Things.are_of_another`."""
        return self._things.are_of_another(tuple(map(self._known, words)), key)

    def goes_on_to(self, words: Words, key: str) -> bool:
        """See `Things.go_on_to`."""
        return self._things.go_on_to(tuple(map(self._known, words)), key)

    def is_said(self, word: str) -> bool:
        """Whether an option, or a trouble of the question, is said with a word."""
        return word in self._holding

    def like_others(self, words: Words) -> float:
        """0..1: how like a trouble of this question it is."""
        return self._whole(words)[0].get("", 0.0)

    def _whole(self, words: Words) -> Whole:
        """How the words compare with the ways of saying the options."""
        found = self._compared.get(words)
        if found is None:
            if len(self._compared) >= _RECENT:
                self._compared.clear()
            found = self._compared[words] = self._compare(words)
        return found

    def _compare(self, words: Words) -> Whole:
        total = self._rarity.of(words)
        denies = any(word.startswith(NOT) for word in words)
        shared: dict[Way, float] = {}
        for word in dict.fromkeys(words):
            weight = self._rarity.weight(word)
            for way in self._holding.get(word, ()):
                shared[way] = shared.get(way, 0.0) + weight
        best: dict[str, float] = {}
        leaning: set[str] = set()
        said: dict[str, frozenset[str]] = {}
        for way, weight in shared.items():
            cover = weight / total
            like = cover * (WHOLE + (1 - WHOLE) * weight / way.weight)
            held = weight >= way.weight - _TINY and weight >= TELLING
            if held and way.denies == denies:
                said[way.key] = said.get(way.key, NO_WORDS).union(way.words)
            if held and len(way.words) > 1:
                like = max(like, CONTAINED + (1 - CONTAINED) * cover)
            if way.denies != denies:
                like *= OPPOSED
            before = best.get(way.key, 0.0)
            if like > before or (like == before and not way.leans):
                best[way.key] = like
                (leaning.add if way.leans else leaning.discard)(way.key)
        return best, leaning, said

    def _denied(self, words: Words) -> set[str]:
        """The options of which a way is said with a word denied: "bukan resign", "ga aktif"."""
        said = set(words)
        denying = {word for word in said if word.startswith(NOT)} - {NOT}
        denied = {word[1:] for word in denying}
        either = said | denied
        found = [
            way
            for word in denied
            for way in self._holding.get(word, ())
            if (way.weight >= TELLING or len(denied) == len(said))
            and denying.isdisjoint(way.words)
            and either.issuperset(way.words)
        ]
        # "Tidak tahu" is said of who does not know, though "mana saya tahu" is, too.
        own: dict[str, int] = {}
        for word in denying:
            for way in self._holding.get(word, ()):
                if said.issuperset(way.words):
                    own[way.key] = max(len(way.words), own.get(way.key, 0))
        if self.unsure in own:
            own[self.unsure] += 1
        return {way.key for way in found if len(way.words) > own.get(way.key, 0)}

    def _known(self, word: str) -> str:
        """ "Anak saya" is "anak" where nobody says whose, "hjau" is "hijau"."""
        if word in self._holding:
            return word
        bare = word.removesuffix(MINE).removeprefix(NOT)
        sign = NOT if word.startswith(NOT) else ""
        if len(bare) < TYPED or self._rarity.commonness(bare) or self._knows(bare):
            return sign + bare
        near = process.extract(bare, self._long, scorer=OSA.distance, score_cutoff=1, limit=2)
        meant = [word for word, _, _ in near if _is_slip(bare, word)]
        return sign + (meant[0] if len(meant) == 1 else bare)

    def _spread(self) -> dict[str, dict[str, float]]:
        """Word → option → how far it speaks for it, 0..1."""
        sizes = Counter(way.key for way in self._ways)
        shares: dict[str, dict[str, float]] = {}
        for word, ways in self._holding.items():
            held = Counter(way.key for way in ways)
            rates = {key: number / sizes[key] for key, number in held.items()}
            common = ELSEWHERE * self._rarity.commonness(word) + sum(rates.values())
            shares[word] = {
                key: rate / common * held[key] / (held[key] + FEW) for key, rate in rates.items()
            }
        return shares


def _not_knowing(ways: Sequence[Words]) -> bool:
    """Whether an option stands for not knowing: by its label or key, not only in a way of saying
    it ("bingung" for who finds it difficult)."""
    return (UNSURE,) in ways and any(UNSURE in way for way in ways[:_NAMES])


def _is_slip(typed: str, meant: str) -> bool:
    """Letters left out, doubled or turned round; another letter makes another word ("warna")."""
    return len(typed) != len(meant) or sorted(typed) == sorted(meant)
