"""A TOML file of a project that cannot be read: each is said with its line and column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nemogen.approvals import read_approvals
from nemogen.diff.severity import read_severities
from nemogen.errors import ConfigError
from nemogen.source.published import parse_published
from nemogen.toml_faults import SEE

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


@pytest.mark.parametrize("file", READERS)
@pytest.mark.parametrize(
    ("text", "what"), [("a = 1\na = 2\n", "a key is set twice"), ("[a]\n[a]\n", "a table is declared twice")]
)
def test_what_stands_twice_is_called_that(file: str, text: str, what: str) -> None:
    with pytest.raises(ConfigError, match=f"not valid TOML: {what}\n") as caught:
        READERS[file](text)
    assert caught.value.problems[0].remedy not in ("", SEE)
