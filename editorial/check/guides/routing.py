"""The list of steps: ends where it must, asks before it decides, names rules that exist."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.check.context import Context, Finding
from editorial.problems import listed, meant
from editorial.reading.draft import GuideDraft, StepDraft
from flows.content.guide import Options, RuleName


def repeated_steps(context: Context) -> Iterator[Finding]:
    """A step id used twice in one guide: its answer could mean two things."""
    for guide in context.draft.guides.values():
        first: dict[str, int] = {}
        for step in guide.steps:
            if step.id in first:
                what = f"Langkah `{step.id}` sudah ada di baris {first[step.id]}."
                todo = "Hapus salah satu, atau beri nama lain dan buat berkas .md-nya."
                yield Finding(guide.doc.path, step.line, f"langkah `{step.id}`", what, todo)
            first.setdefault(step.id, step.line)


def last_step(context: Context) -> Iterator[Finding]:
    """A guide whose last step is not an end for everybody who is left."""
    for guide in context.draft.guides.values():
        if not guide.steps or not guide.complete:
            continue
        last = guide.steps[-1]
        if last.kind != "end" or last.when is not None:
            what = "Langkah terakhir harus `end` tanpa `when`, supaya semua orang sampai di akhir."
            todo = (
                "Hapus `when` di langkah ini, atau tambahkan `- end: …` tanpa `when` di bawahnya."
            )
            yield Finding(guide.doc.path, last.line, f"langkah `{last.id}`", what, todo)


def dead_ends(context: Context) -> Iterator[Finding]:
    """A question that nobody can answer: no buttons and nothing to type."""
    for _, step in context.draft.steps():
        doc = step.doc
        if doc is None or not doc.readable or step.kind != "ask":
            continue
        if (doc.text("answer") or "pilihan") == "pilihan" and not doc.get("options"):
            what = "Pertanyaan ini tidak punya pilihan jawaban."
            todo = "Tambahkan `options:` dengan sedikitnya satu pilihan, misalnya `lanjut: Lanjut`."
            yield Finding(doc.path, doc.line("options"), f"langkah `{step.id}`", what, todo)


def conditions(context: Context) -> Iterator[Finding]:
    """A `when` that looks at a step or an option which is not there yet, or not at all."""
    for guide, step in context.draft.steps():
        if isinstance(step.when, Options):
            for name, keys in step.when.wanted.items():
                line = guide.doc.line("steps", step.index, "when", name)
                place = f"langkah `{step.id}`, kunci `when`"
                fault = _step_fault(guide, step, name) or _option_fault(guide, name, keys)
                if fault:
                    yield Finding(guide.doc.path, line, place, *fault)


def _earlier(guide: GuideDraft, step: StepDraft) -> list[str]:
    return [other.id for other in guide.steps if other.index < step.index and other.kind == "ask"]


def _step_fault(guide: GuideDraft, step: StepDraft, name: str) -> tuple[str, str] | None:
    """Why a condition of `step` cannot look at the step `name`; None when it can."""
    earlier = _earlier(guide, step)
    if name in earlier:
        return None
    other = guide.step(name)
    if other is None and not guide.complete:
        return None
    if other is None:
        todo = f"{meant(name, earlier)}Pakai salah satu pertanyaan di atasnya: {listed(earlier)}."
        return f"Langkah `{name}` tidak ada di panduan ini.", todo
    if other.kind == "end":
        return (
            f"Langkah `{name}` adalah akhir, jadi tidak punya jawaban.",
            "Pakai pertanyaan (`ask`) yang ada di atas langkah ini.",
        )
    return (
        f"Langkah `{name}` baru ditanyakan di baris {other.line}, jadi belum ada jawabannya.",
        f"Pindahkan langkah `{name}` ke atas langkah ini.",
    )


def _option_fault(guide: GuideDraft, name: str, keys: tuple[str, ...]) -> tuple[str, str] | None:
    """The first option of a condition that the question does not have."""
    asked = guide.step(name)
    known = asked.options() if asked else None
    wrong = next((key for key in keys if known is not None and key not in known), None)
    if wrong is None or known is None:
        return None
    todo = f"{meant(wrong, known)}Pilihan `{name}`: {listed(known) or 'belum ada'}."
    return f"Pilihan `{wrong}` tidak ada di langkah `{name}`.", todo


def rule_names(context: Context) -> Iterator[Finding]:
    """A rule that does not exist, or that looks at answers which are not there yet."""
    for guide, step in context.draft.steps():
        if not isinstance(step.when, RuleName):
            continue
        line = guide.doc.line("steps", step.index, "when")
        place = f"langkah `{step.id}`, kunci `when`"
        rules = context.code.rules
        rule = rules.get(step.when.name)
        if rule is None:
            guess = meant(step.when.name, rules)
            what = f"Aturan `{step.when.name}` tidak ada."
            todo = f"{guess}Aturan dibuat pemrogram di flows/rights/rules.py."
            yield Finding(guide.doc.path, line, place, what, todo)
            continue
        for name in rule.reads:
            fault = _step_fault(guide, step, name)
            if fault:
                what = f"Aturan `{step.when.name}` melihat jawaban `{name}`. {fault[0]}"
                yield Finding(guide.doc.path, line, place, what, fault[1])
