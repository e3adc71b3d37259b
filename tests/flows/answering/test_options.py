"""Which option of a question a text means: denials, turns, reasons, what is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.library import Library
from flows.scene import Scene
from flows.talk.answering.choice import Choice
from flows.talk.answering.options import option_of
from tests.flows.answering.test_no_answer import GUIDES, asked
from tests.flows.conftest import Hear

Choose = Callable[..., Choice]

LEFT = {"keadaan": "berhenti"}
WORKS = {"keadaan": "bekerja"}
GONE = {**LEFT, "sebab_berhenti": "resign", "kerja_lagi": "tidak", "tanggal_berhenti": "lama"}


@pytest.fixture
def choice(library: Library, today: date, hear: Hear) -> Choose:
    def chosen(guide: str, text: str, answers: dict[str, str] | None = None) -> Choice:
        talk = Conversation(guide=guide, answers={guide: answers or {}})
        scene = Scene(library, today, talk)
        step = scene.question
        assert step is not None
        return option_of(scene, step, hear(text))

    return chosen


@pytest.mark.parametrize(
    ("guide", "answers", "text", "key"),
    [
        ("cek-hak", GONE, "non aktif", "nonaktif"),
        ("cek-hak", GONE, "wis ora aktif", "nonaktif"),
        ("cek-hak", GONE, "udah ga aktif lagi", "nonaktif"),
        ("cek-hak", GONE, "masih aktif kok", "aktif"),
        ("cek-hak", GONE, "belum nonaktif", "aktif"),
        ("cek-hak", LEFT, "bukan phk, saya resign", "resign"),
        ("cek-hak", {}, "masih kerja pak, karena belum ada gantinya", "bekerja"),
        ("klaim-ahli-waris", {}, "suaminya", "pasangan"),
        ("klaim-ahli-waris", {}, "saya adiknya", "keluarga"),
    ],
)
def test_an_option_is_taken(
    choice: Choose, guide: str, answers: dict[str, str], text: str, key: str
) -> None:
    found = choice(guide, text, answers)
    assert found.taken == key or found.near[:1] == (key,)


@pytest.mark.parametrize(
    ("guide", "answers", "text", "never"),
    [
        ("cek-hak", LEFT, "bukan resign", "resign"),
        ("cek-hak", LEFT, "gak resign kok", "resign"),
        ("cek-hak", {}, "belum keluar", "berhenti"),
        ("cek-hak", GONE, "non-aktif", "aktif"),
        ("cek-hak", GONE, "tidak aktif", "aktif"),
        ("klaim-ahli-waris", {}, "bukan istrinya", "pasangan"),
        ("klaim-ahli-waris", {}, "mantan suaminya", "pasangan"),
    ],
)
def test_a_denial_is_never_its_opposite(
    choice: Choose, guide: str, answers: dict[str, str], text: str, never: str
) -> None:
    assert choice(guide, text, answers).taken != never


@pytest.mark.parametrize(
    ("guide", "answers", "text"),
    [
        ("cek-hak", LEFT, "resign atau phk"),
        ("cek-hak", {}, "sudah berhenti tapi masih kerja"),
    ],
)
def test_two_facts_are_asked_about(
    choice: Choose, guide: str, answers: dict[str, str], text: str
) -> None:
    found = choice(guide, text, answers)
    assert found.taken is None
    assert found.near


Plain = Callable[[str, Ask], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def plain_ways(library: Library) -> Plain:
    """`_plain_ways`, looked for once for all denials."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def of_step(guide: str, step: Ask) -> list[tuple[str, str]]:
        at = (guide, step.id)
        if at not in found:
            found[at] = list(_plain_ways(library, guide, step))
        return found[at]

    return of_step


def _plain_ways(library: Library, guide: str, step: Ask) -> Iterator[tuple[str, str]]:
    """Ways of saying an option that deny nothing and turn nowhere themselves."""
    ways = library.ears.ways.get((guide, step.id), {})
    options = library.ears.options
    for key, told in ways.items():
        for way in told:
            clauses = options.clauses(library.ears.hear(way, date(2026, 11, 20)).folded, ())
            words = [word for clause in clauses for word in clause.words]
            if len(clauses) == 1 and words and not any(word.startswith("~") for word in words):
                yield key, way


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("denial", ["bukan", "tidak", "nggak", "belum"])
def test_a_denied_way_of_saying_an_option_never_means_it(
    library: Library, today: date, plain_ways: Plain, guide: str, denial: str
) -> None:
    wrong = []
    for step, talk in asked(library, guide, today):
        scene = Scene(library, today, talk)
        # Where a plain "tidak" is an answer, "tidak, masih diurus" is that answer and its reason.
        plain = option_of(scene, step, library.ears.hear("tidak", today))
        listed = {w for told in library.ears.ways.get((guide, step.id), {}).values() for w in told}
        for key, way in plain_ways(guide, step):
            if key in {plain.taken, *plain.near}:
                continue
            text = f"{denial} {way}"
            # "Tidak tinggal dibuka", "tidak cuma ..." say something else again.
            if text in listed or way.split()[0] in {"tinggal", "cuma", "salah"}:
                continue
            if option_of(scene, step, library.ears.hear(text, today)).taken == key:
                wrong.append((step.id, key, text))
    assert wrong == []


def test_a_bare_number_that_is_a_button_too_is_asked_about(choice: Choose) -> None:
    at = {**WORKS, "sebab_bekerja": "sebagian_10"}
    assert choice("cek-hak", "3", at) == Choice(near=("tidak_tahu", "belum"))
    assert choice("cek-hak", "3 tahun", at) == Choice("belum")
    assert choice("cek-hak", "nomor 3", at) == Choice("tidak_tahu")


def test_what_is_not_known_is_said_in_many_words(choice: Choose) -> None:
    for text in ("ga tau", "kurang tahu pak", "lupa saya", "bingung cara liatnya"):
        found = choice("cek-hak", text, GONE)
        assert "tidak_tahu" in (found.taken, *found.near), text


@pytest.mark.parametrize(
    ("guide", "answers", "text"),
    [
        ("klaim-sebagian", {}, "tiga pt, masing-masing 4 tahun"),
        ("tanpa-hp", {"keadaan": "tidak_punya"}, "belum tahu, nanti dulu"),
        ("cek-hak", GONE, "kartu satu aktif, kartu satunya nonaktif"),
        ("cek-hak", WORKS, "ambil sebagian karena mau dp rumah"),
    ],
)
def test_what_is_in_doubt_is_never_taken(
    choice: Choose, guide: str, answers: dict[str, str], text: str
) -> None:
    assert choice(guide, text, answers).taken is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("satu aja, dari tahun 2009", "lama"),
        ("punya 3, satunya tahun 2012", "lama"),
        ("satu, dari 2020", "satu"),
    ],
)
def test_one_old_card_decides_however_many_there_are(choice: Choose, text: str, key: str) -> None:
    given = {
        **GONE,
        "status": "nonaktif",
        "pernah_sebagian": "belum",
        "hp": "ya",
        "saldo": "sampai_batas",
    }
    found = choice("cek-hak", text, given)
    assert found.taken == key
