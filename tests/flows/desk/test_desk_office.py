"""Finding an office by what people type, by link, by where they are; on the shipped list."""

from __future__ import annotations

import pytest

from flows.content.offices import NATIONAL
from flows.language.understanding import fold
from flows.library import Library
from flows.offices import Offices, distance_km
from tests.flows.desk import builders


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jember", "jember"),
        ("Kantor cabang Jember", "jember"),
        ("di mojokerto pak", "mojokerto"),
        ("mojokerta", "mojokerto"),
        ("surabaya darmo", "surabaya-darmo"),
        ("karimunjawa", "surabaya-karimunjawa"),
        ("jogja", "yogyakarta"),
        ("KCP kepanjen", "kepanjen"),
        ("pangkal pinang", "pangkalpinang"),
        ("banjarmsin", "banjarmasin"),
        ("manado", "manado"),
        ("sidoarjo", "juanda"),
    ],
)
def test_a_clear_name_is_taken(library: Library, typed: str, meant: str) -> None:
    sure = library.offices.find(fold(typed)).sure
    assert sure is not None
    assert sure.id == meant


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("surabaya", {"surabaya-darmo", "surabaya-karimunjawa", "surabaya-rungkut"}),
        ("sby", {"surabaya-darmo", "surabaya-karimunjawa", "surabaya-rungkut"}),
        ("medan", {"medan-kota", "medan-utara"}),
        ("semarang", {"semarang-pemuda", "semarang-majapahit"}),
        ("jakrta", {"jakarta-cilincing", "jakarta-grogol", "jakarta-sudirman", "kebayoran-lama"}),
        ("bogor", {"bogor-kota", "bogor-cileungsi"}),
    ],
)
def test_a_city_with_several_branches_is_asked_again(
    library: Library, typed: str, among: set[str]
) -> None:
    found = library.offices.find(fold(typed))
    assert found.sure is None
    assert {office.id for office in found.offered} == among


@pytest.mark.parametrize("typed", ["gatau", "saya tidak tahu", "lupa kantornya", "terserah"])
def test_who_does_not_know_is_sent_to_the_national_desk(library: Library, typed: str) -> None:
    assert library.offices.find(fold(typed)).unknown


@pytest.mark.parametrize(
    "typed", ["", "...", "bandung", "kantor cabang", "saldo saya berapa", "12"]
)
def test_what_is_no_branch_gives_nothing(library: Library, typed: str) -> None:
    found = library.offices.find(fold(typed))
    assert (found.sure, found.offered, found.unknown) == (None, (), False)


@pytest.mark.parametrize(
    ("lat", "lon", "nearest"),
    [(-8.18, 113.67, "jember"), (-6.92, 107.0, "sukabumi"), (-2.6, 140.6, "jayapura")],
)
def test_the_nearest_city_comes_first(
    library: Library, lat: float, lon: float, nearest: str
) -> None:
    found = library.offices.nearest(lat, lon)
    assert found[0].office.id == nearest
    assert [near.km for near in found] == sorted(near.km for near in found)


def test_distance_is_the_great_circle() -> None:
    """Jakarta to Surabaya is about 660 km."""
    assert 650 < distance_km(-6.20, 106.82, -7.26, 112.75) < 680
    assert distance_km(1.0, 2.0, 1.0, 2.0) == 0


def test_a_branch_without_a_group_is_answered_nationally(offices: Offices) -> None:
    assert offices.desk("barat").id == "barat"
    assert offices.desk("tengah").id == NATIONAL
    assert offices.desk("tidak-ada").id == NATIONAL
    assert [office.id for office in offices.at(-100)] == ["barat"]


def test_every_branch_stands_in_a_zone_that_fits_its_longitude(library: Library) -> None:
    """A branch in the wrong zone would say the wrong hours. Borders: 114.6 and 124.9 degrees."""
    for office in library.offices.branches():
        assert office.kota_lon is not None
        west, east = {"WIB": (95, 114.6), "WITA": (114.4, 125), "WIT": (125, 141)}[office.zona]
        assert west <= office.kota_lon <= east, office.id


def test_a_name_of_signs_alone_is_no_name() -> None:
    """`check` refuses it; a desk with one answers all the same."""
    odd = builders.office("contoh", alias=["contoh"]).model_copy(update={"alias": ("", "!!")})
    meant = Offices({odd.id: odd}).find(fold("contoh"))
    assert meant.sure == odd
