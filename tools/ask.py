"""`bot.py ask`: what the search understands, line by line for programs or in words for editors."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from flows.ears import Heard
from flows.library import Library
from flows.mask import mask_text
from flows.texts.markup import plain
from tools.streams import broken, mended

ACTS = {
    "answer": "dijawab langsung",
    "offer": "ditawarkan sebagai pilihan",
    "decline": "dijawab bahwa ini bukan urusan bot",
}
ONLY_WORDS = "(hanya kata dari isi jawaban)"


def run_jsonl(lines: Iterable[str], library: Library, today: date, out: TextIO) -> int:
    """One ``{"q": text}`` a line in, one ``{"best", "top", "act"}`` a line out; the exit code.

    A line that is no such object is declined with an `error` and makes the exit code 1.
    """
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        question = _question(line)
        if question is None:
            code = 1
            told: dict[str, object] = {"best": None, "top": [], "act": "decline"}
            told["error"] = f'baris {number}: bukan {{"q": "..."}} dalam UTF-8'
        else:
            found = _heard(question, library, today).topics
            top = [score.topic for score in found.top]
            told = {"best": found.best, "top": top, "act": found.act}
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
        out.flush()
    return code


def _heard(question: str, library: Library, today: date) -> Heard:
    return library.ears.hear(mask_text(question).text, today)


def _question(line: str) -> str | None:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return None
    question = asked.get("q") if isinstance(asked, dict) else None
    return question if isinstance(question, str) and not broken(question) else None


def explain(question: str, library: Library, today: date, out: TextIO) -> None:
    """Why a question gets its answer: what was read, three topics, the phrases that won."""
    heard = _heard(mended(question), library, today)
    found = heard.topics
    out.write(f"Dibaca sebagai : {' '.join(heard.spelled) or '(tidak ada kata)'}\n")
    out.write(f"Tindakan       : {found.act} ({ACTS[found.act]})\n")
    for place, score in enumerate(found.top, 1):
        phrase = library.ears.search.phrase(heard.stems, score.topic) or ONLY_WORDS
        out.write(f"{place}. {score.topic:<28} {score.chance:4.0%}  mirip: {phrase}\n")
    if found.best is not None:
        topic = library.topics[found.best]
        out.write(f"\n{topic.title}\n\n{plain(library.html(topic, today))}\n")
