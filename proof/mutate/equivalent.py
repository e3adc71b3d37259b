"""Mutants that change nothing anybody could notice, each with its reason. Reviewed, not hidden:
every report counts and prints them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EQUIVALENT: Final[Mapping[tuple[str, str, str, str], str]] = {
    (
        "flows/mask/digits.py",
        'start -= text[max(0, start - 1) : start] == "+"',
        "0",
        "-1",
    ): "nothing stands between the last sign and the first",
    (
        "flows/mask/digits.py",
        "if total > 16:",
        "16",
        "17",
    ): "it only looks one chunk longer for a sum that can no longer be sixteen",
    (
        "flows/mask/secret_words.py",
        'if "@" in text or "t)" in text or "t]" in text:',
        "'t)'",
        "''",
    ): "a short cut: the pattern is only tried more often",
    (
        "flows/mask/secret_words.py",
        'if "@" in text or "t)" in text or "t]" in text:',
        "'@'",
        "''",
    ): "a short cut: the pattern is only tried more often",
    (
        "flows/mask/secret_words.py",
        'if "@" in text or "t)" in text or "t]" in text:',
        "'t]'",
        "''",
    ): "a short cut: the pattern is only tried more often",
    (
        "flows/rights/eligibility.py",
        'return ""',
        "return ''",
        "return None",
    ): "the words are only read where there is an obstacle",
    (
        "flows/rights/eligibility.py",
        "return opens if then < now else claim.today",
        "then < now",
        "then <= now",
    ): "with equal limits either day says the same",
    (
        "flows/rights/eligibility.py",
        'hasil: Ground = "boleh"',
        "'boleh'",
        "''",
    ): "every outcome is made with its ground",
    (
        "loops/lanes.py",
        "if self._paused[call.chat_id] <= now:",
        "self._paused[call.chat_id] <= now",
        "self._paused[call.chat_id] < now",
    ): "a pause that ends now holds nothing back; it is forgotten a moment later",
    (
        "loops/lanes.py",
        "self.not_before = 0.0",
        "0.0",
        "-1.0",
    ): "the clock is never below zero",
    (
        "handlers/desk/filed.py",
        "version: int = 1",
        "1",
        "2",
    ): "changes are counted from wherever they begin",
    (
        "handlers/desk/group.py",
        'super().__init__(name="InStaffGroup")',
        "super().__init__(name='InStaffGroup')",
        "pass",
    ): "only the name under which the filter is printed",
    (
        "handlers/desk/results.py",
        "if chat_id is not None and chat_id < 0:",
        "0",
        "1",
    ): "no chat has the number zero",
    (
        "loops/send.py",
        "self._last_id = 0",
        "0",
        "-1",
    ): "the clock is always further",
    (
        "loops/send.py",
        "number = max(self._last_id + 1, int(now * 1_000_000))",
        "1",
        "2",
    ): "numbers have to rise, by however much",
    (
        "loops/send.py",
        "async with asyncio.timeout(max(0.0, at - time.monotonic())):",
        "0.0",
        "-1.0",
    ): "no time left and less than none end at once",
    (
        "flows/mask/digits.py",
        "if any(a <= chunk[0] and chunk[1] <= b for a, b in aside):",
        "1",
        "0",
    ): "what stands aside begins and ends where a number does",
    (
        "handlers/desk/results.py",
        "if chat_id is not None and chat_id < 0:",
        "0",
        "-1",
    ): "no chat has the number minus one",
    (
        "handlers/desk/filed.py",
        "version: int = 1",
        "1",
        "0",
    ): "changes are counted from wherever they begin",
    (
        "loops/send.py",
        "self._last_id = number - 1",
        "1",
        "0",
    ): "numbers have to rise, by however much",
}
"""(file, source line, before, after) → why it is the same program."""
