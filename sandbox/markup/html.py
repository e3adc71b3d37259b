"""parse_mode HTML, refusing what Telegram refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.markup.entities import Entity, units
from sandbox.markup.links import link
from sandbox.markup.mistake import MarkupError, byte_offset
from sandbox.markup.moments import moment

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
}
_SPECIAL = frozenset({"a", "span", "tg-emoji", "tg-time", "blockquote"})
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(?:x([0-9a-f]+)|(\d+))|(lt|gt|amp|quot));?", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACES = re.compile(r"\s*")


@dataclass(slots=True)
class _Open:
    """A start tag whose end has not come yet."""

    name: str
    attributes: dict[str, str]
    offset: int
    at: int


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities. Raises `MarkupError` with Telegram's words and byte offsets."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Html(source).parse()


class _Html:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        source = self.source
        while self.at < len(source):
            char = source[self.at]
            if char == "<":
                if source.startswith("</", self.at):
                    self._end_tag()
                else:
                    self._start_tag()
            elif char == "&":
                self._reference()
            else:
                stop = re.compile(r"[<&]").search(source, self.at)
                end = stop.start() if stop else len(source)
                self._emit(source[self.at : end])
                self.at = end
        if self.open:
            name = self.open[-1].name
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{name}"')
        return "".join(self.parts), _merge_pre(self.entities)

    def _emit(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def _reference(self) -> None:
        text, self.at = _decode_at(self.source, self.at)
        self._emit(text)

    def _start_tag(self) -> None:
        begin = self.at
        where = byte_offset(self.source, begin)
        match = re.compile(r"[^\s>]*").match(self.source, begin + 1)
        name = match.group().lower() if match else ""
        self.at = begin + 1 + len(name)
        if self.at >= len(self.source):
            raise MarkupError(f"Unclosed start tag at byte offset {where}")
        if name not in _SIMPLE and name not in _SPECIAL:
            raise MarkupError(f'Unsupported start tag "{name}" at byte offset {where}')
        attributes = self._attributes(name, where)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.open.append(_Open(name, attributes, self.length, begin))

    def _attributes(self, tag: str, where: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if self.at >= len(self.source):
                raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {where}')
            if self.source[self.at] == ">":
                self.at += 1
                return found
            match = re.compile(r"[^\s=>]*").match(self.source, self.at)
            name = match.group().lower() if match else ""
            if not name:
                raise MarkupError(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            self.at += len(name)
            self._skip_spaces()
            if not self.source.startswith("=", self.at):
                found[name] = ""
                continue
            self.at += 1
            self._skip_spaces()
            found[name] = self._attribute_value(tag, where)

    def _attribute_value(self, tag: str, where: int) -> str:
        if self.at >= len(self.source):
            raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {where}')
        quote = self.source[self.at]
        if quote in "\"'":
            end = self.source.find(quote, self.at + 1)
            if end < 0:
                raise MarkupError(f"Unclosed start tag at byte offset {where}")
            value = self.source[self.at + 1 : end]
            self.at = end + 1
            return _decode(value)
        begin = self.at
        match = _TOKEN.match(self.source, begin)
        self.at = match.end() if match else begin
        if self.at >= len(self.source) or self.source[self.at] not in "> \t\r\n":
            at = byte_offset(self.source, begin)
            raise MarkupError(f"Unexpected end of name token at byte offset {at}")
        return self.source[begin : self.at].lower()

    def _skip_spaces(self) -> None:
        match = _SPACES.match(self.source, self.at)
        self.at = match.end() if match else self.at

    def _end_tag(self) -> None:
        begin = self.at
        where = byte_offset(self.source, begin)
        if not self.open:
            raise MarkupError(f"Unexpected end tag at byte offset {where}")
        match = re.compile(r"</([^\s>]*)\s*(>?)").match(self.source, begin)
        if match is None or not match.group(2):
            raise MarkupError(f"Unclosed end tag at byte offset {where}")
        name = match.group(1).lower()
        tag = self.open.pop()
        if name and name != tag.name:
            raise MarkupError(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        self.at = match.end()
        self._close(tag)

    def _close(self, tag: _Open) -> None:
        length = self.length - tag.offset
        entity = _entity_of(tag, length, "".join(self.parts)) if length > 0 else None
        if entity is not None:
            self.entities.append(entity)


def _entity_of(tag: _Open, length: int, text: str) -> Entity | None:
    """The entity a closed tag makes; a link without a usable address makes none."""
    name, extra = tag.name, tag.attributes
    if name == "a":
        return link(extra.get("href") or _tail(text, length), tag.offset, length)
    if name == "span":
        return Entity("spoiler", tag.offset, length)
    if name == "blockquote":
        kind = "expandable_blockquote" if "expandable" in extra else "blockquote"
        return Entity(kind, tag.offset, length)
    if name == "tg-time":
        return moment(extra.get("unix", ""), extra.get("format", ""), tag.offset, length)
    if name == "tg-emoji":
        emoji = extra.get("emoji-id", "")
        if not emoji.isdigit():
            raise MarkupError("Invalid custom emoji identifier specified")
        return Entity("custom_emoji", tag.offset, length, {"custom_emoji_id": emoji})
    language = extra.get("class", "") if name == "code" else ""
    if language.startswith("language-") and len(language) > len("language-"):
        return Entity("code", tag.offset, length, {"language": language[len("language-") :]})
    return Entity(_SIMPLE[name], tag.offset, length)


def _tail(text: str, length: int) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[len(raw) - length * 2 :].decode("utf-16-le", "replace")


def _merge_pre(entities: list[Entity]) -> list[Entity]:
    """`<pre><code class="language-x">` is one entity; a language on its own means nothing."""
    pres = {(e.offset, e.length): e for e in entities if e.type == "pre"}
    merged = []
    for each in entities:
        language = each.extra.get("language") if each.type == "code" else None
        if language:
            pre = pres.get((each.offset, each.length))
            if pre is not None:
                pre.extra["language"] = language
                continue
            each.extra = {}
        merged.append(each)
    return merged


def _decode_at(text: str, at: int) -> tuple[str, int]:
    """The character of the reference at `at` and where it ends; "&" itself when it is none."""
    match = _REFERENCE.match(text, at)
    if match is None:
        return "&", at + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        if name.lower() != name:
            return "&", at + 1
        return _NAMED[name], match.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code > 0x10FFFF:
        return "&", at + 1
    if 0xD800 <= code <= 0xDFFF:
        raise MarkupError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code), match.end()


def _decode(text: str) -> str:
    out, at = [], 0
    while (found := text.find("&", at)) >= 0:
        out.append(text[at:found])
        char, at = _decode_at(text, found)
        out.append(char)
    return "".join(out) + text[at:]
