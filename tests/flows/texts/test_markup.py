"""Markdown becomes Telegram HTML; what Telegram refuses is reported, never lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.texts.html import Html
from flows.texts.markup import plain, read_markup
from flows.texts.units import units

TAGS = re.compile(r"</?(?:b|i)>|<a href=\"(?:https://|tel:)[^\"<>]*\">|</a>")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Halo **Bapak/Ibu**, *ya*.", "Halo <b>Bapak/Ibu</b>, <i>ya</i>."),
        ("satu\nbaris", "satu baris"),
        ("dua\\\nbaris", "dua\nbaris"),
        ("satu\n\n\ndua", "satu\n\ndua"),
        ("Bawa:\n- KTP\n- KK", "Bawa:\n• KTP\n• KK"),
        ("Bawa:\n\n- KTP\n\n- KK\n\nLalu.", "Bawa:\n\n• KTP\n• KK\n\nLalu."),
        ("3. tiga\n4. empat", "3. tiga\n4. empat"),
        ("- satu\n\n  lagi", "• satu\nlagi"),
        ("5 < 6 & 7", "5 &lt; 6 &amp; 7"),
        ("[situs](https://a.id/?x=1&y=2)", '<a href="https://a.id/?x=1&amp;y=2">situs</a>'),
        ("[175](tel:{nomor_175})", '<a href="tel:{nomor_175}">175</a>'),
        ("{batas_saldo} dan {masa_tunggu}", "{batas_saldo} dan {masa_tunggu}"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("\\*bukan miring\\*", "*bukan miring*"),
        ("", ""),
    ],
)
def test_allowed_markdown(markdown: str, html: str) -> None:
    markup = read_markup(markdown)
    assert markup.html == html
    assert markup.faults == ()


@pytest.mark.parametrize(
    ("markdown", "faults", "kept"),
    [
        ("# Judul", [("heading", 0)], "Judul"),
        ("Judul\n---", [("heading", 0)], "Judul"),
        ("a\n\n> kutip", [("blockquote", 2)], "kutip"),
        ("a\n\n    kode", [("code_block", 2)], "kode"),
        ("```\nkode\n```", [("fence", 0)], "kode"),
        ("|a|b|\n|-|-|\n|c|d|", [("table", 0)], "d"),
        ("a\n![foto](https://x.id/y.png)", [("image", 1)], "foto"),
        ("<div>\nx\n</div>", [("html_block", 0)], "x"),
        ("a <u>b</u>", [("html_inline", 0)], "b"),
        ("~~coret~~", [("s", 0)], "coret"),
        ("`kode`", [("code_inline", 0)], "kode"),
        ("a\n\n***\n\nb", [("hr", 2)], "b"),
        ("- a\n- b\n  - c", [("nested", 2)], "c"),
        ("a\nb **c", [("unpaired", 1)], "**c"),
        ("[a](http://x.id)", [("url", 0)], "a"),
        ("[a](javascript:alert)", [("url", 0)], "a"),
        ("satu\n\ndua\n**tiga\nempat** [x](ftp://y)", [("url", 4)], "x"),
    ],
)
def test_refused_markdown_is_reported_at_its_line_and_still_readable(
    markdown: str, faults: list[tuple[str, int]], kept: str
) -> None:
    markup = read_markup(markdown)
    assert [(fault.name, fault.line) for fault in markup.faults] == faults
    assert kept in plain(markup.html)
    assert all(fault.what and fault.todo for fault in markup.faults)


@given(st.text(alphabet=st.sampled_from("ab \n*_#-`<>&[]()!~|1.{}\\:/\"'=+\t"), max_size=80))
def test_only_the_tags_of_telegram_ever_come_out(markdown: str) -> None:
    html = read_markup(markdown).html
    assert not re.search(r"[<>]", TAGS.sub("", html))
    opened: list[str] = []
    for tag in TAGS.findall(html):
        if tag.startswith("</"):
            assert opened.pop() == tag[2]
        else:
            opened.append(tag[1])
    assert opened == []


def test_length_counts_as_telegram_does() -> None:
    assert units(plain(Html("<b>a</b> &amp; 😀"))) == len("a & ") + 2
