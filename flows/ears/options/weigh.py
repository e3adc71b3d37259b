"""Weighs what is said, clause by clause, among the options of a question."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from flows.ears.options.alike import LACKING
from flows.ears.options.index import UNSURE, OptionIndex
from flows.ears.options.likeness import Likeness
from flows.ears.options.signed import MINE, NOT, Clause
from flows.language.labels import YES

SURE: Final = 0.60
"""Likeness from which an option is taken at once."""

SURE_ALONE: Final = 0.80
"""The same where there is but one option, for nothing else speaks against it, and of a word or two:
what only stands in some way of saying an option ("capek, tapi kebuka") says too little."""

SHORT: Final = 2
"""So few words are a word or two."""

CLEAR: Final = 0.15
"""So much likelier than the next one it has to be."""

NEAR: Final = 0.25
"""Likeness from which an option is worth asking about."""

ALONE: Final = 0.40
"""The same where there is but one: nothing speaks against it."""

OUTRIGHT: Final = 0.95
"""Likeness of a whole text from which its clauses need not be asked."""


CONFLICT: Final = 0.5
"""Likeness from which a clause speaks for another option than the one that is sure."""

LEFT_OVER: Final = 3
"""So many options are few enough to be asked about, where all others are denied."""

BRIEF: Final = 6
"""Words up to which a text with "tidak tahu" says nothing else."""

DOUBTED: Final = 0.8
"""What only looks like not knowing, without saying so, has to be so like it."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """`sure`: options that some clause plainly says. `near`: those worth asking about, likeliest
    first. `likeness` of the first. `other`: how like a trouble of the question it is. `turned`:
    something was said that limits the rest and names no option. `left`: the few options that were
    not denied. `overcome`: what was not so at first, and then is."""

    sure: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    likeness: float = 0.0
    other: float = 0.0
    turned: bool = False
    left: tuple[str, ...] = ()
    overcome: bool = False


def weigh(clauses: Sequence[Clause], index: OptionIndex, out: Collection[str] = ()) -> Weighed:
    """What is plainly said and what may be; a denied option, and one that is `out`, is neither.

    Reasons count only where nothing else is said. The whole of a text is weighed like its clauses.
    """
    main = [clause for clause in clauses if not clause.reason] or list(clauses)
    others = (index.rank(clause.words) for clause in clauses if clause not in main)
    in_the_end = outcome(main, index)
    overcome = len(in_the_end) < len(main)
    main = in_the_end
    reasons = [rank for rank in others if _plainly(rank) and rank[0].key not in out]
    told = [clause.words for clause in main]
    if not told or all(map(index.is_odd_alone, told)):
        return Weighed()
    if len(told) > 1:
        told.append(tuple(chain.from_iterable(told)))
    ranks = [index.rank(words) for words in told]
    denied = {each.key for rank in ranks[: len(main)] for each in rank if each.denied} | set(out)
    odd = any(map(index.jars, told))
    best: dict[str, float] = {}
    sure: dict[str, float] = {}
    for clause, rank, words in zip((*main, None), ranks, told, strict=False):
        for each in rank:
            if each.key not in denied:
                # What is turned to in the end is the point: "sudah, tapi masih beda".
                weight = each.likeness + (clause is not None and clause.turned) * CLEAR
                best[each.key] = max(weight, best.get(each.key, 0.0))
        # Said in one clause and denied in another it is neither sure nor out of the question.
        if _plainly(rank, words) and (rank[0].key not in denied or clause is not None):
            if odd or rank[0].denied or rank[0].key in out or _is_unsure(clause, rank[0], index):
                continue
            if rank[0].likeness < OUTRIGHT and index.goes_on_to(tuple(words), rank[0].key):
                continue
            weight = rank[0].likeness + (clause is not None and clause.turned)
            sure[rank[0].key] = max(weight, sure.get(rank[0].key, 0.0))
    pairs = list(zip(main, ranks, strict=False))
    _say_instead(main, ranks, sure)
    _settle_unsure(index, told[: len(main)], sure, best)
    # What "bukan resign" may mean puts nothing in doubt that is so.
    firm = (rank for clause, rank in pairs if not (clause.instead and rank[0].leans))
    _doubt(sure, [*reasons, *(rank for rank in firm if rank[0].key not in denied)])
    enough = NEAR if len(index.keys) > 1 else ALONE
    near = sorted((key for key in best if best[key] >= enough), key=lambda key: -best[key])
    near = [key for key in near if key in sure or not _of_another_thing(told, index, key)]
    leaning = {rank[0].key for rank in ranks if rank[0].leans}
    if len(near) > 1 and near[0] in leaning and best[near[0]] - best[near[1]] >= CLEAR:
        near = near[:1]
    left = tuple(key for key in index.keys if key not in denied)
    # "Bisa datang, minta didahulukan" is a case of "bisa datang".
    wider = {index.within[key] for key in sure if key in index.within}
    sure = {key: weight for key, weight in sure.items() if key not in wider}
    return Weighed(
        tuple(sorted(sure, key=lambda key: (key in denied, -_telling(key, sure)))),
        tuple(near[:2]),
        max(best.values(), default=0.0),
        max(index.like_others(words) for words in told),
        _turned(main, ranks) or not denied.isdisjoint(sure),
        left if len(left) <= LEFT_OVER and denied - set(out) else (),
        overcome,
    )


def _telling(key: str, sure: Mapping[str, float]) -> float:
    """What is lacking comes before what is there: "KTP ada, KK hilang"."""
    return sure[key] + CLEAR * (key in LACKING)


def outcome(main: Sequence[Clause], index: OptionIndex) -> list[Clause]:
    """What is told without what went wrong at first: "tadi gagal, sekarang bisa" is "bisa".

    Only where what follows plainly says an option and nothing behind it speaks against it.
    """
    told, alone = list(main), len(index.keys) == 1
    for at in range(len(told) - 1, -1, -1):
        if _is_amiss(told[at]):
            if alone and told[at].first:
                # "Sudah benar, tadi salah".
                continue
            break
        gone = [each for each in told[:at] if (alone and each.first) or _is_amiss(each)]
        gone += [each for each in told[at + 1 :] if _is_amiss(each)]
        tells = told[at].at_last or any(each.first for each in gone)
        if gone and tells and _settles(told[at], gone, index):
            return [each for each in told if each not in gone]
    return told


def _settles(clause: Clause, gone: Sequence[Clause], index: OptionIndex) -> bool:
    """Whether a clause plainly says an option, and none before it plainly says another one."""
    rank = index.rank(clause.words)
    if not _plainly(rank, clause.words):
        return False
    before = (index.rank(each.words) for each in gone if not _is_amiss(each))
    return all(each[0].key == rank[0].key or not _plainly(each) for each in before)


def _is_amiss(clause: Clause) -> bool:
    return clause.amiss or clause.denies_any


def _of_another_thing(told: Sequence[Sequence[str]], index: OptionIndex, key: str) -> bool:
    return all(index.of_another_thing(tuple(words), key) for words in told)


def goes_elsewhere(clauses: Sequence[Clause], index: OptionIndex, key: str) -> bool:
    """Whether what follows a yes or a no has nothing of the option it agrees to: "ya ditanya
    lagi"."""
    words = tuple(word for clause in clauses for word in clause.words if word not in {YES, NOT})
    if len(words) < SHORT:
        return False
    like = next((each.likeness for each in index.rank(words) if each.key == key), 0.0)
    return index.jars(words) or like < NEAR


def says(clauses: Sequence[Clause], index: OptionIndex, key: str) -> bool:
    """Whether an option is not denied, nothing else is plainly said in the words alone, and nothing
    is liker where somebody's relation is named: "bukan nganggur" is not "nganggur", "saya orang
    tuanya" not "orang tua saya"."""
    ranks = [index.rank(clause.words) for clause in clauses]
    if any(each.key == key and each.denied for rank in ranks for each in rank):
        return False
    if len(ranks) == 1 and (_only_leans(ranks[0]) or _is_other(ranks[0], key)):
        return False
    if len(ranks) == 1 and not any(each.likeness for each in ranks[0]):
        # "Keluar" is leaving work, and a page that shows; "saya resign" is no such page.
        return False
    mine = any(word.endswith(MINE) for clause in clauses for word in clause.words)
    return not mine or all(rank[0].key == key or rank[0].likeness < SURE for rank in ranks)


def _is_other(rank: Sequence[Likeness], key: str) -> bool:
    return _plainly(rank) and rank[0].key != key


def _only_leans(rank: Sequence[Likeness]) -> bool:
    """Whether word by word it only leans to an option: "pensiun", where it is for a pension."""
    return any(each.leans and each.likeness >= OUTRIGHT for each in rank)


def _say_instead(
    main: Sequence[Clause], ranks: Sequence[Sequence[Likeness]], sure: dict[str, float]
) -> None:
    """ "Bukan resign, kontraknya habis": what is so counts before what "bukan resign" may mean."""
    said = {
        rank[0].key
        for clause, rank in zip(main, ranks, strict=False)
        if not (clause.denies or clause.instead) and _plainly(rank)
    }
    for clause, rank in zip(main, ranks, strict=False):
        if clause.instead and said - {rank[0].key} and rank[0].key in sure:
            sure[rank[0].key] -= 1.0


def _settle_unsure(
    index: OptionIndex,
    told: Sequence[Sequence[str]],
    sure: dict[str, float],
    best: dict[str, float],
) -> None:
    """Not knowing is an answer where that is all; in a longer text it is asked about."""
    if index.unsure is None or sure or not any(UNSURE in words[:2] for words in told):
        return
    best[index.unsure] = 1.0
    if sum(map(len, told)) <= BRIEF:
        sure[index.unsure] = 1.0


def _doubt(sure: dict[str, float], ranks: Sequence[Sequence[Likeness]]) -> None:
    """Beside what is sure: a reason or a clause that speaks for another option leaves both in
    doubt."""
    for rank in ranks:
        if not sure or rank[0].likeness < CONFLICT or rank[0].denied:
            continue
        if not any(each.key in sure and rank[0].likeness - each.likeness < CLEAR for each in rank):
            sure.setdefault(rank[0].key, rank[0].likeness)


def _is_unsure(clause: Clause | None, best: Likeness, index: OptionIndex) -> bool:
    """Whether it is not known what is meant: "belum tahu" where no option says so, and what is only
    like not knowing."""
    if best.key == index.unsure:
        said = clause is None or UNSURE in clause.words
        return not said and best.likeness < DOUBTED
    return clause is not None and clause.words == (UNSURE,)


def _plainly(rank: Sequence[Likeness], words: Sequence[str] | None = None) -> bool:
    """Whether the first of a rank is meant for sure; `words`: of what was ranked, to be taken."""
    brief = words is not None and len(words) <= SHORT and not rank[0].said
    if brief and words == (NOT,) and rank[0].likeness < OUTRIGHT:
        # "Saya nggak" denies something, but not what.
        return False
    enough = SURE_ALONE if brief or len(rank) == 1 else SURE
    if rank[0].likeness < enough or rank[0].elsewhere or rank[0].leans:
        return False
    if rank[0].likeness < OUTRIGHT and rank[0].said and any(map(rank[0].is_beside, rank[1:])):
        return False
    return len(rank) == 1 or rank[0].likeness - rank[1].likeness >= CLEAR


def _turned(main: Sequence[Clause], ranks: Sequence[Sequence[Likeness]]) -> bool:
    """Whether beside a "tapi" some clause is not plainly of an option, and the whole neither."""
    if not any(clause.turned for clause in main):
        return False
    whole = ranks[-1]
    if _plainly(whole) and whole[0].likeness >= OUTRIGHT:
        return False
    return not all(map(_plainly, ranks[: len(main)]))
