"""parse_mode MarkdownV2, refusing what Telegram refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.markup.entities import Entity, units
from sandbox.markup.links import link
from sandbox.markup.mistake import MarkupError, byte_offset
from sandbox.markup.moments import moment_behind

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_TYPES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
}
_STARTS = (
    ("```", "Pre"),
    ("`", "Code"),
    ("__", "Underline"),
    ("_", "Italic"),
    ("*", "Bold"),
    ("~", "Strikethrough"),
    ("||", "Spoiler"),
    ("![", "CustomEmoji"),
    ("[", "TextUrl"),
)
_ENDS = {
    "Bold": "*",
    "Underline": "__",
    "Strikethrough": "~",
    "Spoiler": "||",
    "Code": "`",
    "Pre": "```",
    "PreCode": "```",
    "TextUrl": "]",
    "CustomEmoji": "]",
}
_LANGUAGE = re.compile(r"([^\s`]+)(?=[\s`])")
_EMOJI = re.compile(r"tg:(?://)?emoji/?\?(?:[^#]*&)?id=([1-9]\d*)(?:[&#]|$)", re.I)


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    at: int
    part: int
    language: str = ""


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """Text and entities. Raises `MarkupError` with Telegram's words and byte offsets."""
    return _Markdown(source).parse()


class _Markdown:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []
        self.quote: _Open | None = None

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            if self._verbatim() or self._quote_line():
                continue
            if self._escaped() or self._end() or self._start():
                continue
            char = self.source[self.at]
            if char in _RESERVED:
                raise MarkupError(
                    f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
                )
            self._emit(char)
            self.at += 1
        if self.quote is not None:
            self._end_quote()
        self._refuse_open()
        return "".join(self.parts), self.entities

    def _emit(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def _refuse_open(self) -> None:
        if self.open:
            last = self.open[-1]
            where = byte_offset(self.source, last.at)
            raise MarkupError(f"Can't find end of {last.name} entity at byte offset {where}")

    def _escaped(self) -> bool:
        following = self.source[self.at + 1 : self.at + 2]
        if self.source[self.at] != "\\" or not following or not 0 < ord(following) < 127:
            return False
        self._emit(following)
        self.at += 2
        return True

    def _verbatim(self) -> bool:
        """Inside code only the end and an escape mean anything."""
        if not self.open or self.open[-1].name not in ("Code", "Pre", "PreCode"):
            return False
        if not self._escaped() and not self._end():
            self._emit(self.source[self.at])
            self.at += 1
        return True

    def _quote_line(self) -> bool:
        """At the start of a line: begin, go on with or end a block quote."""
        if self.at and self.source[self.at - 1] not in "\r\n":
            return False
        fresh = self.source.startswith("**>", self.at)
        if not fresh and not self.source.startswith(">", self.at):
            if self.quote is not None and self.source[self.at - 1] == "\n":
                self._end_quote()
            return False
        if fresh and self.quote is not None:
            self._end_quote()
        if self.quote is None:
            self.quote = _Open("BlockQuote", self.length, self.at, len(self.open))
        self.at += 3 if fresh else 1
        return True

    def _end_quote(self) -> None:
        quote, self.quote = self.quote, None
        if quote is None:
            return
        kind = "blockquote"
        last = self.open[-1] if len(self.open) > quote.part else None
        if last and last.name == "Spoiler" and not "".join(self.parts[last.part :]).strip("\r\n"):
            self.open.pop()  # an empty spoiler at the end marks the quote as expandable
            kind = "expandable_blockquote"
        if len(self.open) > quote.part:
            self._refuse_open()
        if self.length > quote.offset:
            self.entities.append(Entity(kind, quote.offset, self.length - quote.offset))

    def _end(self) -> bool:
        if not self.open:
            return False
        top = self.open[-1]
        if top.name == "Italic":
            ends = self.source[self.at] == "_" and self.source[self.at + 1 : self.at + 2] != "_"
            mark = "_"
        else:
            mark = _ENDS[top.name]
            ends = self.source.startswith(mark, self.at)
        if not ends:
            return False
        self.open.pop()
        self.at += len(mark)
        self._close(top)
        return True

    def _close(self, top: _Open) -> None:
        length = self.length - top.offset
        if top.name in ("TextUrl", "CustomEmoji"):
            self._close_link(top, length)
        elif length > 0:
            extra = {"language": top.language} if top.language else {}
            self.entities.append(Entity(_TYPES[top.name], top.offset, length, extra))

    def _close_link(self, top: _Open, length: int) -> None:
        emoji = top.name == "CustomEmoji"
        address = "".join(self.parts[top.part :])
        if self.source.startswith("(", self.at):
            address = self._address("a custom emoji URL" if emoji else "a URL")
        elif emoji:
            raise MarkupError("Custom emoji entity must contain a tg://emoji URL")
        if emoji:
            if (when := moment_behind(address, top.offset, length)) is not None:
                self.entities.append(when)
                return
            match = _EMOJI.match(address)
            if match is None:
                raise MarkupError("Invalid custom emoji identifier specified")
            extra = {"custom_emoji_id": match.group(1)}
            self.entities.append(Entity("custom_emoji", top.offset, length, extra))
        elif length > 0 and (made := link(address, top.offset, length)) is not None:
            self.entities.append(made)

    def _address(self, what: str) -> str:
        begin = self.at + 1
        at, out = begin, []
        while at < len(self.source) and self.source[at] != ")":
            following = self.source[at + 1 : at + 2]
            if self.source[at] == "\\" and following and 0 < ord(following) < 127:
                at += 1
            out.append(self.source[at])
            at += 1
        if at >= len(self.source):
            where = byte_offset(self.source, begin)
            raise MarkupError(f"Can't find end of {what} at byte offset {where}")
        self.at = at + 1
        return "".join(out)

    def _start(self) -> bool:
        found = next((each for each in _STARTS if self.source.startswith(each[0], self.at)), None)
        if found is None:
            return False
        mark, name = found
        begin = self.at
        self.at += len(mark)
        tag = _Open(name, self.length, begin, len(self.parts))
        if name == "Pre":
            self._language(tag)
        self.open.append(tag)
        return True

    def _language(self, tag: _Open) -> None:
        match = _LANGUAGE.match(self.source, self.at)
        if match:
            tag.name, tag.language = "PreCode", match.group(1)
            self.at = match.end()
        line_end = re.compile(r"\r\n|\n\r|\n|\r").match(self.source, self.at)
        if line_end:
            self.at = line_end.end()
