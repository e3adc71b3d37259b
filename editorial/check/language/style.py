"""Thresholds and word lists of the language checks: ``content/gaya.yaml``, owned by editors."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from editorial.problems import Problem
from editorial.reading.explain import build
from editorial.reading.page import Doc
from flows.content.guide import Content


class Limits(Content):
    """Words, unless the name says otherwise."""

    kata_per_kalimat: int = 15
    kata_per_pesan: int = 60
    kata_per_akhir: int = 90
    kata_per_jawaban: int = 110
    kata_jawaban_pendek: int = 45


class Style(Content):
    """`jargon` maps a word to its explanation, `baku` what is not written to what stands for it;
    the other lists are words, in lower case.

    `aksi`: what a participant does on a screen. `bukan_pasif`: words that only look like passives.
    `telepon` is the number of last resort, `selain_telepon` what may stand beside it for who cannot
    call. `jawaban_kosong`: words of which an answer that stands alone says nothing.
    `angka_boleh`: amounts that may be typed because they are no rule ("2 menit").
    """

    batas: Limits = Limits()
    jargon: Mapping[str, str] = Field(default_factory=dict)
    baku: Mapping[str, str] = Field(default_factory=dict)
    aksi: tuple[str, ...] = ("tekan", "pilih", "buka", "isi", "ketik", "masukkan", "centang")
    bukan_pasif: tuple[str, ...] = ()
    angka_boleh: tuple[str, ...] = ()
    telepon: str = ""
    selain_telepon: tuple[str, ...] = ()
    jawaban_kosong: tuple[str, ...] = ()


def read_style(doc: Doc | None) -> tuple[Style, list[Problem]]:
    """The style of a content folder; the defaults when it has none or a faulty one."""
    if doc is None or not doc.readable:
        return Style(), []
    style, problems = build(Style, doc)
    return style or Style(), problems
