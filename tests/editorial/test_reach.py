"""Unreachable steps, found without walking every conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editorial.broken import lay_out, problems_of

HEAD = "title: Uji\nabout: Panduan untuk tes.\ncommand: uji\nsteps:\n"
ASK = (
    "---\n{answer}options:\n  ya: Ya\n  tidak: Tidak\n"
    "stands_on: [klaim-contoh]\n---\nApa yang terlihat?\n"
)
END = "---\nstands_on: [klaim-contoh]\n---\nSelesai. Gratis.\n"


def unreached(folder: Path, *steps: str, typed: str = "") -> list[str]:
    """Steps as `ask a`, `end b when {a: ya}`; those that cannot be reached."""
    lay_out(folder / "content")
    guide = folder / "content" / "guides" / "uji"
    guide.mkdir()
    rows = []
    for step in steps:
        kind, name, *when = step.split(" ", 2)
        rows.append(f"  - {kind}: {name}\n")
        rows += [f"    when: {when[0].removeprefix('when ')}\n"] if when else []
        answer = "answer: tanggal\n" if name == typed else ""
        text = ASK.format(answer=answer) if kind == "ask" else END
        (guide / f"{name}.md").write_text(text, encoding="utf-8")
    if typed:
        with (folder / "content" / "messages.yaml").open("a", encoding="utf-8") as messages:
            messages.write(f'sebut_{typed}: "{{jawaban}}"\n')
    (guide / "guide.yaml").write_text(HEAD + "".join(rows), encoding="utf-8")
    found = [problem for problem in problems_of(folder / "content")]
    assert {problem.kind for problem in found} <= {"tak-terjangkau"}
    return [problem.place.split("`")[1] for problem in found]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["ask a", "end b when {a: ya}", "end c"], []),
        (["ask a", "end b when {a: ya}", "end c when {a: ya}", "end d"], ["c"]),
        (["ask a", "end b when {a: [ya, tidak]}", "end c"], ["c"]),
        (["ask a", "end b", "ask c", "end d"], ["c", "d"]),
        (["ask a", "end b when {a: ya}", "ask c when {a: ya}", "end d when {c: ya}", "end e"],
         ["c", "d"]),
        (["ask a", "ask b when {a: ya}", "end c when {b: ya}", "end d when {a: tidak}",
          "end e when {b: tidak}", "end f"], ["f"]),
    ],
)  # fmt: skip
def test_what_options_decide(tmp_path: Path, steps: list[str], expected: list[str]) -> None:
    assert unreached(tmp_path, *steps) == expected


def test_a_typed_answer_is_none_of_the_options(tmp_path: Path) -> None:
    steps = ["ask a", "end b when {a: [ya, tidak]}", "end c"]
    assert unreached(tmp_path, *steps, typed="a") == []


def test_a_rule_may_hold_or_not(tmp_path: Path) -> None:
    steps = ["ask tanggal_berhenti", "end b when contoh_belum_waktunya", "end c"]
    assert unreached(tmp_path, *steps) == []


def test_many_questions_are_no_burden(tmp_path: Path) -> None:
    """Twenty questions with two answers are a million conversations; few matter at a time."""
    asks = [f"ask a{n}" for n in range(20)]
    ends = [f"end e{n} when {{a{n}: ya}}" for n in range(20)]
    mixed = [step for pair in zip(asks, ends, strict=True) for step in pair]
    assert unreached(tmp_path, *mixed, "end z") == []
