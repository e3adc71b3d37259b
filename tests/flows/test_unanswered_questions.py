"""Unanswered questions: twins together, and a line that YAML reads back as it was written."""

from __future__ import annotations

import random
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flows.ears.topics.unanswered import Group, Wording, gather, ready_line

DAY, NEXT = date(2026, 11, 19), date(2026, 11, 20)


def test_near_identical_wordings_are_one_group() -> None:
    asked = [
        Wording("kapan bsu 2026 cair", DAY, ("program-bsu", "calo"), 2),
        Wording("Kapan BSU 2026 cair?", NEXT, ("program-bsu",), 3),
        Wording("bsu 2026 kapan cairnya", DAY, ("calo",)),
        Wording("nomor hp kantor bogor", DAY, ("kantor-alamat",)),
    ]
    assert gather(asked) == [
        Group(
            ("Kapan BSU 2026 cair?", "kapan bsu 2026 cair", "bsu 2026 kapan cairnya"),
            6,
            ("program-bsu", "calo"),
            NEXT,
        ),
        Group(("nomor hp kantor bogor",), 1, ("kantor-alamat",), DAY),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kode 040 artinya apa", "kode 041 artinya apa"),
        ("saldo istri saya", "saldo suami saya"),
        ("kapan bsu cair", "kapan jht cair"),
    ],
)
def test_different_questions_stay_apart(one: str, other: str) -> None:
    assert len(gather([Wording(one, DAY), Wording(other, DAY)])) == 2


def test_slang_parts_no_twins_when_it_is_read() -> None:
    asked = [Wording("gmn cara byr denda", DAY), Wording("bagaimana cara bayar denda", DAY)]
    spelled = {"gmn cara byr denda": "bagaimana cara bayar denda"}
    assert len(gather(asked)) == 2
    assert len(gather(asked, lambda text: spelled.get(text, text))) == 1


def test_a_wording_of_several_days_counts_together() -> None:
    (group,) = gather([Wording("a", DAY, ("x",), 2), Wording("a", NEXT, ("y",), 3)])
    assert (group.times, group.last, group.nearest) == (5, NEXT, ("y", "x"))


@given(
    st.lists(
        st.builds(
            Wording,
            st.sampled_from(
                ["saldo nol", "saldo nol?", "saldo 0", "kode 040", "", "🙏", "nol saldo"]
            ),
            st.sampled_from([DAY, NEXT]),
            st.sampled_from([(), ("a",), ("b", "a")]),
            st.integers(1, 3),
        )
    ),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_nothing_is_lost(
    asked: list[Wording], order: random.Random
) -> None:
    shuffled = order.sample(asked, len(asked))
    groups = gather(asked)
    assert gather(shuffled) == groups
    assert sum(group.times for group in groups) == sum(one.times for one in asked)


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_the_ready_line_is_read_back_as_it_was_written(text: str) -> None:
    words = " ".join(text.split())
    # Every scalar is read as text, as editorial.reading does.
    read = yaml.load(f"ask:\n{ready_line(text)}\n", yaml.BaseLoader)
    assert read == {"ask": [words]}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("bpjs kok  ga cair", "  - bpjs kok ga cair"),
        ("[NIK] saya salah", '  - "[NIK] saya salah"'),
        ("status: aktif", '  - "status: aktif"'),
        ("#040", '  - "#040"'),
        ('katanya "tunggu"', '  - "katanya \\"tunggu\\""'),
    ],
)
def test_quotes_only_where_needed(text: str, line: str) -> None:
    assert ready_line(text) == line
