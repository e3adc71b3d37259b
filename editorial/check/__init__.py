"""Every check of the content. Reading notes what keeps a file from being understood; `CHECKS`
looks at what was understood, all of it, so that an editor sees every problem at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from editorial.check.brief import short_answers
from editorial.check.code.contract import read_by_code, said_back, unused_numbers
from editorial.check.code.placeholders import messages, no_value_yet, unknown_placeholders
from editorial.check.code.shown import unshown
from editorial.check.context import Check, Context
from editorial.check.evidence import old, outdated, soon, undated
from editorial.check.guides.leads import unled_guides
from editorial.check.guides.menu import commands, menu_lines
from editorial.check.guides.outcomes import unfilled
from editorial.check.guides.reach import unreachable
from editorial.check.guides.references import (
    unknown_targets,
    unused_files,
    unused_media,
    without_file,
)
from editorial.check.guides.routing import (
    conditions,
    dead_ends,
    last_step,
    repeated_steps,
    rule_names,
)
from editorial.check.language.gate import (
    double_negatives,
    jargon,
    long_sentences,
    many_actions,
    passive_chains,
)
from editorial.check.language.style import read_style
from editorial.check.language.telephone import only_by_telephone
from editorial.check.language.terms import terms
from editorial.check.lengths import button_data, long_labels, many_options, many_words, too_long
from editorial.check.links import unlinked, unlisted, unofficial
from editorial.check.marks import refused_marks
from editorial.check.offices import desk
from editorial.check.pictures import (
    drawn_characters,
    heavy_media,
    stale_drawings,
    tapped_rows,
)
from editorial.check.promises import promises
from editorial.check.statements.endings import endless
from editorial.check.statements.figures import strange_figures
from editorial.check.statements.proof import (
    imitated,
    mislabelled,
    self_checked,
    typed_over,
    unproved,
)
from editorial.check.statements.quoted import unquoted
from editorial.check.statements.standing import (
    orphans,
    unknown_statements,
    unlisted_insertions,
    unused_statements,
)
from editorial.check.typed import loose_amounts, typed_numbers
from editorial.check.words.alone import answers_alone
from editorial.check.words.answers import words_of_answers, words_of_options
from editorial.check.words.groups import word_groups
from editorial.check.words.meanings import ranges_of_options
from editorial.check.words.phrases import same_labels, shared_phrases
from editorial.check.words.spellings import turned_spellings
from editorial.contract.code import Code
from editorial.problems import Problem
from editorial.reading.draft import Draft

READING: Final = (
    "berkas",
    "berkas-asing",
    "nama",
    "aksara",
    "tab",
    "yaml",
    "yaml-anchor",
    "yaml-tag",
    "bagian-atas",
    "teks-kosong",
    "berkas-kembar",
    "isi-berkas",
    "kunci-ganda",
    "kunci-asing",
    "kurang",
    "nilai",
    "langkah",
)
"""Kinds of problem that reading itself finds."""

CHECKS: Final[Sequence[Check]] = (
    Check("langkah-tanpa-berkas", without_file),
    Check("berkas-tanpa-langkah", unused_files),
    Check("rujukan", unknown_targets),
    Check("media-tak-dipakai", unused_media),
    Check("gambar-ketuk", tapped_rows),
    Check("gambar-tanda", drawn_characters),
    Check("gambar-lama", stale_drawings),
    Check("media-besar", heavy_media),
    Check("dibaca-bot", read_by_code),
    Check("langkah-ganda", repeated_steps),
    Check("akhir", last_step),
    Check("syarat", conditions),
    Check("aturan", rule_names),
    Check("tak-terjangkau", unreachable),
    Check("buntu", dead_ends),
    Check("isian", unknown_placeholders),
    Check("isian-wajib", unshown),
    Check("isian-tanpa-nilai", unfilled),
    Check("belum-berlaku", no_value_yet),
    Check("pesan", messages),
    Check("sebutan", said_back),
    Check("kata-jawaban", words_of_answers),
    Check("kata-pilihan", words_of_options),
    Check("sebutan-pilihan", answers_alone),
    Check("arti-pilihan", ranges_of_options),
    Check("kata", word_groups),
    Check("ejaan", turned_spellings),
    Check("angka-tak-dipakai", unused_numbers),
    Check("angka-diketik", typed_numbers),
    Check("angka-lepas", loose_amounts),
    Check("kedaluwarsa", outdated),
    Check("segera-kedaluwarsa", soon),
    Check("tanggal-periksa", undated),
    Check("lama-diperiksa", old),
    Check("tanpa-pernyataan", orphans),
    Check("pernyataan-asing", unknown_statements),
    Check("kalimat-sisipan", unlisted_insertions),
    Check("pernyataan-lepas", unused_statements),
    Check("bukti-kurang", unproved),
    Check("bukti-label", mislabelled),
    Check("bukti-label", self_checked),
    Check("bukti-label", imitated),
    Check("tanpa-akhir", endless),
    Check("sementara", typed_over),
    Check("bertentangan", strange_figures),
    Check("bertentangan", unquoted),
    Check("tautan", unlinked),
    Check("resmi", unlisted),
    Check("tautan-asing", unofficial),
    Check("terlalu-panjang", too_long),
    Check("banyak-kata", many_words),
    Check("jawaban-pendek", short_answers),
    Check("tombol-panjang", long_labels),
    Check("label-ganda", same_labels),
    Check("banyak-pilihan", many_options),
    Check("data-tombol", button_data),
    Check("tampilan", refused_marks),
    Check("frasa-ganda", shared_phrases),
    Check("menu", menu_lines),
    Check("panduan-lepas", unled_guides),
    Check("janji", promises),
    Check("perintah", commands),
    Check("meja", desk),
    Check("kalimat-panjang", long_sentences, language=True),
    Check("istilah", jargon, language=True),
    Check("ingkar-ganda", double_negatives, language=True),
    Check("banyak-tindakan", many_actions, language=True),
    Check("pasif", passive_chains, language=True),
    Check("baku", terms, language=True),
    Check("hanya-telepon", only_by_telephone, language=True),
)
"""The visible list: what is checked, in the order of the style guide."""


def check_draft(draft: Draft, today: date, code: Code, *, language: bool) -> list[Problem]:
    """The problems of everything that could be read, in no particular order."""
    if not draft.there:
        return []
    style, problems = read_style(draft.style)
    context = Context(draft, today, code, style)
    for check in CHECKS:
        if language or not check.language:
            problems += (Problem(check.kind, *finding) for finding in check.run(context))
    return problems
