"""parse_mode MarkdownV2 and the old Markdown."""

from __future__ import annotations

import pytest

from sandbox.errors import ApiError
from sandbox.markup import formatted


def parse(source: str, mode: str = "MarkdownV2") -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = formatted(source, mode)
    return text, [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_", "a b", [("bold", 0, 1), ("italic", 2, 1)]),
        (
            "__a__ ~b~ ||c||",
            "a b c",
            [("underline", 0, 1), ("strikethrough", 2, 1), ("spoiler", 4, 1)],
        ),
        ("🏟 🏟_🏟 \\.🏟_", "🏟 🏟🏟 .🏟", [("italic", 5, 6)]),
        ("_a __b___", "a b", [("italic", 0, 3), ("underline", 2, 1)]),
        ("`_* *_`", "_* *_", [("code", 0, 5)]),
        ("```sql\nx```", "x", [("pre", 0, 1)]),
        ("15\\.000 \\- ya\\!", "15.000 - ya!", []),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 4)]),
        (">a\n**>b", "a\nb", [("blockquote", 0, 2), ("blockquote", 2, 1)]),
        (">a\n>b||\nc", "a\nb\nc", [("expandable_blockquote", 0, 4)]),
        (">*a*", "a", [("blockquote", 0, 1), ("bold", 0, 1)]),
        ("*a\n>b\nc*", "a\nb\nc", [("bold", 0, 5), ("blockquote", 2, 2)]),
        ("**kosong", "kosong", []),
    ],
)
def test_markdown_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    assert parse(source) == (text, entities)


def test_links_and_custom_emoji() -> None:
    assert formatted("[sini](https://a.id/x\\)y)", "MarkdownV2")[1] == [
        {"type": "text_link", "offset": 0, "length": 4, "url": "https://a.id/x)y"}
    ]
    assert formatted("![👍](tg://emoji?id=25)", "MarkdownV2")[1] == [
        {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "25"}
    ]


RESERVED = "]()>#+-=|{}.!"


@pytest.mark.parametrize("char", RESERVED)
def test_reserved_characters_must_be_escaped(char: str) -> None:
    with pytest.raises(ApiError) as refusal:
        formatted(f"a{char}", "MarkdownV2")
    assert refusal.value.description == (
        f"Bad Request: can't parse entities: Character '{char}' is reserved "
        "and must be escaped with the preceding '\\'"
    )
    assert formatted(f"a\\{char}", "MarkdownV2") == (f"a{char}", [])


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("🏟 🏟_abacaba", "Can't find end of Italic entity at byte offset 9"),
        ("🏟 🏟_abac * asd _", "Can't find end of Italic entity at byte offset 21"),
        ("🏟 🏟`", "Can't find end of Code entity at byte offset 9"),
        ("🏟 🏟```a", "Can't find end of Pre entity at byte offset 9"),
        ("🏟 🏟```a ", "Can't find end of PreCode entity at byte offset 9"),
        ("🏟 🏟__🏟 _🏟___", "Can't find end of Italic entity at byte offset 23"),
        ("[a](asd", "Can't find end of a URL at byte offset 4"),
        (">*b\n>ld \n>bo\nld*\nasd", "Can't find end of Bold entity at byte offset 1"),
        ("🏟 🏟![👍]", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
def test_markdown_refused(source: str, why: str) -> None:
    with pytest.raises(ApiError) as refusal:
        formatted(source, "MarkdownV2")
    assert refusal.value.description == f"Bad Request: can't parse entities: {why}"


def test_old_markdown() -> None:
    assert parse("*a* _b_ `c` [d](e.id) \\*", "Markdown") == (
        "a b c d *",
        [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1), ("text_link", 6, 1)],
    )
    with pytest.raises(ApiError, match="the entity starting at byte offset 2"):
        formatted("a *b", "Markdown")
