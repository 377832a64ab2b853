"""A TOML file of a project that cannot be read: each is said with its line and column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nemogen.approvals import read_approvals
from nemogen.diff.severity import read_severities
from nemogen.errors import ConfigError
from nemogen.source.published import parse_published

READERS: dict[str, Callable[[str], object]] = {
    "approvals.toml": lambda text: read_approvals(text.encode(), "approvals.toml"),
    "severity.toml": lambda text: read_severities(text, "severity.toml"),
    "published.toml": lambda text: parse_published(text.encode(), "published.toml"),
}


@pytest.mark.parametrize("file", READERS)
@pytest.mark.parametrize(("text", "line"), [("# one\nversion = \n", 2), ("a = 1\nb = [\n", 3), ("= 1", 1)])
def test_it_names_line_and_column_and_how_to_go_on(file: str, text: str, line: int) -> None:
    with pytest.raises(ConfigError, match="not valid TOML: ") as caught:
        READERS[file](text)
    (problem,) = caught.value.problems
    assert problem.where is not None
    assert (problem.where.file, problem.where.line) == (file, line)
    assert problem.where.column is not None
    assert problem.remedy
