"""What somebody is to the one who died, and of whose age is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.guide import Ask
from flows.content.named import HEIRS, RELATION
from flows.conversation import Conversation
from flows.library import Library
from flows.scene import Scene
from flows.talk.answering.choice import Choice
from flows.talk.answering.options import option_of
from tests.flows.conftest import Hear


def at(library: Library, hear: Hear, step_id: str, text: str) -> Choice:
    step = next(each for each in library.guides[HEIRS].steps if each.id == step_id)
    assert isinstance(step, Ask)
    heard = hear(text)
    return option_of(Scene(library, heard.today, Conversation(guide=HEIRS)), step, heard)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("mama saya istrinya, saya anaknya", "anak"),
        ("yang meninggal istri saya", "pasangan"),
        ("saya suaminya", "pasangan"),
        ("kakak saya istrinya, saya iparnya", "keluarga"),
        ("saya kakak dari suaminya", "keluarga"),
        ("saya mertua bukan istri", "keluarga"),
        ("mendiang itu bulik saya", "keluarga"),
        ("almarhum bapak kandung saya", "anak"),
        ("yang wafat anak saya, cucu saya masih bayi", "keluarga"),
    ],
)
def test_who_tells_it_of_themselves_is_heard(
    library: Library, hear: Hear, text: str, taken: str
) -> None:
    assert at(library, hear, RELATION, text).taken == taken


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("mama saya jandanya", "anak"),
        ("suaminya papa saya", "anak"),
        ("saya wakil mama, istri almarhum", "anak"),
        ("abang saya anaknya", "anak"),
        ("istri saya anak almarhum", "keluarga"),
        ("anak saya suaminya", "keluarga"),
        ("teman saya istrinya", "bukan"),
        ("saya suami dari anaknya", "keluarga"),
    ],
)
def test_who_tells_it_through_another_is_asked(
    library: Library, hear: Hear, text: str, likeliest: str
) -> None:
    choice = at(library, hear, RELATION, text)
    assert choice.taken is None
    assert choice.near[0] == likeliest


@given(
    st.sampled_from(("ibu", "bapak", "mama", "orang tua")),
    st.sampled_from(("istrinya", "suaminya", "jandanya", "istri almarhum")),
    st.sampled_from(("{0} saya {1}", "{0} saya itu {1}", "saya mewakili {0}, {1}")),
)
def test_a_child_of_the_spouse_is_never_taken_for_the_spouse(
    library: Library, hear: Hear, parent: str, spouse: str, form: str
) -> None:
    choice = at(library, hear, RELATION, form.format(parent, spouse))
    assert choice.taken is None
    assert "anak" in choice.near


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("anak saya 28, 22, dan 13", Choice("kecil")),
        ("sulung 27 bungsu 11", Choice("kecil")),
        ("saya 33, adik saya 15", Choice("kecil")),
        ("yang besar 23, adiknya 19", Choice(near=("dewasa", "kecil"))),
        ("sudah 19 semua", Choice(near=("dewasa", "kecil"))),
        ("almarhumah umur 49", Choice(near=("dewasa", "kecil"))),
        ("cucunya masih bayi", Choice(near=("dewasa", "kecil"))),
        ("semua sudah 24 ke atas", Choice("dewasa")),
    ],
)
def test_the_ages_of_the_children_count(
    library: Library, hear: Hear, text: str, choice: Choice
) -> None:
    assert at(library, hear, "umur_anak", text) == choice
