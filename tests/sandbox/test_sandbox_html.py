"""parse_mode HTML: what is delivered, what is refused, in Telegram's words."""

from __future__ import annotations

import pytest

from sandbox.errors import ApiError
from sandbox.markup import formatted
from sandbox.markup.render import render


def parse(source: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = formatted(source, "HTML")
    return text, [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("biasa", "biasa", []),
        ("<b>tebal</b>", "tebal", [("bold", 0, 5)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        (
            "<u>a</u><s>b</s><del>c</del>",
            "abc",
            [("underline", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        ("🏟 <i>🏟 a</i>", "🏟 🏟 a", [("italic", 3, 4)]),
        ("<b>a <i>b</i></b>", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
        ("1 &lt; 2 &amp; 3 &gt; 2 &quot;x&quot;", '1 < 2 & 3 > 2 "x"', []),
        ("&#65;&#x42;&ge;&nbsp;", "AB&ge;&nbsp;", []),
        ("<b></b>kosong", "kosong", []),
        ("<B>A</b>", "A", [("bold", 0, 1)]),
        ('<span class="tg-spoiler">rahasia</span>', "rahasia", [("spoiler", 0, 7)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<i>a</>", "a", [("italic", 0, 1)]),
        ("<code>x.id</code>", "x.id", [("code", 0, 4)]),
        ("<b> a </b>", "a", [("bold", 0, 1)]),
        ("  \n<i>b</i>\n ", "b", [("italic", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    assert parse(source) == (text, entities)


def test_links_get_a_whole_address() -> None:
    _, entities = formatted('<a href="contoh.id">sini</a>', "HTML")
    assert entities == [{"type": "text_link", "offset": 0, "length": 4, "url": "http://contoh.id/"}]


def test_a_link_that_is_none_stays_plain_text() -> None:
    assert formatted('<a href="bukan">sini</a>', "HTML") == ("sini", [])


def test_language_of_code() -> None:
    _, entities = formatted('<pre><code class="language-sql">x</code></pre>', "HTML")
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "sql"}]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("é<p>a</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 <2", "Unclosed start tag at byte offset 2"),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<i>a</b>", 'Unmatched end tag at byte offset 4, expected "</i>", found "</b>"'),
        ("<i>a</i", "Unclosed end tag at byte offset 4"),
        ('<a href="x>b</a>', "Unclosed start tag at byte offset 0"),
        ("<i =x>a</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i a=", 'Unclosed start tag "i" at byte offset 0'),
        ("<a href=x,y>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "&#xDFDF;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        ),
    ],
)
def test_html_refused(source: str, why: str) -> None:
    with pytest.raises(ApiError) as refusal:
        formatted(source, "HTML")
    assert refusal.value.description == f"Bad Request: can't parse entities: {why}"


def test_unknown_parse_mode() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        formatted("a", "BBCode")


def test_telegram_finds_commands_links_and_mentions_itself() -> None:
    text = "Ketik /mulai atau lihat contoh.go.id, tanya @petugas_jht #jht +628111234567 a@b.id"
    _, entities = formatted(text)
    found = {e["type"]: text[e["offset"] : e["offset"] + e["length"]] for e in entities}
    assert found == {
        "bot_command": "/mulai",
        "url": "contoh.go.id",
        "mention": "@petugas_jht",
        "hashtag": "#jht",
        "phone_number": "+628111234567",
        "email": "a@b.id",
    }


def test_nothing_is_found_where_it_is_none() -> None:
    assert formatted("dan/atau 1/2 e.g. 15.000.000 a/b/c")[1] == []


def test_entities_given_are_kept_and_moved_with_trimmed_space() -> None:
    assert formatted("  ab ", "", [{"type": "bold", "offset": 1, "length": 2}]) == (
        "ab",
        [{"type": "bold", "offset": 0, "length": 1}],
    )


def test_rendering_escapes_and_nests() -> None:
    text, entities = formatted("<b>🏟 <i>a&lt;b</i></b> &amp; c", "HTML")
    assert render(text, entities) == "<b>🏟 <i>a&lt;b</i></b> &amp; c"


def test_rendering_never_lets_markup_of_people_through() -> None:
    text, entities = formatted('<script>alert("x")</script> https://a.id/"><b>')
    assert "<script" not in render(text, entities)
    assert '"><b>' not in render(text, entities)
