"""Pairs of schemas whose verdict was decided by the text of JSON Schema and OpenAPI: see verdicts.py."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.findings import Level
from tests.diff.documents import holder, request, response
from tests.diff.verdicts import ROWS, SAME


def worst(base: dict[str, Any], revision: dict[str, Any]) -> str:
    """The worst level above docs."""
    levels = [each.level for each in compare(base, revision) if each.level.rank < Level.DOCS.rank]
    return str(min(levels, key=lambda level: level.rank)) if levels else SAME


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_pair_has_the_verdict_that_the_text_gives_it(row: tuple[str, Any, Any, tuple[str, str]]) -> None:
    _, before, after, verdict = row
    properties = (holder(before), holder(after))
    assert (worst(*map(request, (before, after))), worst(*map(response, (before, after)))) == verdict
    assert (worst(*map(request, properties)), worst(*map(response, properties))) == verdict
    if verdict == (SAME, SAME):
        assert worst(*map(request, properties[::-1])) == worst(*map(response, properties[::-1])) == SAME


def test_no_verdict_is_there_twice() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS)
