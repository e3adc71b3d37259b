"""Where groups of words stand in a text, and what is none of them after all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flows.language.marks import Span


def own_jobs(at: Mapping[str, Sequence[Span]]) -> Iterator[int]:
    """Where the writer tells of their own job: "saya sopir", not "saya sopir minta uang"."""
    told = {end for _, end in at.get("sebagai", ())}
    asking = {start for group in ("meminta", "menyuruh") for start, _ in at.get(group, ())}
    for start, end in at.get("jabatan", ()):
        if start in told and end not in asking:
            yield start


def rename(
    at: dict[str, list[Span]], group: str, words: Sequence[str], usual: Sequence[str]
) -> None:
    """What is typed as a fee is one, whatever its usual spelling means else."""
    for start in range(len(words) - len(usual) + 1):
        if tuple(words[start : start + len(usual)]) == tuple(usual):
            at["biasa"] = [span for span in at.get("biasa", ()) if span[0] != start]
            at.setdefault(group, []).append((start, start + len(usual)))
