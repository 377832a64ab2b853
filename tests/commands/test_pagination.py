"""An API with pages, by the installed command: generated, told, set in api.toml, compared, recorded and replayed."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse, loopback
from tests.commands.workshop import Workshop, open_workshop

SETTINGS = '[source]\nfile = "docs/harbour.json"\n'
SHIP = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
PAGE = {
    "type": "object",
    "required": ["data"],
    "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Ship"}},
        "next_cursor": {"type": ["string", "null"]},
    },
}
HARBOUR: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Harbour", "version": "1"},
    "servers": [{"url": "https://harbour.test"}],
    "paths": {
        "/ships": {
            "get": {
                "parameters": [{"name": "cursor", "in": "query", "schema": {"type": "string"}}],
                "responses": {"200": {"description": "A page.", "content": {"application/json": {"schema": PAGE}}}},
            }
        }
    },
    "components": {"schemas": {"Ship": SHIP}},
}


@pytest.fixture
def harbour(tmp_path: Path) -> Workshop:
    files: Mapping[str, str | bytes] = {
        "specs/harbour/api.toml": SETTINGS,
        "docs/harbour.json": json.dumps(HARBOUR, indent=2),
    }
    return open_workshop(tmp_path / "project", files, {"HARBOUR_API_KEY": "fake-key"})


def findings(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for api in report["apis"] for subject in api["subjects"] for each in subject["findings"]]


def resource(workshop: Workshop) -> str:
    return (workshop.root / "generated/harbour/src/harbour/resources/ships.py").read_text(encoding="utf-8")


def without_next() -> str:
    changed = copy.deepcopy(HARBOUR)
    content = changed["paths"]["/ships"]["get"]["responses"]["200"]["content"]
    del content["application/json"]["schema"]["properties"]["next_cursor"]
    return json.dumps(changed, indent=2)


def test_what_paginates_is_reported_with_the_reason_and_shown_in_the_package(harbour: Workshop) -> None:
    found = findings(harbour.report("sync", "--no-commit", status=0))
    (reported,) = [each for each in found if each["id"] == "pagination-recognized"]
    assert "`cursor` takes `next_cursor` of the response; items: `data`" in reported["message"]
    assert reported["revision"]["pointer"] == "/paths/~1ships/get"
    assert "def list_all(" in resource(harbour)
    package = harbour.root / "generated/harbour"
    assert "`client.ships.list_all(…)`" in (package / "api.md").read_text(encoding="utf-8")
    readme = (package / "README.md").read_text(encoding="utf-8")
    assert "for item in client.ships.list_all():" in readme


def test_a_setting_forbids_pages_and_one_that_matches_nothing_is_an_error(harbour: Workshop) -> None:
    operation = f'{SETTINGS}[operations."GET /ships"]\n'
    harbour.write("specs/harbour/api.toml", f"{operation}pagination = false\n")
    assert harbour.run("sync", "--no-commit").status == 0
    assert "list_all" not in resource(harbour)
    harbour.write("specs/harbour/api.toml", f'{operation}pagination = {{ param = "cursr" }}\n')
    done = harbour.run("generate")
    assert done.status == 3
    assert "it has no param cursr" in done.out
    assert "Did you mean cursor?" in done.out
    harbour.write("specs/harbour/api.toml", f'{operation}pagination = {{ style = "cursr" }}\n')
    assert "did you mean 'cursor'?" in harbour.run("generate").out
    harbour.write("specs/harbour/api.toml", f"{operation}pagination = true\n")
    assert "must be false, or a table" in harbour.run("generate").out


def test_a_method_that_stops_paginating_is_breaking_for_callers(harbour: Workshop) -> None:
    assert harbour.run("sync", "--no-commit").status == 0
    harbour.commit("first")
    harbour.write("next.json", without_next())
    report = harbour.report("diff", "harbour", "next.json", "--source", "--fail-on", "breaking", status=1)
    breaking = [each for each in findings(report) if each["level"] == "breaking"]
    assert any("list_all" in each["message"] for each in breaking), breaking


def test_a_page_is_recorded_and_replayed(harbour: Workshop) -> None:
    assert harbour.run("sync", "--no-commit").status == 0

    def respond(_: ReceivedRequest) -> ServedResponse:
        body = json.dumps({"data": [{"id": 1}], "next_cursor": None}).encode()
        return ServedResponse(200, (("content-type", "application/json"),), (body,))

    with loopback(respond) as server:
        done = harbour.run("record", "harbour", "ships.list", "--case", "one", "--base-url", server.url)
        assert done.status == 0, done
    done = harbour.run("test")
    assert done.status == 0, done
