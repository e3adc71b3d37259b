"""What kind of source an address is."""

from __future__ import annotations

import pytest

from flows.content.sources import NEWS, Sources
from flows.content.statement import Practice
from tests.flows.content.registers import DRAFT, OFFICE, RULE, SOURCES, UNSEEN


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("https://resmi.go.id/artikel/1", "situs resmi"),
        ("https://www.resmi.go.id", "situs resmi"),
        ("https://jmo.resmi.go.id/x", "situs resmi"),
        ("http://RESMI.go.id/", "situs resmi"),
        ("https://bukan-resmi.go.id/x", NEWS),
        ("https://resmi.go.id.tipu.com/x", NEWS),
        ("https://tipu.com/resmi.go.id", NEWS),
        ("https://berita.id/lampiran/7.pdf", "salinan aturan"),
        ("https://berita.id/2024/lampiran", NEWS),
        ("https://draf.id/naskah", "draf"),
        ("https://draf.id/naskah/2?hal=3", "draf"),
        ("https://draf.id/lain", NEWS),
        ("https://berita.id", NEWS),
    ],
)
def test_the_kind_comes_from_the_address(link: str, kind: str) -> None:
    assert SOURCES.kind(Practice(who="x", date="2024", link=link)) == kind


def test_the_longest_beginning_decides() -> None:
    sources = Sources(kinds={"kajian": ("a.id/jurnal",), "blog": ("a.id",)})
    links = ("https://a.id/jurnal/1", "https://a.id/catatan")
    kinds = [sources.kind(Practice(who="x", date="2024", link=link)) for link in links]
    assert kinds == ["kajian", "blog"]


def test_each_kind_of_voice_has_a_kind() -> None:
    kinds = [SOURCES.kind(witness) for witness in (RULE, OFFICE, DRAFT, UNSEEN)]
    assert kinds == ["salinan aturan", NEWS, "draf", "belum dikonfirmasi"]


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://berita.id/kajian", "Kajian Contoh"),
        ("http://www.berita.id/kajian/2024", "Kajian Contoh"),
        ("https://berita.id/lain", None),
        ("https://lain.id/kajian", None),
    ],
)
def test_some_addresses_have_one_name_only(link: str, name: str | None) -> None:
    assert SOURCES.name_of(link) == name
