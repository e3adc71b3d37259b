"""The mutants themselves: what is changed, what is left alone, and who is told of survivors."""

from __future__ import annotations

from pathlib import Path

import pytest

from proof.mutate import areas
from proof.mutate.equivalent import EQUIVALENT
from proof.mutate.mutants import Mutant, keys_of, mutants_of
from proof.mutate.run import NotGreenError, judge
from proof.mutate.scratch import Fate
from tests.conftest import ROOT

CHANGES = [
    ("a < 1 + b", "comparison", "a <= 1 + b"),
    ("a < 1 + b", "plus/minus", "a < 1 - b"),
    ("a < 1 + b", "constant", "a < 2 + b"),
    ("a < 1 + b", "constant", "a < 0 + b"),
    ("a and b in c", "and/or", "a or b in c"),
    ("a and b in c", "comparison", "a and b not in c"),
    ("not a", "not", "a"),
    ("True", "constant", "False"),
    ("'kode'", "constant", "''"),
    ("f'{a}!'", "constant", "''"),
    ("a if b else c", "condition negated", "a if not b else c"),
    ("[a for a in b if c]", "condition negated", "[a for a in b if not c]"),
]


def mutants(tmp_path: Path, source: str) -> list[Mutant]:
    (tmp_path / "one.py").write_text(source, encoding="utf-8")
    return list(mutants_of(tmp_path, "one.py"))


@pytest.mark.parametrize(("source", "operator", "changed"), CHANGES)
def test_every_operator_changes_one_thing(
    tmp_path: Path, source: str, operator: str, changed: str
) -> None:
    made = [(one.operator, one.text) for one in mutants(tmp_path, f"x = {source}\n")]
    assert (operator, f"x = {changed}") in made


def test_statements_are_changed_too(tmp_path: Path) -> None:
    source = "def f(a):\n    if a:\n        g(a)\n    a += 1\n    return a\n"
    made = {str(one) for one in mutants(tmp_path, source)}
    assert made >= {
        "one.py:2 condition negated: a -> not a",
        "one.py:3 statement removed: g(a) -> pass",
        "one.py:4 plus/minus: a += 1 -> a -= 1",
        "one.py:5 return None: return a -> return None",
    }


@pytest.mark.parametrize(
    "source",
    [
        '"""A text of a module."""',
        'class A:\n    """Meaning."""\n    x: "B"',
        'log.info("sent", count=1)',
        'raise ValueError("not a day", 1)',
        'Kind = Literal["a", "b"]',
        'def f(a: Literal["b"]) -> "c":\n    ...',
        'if TYPE_CHECKING:\n    f("a")',
        'class A:\n    __slots__ = ("a",)\n    def __repr__(self):\n        return "A"',
        "@dataclass(frozen=True)\nclass A:\n    ...",
    ],
)
def test_what_is_no_behaviour_is_left_alone(tmp_path: Path, source: str) -> None:
    assert mutants(tmp_path, source) == []


CODE = "def is_adult(age):\n    return age >= 18\n"
SEEN = "from code_of_it import is_adult\n\n\ndef test_a_child():\n    assert not is_adult(17)\n"
TESTS = ("test_it.py",)
PROFILE = "from hypothesis import settings\n\nsettings.register_profile('first')\n"


def small_house(folder: Path, tests: str) -> Path:
    folder.mkdir()
    (folder / "code_of_it.py").write_text(CODE, encoding="utf-8")
    (folder / "conftest.py").write_text(PROFILE, encoding="utf-8")
    (folder / "test_it.py").write_text(tests, encoding="utf-8")
    return folder


def test_survivors_are_found_and_the_tree_is_not_touched(tmp_path: Path) -> None:
    house = small_house(tmp_path / "house", SEEN)
    before = {path: path.read_text("utf-8") for path in house.iterdir()}
    wanted = [one for one in mutants_of(house, "code_of_it.py") if one.after in ("17", "19")]
    told: list[Mutant] = []

    judged = judge(house, wanted, lambda _path: TESTS, lambda one, _run: told.append(one), jobs=2)

    assert {mutant.after: run.fate for mutant, run in judged} == {
        "19": Fate.SURVIVED,
        "17": Fate.KILLED,
    }
    assert {path: path.read_text("utf-8") for path in house.iterdir()} == before
    assert len(told) == 2


def test_nothing_is_said_where_tests_fail_anyway(tmp_path: Path) -> None:
    house = small_house(tmp_path / "house", SEEN.replace("assert not", "assert"))
    some = list(mutants_of(house, "code_of_it.py"))
    with pytest.raises(NotGreenError):
        judge(house, some, lambda _path: TESTS, lambda _one, _run: None, 1)


def test_the_areas_and_their_tests_exist() -> None:
    for source, tests in areas.AREAS:
        for each in (source, *tests):
            assert (ROOT / each).exists(), each
    assert {areas.tests_of(path) for path in areas.files(ROOT)} == {
        tests for _source, tests in areas.AREAS
    }


def test_keys_name_the_mutants(tmp_path: Path) -> None:
    made = mutants(tmp_path, "def f(a):\n    if a and 1 < 2:\n        return a\n    return None\n")
    assert keys_of(tmp_path, "one.py") == {mutant.key for mutant in made}


def test_every_test_of_the_desk_is_shown_its_mutants() -> None:
    tests = {path.name for path in (ROOT / "tests/handlers/desk").glob("test_*.py")}
    shown = areas.tests_of("handlers/desk/job.py")
    assert tests == {Path(name).name for name in shown}


def test_every_equivalent_mutant_is_still_one_of_the_mutants() -> None:
    for path in {key[0] for key in EQUIVALENT}:
        known = keys_of(ROOT, path)
        assert {key for key in EQUIVALENT if key[0] == path} <= known
