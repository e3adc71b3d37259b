"""What the options of a step count (`means`): options there are, ranges that can be read and are
apart, numbers that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editorial.check.context import Context, Finding
from editorial.problems import listed, meant
from flows.content.numbers import NoValueError, Numbers
from flows.language.ranges import Range, read_range
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
            filled, strange = _filled(context, written)
            if strange is not None:
                guess = meant(strange, context.draft.numbers)
                what = f"Angka `{{{strange}}}` tidak ada, atau belum berlaku."
                yield Finding(*at, what, f"{guess}Pakai nama angka di content/numbers.")
                continue
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


def _filled(context: Context, written: str) -> tuple[str, str | None]:
    """What is written with today's numbers, and the first name that has none."""
    numbers = Numbers(context.numbers)
    for found in PLACEHOLDER.finditer(written):
        try:
            written = written.replace(found[0], numbers.words(found[1], context.today))
        except NoValueError:
            return written, found[1]
    return written, None
