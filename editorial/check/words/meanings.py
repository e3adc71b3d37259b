"""What the options of a step count (`means`): options there are, ranges that can be read and are
apart, numbers that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editorial.check.context import Context, Finding
from editorial.problems import listed, meant
from flows.content.numbers import NoValueError, Numbers
from flows.language.counts.ranges import Range, read_range
from flows.texts.fill import PLACEHOLDER

_EXAMPLES: Final = (
    "Contoh: `10 tahun atau lebih`, `kurang dari 10 tahun`, `1 kartu`, `2 sampai 4 kartu`, "
    "`umur 56 tahun atau lebih`, `ada umur kurang dari 18 tahun`, `30 persen`, "
    "`paling lama 5 hari kerja`, `sebelum tahun 2016`."
)


def ranges_of_options(context: Context) -> Iterator[Finding]:
    """Meanings of an option that is not there, that cannot be read, or that overlap."""
    for _, step in context.draft.steps():
        options = step.options()
        if step.doc is None or options is None:
            continue
        first: dict[str, Range] = {}
        for key, written, line in step.doc.pairs("means"):
            at = (step.doc.path, line, f"langkah `{step.id}`, kunci `means`")
            if key not in options:
                what = f"Pilihan `{key}` tidak ada di langkah ini."
                choices = listed(sorted(options)) or "belum ada"
                yield Finding(*at, what, f"{meant(key, options)}Pilihannya: {choices}.")
                continue
            strange = next((n for n in _names(written) if n not in context.numbers), None)
            if strange is not None:
                what = f"Angka `{{{strange}}}` tidak ada."
                guess = meant(strange, context.draft.numbers)
                yield Finding(*at, what, f"{guess}Pakai nama angka di content/numbers.")
                continue
            filled = _filled(context, written)
            if filled is None:
                continue  # Its number has no value on this day: the texts that show it say so.
            read = read_range(filled)
            if read is None:
                yield Finding(*at, f"Arti angka “{written}” tidak bisa dibaca.", _EXAMPLES)
                continue
            for other, known in first.items():
                if read.meets(known):
                    what = f"Angka pilihan `{key}` dan `{other}` bertumpang tindih."
                    todo = "Satu angka hanya boleh berarti satu pilihan. Ubah salah satu batasnya."
                    yield Finding(*at, what, todo)
            first[key] = read


def _names(written: str) -> Iterator[str]:
    return (found[1] for found in PLACEHOLDER.finditer(written))


def _filled(context: Context, written: str) -> str | None:
    """What is written with today's numbers; None on a day before one of them."""
    numbers = Numbers(context.numbers)
    try:
        values = {name: numbers.words(name, context.today) for name in _names(written)}
    except NoValueError:
        return None
    return PLACEHOLDER.sub(lambda found: values[found[1]], written)
