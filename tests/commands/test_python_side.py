"""The Python side of a change: from the plans of two packages it is what it is from the packages themselves."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from nemogen.client.argument_names import with_client_names
from nemogen.commands.planned_package import compare_plans, plan_package
from nemogen.commands.planned_surface import surface_of
from nemogen.commands.planned_types import PlannedPackage
from nemogen.commands.runtime_surface import RUNTIME_ALIASES, RUNTIME_NAMES, constructors
from nemogen.diff.python import compare_source
from nemogen.diff.python.surface import Alias, Class, Definition, Field, Surface
from nemogen.diff.python.surface_reader import read
from nemogen.document import Files
from nemogen.findings import Finding
from nemogen.given_names import Names
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from tests.test_cases import CASES, NO_NAMES, ROOT, document_of, settings_of

RUNTIME = ROOT / "generator" / "nemogen" / "runtime"
NEEDED = ("__init__.py", "fake_webhooks.py", "model.py", "tuples.py", "typed_headers.py", "webhooks.py")
"""What the modules of a case inherit from."""
TESTING = b"from ._runtime.fake_webhooks import signed_webhook\n\n__all__ = ['signed_webhook']\n"
GENERATED = [case for case in CASES if (case / "expected").is_dir()]
OF_THE_RUNTIME = {
    *("base_url", "close", "mismatches", "model_config", "model_dump", "model_dump_json", "nullable_names", "raw"),
    *("settings", "with_options", "__init__"),
}
"""Members that each class has from the runtime."""


@cache
def runtime(module: str) -> Files:
    return {f"src/{module}/_runtime/{name}": (RUNTIME / name).read_bytes() for name in NEEDED}


@cache
def package_of(case: Path) -> Files:
    module = settings_of(case).package.module
    paths = (path for path in (case / "expected").rglob("*.py"))
    own = {f"src/{module}/{path.relative_to(case / 'expected').as_posix()}": path.read_bytes() for path in paths}
    if f"src/{module}/webhooks.py" in own:  # a case does not have its testing.py
        own[f"src/{module}/testing.py"] = TESTING
    return {**own, **runtime(module)}


@cache
def plan_of(case: Path) -> PlannedPackage:
    return plan_package(document_of(case), settings_of(case))


def own(definitions: Surface) -> dict[str, Definition]:
    return {name: each for name, each in definitions.definitions.items() if not name.startswith("._runtime.")}


def shape(name: str, definition: Definition) -> object:
    """All of a definition that a comparison looks at, without locations and what the runtime brings."""
    if isinstance(definition, Alias):
        return definition.type
    if not isinstance(definition, Class):
        return definition.signatures, definition.is_async
    members = {
        key: (each.type, each.is_required) if isinstance(each, Field) else (each.signatures, each.is_async)
        for key, each in definition.members.items()
        if key not in OF_THE_RUNTIME
    }
    return definition.kind, "Mapping" in definition.ancestors, {} if name == ".webhooks.Webhooks" else members


@pytest.mark.parametrize("case", GENERATED, ids=lambda case: case.name)
def test_the_surface_of_a_plan_is_that_of_the_package(case: Path) -> None:
    written, planned = read(package_of(case)), surface_of(plan_of(case), "spec", with_constructors=False)
    assert planned.settings == written.settings
    names = {name: target for name, target in written.names.items() if not target.startswith("._runtime.")}
    assert {name: each for name, each in planned.names.items() if not each.startswith("._runtime.")} == names
    one, other = own(written), own(planned)
    assert one.keys() == other.keys()
    for name, definition in one.items():
        assert planned.caller(name) == written.caller(name)
        assert shape(name, other[name]) == shape(name, definition), name


def reported(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    return sorted((each.id, each.level.value, each.key, each.message) for each in findings)


@pytest.mark.parametrize(("base", "revision"), [*pairwise(GENERATED)], ids=lambda case: case.name)
def test_from_one_case_to_the_next_both_find_the_same(base: Path, revision: Path) -> None:
    written = compare_source(package_of(base), package_of(revision))
    planned = compare_plans(plan_of(base), plan_of(revision))
    assert reported(planned) == reported(written)


def test_the_tables_of_the_runtime_are_what_it_says() -> None:
    used = {RUNTIME_NAMES[name].rpartition(".")[0].removeprefix("._runtime.") for name in RUNTIME_NAMES}
    files = {f"package/_runtime/{name}.py": (RUNTIME / f"{name}.py").read_bytes() for name in sorted(used)}
    bodies = {"package/__init__.py": b"", "package/_runtime/__init__.py": b"", **files}
    imports = "".join(f"from ._runtime.{RUNTIME_NAMES[name].split('.')[2]} import {name}\n" for name in RUNTIME_NAMES)
    bodies["package/public.py"] = f"{imports}\n__all__ = {sorted(RUNTIME_NAMES)}\n".encode()
    surface = read(bodies)
    assert {surface.names[f".public.{name}"]: name for name in RUNTIME_NAMES} == {
        target: name for name, target in RUNTIME_NAMES.items()
    }
    for name, kind in RUNTIME_ALIASES.items():
        definition = surface.definitions[name]
        assert isinstance(definition, Alias)
        assert definition.type == kind, name


def test_a_client_gets_its_constructor_from_the_runtime() -> None:
    for prefix in ("", "Async"):
        found = constructors(prefix)
        assert set(found) == {"__init__", "with_options"}


def planned(schema: Any, kept: Names = NO_NAMES) -> tuple[PlannedPackage, Names]:
    """The package of a spec with `schema` as a component that an operation takes and gives, and its names."""
    own = settings_of(ROOT / "shop")
    responses = {"200": {"description": "Fine.", "content": {"application/json": {"schema": schema}}}}
    query = {"name": "kinds", "in": "query", "schema": {"type": "array", "items": schema["properties"]["kind"]}}
    document: Any = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/things": {"get": {"parameters": [query], "responses": responses}}},
    }
    read = prepare(read_value(document, "spec.json"), kept=kept)
    package = plan_package(read, own)
    return package, with_client_names(read.names, package.plan, read)


def thing(*kinds: str, **more: Any) -> Any:
    kind = {"type": "string", "enum": list(kinds)}
    return {"type": "object", "title": "Thing", "properties": {"class": {"type": "string"}, "kind": kind, **more}}


def test_fields_are_compared_under_the_names_that_they_have_had() -> None:
    base, names = planned(thing("a", "b"))
    revision, _ = planned(thing("a", "b", Class={"type": "integer"}), names)
    assert [each.id for each in compare_plans(base, revision)] == ["python-attribute-added"]


def test_a_class_that_arguments_are_checked_against_is_nobodys_result() -> None:
    base, names = planned(thing("a", "b"))
    revision, _ = planned(thing("a", "b", "c"), names)
    assert "ThingListParameters" in revision.models.schemas
    assert {each.level.value for each in compare_plans(base, revision)} <= {"additive", "risky"}


def test_constants_beside_another_type_are_as_open_as_without_it() -> None:
    constants = [{"const": "red"}, {"const": "green"}]
    base, names = planned(thing("a", colour={"oneOf": constants}))
    revision, _ = planned(thing("a", colour={"oneOf": [*constants, {"type": "boolean"}]}), names)
    assert [each.level.value for each in compare_plans(base, revision)] == ["risky"]
