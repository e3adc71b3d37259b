"""What answers no step at all, at every asking step of every guide; places and "kosong"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from editorial.samples import samples_of
from flows.aside import View
from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.ears.manner.mood import POLITE
from flows.language.understanding import fold
from flows.language.wordlist import ways_of
from flows.library import Library
from flows.scene import Scene
from flows.talk.answering.answers import answer_to_step
from flows.talk.pressing.labels import button_label
from flows.walk import all_paths
from tests.flows.conftest import Hear

CONTENT = Path(__file__).parents[3] / "content"
GUIDES = sorted(path.name for path in (CONTENT / "guides").iterdir())
MOODS = yaml.safe_load((CONTENT / "words.yaml").read_text(encoding="utf-8"))["nada"]
POLITE_WAYS = [way for mood in sorted(POLITE) for way in ways_of(MOODS[mood])]
SAYS_NOTHING = (
    "gitu dong", "begitu", "oh begitu ya", "ohh gitu", "oh gt", "gitu ya pak", "akan", "barusan",
    "oleh", "kemarin dulu", "nomor", "nomernya", "angka",
)  # fmt: skip


def asked(library: Library, guide: str, today: date) -> Iterator[tuple[Ask, Conversation]]:
    """Every asking step of a guide, with a conversation that stands there."""
    found = library.guides[guide]
    steps = {step.id: step for step in found.steps if isinstance(step, Ask)}
    samples = samples_of(found, library.numbers, today)
    for path in all_paths(found, library.numbers, today, samples):
        given: dict[str, str] = {}
        for name, answer in path.answers:
            step = steps.pop(name, None)
            if step is not None:
                yield step, Conversation(guide=guide, answers={guide: dict(given)})
            given[name] = samples.get(name, {}).get(answer, answer)
        if not steps:
            return


def literal(library: Library, guide: str, step: Ask) -> frozenset[str]:
    """The labels, keys and listed ways of the options of a step."""
    ways = library.ears.ways.get((guide, step.id), {})
    texts = (*step.options.values(), *step.options, *(w for each in ways.values() for w in each))
    return frozenset(fold(text) for text in texts)


@pytest.mark.parametrize("guide", GUIDES)
def test_thanks_and_empty_words_answer_no_step(
    hear: Hear, library: Library, today: date, guide: str
) -> None:
    addressed = [f"{way} {to}" for way in POLITE_WAYS for to in ("pak", "min", "kak")]
    polite = [hear(text) for text in (*POLITE_WAYS, *addressed)]
    empty = [hear(text) for text in SAYS_NOTHING]
    for step, talk in asked(library, guide, today):
        scene = Scene(library, today, talk)
        assert scene.question == step
        meant = literal(library, guide, step)
        # "Barusan" is a day where one is asked for, or the days since are counted.
        for each in (*polite, *empty) if step.answer == "pilihan" else polite:
            if each.folded in meant or (step.means and each.folded in {"barusan", "kemarin dulu"}):
                continue
            replies = (answer_to_step(scene, each), button_label(scene, each))
            stored = [reply.conversation.answers for reply in replies if reply]
            assert all(answers == talk.answers for answers in stored), (step.id, each.text)


@pytest.mark.parametrize(
    "text", ["yg 1", "1 saja", "1 aja", "1 ya", "yg ke 1", "yg ke-1", "nomor 1 pak", "no. 1 kak",
             "yang pertama ya", "nmr satu min"],
)  # fmt: skip
@pytest.mark.parametrize("guide", ["klaim-jmo", "cek-hak", "lacak-klaim"])
def test_words_around_a_number_change_no_place(
    hear: Hear, library: Library, today: date, guide: str, text: str
) -> None:
    for step, talk in asked(library, guide, today):
        if not step.options:
            continue
        reply = answer_to_step(Scene(library, today, talk), hear(text))
        assert reply is not None, step.id
        first = next(iter(step.options))
        # Where years are counted, "1 saja" may be one year: that is asked.
        stored = reply.conversation.given(guide).get(step.id)
        assert stored == first or (step.means and reply.conversation.under(View.MEANT)), step.id


@pytest.mark.parametrize("text", ["kosong", "masih kosong", "datanya kosong", "msh kosong pak"])
@pytest.mark.parametrize(
    ("guide", "name"),
    [("lacak-klaim", "buka_lacak"), ("cek-saldo", "lihat_saldo"),
     ("rincian-iuran", "periksa_bulan")],
)  # fmt: skip
def test_kosong_is_no_number(
    hear: Hear, library: Library, today: date, guide: str, name: str, text: str
) -> None:
    step, talk = next(pair for pair in asked(library, guide, today) if pair[0].id == name)
    reply = answer_to_step(Scene(library, today, talk), hear(text))
    assert reply is not None
    assert reply.conversation.given(guide)[step.id] == "kosong"


@pytest.mark.parametrize("text", ["sudah ada nomornya", "sudah nomornya", "sdh ada nomor"])
def test_a_number_that_is_there_is_no_plain_yes(
    hear: Hear, library: Library, today: date, text: str
) -> None:
    for step, talk in asked(library, "klaim-jmo", today):
        reply = answer_to_step(Scene(library, today, talk), hear(text))
        # It may be asked about; it is never taken.
        assert reply is None or reply.conversation.under(View.MEANT), step.id
        assert reply is None or reply.conversation.answers == talk.answers, step.id


@pytest.mark.parametrize("text", ["ok", "oke", "sip", "siap", "oke siap", "okey pak", "ho oh"])
def test_agreement_answers_where_a_yes_is_on_offer(
    hear: Hear, library: Library, today: date, text: str
) -> None:
    step, talk = next(
        pair for pair in asked(library, "klaim-jmo", today) if pair[0].id == "buka_jht"
    )
    reply = answer_to_step(Scene(library, today, talk), hear(text))
    assert reply is not None
    assert reply.conversation.given("klaim-jmo")[step.id] == "tampil"


@pytest.mark.parametrize("text", ["ok", "oke", "sip", "siap", "oke siap", "okey pak"])
def test_what_only_says_that_it_is_read_is_no_fact(
    hear: Hear, library: Library, today: date, text: str
) -> None:
    for step, talk in asked(library, "cek-hak", today):
        reply = answer_to_step(Scene(library, today, talk), hear(text))
        assert reply is None or reply.conversation.answers == talk.answers, step.id
