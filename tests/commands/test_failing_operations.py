"""An operation that no method can be made of costs no other one its method, and is reported with its location."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest

from nemogen.commands.failing_operations import RULE, make_without_failing
from nemogen.errors import Location, SpecError
from nemogen.openapi.read_document import ReadDocument, read_value
from tests.commands.workshop import IN_A_FILE, open_workshop
from tests.naming.small import operation, properties, spec

STRING = {"type": "string"}


def read(*paths: str) -> ReadDocument:
    return read_value(spec({path: {"get": operation(STRING)} for path in paths}), "spec.json")


def paths_of(document: ReadDocument) -> list[str]:
    return [each.path for each in document.document.operations]


def failing_for(*groups: Collection[str]) -> Callable[[ReadDocument], list[str]]:
    """An attempt that gives the paths, and fails where all of a group are among them."""

    def attempt(document: ReadDocument) -> list[str]:
        found = paths_of(document)
        if any(set(group) <= set(found) for group in groups):
            raise SpecError("it does not work", where=Location("spec.json", "/components/schemas/Odd"))
        return found

    return attempt


PATHS = tuple(f"/{letter}" for letter in "abcdefghij")


@pytest.mark.parametrize("failing", [("/a",), ("/j",), ("/c", "/d"), ("/a", "/e", "/j"), PATHS[1:]])
def test_each_operation_that_fails_on_its_own_is_left_out(failing: tuple[str, ...]) -> None:
    done = make_without_failing(read(*PATHS), failing_for(*({path} for path in failing)))
    kept = [path for path in PATHS if path not in failing]
    assert done.made == paths_of(done.read) == kept
    assert [each.key for each in done.findings] == [f"/paths/~1{path[1:]}/get" for path in failing]
    assert {each.id for each in done.findings} == {RULE}
    assert all("it does not work (/components/schemas/Odd)" in each.message for each in done.findings)


def test_of_two_that_fail_together_one_is_left_out() -> None:
    done = make_without_failing(read(*PATHS), failing_for({"/b", "/i"}))
    assert done.made == [path for path in PATHS if path != "/i"]


def test_nothing_is_left_out_of_a_document_that_works() -> None:
    whole = read(*PATHS)
    assert make_without_failing(whole, failing_for()).read is whole


@pytest.mark.parametrize("paths", [("/a",), PATHS, tuple(f"/{number}" for number in range(60))])
def test_what_fails_for_all_of_a_document_is_an_error(paths: tuple[str, ...]) -> None:
    with pytest.raises(SpecError, match="does not work"):
        make_without_failing(read(*paths), failing_for(*({path} for path in paths)))


def test_schemas_that_go_too_deep_are_no_traceback() -> None:
    def attempt(document: ReadDocument) -> None:
        if "/b" in paths_of(document):
            raise RecursionError

    (finding,) = make_without_failing(read("/a", "/b"), attempt).findings
    assert "GET /b is left out" in finding.message
    assert "too deep" in finding.message


@pytest.mark.slow
def test_the_other_operations_are_written_and_stdout_says_which_is_not(tmp_path: Path) -> None:
    parts = {f"x-{n}": properties(a={"$ref": f"#/x-{n + 1}"}, b={"$ref": f"#/x-{n + 1}"}) for n in range(30)}
    paths: dict[str, Any] = {
        "/things": {"get": operation(STRING)},
        "/vast": {"post": operation({"$ref": "#/x-0"})},
    }
    content = json.dumps({**spec(paths), **parts, "x-30": STRING}, indent=1)
    files: dict[str, str | bytes] = {"docs/shop.json": content, "specs/shop/api.toml": IN_A_FILE}
    workshop = open_workshop(tmp_path / "project", files, {})
    done = workshop.run("sync", "--no-commit")
    assert done.status == 0, done
    assert "POST /vast is left out" in done.out
    line = content[: content.index('"post"')].count("\n") + 1
    assert f"specs/shop/openapi.json:{line}" in done.out
    names = tomllib.loads((workshop.root / "specs/shop/names.toml").read_text(encoding="utf-8"))
    assert set(names["methods"]) == {"GET /things"}
