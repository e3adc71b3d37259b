"""Rounds boiled down to the figures of one bot at one number of participants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from proof.bench.measure import Round


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians of rounds. Milliseconds, MB (10^6 bytes); `sandbox_busy` is a share of one core."""

    bot: str
    participants: int
    cpu_ms: float
    cpu_ms_rounds: tuple[float, ...]
    per_second: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    memory_mb: float
    requests: float
    batch: float
    start_s: float
    updates: int
    unanswered: int
    sandbox_busy: float


def figures(bot: str, participants: int, rounds: Sequence[Round], start_s: float) -> Figures:
    """The figures of several rounds. Raises ValueError when nothing was answered at all."""
    good = [one for one in rounds if one.answered]
    if not good:
        raise ValueError(f"{bot} answered nothing with {participants} participants")
    latencies = sorted(one for each in good for one in each.latencies)
    cpu = tuple(1000 * one.cpu / one.answered for one in good)
    return Figures(
        bot=bot,
        participants=participants,
        cpu_ms=median(cpu),
        cpu_ms_rounds=cpu,
        per_second=median(one.within / one.seconds for one in good),
        p50_ms=1000 * quantile(latencies, 0.50),
        p95_ms=1000 * quantile(latencies, 0.95),
        p99_ms=1000 * quantile(latencies, 0.99),
        memory_mb=max(one.memory for one in good) / 1e6,
        requests=median(one.requests / one.answered for one in good),
        batch=median(one.answered / max(1, one.polls) for one in good),
        start_s=start_s,
        updates=sum(one.answered for one in good),
        unanswered=sum(one.unanswered for one in rounds),
        sandbox_busy=median(one.sandbox_cpu / one.seconds for one in good),
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` of the ordered values lie (nearest rank)."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ratio(ours: Sequence[Round], other: Sequence[Round]) -> float:
    """CPU per update, ours to other: the median over rounds that ran one after the other."""
    pairs = zip(ours, other, strict=True)
    return median(
        (mine.cpu / mine.answered) / (its.cpu / its.answered)
        for mine, its in pairs
        if mine.answered and its.answered
    )
