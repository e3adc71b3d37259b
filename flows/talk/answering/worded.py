"""Which option a text means, whoever it tells of: by its numbers, by its place, by its words."""

from __future__ import annotations

from typing import Final

from flows.content.guide import Ask, Guide
from flows.content.named import HURDLES
from flows.ears import Heard
from flows.ears.facts.ages import OLD_ENOUGH
from flows.ears.facts.in_text import LEFT, OVERRULED
from flows.ears.options import OptionIndex, says, weigh
from flows.ears.options.index import UNSURE
from flows.ears.options.weigh import OUTRIGHT, SURE, goes_elsewhere
from flows.ears.pieces import parts_of
from flows.language.counts.measured import Measured
from flows.language.labels import YES, Ways
from flows.language.understanding import Understood
from flows.language.wordlist import At
from flows.rights.cek_hak import BIRTH, GUIDE
from flows.scene import Scene
from flows.talk.answering.beside import with_regard
from flows.talk.answering.choice import EITHER_OR, NONE, Choice
from flows.talk.answering.counted import counted, measured_at, of_so_many, tells_how_long
from flows.talk.answering.rivals import ASKED, is_trouble, leaning, unless_topic
from flows.talk.answering.values import STILL_AT_WORK, is_no_past_day, is_unread
from flows.talk.answering.ways import ways_of

AT_WORK_NOW: Final = frozenset({"kerja_lagi", "masih_kerja"})
NOT: Final = "tidak"
"""Questions of `cek-hak` about work today, and their answer of who has none."""

AWAY: Final = (NOT, "ya")
"""What somebody may mean who only says that they are off work."""

NO_MORE: Final = frozenset({"sudah"})
"""What is left of "umur sudah 56" without its number."""


def option_said(scene: Scene, guide: Guide, step: Ask, heard: Heard) -> Choice:
    """The option that a text means, or those it may mean, whoever it is told of."""
    choice = _option_said(scene, guide, step, heard)
    if choice != NONE and (step.beside or step.never):
        choice = _beside(scene, guide, step, heard, choice)
    old = guide.id == GUIDE and (step.id, choice.taken) == OLD_ENOUGH
    unsaid = choice.taken is None and not heard.asks
    of_age = old or (guide.id == GUIDE and step.id == OLD_ENOUGH[0] and unsaid)
    if of_age and heard.ears.ages.only_coming(heard.folded, heard.today):
        # "Umur saya belum 56", "kata HRD harus 56": no such age is had yet.
        return Choice(near=(STILL_AT_WORK[1], LEFT[1]))
    if old and not heard.measures and all(set(each.words) <= NO_MORE for each in heard.clauses):
        # "Sudah, makasih" tells of no age.
        return Choice(near=(choice.taken or "", LEFT[1]))
    if step.answer == "tanggal" and choice != NONE and is_no_past_day(step, heard):
        index = heard.ears.options.of((guide.id, step.id))
        return choice if index and choice.taken == index.unsure else NONE
    return Choice(near=AWAY) if is_only_away(step, choice, heard) else choice


def _beside(scene: Scene, guide: Guide, step: Ask, heard: Heard, choice: Choice) -> Choice:
    """What is said letter by letter stays, whatever words it has."""
    if heard.ears.choices.literally(heard.said, ways_of(scene, guide.id, step)) is not None:
        return choice
    return with_regard(step, heard, choice, heard.ears.options.of((guide.id, step.id)))


def is_only_away(step: Ask, choice: Choice, heard: Heard) -> bool:
    """ "Hari ini tidak kerja, sakit", "lagi cuti": who is off work for a while may have some."""
    unsaid = not (choice.taken or choice.near)
    if step.id not in AT_WORK_NOW or not (choice.taken == NOT or unsaid):
        return False
    # "Cuti melahirkan dibayar gak" asks.
    if unsaid and heard.asks:
        return False
    return heard.ears.dates.matters.is_absence(heard.folded)


def _option_said(scene: Scene, guide: Guide, step: Ask, heard: Heard) -> Choice:
    doubt = heard.doubts.get(step.id, ()) if guide.id == GUIDE else ()
    if doubt:
        return Choice(near=doubt)
    at = (guide.id, step.id)
    choices = heard.ears.choices
    ways = ways_of(scene, guide.id, step)
    named = choices.literally(heard.said, ways)
    if named or heard.mood.polite:
        return Choice(named)
    measured = measured_at(scene, step, heard)
    number = counted(measured, step, heard)
    if number.taken or (number.near and not measured.loose):
        return _settled(number, step, heard, at) if number.near else number
    # "Nomor 12" where one draws a number is no button.
    if heard.said.place is not None and heard.said.place <= len(step.options):
        placed = choices.placed(heard.said.place, ways)
        return Choice(placed.value) if isinstance(placed, Understood) else NONE
    if is_unread(step, heard) or tells_how_long(step, heard):
        return NONE
    return _put_off(_in_words(scene, guide, step, heard, ways, measured), step, heard)


def _in_words(
    scene: Scene, guide: Guide, step: Ask, heard: Heard, ways: Ways, measured: Measured
) -> Choice:
    """What is neither a number nor a place."""
    at = (guide.id, step.id)
    choices = heard.ears.choices
    index = heard.ears.options.of(at)
    if index is not None and _says_no_more(guide, heard, index):
        ranks = [index.rank(clause.words)[0] for clause in heard.clauses]
        return Choice(near=(ranks[0].key,)) if ranks[0].likeness >= SURE else NONE
    marked = heard.is_question and heard.folded.endswith("?")
    named = None if marked else choices.same_words(heard.said, ways)
    if named and (index is None or says(heard.clauses, index, named)):
        return _settled(Choice(named), step, heard, at)
    # "Disuruh pilih SMS apa e-mail" names what one may choose, and only sounds like a question.
    asks = heard.is_question and not heard.ears.options.offers(heard.folded)
    if index is not None and asks:
        return _beside_question(heard, index)
    if index is None or choices.says_nothing(heard.said):
        # "Ya" says nothing but yes.
        return Choice(choices.plain(heard.said.words, ways)) if heard.said.words else NONE
    choice = _settled(_by_words(heard, ways, index, measured), step, heard, at)
    number = counted(measured, step, heard)
    if number.near:
        keys = (*((choice.taken,) if choice.taken else choice.near), *number.near)
        near = Choice(near=tuple(dict.fromkeys(keys))[:2])
        return _settled(near, step, heard, at)
    careful = of_so_many(choice, step, heard, measured)
    return choice if careful == choice or _said_apart(scene, step, choice, heard) else careful


def _put_off(choice: Choice, step: Ask, heard: Heard) -> Choice:
    """ "Suratnya baru jadi minggu depan" is not yet so; "bisanya hari minggu" may not fit."""
    options = heard.ears.options
    if choice == NONE or step.answer != "pilihan" or len(step.options) > EITHER_OR:
        return choice
    if options.not_yet(heard.folded):
        said = choice.taken or choice.near[0]
        others = [key for key in step.options if key != said]
        told = next(iter(step.options)) == said or choice.taken
        return Choice(near=(*others, said)[:1] if told else choice.near)
    alone = choice.taken and len(step.options) == 1
    return Choice(near=(choice.taken or "",)) if alone and options.limits(heard.folded) else choice


def _says_no_more(guide: Guide, heard: Heard, index: OptionIndex) -> bool:
    """Whether all that is said is being at a loss, or what the guide is opened for: "pusing saya",
    "gak bisa masuk" where every answer is about that."""
    if len(index.keys) < 2 or len(heard.clauses) != 1:
        return False
    words = heard.clauses[0].words
    if words == (UNSURE,):
        return index.unsure is None
    hurdle = guide.id in HURDLES
    return hurdle and heard.ears.options.denies_all(heard.clauses[0], guide.title)


def _settled(choice: Choice, step: Ask, heard: Heard, at: At) -> Choice:
    """What is told anywhere in a text counts here, too: where it differs, it is asked."""
    told = {fact.step: fact.value for fact in heard.facts} if at[0] == GUIDE else {}
    if choice.taken and (step.id, choice.taken) != OLD_ENOUGH and _may_be_old(step, heard):
        return Choice(near=(OLD_ENOUGH[1], choice.taken))
    other = told.get(step.id)
    elsewhere = told.keys() - {OLD_ENOUGH[0]}
    if other is None and elsewhere and choice.taken and len(heard.clauses) == 1:
        # "Belum kerja lagi" tells what is now, and may sound like why somebody left.
        return Choice(near=(choice.taken,))
    if other is None or other not in step.options or other == choice.taken:
        return choice
    if choice == NONE:
        return choice
    keys = (other, *((choice.taken,) if choice.taken else choice.near))
    old_enough = (step.id, other) == OLD_ENOUGH and choice.taken is None
    if old_enough or set(keys) <= {other, *OVERRULED.get(other, ())}:
        # Who is old enough may claim, whether they have left work or not.
        return Choice(other)
    return Choice(near=tuple(dict.fromkeys(keys))[:2])


def _may_be_old(step: Ask, heard: Heard) -> bool:
    """Whether only some of the days somebody may be born on make them old enough: "lahir 1970"."""
    if step.id != OLD_ENOUGH[0]:
        return False
    first = next((fact.span[0] for fact in heard.facts if fact.step == BIRTH and fact.span), None)
    return first is not None and heard.ears.ages.reached_by(first, heard.today)


def _beside_question(heard: Heard, index: OptionIndex) -> Choice:
    """What is answered and asked in one text is asked about: "ga ngerti cara liatnya".

    A question alone is none, nor is what a topic surely answers.
    """
    if heard.folded.endswith("?"):
        return NONE
    if index.unsure and any(UNSURE in clause.words for clause in heard.clauses):
        return Choice(near=(index.unsure,))
    said = weigh(heard.clauses, index)
    surely = heard.topics.act == "answer" and said.likeness < OUTRIGHT
    return NONE if surely or not said.sure else Choice(near=said.sure[:2])


def _said_apart(scene: Scene, step: Ask, choice: Choice, heard: Heard) -> bool:
    """Whether the option is said in a piece of its own: "saya istrinya, anak tiga"."""
    index = heard.ears.options.of((scene.guide.id if scene.guide else "", step.id))
    typed = parts_of(heard.folded)
    if choice.taken is None or index is None or len(typed) != len(heard.clauses):
        return False
    ranks = (index.rank(clause.words)[0] for clause in heard.clauses)
    return any(
        best.key == choice.taken and best.likeness >= SURE and not heard.ears.quantities.read(part)
        for part, best in zip(typed, ranks, strict=True)
    )


def _nothing_wrong(heard: Heard, ways: Ways, index: OptionIndex) -> bool:
    """Whether it is said that nothing is wrong; "belum lewat" of what may be over does not."""
    if not heard.ears.options.nothing_wrong(heard.clauses):
        return False
    plain = heard.ears.choices.plain((YES,), ways)
    ranks = index.rank(heard.clauses[0].words)
    return not any(each.denied and each.key == plain for each in ranks)


def _where_all_is_well(heard: Heard, ways: Ways, index: OptionIndex) -> Choice:
    """ "Gak ada kendala" is a yes where one agrees, and denies nothing that is asked for."""
    plain = heard.ears.choices.plain((YES,), ways)
    if len(heard.clauses) > 1:
        return Choice(near=(plain,)) if plain else NONE
    return Choice(plain) if plain else Choice(near=index.keys[:1])


def _by_words(heard: Heard, ways: Ways, index: OptionIndex, measured: Measured) -> Choice:
    """What the words say: first a plain yes or no, then what the options are said with."""
    choices = heard.ears.choices
    words = heard.said.words
    well = _where_all_is_well(heard, ways, index) if _nothing_wrong(heard, ways, index) else NONE
    if well != NONE:
        return well
    plain = choices.plain(words, ways)
    if plain:
        return Choice(plain)
    said = weigh(heard.clauses, index, measured.out)
    if is_trouble(heard, index, said):
        return leaning(heard, index, Choice(near=said.near[:1]), said.likeness)
    head, first = choices.head(words, ways)
    apart = bool(first) and heard.ears.options.is_yes_or_no(heard.clauses)
    outright = said.sure or apart or choices.agrees_outright(first)
    if head and outright and not said.turned and set(said.sure) <= {head}:
        if not said.sure and goes_elsewhere(heard.clauses, index, head):
            return Choice(near=(head,))
        return unless_topic(heard, index, Choice(head), max(said.likeness, ASKED))
    if len(said.sure) == 1 and not said.turned and not (head and apart):
        return unless_topic(heard, index, Choice(said.sure[0]), said.likeness)
    keys = [*said.sure, *said.near]
    if head and (apart or head in keys or not keys):
        keys = [head, *keys] if apart and not said.turned else [*keys, head]
    if not keys and said.left:
        others = tuple(key for key in said.left if key != index.unsure)
        if len(others) > 1 and all(clause.denies for clause in heard.clauses):
            # "Bukan ditolak": which of the others, no topic can tell.
            return Choice(near=others)
        keys = [*said.left[:2]] if len(said.left) <= 2 else []
    faint = said.turned or not keys or not set(keys) <= set(said.sure)
    near = Choice(near=tuple(dict.fromkeys(keys))[:2], faint=faint)
    return unless_topic(heard, index, near, said.likeness)
