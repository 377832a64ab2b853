"""Where a caller's code uses what changed: for sure, perhaps, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nemogen.errors import Location
from nemogen.report import ApiReport, Format, Report, State, Subject, render
from nemogen.report.used_at import used_at
from tests.report.samples import BREAKING


def lines(*numbers: int) -> tuple[Location, ...]:
    return tuple(Location("a.py", line=number) for number in numbers)


@pytest.mark.parametrize(
    ("used", "maybe", "expected"),
    [
        (None, (), ""),
        ((), (), "not used"),
        (lines(1), (), "used at a.py:1"),
        ((), lines(2), "maybe used at a.py:2"),
        (
            lines(1, 2, 3),
            lines(4, 5, 6, 7),
            "used at a.py:1, a.py:2 and 1 more; maybe used at a.py:4, a.py:5 and 2 more",
        ),
    ],
)
def test_it_is_said_what_is_certain(
    used: tuple[Location, ...] | None, maybe: tuple[Location, ...], expected: str
) -> None:
    assert used_at(replace(BREAKING, used_by=used, maybe_used_by=maybe), 2) == expected


@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN, Format.HTML, Format.JSON])
def test_each_format_says_what_only_may_be_used(form: Format) -> None:
    marked = replace(BREAKING, used_by=(), maybe_used_by=lines(7))
    report = Report("diff", (ApiReport("", (Subject("wire", State.BREAKING, "", (marked,)),)),))
    text = render(report, form)
    assert "maybe_used_by" in text if form is Format.JSON else "maybe used at" in text
    assert "not used" not in text
