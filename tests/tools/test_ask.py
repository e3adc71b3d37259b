"""`bot.py ask`: one line in, one line out; and why, for editors."""

from __future__ import annotations

import io
import json
from datetime import date

from flows.library import Library
from tools.ask import explain, run_jsonl


def asked(library: Library, *lines: str) -> tuple[int, list[dict[str, object]]]:
    out = io.StringIO()
    code = run_jsonl(lines, library, date(2026, 11, 20), out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_question_gets_one_line(library: Library) -> None:
    code, told = asked(library, '{"q": "lupa password jmo"}\n', "\n", '{"q": "cuaca besok"}\n')
    assert code == 0
    assert [set(each) for each in told] == [{"best", "top", "act"}] * 2
    assert told[0]["best"] == "jmo-lupa-password"
    assert (told[1]["best"], told[1]["act"]) == (None, "decline")


def test_a_number_is_masked_before_it_is_searched(library: Library) -> None:
    _, told = asked(library, '{"q": "3199014101950005"}')
    assert told[0]["best"] == "data-pribadi"


def test_a_line_that_is_no_question_is_named(library: Library) -> None:
    code, told = asked(library, "saldo", '{"q": 5}', "[]", '{"q": "cek saldo"}')
    assert code == 1
    assert ["error" in each for each in told] == [True, True, True, False]


def test_an_editor_sees_why(library: Library) -> None:
    out = io.StringIO()
    explain("sdh lupa pasword jmo", library, date(2026, 11, 20), out)
    text = out.getvalue()
    assert "lupa password jmo" in text
    assert "jmo-lupa-password" in text
    assert library.topics["jmo-lupa-password"].title in text
    assert "{" not in text
