"""Answers to try for questions that are answered by typing: around every boundary of the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from flows.content.guide import Ask, Guide
from flows.content.numbers import Numbers
from flows.rights.cek_hak import BIRTH
from flows.rights.months import months_from, years_from


def samples_of(guide: Guide, numbers: Numbers, today: date) -> Mapping[str, Mapping[str, str]]:
    """For each typed question of `guide`: a name for the path, and the answer.

    Raises NoValueError on a day on which a boundary has no value.
    """
    ahead = {"minggu-depan": (today + timedelta(days=7)).isoformat()}
    return {
        step.id: _of(step)(numbers, today) | (ahead if step.future else {})
        for step in guide.steps
        if isinstance(step, Ask) and step.answer != "pilihan"
    }


def _of(step: Ask) -> Callable[[Numbers, date], dict[str, str]]:
    if step.id == BIRTH:
        return _births
    return _dates if step.answer == "tanggal" else _amounts


def _dates(numbers: Numbers, today: date) -> dict[str, str]:
    waited = months_from(today, -numbers.whole("masa_tunggu", today))
    return {
        "belum-sebulan": (waited + timedelta(days=7)).isoformat(),
        "lewat-sebulan": (waited - timedelta(days=7)).isoformat(),
    }


def _births(numbers: Numbers, today: date) -> dict[str, str]:
    age = numbers.whole("usia_pensiun_jht", today)
    return {
        "belum-pensiun": years_from(today, 1 - age).isoformat(),
        "sudah-pensiun": (years_from(today, -age) - timedelta(days=1)).isoformat(),
    }


def _amounts(numbers: Numbers, today: date) -> dict[str, str]:
    limit = numbers.whole("jmo_batas_saldo", today)
    return {"sampai-batas": str(limit), "di-atas-batas": str(limit + 1)}
