"""What supervisors, and operators on the terminal, read of the bot's own watch (`jaga_*`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from editorial.contract.family import family
from editorial.contract.forms import WORDS, Message, page, words
from flows.desk.watch.alarm import Wrong

_SHOWS: Final[Mapping[Wrong, tuple[str, ...]]] = {
    Wrong.HOOK: (),
    Wrong.HOOK_FAILS: ("alasan",),
    Wrong.HOOK_QUEUE: ("jumlah",),
    Wrong.UNREACHED: (),
    Wrong.FROZEN: (),
    Wrong.GROUP: ("grup",),
    Wrong.FORUM: ("grup",),
    Wrong.TOPICS: ("grup",),
    Wrong.WRITING: ("grup",),
    Wrong.RIGHTS: ("grup", "alasan"),
    Wrong.TOPICS_REFUSED: ("grup",),
    Wrong.WORDS_WAIT: ("grup",),
    Wrong.NO_SUPERVISOR: ("grup",),
    Wrong.SUPERVISOR_FAR: (),
    Wrong.SLOWED: ("lama",),
    Wrong.STORE: (),
    Wrong.RESTARTS: (),
    Wrong.PARKED: (),
}
"""What is told of each, besides that it is so."""

WATCH_MESSAGES: Final[Mapping[str, Message]] = {
    "jaga_mulai": page("isi"),
    "jaga_masih": page("isi", "lama"),
    "jaga_pulih": page("isi", "lama"),
    "jaga_menunggu": words("jumlah"),
    "jaga_grup_petugas": words(),
    **{f"jaga_apa_{wrong.value}": words(*shown) for wrong, shown in _SHOWS.items()},
    **family(
        "jaga_soal", [wrong.value for wrong in Wrong], Message(WORDS, may=frozenset({"grup"}))
    ),
    # What the bot must be allowed to do.
    "jaga_hak_hapus": words(),
    "jaga_hak_semat": words(),
    # The same, asked by hand: `python bot.py check --live`.
    "jaga_baik": words(),
    "jaga_perlu": words(),
    "jaga_token": words(),
    "jaga_webhook_pasang": words(),
    "jaga_satu_meja": words("petugas", "kasus"),
    "jaga_meja": words("jumlah", "petugas", "kasus"),
    "jaga_tanpa_meja": words(),
    # Participants whose case cannot reach the officers.
    "kasus_tertahan": page(may=("kasus",)),
}

WATCH_SAMPLES: Final[Mapping[str, str]] = {
    "grup": "M" * 40,
    "petugas": "120",
}
"""Longest samples of the placeholders that only the watch has."""
