"""The Markdown of the content as Telegram HTML, and what neither Telegram nor we accept.

Allowed: paragraphs, bold, italic, lists of one level, links to https and tel. Everything else is
still shown as plain text, so that a participant never loses a sentence, and reported to the editor.
Placeholders pass through unfilled; `flows.texts.fill` comes after.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from flows.texts.html import Html, lines

_TAG: Final = re.compile(r"<[^>]*>")
_LISTS: Final = frozenset({"bullet_list", "ordered_list"})
_LINKS: Final = ("https://", "tel:")
_UNPAIRED: Final = re.compile(r"\*\*|__|\]\(")
_BREAKS: Final = frozenset({"softbreak", "hardbreak"})
_MARKS: Final = {
    "strong_open": Html("<b>"),
    "strong_close": Html("</b>"),
    "em_open": Html("<i>"),
    "em_close": Html("</i>"),
    "softbreak": Html(" "),
    "hardbreak": Html("\n"),
}
_LINK_END: Final = Html("</a>")

_REFUSED: Final = {
    "heading": (
        "Ada judul di dalam teks. Telegram tidak menampilkan judul.",
        "Hapus tanda `#`, atau garis `---` di bawah kalimat. Untuk menonjolkan, pakai **tebal**.",
    ),
    "table": ("Ada tabel. Telegram tidak menampilkan tabel.", "Tulis sebagai daftar dengan `- `."),
    "image": (
        "Ada gambar di dalam teks.",
        "Hapus dari teks. Gambar disebut dengan kunci `picture` di bagian atas berkas.",
    ),
    "html_block": ("Ada kode HTML.", "Hapus tanda `<…>`. Pakai **tebal** atau *miring*."),
    "html_inline": ("Ada kode HTML.", "Hapus tanda `<…>`. Pakai **tebal** atau *miring*."),
    "fence": ("Ada kotak kode (```).", "Hapus baris ``` dan tulis sebagai kalimat biasa."),
    "code_block": (
        "Baris ini menjorok empat spasi, sehingga dibaca sebagai kotak kode.",
        "Hapus spasi di awal baris.",
    ),
    "code_inline": ("Ada tanda ` di dalam teks.", "Ganti dengan **tebal** atau tanda kutip."),
    "blockquote": ("Ada kutipan (`>` di awal baris).", "Hapus tanda `>` di awal baris."),
    "hr": (
        "Ada garis pemisah (`---` atau `***`).",
        "Hapus baris itu; pisahkan dengan baris kosong.",
    ),
    "s": ("Ada tulisan dicoret (`~~`).", "Hapus tanda `~~`, atau hapus tulisannya."),
    "nested": ("Ada daftar di dalam daftar.", "Jadikan satu daftar saja, tanpa baris menjorok."),
    "unpaired": (
        "Ada tanda `**`, `__`, atau `](` yang tidak berpasangan, jadi tampil apa adanya.",
        "Pasangkan tandanya tanpa spasi di dalamnya: **tebal**, [teks](https://…).",
    ),
    "url": (
        "Tautan hanya boleh ke alamat https atau nomor telepon (tel:).",
        "Tulis alamat lengkap: [teks](https://…) atau [175](tel:175).",
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something refused: `line` counts from 0 in the text, `what` and `todo` are Indonesian."""

    name: str
    line: int

    @property
    def what(self) -> str:
        """What is wrong."""
        return _REFUSED[self.name][0]

    @property
    def todo(self) -> str:
        """What to do about it."""
        return _REFUSED[self.name][1]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text of the content with placeholders still in it, and its faults in order."""

    html: Html
    faults: tuple[Fault, ...] = ()


def _keep(url: str) -> str:
    """markdown-it would percent-encode the braces of a placeholder."""
    return url


def _parser() -> MarkdownIt:
    """CommonMark, and what CommonMark would leave as odd characters, so that it can be reported."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    loose: Any = parser
    loose.normalizeLink = _keep
    loose.validateLink = bool
    return parser


_PARSER: Final = _parser()


def read_markup(text: str) -> Rendered:
    """The text as Telegram HTML and everything in it that is refused. Never raises."""
    blocks = _grown(_PARSER.parse(text))
    faults = sorted(set(_faults(blocks, 0, False)), key=lambda fault: (fault.line, fault.name))
    return Rendered(_below_each_other(blocks, False), tuple(faults))


def plain(markup: Html) -> str:
    """The visible text."""
    return html.unescape(_TAG.sub("", str(markup)))


@dataclass(slots=True)
class _Block:
    """A block of the text with those in it; the words are in the children of its `token`."""

    type: str
    token: Token
    inside: list[_Block]


def _grown(tokens: list[Token]) -> list[_Block]:
    """The blocks of a text; markdown-it's own tree costs as much as reading the text."""
    top: list[_Block] = []
    around = [top]
    for token in tokens:
        if token.nesting < 0:
            around.pop()
            continue
        block = _Block(token.type.removesuffix("_open"), token, [])
        around[-1].append(block)
        if token.nesting > 0:
            around.append(block.inside)
    return top


def _below_each_other(blocks: list[_Block], in_item: bool) -> Html:
    out = Html()
    before: _Block | None = None
    for block in blocks:
        if before is not None:
            out += "\n" if in_item or _touches(before, block) else "\n\n"
        out += _shown(block)
        before = block
    return out


def _touches(before: _Block, block: _Block) -> bool:
    """A list right below its introduction stays there."""
    above, below = before.token.map, block.token.map
    return block.type in _LISTS and bool(above and below and above[1] == below[0])


def _shown(block: _Block) -> Html:
    if block.type in _LISTS:
        return lines(*_items(block))
    if block.type == "inline":
        return Html().join(_words(block.token.children or []))
    if block.inside:
        return _below_each_other(block.inside, block.type == "list_item")
    return Html.escape(block.token.content.strip("\n"))


def _items(block: _Block) -> Iterator[Html]:
    number = int(block.token.attrs.get("start", 1))
    for offset, item in enumerate(block.inside):
        sign = "•" if block.type == "bullet_list" else f"{number + offset}."
        yield Html("{} {}").format(sign, _below_each_other(item.inside, True))


def _words(tokens: list[Token]) -> Iterator[Html]:
    """What stands in one line of blocks; a link that is not allowed leaves its words."""
    links: list[bool] = []
    for token in tokens:
        if token.type in _MARKS:
            yield _MARKS[token.type]
        elif token.type == "link_open":
            links.append(_is_allowed(token))
            if links[-1]:
                yield Html('<a href="{}">').format(token.attrs["href"])
        elif token.type == "link_close":
            if links.pop():
                yield _LINK_END
        elif token.type == "image":
            yield from _words(token.children or [])
        else:
            yield Html.escape(token.content)


def _is_allowed(link: Token) -> bool:
    return str(link.attrs.get("href", "")).startswith(_LINKS)


def _faults(blocks: list[_Block], line: int, in_list: bool) -> Iterator[Fault]:
    """Walks the blocks; `line` is where the block around them starts."""
    for block in blocks:
        starts = block.token.map[0] if block.token.map else line
        if block.type in _LISTS and in_list:
            yield Fault("nested", starts)
        elif block.type in _REFUSED:
            yield Fault(block.type, starts)
        if block.type == "inline":
            yield from _faults_in(block.token.children or [], starts)
        yield from _faults(block.inside, starts, in_list or block.type in _LISTS)


def _faults_in(tokens: list[Token], line: int) -> Iterator[Fault]:
    for token in tokens:
        name = _fault_name(token)
        if name:
            yield Fault(name, line)
        if token.type in _BREAKS:
            line += 1
        elif token.children:
            yield from _faults_in(token.children, line)
            line += sum(child.type in _BREAKS for child in token.children)


def _fault_name(token: Token) -> str | None:
    kind = token.type.removesuffix("_open")
    if kind == "link":
        return None if _is_allowed(token) else "url"
    if kind == "text":
        return "unpaired" if _UNPAIRED.search(token.content) else None
    return kind if kind in _REFUSED else None
