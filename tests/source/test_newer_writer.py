"""A file that cannot be read is explained where a newer nemogen wrote it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nemogen.errors import ConfigError
from nemogen.installed_tools import tool_versions
from nemogen.source.newer_writer import with_newer_writer


@pytest.mark.parametrize(
    ("written", "is_newer"), [('{"tools": {"nemogen": "999.0.0"}}', True), ('{"tools": {"nemogen": "0.0.1"}}', False),
                              ('{"tools": {"nemogen": "new\\nlines 9"}}', False), ("no JSON", False)]
)  # fmt: skip
def test_a_lock_says_who_wrote_the_files(written: str, is_newer: bool, tmp_path: Path) -> None:
    (tmp_path / "lock.json").write_text(written, encoding="utf-8")
    error = ConfigError("unknown key")
    found = with_newer_writer(error, tmp_path / "lock.json", "specs/shop/lock.json")
    whats = [problem.what for problem in found.problems]
    assert whats[-1] == "unknown key"
    assert [what.startswith("nemogen 999.0.0 wrote the files") for what in whats[:-1]] == ([True] if is_newer else [])


def test_a_lock_of_this_version_explains_nothing(tmp_path: Path) -> None:
    (tmp_path / "lock.json").write_text(json.dumps({"tools": tool_versions(("nemogen",))}), encoding="utf-8")
    error = ConfigError("unknown key")
    assert with_newer_writer(error, tmp_path / "lock.json", "specs/shop/lock.json") is error
