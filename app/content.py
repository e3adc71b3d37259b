"""The content a run begins with: as it was kept, else read and checked; kept for the next run."""

from __future__ import annotations

from dataclasses import dataclass

from app.clock import today
from app.memory import growing, set_aside
from app.refused import RefusedError
from app.turns import giving_way
from editorial.fingerprint import Fingerprint
from editorial.ready import Ready, place_of
from flows.content.media import nothing_there
from flows.library import Library
from handlers.brain import Brain
from settings import Settings


@dataclass(frozen=True, slots=True)
class Opened:
    """A library to begin with. `ready` keeps it: None for one that was in use before this run.

    `made_of` is what it was read from.
    """

    library: Library
    ready: Ready | None = None
    made_of: Fingerprint | None = None


def opened(settings: Settings) -> Opened:
    """The content of the settings' folder. Raises RefusedError with everything wrong in it."""
    ready = Ready(settings.content, place_of(settings.content, settings.database_path))
    day = today(settings.bot_today)
    with growing():
        made_of = ready.fingerprint(day)
        found = ready.find(made_of)
        if found is not None:
            return Opened(found, ready, made_of)
        from editorial.load import load  # Not needed for what was kept: a tenth of a second.

        loaded = load(settings.content, day)
    if loaded.library is None:
        listed = "\n\n".join(str(problem) for problem in loaded.problems)
        raise RefusedError(
            f"{listed}\n\nCONTENT: isi di {settings.content} masih salah, lihat di atas."
        )
    return Opened(loaded.library, ready, made_of)


def listen(brain: Brain, content: Opened) -> None:
    """Makes the ears before the first question needs them; it takes a moment of CPU.

    They are made of a library nobody talks to, so that no word of a participant is kept. Only then
    is everything there that stays until editors save; a library in use before this run is not this
    run's to set aside.
    """
    library = brain.library
    if library.is_listening:
        if content.ready is not None:
            set_aside()
        return
    with giving_way(), growing():
        apart = library.with_media(nothing_there)
        ears = apart.ears
        ears.options.read_ways()
        if content.ready is not None:
            content.ready.keep(content.made_of, apart)
        library.hear_with(ears)
    set_aside()
