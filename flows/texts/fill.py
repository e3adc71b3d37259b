"""Fills ``{placeholder}`` in texts. A plain value is escaped; a missing value is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from flows.texts.direction import one_direction
from flows.texts.html import Html

PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")

INSERTED: Final = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)+)\}")
"""The id of a statement, whose sentence stands there."""

_BRACED: Final = re.compile(r"\{[^{}\n]*\}|[{}]")

COMPUTED: Final[Mapping[str, str]] = {
    "mulai": "30 September 2026",
    "tanggal_berhenti": "30 September 2026",
    "saldo": "Rp123.456.789",
    "kanal": "aplikasi JMO, Lapak Asik (situs resmi), atau kantor cabang",
    "dokumen": "\n".join(["• " + "surat keterangan berhenti bekerja".ljust(40, "x")] * 10),
    "langkah": "20",
    "jumlah": "20",
    "sisa": "9",
    "nama_petugas": "Siti Nurhaliza Rahmawati",
    "kasus": "JHT-7K3Q",
    "kata": "mangga lima",
    "kota": "Kabupaten Kepulauan Tanimbar",
    "jam_buka": "Senin, 30 September 2026, pukul 08.00 WITA",
    "kantor": "Kantor Cabang Surabaya Karimunjawa",
    "menit": "120",
}
"""Placeholders worked out at run time, each with its longest sample (for checking lengths)."""


class MissingValueError(LookupError):
    """A text asks for a value that was not given: showing ``{saldo}`` to people is worse."""


def placeholders(text: str) -> Iterator[tuple[str, int]]:
    """Each placeholder of `text` with the number of line breaks before it."""
    for found in PLACEHOLDER.finditer(text):
        yield found[1], text.count("\n", 0, found.start())


def odd_braces(text: str) -> Iterator[tuple[str, int]]:
    """Braces that are nothing to fill (``{Saldo}``, ``{ saldo }``), with the line breaks before."""
    for found in _BRACED.finditer(text):
        if not PLACEHOLDER.fullmatch(found[0]) and not INSERTED.fullmatch(found[0]):
            yield found[0], text.count("\n", 0, found.start())


def fill(text: Html, values: Mapping[str, object]) -> Html:
    """`text` with every placeholder replaced by its value, escaped unless it is Html itself.

    Raises MissingValueError naming the first placeholder without a value.
    """
    return Html.vouched(_fill(text, values, Html.escape)) if "{" in text else text


def fill_plain(text: str, values: Mapping[str, object]) -> str:
    """A plain text (a button label) with every placeholder replaced. Raises MissingValueError."""
    return _fill(text, values, _as_written)


def _as_written(value: object) -> str:
    return one_direction(str(value))


def _fill(text: str, values: Mapping[str, object], shown: Callable[[object], str]) -> str:
    def value(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise MissingValueError(f"no value for {found[0]}")
        return shown(values[found[1]])

    return PLACEHOLDER.sub(value, text)
