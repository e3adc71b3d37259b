"""An answer an officer sends comes without the bot's buttons, and without naming them."""

from __future__ import annotations

from datetime import date

import pytest

from flows.content.brief import MARK
from flows.library import Library
from flows.texts.html import Html
from handlers.desk.staff.offered import without_buttons


@pytest.mark.parametrize(
    ("answer", "sent"),
    [
        ("Klaim gratis. Sekarang, tekan tombol di bawah.", "Klaim gratis."),
        ("• satu;\n• dua.\n\nTekan tombol di bawah untuk dipandu.", "• satu;\n• dua."),
        ("Tekan tombol <b>Sudah</b> di JMO.", "Tekan tombol <b>Sudah</b> di JMO."),
        ("<b>Gratis. Tekan tombol di bawah.</b> Ya.", "<b>Gratis.</b> Ya."),
        (
            'Lihat <a href="https://a.id/x">situs</a> atau tombol di bawah. Gratis.',
            '<a href="https://a.id/x"></a> Gratis.',
        ),
    ],
)
def test_sentences_about_buttons_are_left_out(answer: str, sent: str) -> None:
    assert without_buttons(Html(answer)) == sent


def test_no_topic_is_left_empty_or_speaks_of_buttons(library: Library, today: date) -> None:
    for topic in library.topics.values():
        sent = without_buttons(library.html(topic, today))
        assert len(sent) > 40, topic.id
        assert "tombol di bawah" not in sent, topic.id


def test_an_officer_sends_the_whole_answer(library: Library, today: date) -> None:
    longer = 0
    for topic in library.topics.values():
        whole, short = library.html(topic, today), library.inline(topic.short, today)
        assert MARK not in whole
        assert whole.startswith(short.strip()), topic.id
        longer += whole != short
    assert longer
