from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from nemogen.findings import Direction, Level
from nemogen.report import Format, Report, State, Verdict, exit_status, render
from nemogen.text_safety import UNPRINTABLE
from tests.report.samples import FULL, HOSTILE, POISON, REPORTS


def schema() -> Any:
    return json.loads(resources.files("nemogen.report").joinpath("report.schema.json").read_text())


VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_published_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("$defs", "level", "enum"), list(Level)),
        (("$defs", "verdict", "enum"), list(Verdict)),
        (("$defs", "subject", "properties", "state", "enum"), list(State)),
        (("$defs", "finding", "properties", "direction", "enum"), list(Direction)),
    ],
)
def test_the_published_schema_names_every_value_that_may_come(path: tuple[str, ...], values: list[str]) -> None:
    node = schema()
    for step in path:
        node = node[step]
    assert node == values


@given(REPORTS)
def test_any_report_is_a_document_of_the_schema_and_harmless_on_a_terminal(report: Report) -> None:
    text = render(report, Format.JSON)
    VALIDATOR.validate(json.loads(text))
    assert not UNPRINTABLE.search(text.replace("\n", ""))


def test_the_document_holds_what_the_report_holds() -> None:
    document = json.loads(render(FULL, Format.JSON))
    pets, zoo = document["apis"]
    assert document["exit_status"] == exit_status(FULL) == 4
    assert (pets["verdict"], pets["level"], pets["version"]) == (
        "not checked",
        "breaking",
        {"before": "0.1.0", "after": "0.2.0"},
    )
    assert [subject["state"] for subject in zoo["subjects"]] == ["skipped", "ok"]
    finding = pets["subjects"][0]["findings"][2]
    assert finding["count"] == 63
    assert finding["revision"] == {
        "file": "specs/pets/openapi.json",
        "pointer": "/paths/~1chats/post",
        "line": 12,
        "column": 5,
    }


def test_hostile_text_comes_back_unchanged_from_the_document() -> None:
    (api,) = json.loads(render(HOSTILE, Format.JSON))["apis"]
    assert api["name"] == POISON
    assert api["subjects"][0]["findings"][0]["message"] == POISON
