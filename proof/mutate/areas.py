"""Where mutants are made, and which tests can see them: one visible table."""

from __future__ import annotations

from pathlib import Path
from typing import Final

AREAS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "flows/rights/",
        (
            "tests/flows/rights/test_rights_edges.py",
            "tests/flows/rights/test_rules.py",
            "tests/flows/rights/test_decide.py",
            "tests/flows/rights/test_eligibility_table.py",
            "tests/flows/rights/test_eligibility.py",
            "tests/paths",
        ),
    ),
    ("flows/walk.py", ("tests/flows/test_walk.py", "tests/paths", "tests/flows/test_talk.py")),
    ("flows/mask/", ("tests/flows/mask/test_mask.py",)),
    ("loops/lanes.py", ("tests/loops/test_lanes.py",)),
    ("loops/screens.py", ("tests/loops/test_screens.py",)),
    ("loops/written.py", ("tests/loops/test_written.py",)),
    (
        "loops/send.py",
        (
            "tests/loops/test_send.py",
            "tests/loops/test_send_once.py",
            "tests/loops/test_journal.py",
            "tests/loops/test_plain.py",
            "tests/loops/test_attach.py",
        ),
    ),
    ("loops/receive.py", ("tests/loops/test_receive.py", "tests/loops/test_receive_odd.py")),
    ("loops/delivered.py", ("tests/loops/test_delivered.py", "tests/loops/test_receive_odd.py")),
    ("loops/arrivals.py", ("tests/loops/test_arrivals.py", "tests/loops/test_receive.py")),
    ("loops/door.py", ("tests/loops/test_webhook.py",)),
    ("loops/webhook.py", ("tests/loops/test_webhook.py",)),
    ("flows/desk/watch/", ("tests/flows/desk/test_desk_watch.py", "tests/app/test_watch.py")),
    ("app/watch/", ("tests/app/test_watch.py", "tests/tools/test_live.py")),
    ("app/introduce.py", ("tests/app/test_introduce.py",)),
    ("store/backup.py", ("tests/store/test_backup.py",)),
    ("app/heart.py", ("tests/app/test_heart.py",)),
    ("handlers/desk/recovery/", ("tests/handlers/desk/test_recovery.py",)),
    (
        "handlers/desk/",
        # Without those over the wire: they prove the wire, and take as long as all of these.
        (
            "tests/handlers/desk/test_transcript.py",
            "tests/handlers/desk/test_limits.py",
            "tests/handlers/desk/test_sent_answer.py",
            "tests/handlers/desk/test_offers.py",
            "tests/handlers/desk/test_life.py",
            "tests/handlers/desk/test_carry.py",
            "tests/handlers/desk/test_topics.py",
            "tests/handlers/desk/test_ends.py",
            "tests/handlers/desk/test_time.py",
            "tests/handlers/desk/test_clock_set.py",
            "tests/handlers/desk/test_stranded.py",
            "tests/handlers/desk/test_ledger.py",
            "tests/handlers/desk/test_kept_back.py",
            "tests/handlers/desk/test_leaving.py",
            "tests/handlers/desk/test_lists.py",
            "tests/handlers/desk/test_ringing.py",
            "tests/handlers/desk/test_rooms.py",
            "tests/handlers/desk/test_trends.py",
            "tests/handlers/desk/test_report.py",
            "tests/handlers/desk/test_report_files.py",
            "tests/handlers/desk/test_remembered.py",
            "tests/handlers/desk/test_heard.py",
            "tests/handlers/desk/test_two_languages.py",
            "tests/handlers/desk/test_take.py",
            "tests/handlers/desk/test_rolled_back.py",
            "tests/handlers/desk/test_safety.py",
            "tests/handlers/desk/test_branches.py",
            "tests/handlers/desk/test_rights.py",
            "tests/handlers/desk/test_hostile_names.py",
            "tests/handlers/desk/test_statements.py",
            "tests/handlers/desk/test_claim_results.py",
            "tests/handlers/desk/test_recovery.py",
            "tests/handlers/desk/test_unheard.py",
            "tests/handlers/desk/test_waiting.py",
            "tests/handlers/desk/test_away.py",
            "tests/handlers/desk/test_board.py",
            "tests/handlers/desk/test_clock_set.py",
        ),
    ),
    (
        "handlers/",
        (
            "tests/handlers/test_edge.py",
            "tests/handlers/test_private.py",
            "tests/handlers/test_pictures.py",
            "tests/handlers/test_unanswered.py",
            "tests/handlers/test_shield.py",
            "tests/handlers/desk/test_transcript.py",
            "tests/handlers/desk/test_safety.py",
        ),
    ),
)
"""Source → tests, the quickest first; a file belongs to the first area whose name it starts with.

Who adds a test for one of these puts its file here: a mutant nobody looks for survives.
"""


def tests_of(path: str) -> tuple[str, ...]:
    """The tests that can see a change of `path`. Raises LookupError when it is in no area."""
    for source, tests in AREAS:
        if path.startswith(source):
            return tests
    raise LookupError(f"{path} is in no area of proof/mutate/areas.py")


def files(root: Path, only: str = "") -> list[str]:
    """Every file of the areas, in order; `only` keeps those whose path starts with it."""
    found = set()
    for source, _tests in AREAS:
        place = root / source
        found |= {place} if place.is_file() else set(place.rglob("*.py"))
    names = sorted(path.relative_to(root).as_posix() for path in found)
    return [name for name in names if name.startswith(only)]
