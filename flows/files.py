"""Files: which kinds are carried between a participant and an officer, in both directions.

Only what cannot run and what the errand needs: pictures of papers (jpg, jpeg, png, webp, and heic,
which is what iPhones make), PDF, recordings (ogg, oga, opus, mp3, m4a), films of a screen (mp4,
3gp, mov), and docx, in which employers write letters: unlike doc and docm it holds no program.
Whatever is not in the list is kept back. What can run (apk first of all: "JMO-terbaru.apk" is how
imitators work), what opens a page (html) and what may hold either (zip) nobody lets through.

Telegram makes photos, voice messages, round films and stickers itself: they are no files here.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final, NamedTuple

CARRIED: Final = frozenset(
    {"pdf", "jpg", "jpeg", "png", "webp", "heic", "heif", "docx"}
    | {"ogg", "oga", "opus", "mp3", "m4a", "mp4", "3gp", "mov"}
)
"""Endings that are carried."""

PROGRAMS: Final = frozenset(
    {"apk", "apks", "apkm", "xapk", "aab", "exe", "msi", "bat", "cmd", "com", "scr", "pif", "lnk"}
    | {"js", "mjs", "vbs", "ps1", "sh", "py", "jar", "wsf", "hta", "dmg", "pkg", "ipa", "deb"}
    | {"html", "htm", "xhtml", "mht", "svg", "url", "docm", "xlsm", "pptm"}
    | {"zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "iso", "img", "cab"}
)
"""Endings of what runs, opens a page, or may hold such a thing."""

_CARRIED_TYPES: Final = re.compile(
    r"application/pdf|image/(?!svg).+|audio/.+|video/.+|application/octet-stream|"
    r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document"
)
_PROGRAM_TYPES: Final = re.compile(
    r".*(?:android\.package|msdownload|x-ms-?dos|executable|javascript|x-sh|html|svg|zip|rar|"
    r"x-7z|x-tar|java-archive|x-msi|diskimage|macroenabled).*"
)
_UNKNOWN: Final = "application/octet-stream"
_ENDING: Final = re.compile(r"\.([a-z][a-z0-9]{0,4}|7z|3gp)(?=\.|$)")
_LAST: Final = 2
"""So many endings of a name are read: "foto.jpg.apk", and "foto.apk.jpg" as well."""


class Fate(Enum):
    """What becomes of a file."""

    CARRIED = auto()
    KEPT_BACK = auto()
    PROGRAM = auto()
    """kept back, and nobody can let it pass"""


class Judged(NamedTuple):
    """The fate of a file, and the ending that decides it, without the dot; empty when none does."""

    fate: Fate
    ending: str


def judged(name: str | None, mime: str | None) -> Judged:
    """What becomes of a file with this name and type, as its sender gives them."""
    endings = endings_of(name or "")
    program = next((one for one in endings if one in PROGRAMS), None)
    kind = (mime or _UNKNOWN).lower()
    if program is not None or _PROGRAM_TYPES.fullmatch(kind):
        return Judged(Fate.PROGRAM, program or (endings[-1] if endings else ""))
    ending = endings[-1] if endings else ""
    by_name = ending in CARRIED if ending else kind != _UNKNOWN
    is_carried = by_name and _CARRIED_TYPES.fullmatch(kind) is not None
    return Judged(Fate.CARRIED if is_carried else Fate.KEPT_BACK, ending)


def endings_of(name: str) -> list[str]:
    """The last endings of a name, in lower case: of "Foto KTP.JPG.apk" jpg and apk."""
    squeezed = re.sub(r"\s+", "", name.lower()).rstrip(".")
    return _ENDING.findall(squeezed)[-_LAST:]
