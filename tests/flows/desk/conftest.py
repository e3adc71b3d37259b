"""A small desk that the tests own: three branches in three zones, one with its own staff group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from flows.content.offices import NATIONAL, DeskSettings
from flows.desk.case import Case
from flows.offices import Offices
from tests.flows.desk.builders import OPENED, office


@pytest.fixture
def offices() -> Offices:
    known = [
        office(NATIONAL, nama="Meja Nasional", kota="Jakarta"),
        office("barat", kota_lat=-7.26, kota_lon=112.75, grup=-100),
        office("tengah", zona="WITA", kota_lat=-8.65, kota_lon=115.22),
        office("timur", zona="WIT", kota_lat=-2.53, kota_lon=140.71),
    ]
    return Offices({each.id: each for each in known}, DeskSettings(), ("tidak tahu", "gatau"))


@pytest.fixture
def make_case() -> Callable[..., Case]:
    def make(**changes: Any) -> Case:
        row: dict[str, Any] = {
            "id": 1,
            "code": "JHT-7K3Q",
            "trust_words": "mangga lima",
            "chat_id": 5,
            "office": "barat",
            "opened_at": OPENED,
        }
        return Case.load(row | changes)

    return make
