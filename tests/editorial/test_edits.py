"""One edit of the shipped content that would show people nonsense: `check` names the place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from editorial.check import CHECKS, Check
from editorial.check.context import Context
from editorial.check.guides.menu import MOST_COMMANDS, commands
from editorial.check.language.style import read_style
from editorial.contract.code import READERS, our_code
from editorial.contract.forms import BUTTON, COMMAND, DESCRIPTION, SHORT, TOAST, WORDS, Form
from editorial.contract.messages import MESSAGES
from editorial.contract.placeholders import MEANINGS
from editorial.reading import read_folder
from editorial.reading.calo import read_calo
from editorial.reading.draft import Draft, GuideDraft, StatementDraft
from editorial.reading.explain import build
from editorial.reading.folder import Folder
from editorial.reading.page import Doc
from flows.commands import COMMANDS
from flows.content.guide import Topic, Trouble
from flows.rights.cek_hak import GUIDE

CONTENT = Path(__file__).parents[2] / "content"
DELETED = object()


@pytest.fixture(scope="module")
def draft() -> Draft:
    return read_folder(CONTENT)


def set_in(data: Any, at: tuple[str | int, ...], value: object) -> Any:
    """A copy of what a file holds with another value at one place."""
    if not at:
        return value
    copy = dict(enumerate(data)) if isinstance(data, list) else dict(data)
    if value is DELETED and len(at) == 1:
        del copy[at[0]]
    else:
        copy[at[0]] = set_in(copy.get(at[0]), at[1:], value)
    return list(copy.values()) if isinstance(data, list) else copy


def edited(doc: Doc | None, at: tuple[str | int, ...], value: object) -> Doc:
    assert doc is not None
    return replace(doc, data=set_in(doc.data, at, value))


def told(draft: Draft, today: date, *kinds: str) -> list[str]:
    """What the checks of some kinds say of a draft: place and mistake."""
    context = Context(draft, today, our_code(), read_style(draft.style)[0])
    chosen: list[Check] = [check for check in CHECKS if check.kind in kinds]
    assert len(chosen) == len(kinds)
    return [f"{found.place}: {found.what}" for check in chosen for found in check.run(context)]


def with_message(draft: Draft, name: str, text: object) -> Draft:
    return replace(draft, messages=edited(draft.messages, (name,), text))


NEEDED = sorted(
    (name, shown) for name, message in MESSAGES.items() for shown in message.must
    if "*" not in name
)  # fmt: skip


def test_a_message_without_what_it_must_show(draft: Draft, today: date) -> None:
    """Every message is emptied of all it must show at once; each placeholder is missed."""
    assert draft.messages is not None
    emptied = {name: "Baik." for name, message in MESSAGES.items() if message.must}
    spoilt = replace(draft, messages=replace(draft.messages, data=draft.messages.data | emptied))
    found = told(spoilt, today, "isian-wajib")
    assert [
        (name, shown) for name, shown in NEEDED
        if not any(f"`{name}`" in line and f"`{{{shown}}}` ({MEANINGS[shown]})" in line
                   for line in found)
    ] == []  # fmt: skip


def test_a_typed_answer_that_is_not_said_back(draft: Draft, today: date) -> None:
    assert draft.messages is not None
    names = [name for name, _, _ in draft.messages.pairs() if name.startswith("sebut_")]
    assert names
    for name in names:
        assert told(with_message(draft, name, "Kami paham."), today, "isian-wajib"), name
        assert told(with_message(draft, name, DELETED), today, "sebutan"), name


PLAIN = {"sebab_terjawab": WORDS, "jenis_hp": WORDS, "perintah_menu": COMMAND,
         "deskripsi_bot": DESCRIPTION, "deskripsi_singkat": SHORT, "meja_tombol_lama": TOAST,
         "tombol_menu": BUTTON}  # fmt: skip


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("marks", ["**selesai**", "[x](https://a.id)", "<b>x</b>", "_x_", "# x"])
def test_marks_in_a_text_shown_as_written(name: str, marks: str, draft: Draft, today: date) -> None:
    assert MESSAGES[name].form is PLAIN[name]
    assert len(told(with_message(draft, name, marks), today, "tampilan")) == 1


@pytest.mark.parametrize("name", [name for name in PLAIN if name != "tombol_menu"])
def test_a_text_longer_than_its_place(name: str, draft: Draft, today: date) -> None:
    form: Form = PLAIN[name]
    fits, not_ = "x" * form.limit, "x" * (form.limit + 1)
    assert told(with_message(draft, name, fits), today, "terlalu-panjang") == []
    (found,) = told(with_message(draft, name, not_), today, "terlalu-panjang")
    assert f"{form.limit + 1} huruf. Batasnya {form.limit}." in found


def test_more_commands_than_telegram_lists(draft: Draft, today: date) -> None:
    room = MOST_COMMANDS - len(COMMANDS)
    any_guide = next(iter(draft.guides.values()))
    many = {
        f"g{n}": replace(any_guide, doc=edited(any_guide.doc, ("command",), f"g{n}"))
        for n in range(room + 1)
    }
    context = Context(replace(draft, guides=many), today, our_code(), read_style(None)[0])
    (found,) = commands(context)
    assert found.what.startswith(f"Ini perintah panduan ke-{room + 1}.")


@pytest.mark.parametrize("command", ["menu", "ambil"])
def test_a_command_that_is_ours(command: str, draft: Draft, today: date) -> None:
    guide = draft.guides["cek-saldo"]
    taken = replace(guide, doc=edited(guide.doc, ("command",), command))
    spoilt = replace(draft, guides={**draft.guides, guide.id: taken})
    assert any(f"`{command}`" in line for line in told(spoilt, today, "perintah"))


CALO: Mapping[tuple[str | int, ...], object] = {
    ("resmi",): {},
    ("resmi", "domains"): [],
    ("resmi", "apps"): [],
    ("resmi", "phones"): [],
    ("resmi", "emails"): [],
    ("flags",): [],
    ("flags", 0, "patterns"): [],
    ("flags", 1, "id"): "upah",
}


@pytest.mark.parametrize("at", CALO, ids=str)
def test_a_list_of_brokers_that_says_nothing(at: tuple[str | int, ...], draft: Draft) -> None:
    folder = Folder(CONTENT)
    assert read_calo(folder, draft.calo_doc) is not None
    assert read_calo(folder, edited(draft.calo_doc, at, CALO[at])) is None
    assert folder.problems


OFFICIAL = [("domains", "com"), ("domains", "go.id"), ("domains", "https://a.go.id"),
            ("domains", "Kemnaker.go.id"), ("apps", "play.google.com"), ("phones", "hubungi kami"),
            ("emails", "a.go.id"), ("tiruan", "situs palsu")]  # fmt: skip


@pytest.mark.parametrize(("key", "entry"), OFFICIAL)
def test_what_no_address_could_be_compared_with(
    key: str, entry: str, draft: Draft, today: date
) -> None:
    spoilt = replace(draft, calo_doc=edited(draft.calo_doc, ("resmi", key), [entry]))
    assert [f"`{entry}`" in line for line in told(spoilt, today, "resmi")] == [True]


FLAG = ("flags", 0)
SHOWN = [("label", "{jmo_batas_saldo}", "isian"), ("label", "<b>x</b>", "tampilan"),
         ("label", "**x**", "tampilan"), ("reason", "{zzz}", "isian"),
         ("reason", "Tanya di urus-jht.xyz.", "tautan-asing"),
         ("reason", "Hubungi 0812-3456-7890.", "tautan-asing")]  # fmt: skip


@pytest.mark.parametrize(("key", "text", "kind"), SHOWN)
def test_what_a_flag_shows(key: str, text: str, kind: str, draft: Draft, today: date) -> None:
    spoilt = replace(draft, calo_doc=edited(draft.calo_doc, (*FLAG, key), text))
    assert any(f"tanda ke-1, kunci `{key}`" in line for line in told(spoilt, today, kind))


@pytest.mark.parametrize("written", [[], [""], ["  "]], ids=str)
def test_ways_of_asking_that_nobody_types(written: object, draft: Draft) -> None:
    topic, trouble = draft.topics["saldo-cek"], draft.troubles["kode-040"]
    asked = edited(topic.doc, ("ask",), written)
    seen = edited(trouble.doc, ("seen",), written)
    given = {"id": "x", "body": "x"}
    assert build(Topic, topic.doc, short="x", **given)[0] is not None
    assert build(Topic, asked, short="x", **given)[0] is None
    assert build(Trouble, seen, **given)[0] is None


@pytest.mark.parametrize(("text", "kind"), [("**Jember**", "tampilan"), ("{kota}", "isian")])
def test_what_an_office_is_called(text: str, kind: str, draft: Draft, today: date) -> None:
    spoilt = replace(draft, offices=edited(draft.offices, ("kantor", "jember", "nama"), text))
    assert any("kantor `jember`, kunci `nama`" in line for line in told(spoilt, today, kind))


def test_a_link_in_a_text_to_somewhere_else(draft: Draft, today: date) -> None:
    for link in ("https://bpjsketenagakerjaan.go.id.klaim.id", "tel:081234567890"):
        found = told(with_message(draft, "menu_lain", f"[Buka]({link})"), today, "tautan-asing")
        assert len(found) == 1, link
    good = "[Buka](https://sipp.bpjsketenagakerjaan.go.id) atau [175](tel:175)"
    assert told(with_message(draft, "menu_lain", good), today, "tautan-asing") == []


@pytest.mark.parametrize("bad", ["ipol.id/2026", "https://", "http://satu", "https://a b.id", "-"])
def test_evidence_that_cannot_be_opened(bad: str, draft: Draft, today: date) -> None:
    doc = Doc("x.md", {"law": [{"link": bad}], "against": [{"link": bad}]})
    spoilt = replace(
        draft,
        stated={"batas-saldo": StatementDraft("batas-saldo", doc, None)},
        offices=edited(draft.offices, ("kantor", "nasional", "links"), [bad]),
    )
    assert len(told(spoilt, today, "tautan")) == 3


WORDS_SPOILT: list[tuple[tuple[str, ...], object]] = [
    *(((part,), {}) for part in ("ejaan", "frasa", "fakta", "bilangan", "setuju")),
    (("ejaan",), None),
    (("kata_umum",), " "),
    (("ejaan", "tidak"), ""),
    (("frasa", "mobil keliling"), ","),
    (("fakta", "keadaan"), {}),
    (("fakta", "hp", "ya"), ""),
    (("uang", "satuan"), {}),
    (("uang", "satuan", "juta"), " "),
    (("setuju", "masih"), ", ,"),
]


@pytest.mark.parametrize(("at", "value"), WORDS_SPOILT, ids=str)
def test_words_that_are_empty(
    at: tuple[str, ...], value: object, draft: Draft, today: date
) -> None:
    spoilt = replace(draft, words=edited(draft.words, at, value))
    found = told(spoilt, today, "kata")
    assert any(f"`{'.'.join(at)}`" in line and "Isinya kosong" in line for line in found), found


@pytest.mark.parametrize(
    "at",
    [*(("setuju", word) for word in ("ya", "sudah", "ada", "punya", "bisa", "masih")),
     ("fakta", "keadaan"), ("fakta", "sebab_lain"), ("fakta", "keadaan", "usia_56")],
    ids=str,
)  # fmt: skip
def test_words_that_code_knows_are_deleted(at: tuple[str, ...], draft: Draft, today: date) -> None:
    spoilt = replace(draft, words=edited(draft.words, at, DELETED))
    assert any(f"`{at[-1]}` tidak ada" in line for line in told(spoilt, today, "dibaca-bot"))


def test_who_decides_by_an_option_knows_them_all() -> None:
    """A reader of some options only is no danger where another one understands every option."""
    options = [reads for reads in READERS if reads.kind == "pilihan"]
    whole = {reads.inside for reads in options if reads.whole}
    assert [reads for reads in options if reads.inside not in whole] == []


@pytest.fixture(scope="module")
def walked(draft: Draft) -> GuideDraft:
    return draft.guides[GUIDE]


@pytest.mark.parametrize("step", ["keadaan", "saldo", "lewat_jmo", "tanya_petugas"])
def test_a_value_of_the_outcome_is_there_on_every_way_to_its_text(
    draft: Draft, walked: GuideDraft, today: date, step: str
) -> None:
    shown = [
        replace(each, doc=replace(each.doc, body=f"{each.doc.body}\n\n{{mulai}} {{kanal}}"))
        if each.id == step and each.doc
        else each
        for each in walked.steps
    ]
    after = replace(draft, guides={**draft.guides, GUIDE: replace(walked, steps=shown)})
    said = told(after, today, "isian-tanpa-nilai")
    without = {"keadaan": ["mulai", "kanal"], "tanya_petugas": ["mulai", "kanal"]}
    expected = without.get(step, ["mulai"])
    assert [line.split("`")[3] for line in said] == [f"{{{name}}}" for name in expected]
    assert all(line.startswith(f"langkah `{step}`") for line in said)
