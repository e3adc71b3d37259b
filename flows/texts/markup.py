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
from markdown_it.tree import SyntaxTreeNode

from flows.texts.html import Html, bold, lines

_TAG: Final = re.compile(r"<[^>]*>")
_LISTS: Final = frozenset({"bullet_list", "ordered_list"})
_LINKS: Final = ("https://", "tel:")

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
    tree = SyntaxTreeNode(_PARSER.parse(text))
    faults = tuple(sorted(set(_faults(tree, 0, False)), key=lambda fault: (fault.line, fault.name)))
    return Rendered(_blocks(tree), faults)


def plain(markup: Html) -> str:
    """The visible text."""
    return html.unescape(_TAG.sub("", str(markup)))


def _blocks(node: SyntaxTreeNode) -> Html:
    out = Html()
    before: SyntaxTreeNode | None = None
    for child in node.children:
        if before is not None:
            out += "\n" if _touches(before, child) else "\n\n"
        out += _block(child)
        before = child
    return out


def _touches(before: SyntaxTreeNode, node: SyntaxTreeNode) -> bool:
    """A list right below its introduction stays there; inside a list nothing is spread out."""
    if node.parent is not None and node.parent.type == "list_item":
        return True
    return node.type in _LISTS and bool(before.map and node.map and before.map[1] == node.map[0])


def _block(node: SyntaxTreeNode) -> Html:
    if node.type in _LISTS:
        return lines(*_items(node))
    if node.type == "inline":
        return Html().join(_inline(child) for child in node.children)
    if node.type == "paragraph" or (node.children and not node.content):
        return _blocks(node)
    return Html.escape(node.content.strip("\n"))


def _items(node: SyntaxTreeNode) -> Iterator[Html]:
    number = int(node.attrs.get("start", 1))
    for offset, item in enumerate(node.children):
        sign = "•" if node.type == "bullet_list" else f"{number + offset}."
        yield Html("{} {}").format(sign, _blocks(item))


def _inline(node: SyntaxTreeNode) -> Html:
    inner = Html().join(_inline(child) for child in node.children)
    match node.type:
        case "softbreak":
            return Html(" ")
        case "hardbreak":
            return Html("\n")
        case "strong":
            return bold(inner)
        case "em":
            return Html("<i>{}</i>").format(inner)
        case "link" if _is_allowed(node):
            return Html('<a href="{}">{}</a>').format(node.attrs["href"], inner)
        case "link" | "s" | "image":
            return inner
    return Html.escape(node.content)


def _is_allowed(link: SyntaxTreeNode) -> bool:
    return str(link.attrs.get("href", "")).startswith(_LINKS)


def _faults(node: SyntaxTreeNode, line: int, in_list: bool) -> Iterator[Fault]:
    """Walks the tree; `line` is where the block around `node` starts."""
    if not node.is_root and node.map:
        line = node.map[0]
    name = _fault_name(node, in_list)
    if name:
        yield Fault(name, line)
    for child in node.children:
        yield from _faults(child, line, in_list or node.type in _LISTS)
        line += _breaks(child)


def _breaks(node: SyntaxTreeNode) -> int:
    if node.type in {"softbreak", "hardbreak"}:
        return 1
    return sum(_breaks(child) for child in node.children) if not node.map else 0


def _fault_name(node: SyntaxTreeNode, in_list: bool) -> str | None:
    if node.type in _LISTS:
        return "nested" if in_list else None
    if node.type == "link":
        return None if _is_allowed(node) else "url"
    if node.type == "text":
        return "unpaired" if re.search(r"\*\*|__|\]\(", node.content) else None
    return node.type if node.type in _REFUSED else None
