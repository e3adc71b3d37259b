"""Any text at any screen: one answer, nothing lost, nothing too long, the same after storing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.samples import samples_of
from flows.aside import Aside, View
from flows.buttons import aside_of_data, fits
from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.events import Wrote
from flows.library import Library
from flows.mask import mask_text
from flows.scene import Scene
from flows.screen import Screen
from flows.talk import reply
from flows.views import covering_screen
from flows.walk import locate
from tests.flows.talk.talking import Chat

WORDS = """
ya tidak sudah belum ada masih resign phk kemarin bulan lalu 2 12 jt juta saldo klaim jht jmo
kode 040 otp kenapa gimana bisa ga kok menu petugas bukan itu makasih halo capek goblok aktif
nonaktif hijau kartu data nama salah gagal foto rekening lupa tahu lanjut ulang ? ! 😡 🙏 fee 10%
wa hapus gambar maksudnya ktp kantor suami meninggal umur 57 hp susah sinyal
"""

TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=9).map(" ".join),
    st.text(max_size=80),
    st.integers(0, 10**16).map(str),
    st.sampled_from(["saldo jht? " * 372, "?" * 4096]),
)
ASIDES = st.sampled_from(
    [None, "1:m", "1:f:saldo-cek", "1:q:saldo-cek:calo", "1:u", "1:t:kode-040", "1:c", "1:w", "1:x",
     "1:s", "1:l", "1:p", "1:hn:saldo-cek", "1:n:gawat", "1:f:gone", "1:oc", "0:old"]
).map(lambda old: old and aside_of_data(old))  # fmt: skip


@st.composite
def talks(draw: st.DrawFn, library: Library, today: date) -> Conversation:
    """A conversation somewhere in a guide, or in the menu, with something covering it or not."""
    aside = draw(ASIDES)
    name = draw(st.sampled_from([None, *sorted(library.guides)]))
    if name is None:
        return Conversation(aside=aside)
    guide = library.guides[name]
    samples = samples_of(guide, library.numbers, today)
    answers: dict[str, str] = {}
    for _ in range(draw(st.integers(0, 12))):
        step = locate(guide, answers, library.numbers, today).step
        if not isinstance(step, Ask):
            break
        possible = [*step.options, *samples.get(step.id, {}).values()]
        answers[step.id] = draw(st.sampled_from(possible))
    return Conversation(guide=name, answers={name: answers}, aside=aside)


def wrote(text: str, *, forwarded: bool = False) -> Wrote:
    masked = mask_text(text)
    return Wrote(masked.text, masked.kinds, forwarded=forwarded, message_id=7)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_text_anywhere_gets_one_screen_that_can_be_sent(
    library: Library, today: date, data: st.DataObject
) -> None:
    talk = data.draw(talks(library, today))
    event = wrote(data.draw(TEXTS), forwarded=data.draw(st.booleans()))
    decided = reply(talk, event, library, today)
    assert len(decided.screens) == 1
    screen = decided.screens[0]
    assert 0 < len(screen.text) <= 4096
    assert "{" not in screen.text.replace(event.text, "")
    assert screen.rows()
    assert all(fits(button.data) for row in screen.rows() for button in row)
    assert not decided.in_place


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_text_changes_at_most_the_answer_that_is_asked_for(
    library: Library, today: date, data: st.DataObject
) -> None:
    """All earlier answers stay; "kembali" may take back the last one, a choice may say more.

    Below the answers so far the words of one of them ask that question again. What is changed by
    words is said back. A guide chosen in the menu once more begins anew.
    """
    talk = data.draw(talks(library, today))
    decided = reply(talk, wrote(data.draw(TEXTS)), library, today)
    if talk.guide is None:
        return
    guide = library.guides[talk.guide]
    before = dict(talk.given(guide.id))
    position = locate(guide, before, library.numbers, today)
    after = dict(decided.conversation.given(guide.id))
    last = position.passed[-1].id if position.passed else None
    if talk.under(View.MENU) and not after:
        return
    lost = {step for step, value in before.items() if after.get(step) != value}
    assert len(lost) <= 1
    if any("?diubah" in screen.id for screen in decided.screens):
        assert lost <= before.keys() & after.keys()
        return
    assert lost <= (before.keys() if talk.under(View.SUMMARY) else {last})
    assert not lost & after.keys()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_forwarded_words_change_no_answer(
    library: Library, today: date, data: st.DataObject
) -> None:
    talk = data.draw(talks(library, today))
    decided = reply(talk, wrote(data.draw(TEXTS), forwarded=True), library, today)
    assert decided.conversation.answers == talk.answers
    assert decided.conversation.guide == talk.guide


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_texts_are_answered_the_same_after_storing(
    library: Library, today: date, data: st.DataObject
) -> None:
    talk = data.draw(talks(library, today))
    texts = data.draw(st.lists(TEXTS, min_size=2, max_size=4))
    kept, stored = talk, Conversation.load(talk.dump())
    for text in texts:
        one = reply(kept, wrote(text), library, today)
        other = reply(stored, wrote(text), library, today)
        assert one.screens == other.screens
        kept, stored = one.conversation, Conversation.load(other.conversation.dump())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_question_never_loses_the_step(
    library: Library, today: date, data: st.DataObject
) -> None:
    """After the answer of a topic or trouble, one press leads back to the very same screen."""
    talk = data.draw(talks(library, today)).with_(aside=None)
    chat = Chat(library, today)
    chat.talk = talk
    standing = chat.say("0")
    shown = chat.say("cara cek saldo gimana?")
    assert shown == "topic/saldo-cek"
    assert chat.press("1:k") == standing
    assert chat.talk.answers == talk.answers


def test_nobody_stays_misunderstood(library: Library, today: date) -> None:
    """However often a text is not understood, a person is within one press every time."""
    for guide in (None, *library.guides):
        chat = Chat(library, today)
        if guide:
            chat.say(f"/start {guide}")
        seen = [chat.say("qwrtp zxcvb") for _ in range(4)]
        assert "person" in seen, guide
        assert "1:o" in chat.offered


@pytest.mark.parametrize("view", View)
def test_a_view_with_nonsense_arguments_is_no_view_or_can_be_shown(
    library: Library, today: date, view: View
) -> None:
    for arguments in ((), ("x",), ("x", "y"), ("x", "y", "z")):
        scene = Scene(library, today, Conversation(aside=Aside(view, arguments)))
        screen = covering_screen(scene)
        assert screen is None or isinstance(screen, Screen)
