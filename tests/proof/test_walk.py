"""The routes of `proof.walk` fit the content, and the index shows pictures that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.content.guide import End
from flows.library import Library
from proof.routes import DESK_TALKS, TALKS, Route, routes_of
from proof.walk import PICTURES, choice_at, indexed, steps_of

ROOT = Path(__file__).parents[2]
ROUTES = routes_of(sorted(path.name for path in (ROOT / "content" / "guides").iterdir()))


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.guide}-{route.width}")
def test_a_route_answers_what_is_asked_and_comes_to_an_end(route: Route, library: Library) -> None:
    *questions, end = steps_of(route, library)
    assert isinstance(end, End)
    asked = {step.id for step in questions}
    assert set(route.choices) <= asked
    for step in questions:
        if not isinstance(step, End) and step.answer == "pilihan":
            assert choice_at(step, route) in step.options


def test_every_guide_is_walked(library: Library) -> None:
    assert {route.guide for route in ROUTES} == set(library.guides)


def test_the_index_shows_what_is_walked_and_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    walked = {f"{r.guide}-{step.id}" for r in ROUTES for step in steps_of(r, library)}
    lines = "\n".join((*TALKS.values(), *DESK_TALKS.values())).splitlines()
    walked |= {line.split()[1] for line in lines if line.split()[:1] == ["picture"]}
    assert indexed() <= walked
    assert {name for name in indexed() if not (PICTURES / f"{name}.png").exists()} == set()
