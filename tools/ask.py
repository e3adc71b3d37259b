"""`bot.py ask`: what the search understands, line by line for programs or in words for editors."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from flows.library import Library
from flows.mask import mask_text
from flows.texts.markup import plain

ACTS = {
    "answer": "dijawab langsung",
    "offer": "ditawarkan sebagai pilihan",
    "decline": "dijawab bahwa ini bukan urusan bot",
}


def run_jsonl(lines: Iterable[str], library: Library, out: TextIO) -> int:
    """One ``{"q": text}`` a line in, one ``{"best", "top", "act"}`` a line out; the exit code.

    A line that is no such object is declined with an `error` and makes the exit code 1.
    """
    search = library.ears.search
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        question = _question(line)
        if question is None:
            code = 1
            told: dict[str, object] = {"best": None, "top": [], "act": "decline"}
            told["error"] = f'baris {number}: bukan {{"q": "..."}}'
        else:
            found = search.ask(mask_text(question).text)
            top = [score.topic for score in found.top]
            told = {"best": found.best, "top": top, "act": found.act}
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
    return code


def _question(line: str) -> str | None:
    try:
        asked = json.loads(line)
    except json.JSONDecodeError:
        return None
    question = asked.get("q") if isinstance(asked, dict) else None
    return question if isinstance(question, str) else None


def explain(question: str, library: Library, today: date, out: TextIO) -> None:
    """Why a question gets its answer: what was read, three topics, the phrases that won."""
    search = library.ears.search
    masked = mask_text(question).text
    found = search.ask(masked)
    out.write(f"Dibaca sebagai : {search.spelled(masked) or '(tidak ada kata)'}\n")
    out.write(f"Tindakan       : {found.act} ({ACTS[found.act]})\n")
    for place, score in enumerate(found.top, 1):
        phrase = search.phrase(masked, score.topic) or "(hanya kata dari isi jawaban)"
        out.write(f"{place}. {score.topic:<28} {score.chance:4.0%}  mirip: {phrase}\n")
    if found.best is not None:
        topic = library.topics[found.best]
        out.write(f"\n{topic.title}\n\n{plain(library.html(topic, today))}\n")
