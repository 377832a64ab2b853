from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from nemogen.findings import Level
from nemogen.report import State, Subject
from nemogen.report.history import Content, History, Replay, exit_status, headline
from nemogen.report.history_formats import render
from nemogen.text_safety import UNPRINTABLE
from tests.report.histories import CAREFULLY, FAILS, FULL, HISTORIES, HOSTILE, WORKS
from tests.report.samples import POISON


def schema(name: str) -> Any:
    return json.loads(resources.files("nemogen.report").joinpath(name).read_text())


SCHEMA = schema("history.schema.json")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_published_schema_is_one_and_shares_its_parts_with_that_of_reports() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    reports = schema("report.schema.json")["$defs"]
    assert [SCHEMA["$defs"][name] == reports[name] for name in ("finding", "place", "level")] == [True] * 3
    assert SCHEMA["$defs"]["subject"]["properties"]["state"]["enum"] == list(State)
    assert SCHEMA["$defs"]["revision"]["properties"]["content"]["enum"] == list(Content)


@CAREFULLY
@given(HISTORIES)
def test_any_history_is_a_document_of_the_schema_and_harmless_on_a_terminal(history: History) -> None:
    document = render(history, "json")
    VALIDATOR.validate(json.loads(document))
    for text in (document, render(history, "text", verbose=True)):
        assert not UNPRINTABLE.search(text.replace("\n", ""))


def test_hostile_text_comes_back_unchanged_from_the_document() -> None:
    (row,) = json.loads(render(HOSTILE, "json"))["revisions"]
    assert (row["path"], row["why"], row["changes"][0]["message"]) == (POISON, POISON, POISON)


def test_the_table_is_aligned_with_sizes_to_the_right() -> None:
    lines = render(FULL, "text").splitlines()
    head, rows = lines[1], lines[2:10]
    assert head.split()[:4] + head.split()[-1:] == ["date", "commit", "KB", "change", "what"]
    assert head.index("KB") + 2 == rows[1].index("1,742.0") + 7 == rows[2].index("12.3") + 4
    assert [row[head.index("change") :].split("  ")[0] for row in rows] == [
        *("no OpenAPI", "additive", "breaking", "same", "another API", "removed", "not read", "docs")
    ]
    assert lines[-1] == "There may be more revisions: the clone is shallow"


def test_the_table_has_a_column_for_each_look_at_a_replay_only_where_there_is_one() -> None:
    lines = render(FULL, "text").splitlines()
    assert lines[1].split()[4:-1] == ["generates", "imports", "types", "records"]
    assert "yes        yes      yes    ok" in lines[3]
    assert "NO         -        -      -" in lines[4]
    assert "1 of 2 replays give a package that works" in render(FULL, "text")
    rows = tuple(replace(row, replay=None) for row in FULL.rows)
    assert "generates" not in render(replace(FULL, rows=rows), "text")


def test_colour_is_there_only_when_asked_for() -> None:
    assert "\x1b[31m" in render(FULL, "text", colour=True)
    assert "\x1b" not in render(FULL, "text")


def test_the_findings_are_in_one_line_the_worst_in_words() -> None:
    no_spec, added, broke, moved, other, removed, silent, dangling = map(headline, FULL.rows)
    assert no_spec == "paths is a JSON list"
    assert (added, moved) == ("a new operation", "moved from pets.json; the same contract as before")
    assert broke == "the property `model` is gone; 1 more"
    assert other == "it has GET /cars; the property `model` is gone"
    assert (removed, silent, dangling) == ("", "no answer", "4 dangling references; reworded")


@pytest.mark.parametrize(
    ("replay", "status"),
    [
        (None, 0),
        (WORKS, 0),
        (FAILS, 1),
        (replace(WORKS, subjects=(*WORKS.subjects, Subject("recordings", State.BROKEN))), 0),
        (replace(WORKS, subjects=(Subject("types", State.NOT_CHECKED),)), 4),
        (replace(WORKS, subjects=(Subject("types", State.INTERNAL_ERROR),)), 70),
    ],
)
def test_the_exit_status_is_that_of_packages_that_do_not_work(replay: Replay | None, status: int) -> None:
    row = replace(FULL.rows[1], replay=replay)
    assert exit_status(replace(FULL, rows=(row,))) == status


def test_a_revision_that_could_not_be_read_never_counts_as_checked() -> None:
    assert exit_status(FULL) == 4


def test_every_level_has_a_word_in_the_totals() -> None:
    text = render(FULL, "text")
    for words in ("8 revisions", "1 breaking", "1 additive", "1 docs", "1 another API", "1 no OpenAPI", "1 removed"):
        assert words in text
    assert Level.RISKY not in text.splitlines()[-2]
