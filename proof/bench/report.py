"""The bench as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from proof.bench.figures import Figures
from proof.bench.process import OURS

# Issue 2: what ours must keep to, next to PTB's echo bot in the same run.
RATIO_AT_MOST = 0.6
LOAD = 50  # people from which on it is judged
MEMORY_AT_MOST = 120.0  # MB
START_AT_MOST = 1.5  # seconds

_HEAD = (
    f"{'people':>6}  {'bot':<16} {'CPU ms/upd':>10} {'to echo':>8} {'upd/s':>7} {'p50 ms':>8} "
    f"{'p95 ms':>8} {'p99 ms':>8} {'MB':>6} {'req/upd':>7} {'upd/poll':>8} {'start s':>7} "
    f"{'sandbox':>7}"
)


def table(rows: Sequence[Figures], ratios: Mapping[tuple[str, int], float]) -> str:
    """One line per bot and number of participants. `ratios`: CPU per update to PTB's echo bot."""
    lines = [_HEAD, "-" * len(_HEAD)]
    for row in rows:
        share = ratios.get((row.bot, row.participants))
        lines.append(
            f"{row.participants:>6}  {row.bot:<16} {row.cpu_ms:>10.3f} "
            f"{'' if share is None else f'{share:.2f}':>8} {row.per_second:>7.0f} "
            f"{row.p50_ms:>8.1f} {row.p95_ms:>8.1f} {row.p99_ms:>8.1f} {row.memory_mb:>6.0f} "
            f"{row.requests:>7.2f} {row.batch:>8.1f} {row.start_s:>7.2f} {row.sandbox_busy:>7.0%}"
        )
        if row.unanswered:
            lines.append(f"{'':>8}{row.unanswered} people were left without an answer")
    return "\n".join(lines)


def fates(rows: Sequence[Figures], ratios: Mapping[tuple[str, int], float]) -> list[str]:
    """Each limit of ours with what was measured, "ok" or "MISSED" in front.

    CPU is judged under load. A single person leaves nothing to group (every update pays its own
    commits and its own getUpdates), and a bot with one person has nothing to save: shown only.
    """
    ours = [row for row in rows if row.bot == OURS]
    if not ours:
        return []
    lines = [
        f"       CPU per update to PTB echo, {size} people: {share:.2f}"
        for (bot, size), share in ratios.items()
        if bot == OURS and size < LOAD
    ]
    measured = [
        (f"CPU per update to PTB echo, {size} people", share, RATIO_AT_MOST)
        for (bot, size), share in ratios.items()
        if bot == OURS and size >= LOAD
    ]
    measured += [
        ("memory, MB", max(row.memory_mb for row in ours), MEMORY_AT_MOST),
        ("start to first answer, s", median(row.start_s for row in ours), START_AT_MOST),
    ]
    return lines + [
        f"{'ok    ' if value <= limit else 'MISSED'} {name}: {value:.2f} (at most {limit:g})"
        for name, value, limit in measured
    ]
