"""The examples that the README of a package has for what its API offers run as they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nemogen.assets import Assets
from nemogen.client import package
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.runtime.fake_server import FakeServer, Request, Response, http_response, json_response
from tests.generated.readme import PROJECT, Block, blocks
from tests.wire.packages import TEXT, api, gives, obj, ref, takes

pytestmark = pytest.mark.slow

_KEY = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "format": "uuid"}}
_TAKEN = {"description": "Taken.", "content": {"application/problem+json": {"schema": ref("Taken")}}}
DOCUMENT = api(
    {
        "GET /ships": gives(ref("Ship")),
        "POST /ships": {
            "parameters": [_KEY],
            **takes(obj(name=TEXT)),
            "responses": {**gives(ref("Ship"))["responses"], "409": _TAKEN},
        },
        "GET /boats": {**gives(ref("Ship")), "deprecated": True, "x-sunset": "2027-03-31"},
    },
    {"Ship": obj(name=TEXT), "Taken": {**obj(by=TEXT), "required": ["by"]}},
)


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("harbour")
    settings = read_settings("harbour", b'[source]\nfile = "harbour.json"\n', "api.toml")
    assets = Assets(PROJECT / "templates", PROJECT / "generator" / "nemogen" / "runtime")
    built = package.build(prepare(read_value(DOCUMENT, "openapi.json")), settings, assets)
    files = package.assemble(built, settings, assets, version="0.1.0", changelog="", provenance={}, tests={})
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def _run(folder: Path, name: str, *replies: Response) -> tuple[str, list[Request]]:
    (example,) = (each for each in _examples(folder) if each.name == name)
    with FakeServer(*replies) as server:
        environ = {"PYTHONPATH": str(folder / "src"), "HARBOUR_BASE_URL": server.url}
        command = [sys.executable, "-c", example.code]
        done = subprocess.run(command, env={**os.environ, **environ}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, server.requests


def _examples(folder: Path) -> tuple[Block, ...]:
    return blocks(folder / "README.md")


def test_the_example_of_a_problem_runs(folder: Path) -> None:
    problem = http_response('{"by": "Ada"}', status=409, content_type="application/problem+json")
    printed, _ = _run(folder, "Errors: python 2", problem)
    assert printed == "the API rejected the request: by='Ada'\n"


def test_the_example_of_an_idempotency_key_sends_the_caller_s_own(folder: Path) -> None:
    _, (asked,) = _run(folder, "Retries and timeouts: python 1", json_response({"name": "Ada"}))
    assert len(asked.headers["idempotency-key"]) == 36
    (example,) = (each for each in _examples(folder) if each.name == "Retries and timeouts: python 1")
    assert asked.headers["idempotency-key"] in example.code


def test_the_example_of_a_deprecated_method_is_told_its_sunset(folder: Path) -> None:
    printed, asked = _run(folder, "Deprecated methods: python 1", json_response({"name": "Ada"}))
    assert (printed, asked) == ("boats.list is deprecated, sunset 2027-03-31.\n", [])
