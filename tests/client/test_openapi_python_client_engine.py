"""Packages that openapi-python-client writes: of every case, and of hostile text.

`openapi-python-client-findings.txt` holds what they lack, one finding a line. To write it again, then read the
difference: NEMOGEN_UPDATE_CASES=1 pytest tests/client/test_openapi_python_client_engine.py
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nemogen.assets import Assets
from nemogen.client.engines import build_package
from nemogen.client.openapi_python_client_engine.package import ToolPackage
from nemogen.config import Settings
from nemogen.document import Document
from nemogen.errors import SpecError, TemplateError
from nemogen.findings import Level
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from tests.hostile_text import TEXTS, commands_in, document, hidden_in
from tests.naming.small import operation, prepared, properties, ref, spec
from tests.test_cases import CASES, ROOT, UPDATE, document_of

FINDINGS = Path(__file__).with_name("openapi-python-client-findings.txt")
ASSETS = Assets(ROOT / "templates", ROOT / "generator" / "nemogen" / "runtime")
STRING = {"type": "string"}

IMPORT_ALL = """
import importlib, pathlib, warnings
warnings.simplefilter("error")
for path in sorted(pathlib.Path().rglob("*.py")):
    importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
"""


def settings(name: str) -> Settings:
    text = f'[source]\nfile = "{name}.json"\n[client]\nengine = "openapi-python-client"\n'
    return read_settings(name, text.encode(), "api.toml")


def built(found: Document, name: str = "shop", templates: Path | None = None) -> ToolPackage:
    assets = Assets(ASSETS.templates, ASSETS.runtime, tool_templates=templates)
    package = build_package(found, settings(name), assets)
    assert isinstance(package, ToolPackage)
    return package


def of(value: Any) -> ToolPackage:
    return built(prepared(value))


def put(package: ToolPackage, folder: Path) -> None:
    for path, content in package.source.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def imports_of(folder: Path) -> str:
    """What Python says to an import of every module below `folder`."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", IMPORT_ALL]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def packages() -> dict[str, ToolPackage]:
    """The package of every case that is not refused."""
    names = [case for case in CASES if not (case / "stderr.txt").is_file()]
    return {case.name: built(document_of(case), case.name.replace(".", "-")) for case in names}


@pytest.mark.slow
def test_what_the_package_of_a_case_lacks_is_reported(packages: dict[str, ToolPackage]) -> None:
    lines = [
        f"{name} {each.level} {each.id} {each.revision.pointer if each.revision else ''} {each.message}\n"
        for name, package in packages.items()
        if name != "characters-newer-than-a-python"  # the tool keeps the characters that its Python knows
        for each in package.findings
    ]
    if UPDATE:
        FINDINGS.write_text("".join(lines), encoding="utf-8")
    assert lines == FINDINGS.read_text(encoding="utf-8").splitlines(keepends=True)
    for package in packages.values():
        reported = [each for each in package.findings if each.id == "tool-operation"]
        assert len(package.operations) + len(reported) == len(package.document.operations)


@pytest.mark.slow
def test_the_code_of_every_case_imports(packages: dict[str, ToolPackage], tmp_path: Path) -> None:
    for name, package in packages.items():
        put(package, tmp_path / name.replace("-", "_").replace(".", "_"))
    assert imports_of(tmp_path) == ""


def code_of(package: ToolPackage) -> Iterator[tuple[str, str]]:
    for path, content in package.source.items():
        if path.endswith(".py"):
            yield path, content.decode()


def test_no_text_of_a_document_becomes_code(tmp_path: Path) -> None:
    hostile, plain = (built(prepare(read_value(document(*texts), "spec.json"))) for texts in (TEXTS, ("plain",)))
    own = {name for _, text in code_of(plain) for name in names_called(text)}
    for path, text in code_of(hostile):
        assert hidden_in(text) == set(), path
        assert commands_in(text) == [], path
        assert "PWNED" not in {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}, path
        defined = {node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef | ast.FunctionDef)}
        imported = {alias.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)
                    for alias in node.names}  # fmt: skip
        assert names_called(text) - own <= defined | imported | methods_of(text), path
        parts = Path(path).parts
        assert all(part.removesuffix(".py").isidentifier() or part == "py.typed" for part in parts), path
    put(hostile, tmp_path / "shop")
    assert imports_of(tmp_path) == ""


def names_called(source: str) -> set[str]:
    """The names that code calls as they are."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {each.id for each in calls if isinstance(each, ast.Name)}


def methods_of(source: str) -> set[str]:
    """Functions that are defined inside others."""
    found = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef))
    return {each.name for outer in found for each in ast.walk(outer) if isinstance(each, ast.FunctionDef)}


def test_call_sites_are_those_of_the_tool_alone() -> None:
    found = {
        "/a": {"get": {**operation(None, STRING), "operationId": "getThing", "tags": ["Big Things", "other"]}},
        "/b/{id}": {"get": operation(None, STRING)},
    }
    package = of(spec(found))
    assert [each.module for each in package.operations] == ["api.big_things.get_thing", "api.default.get_b_id"]
    assert {"api/big_things/get_thing.py", "api/default/get_b_id.py"} <= package.source.keys()


def test_two_operations_of_one_name_are_both_there_and_the_new_name_is_reported() -> None:
    found = {path: {"get": {**operation(None, STRING), "operationId": "get"}} for path in ("/a", "/b")}
    package = of(spec(found))
    assert [each.module for each in package.operations] == ["api.default.get", "api.default.b_retrieve"]
    assert [(each.id, each.level) for each in package.findings] == [("tool-name", Level.NOTE)]


def test_two_classes_that_want_one_file_have_two(tmp_path: Path) -> None:
    pet = properties(kind={"type": "string", "enum": ["cat"]}, kIND={"type": "string", "enum": ["dog"]})
    package = of(spec({"/a": {"get": operation(ref("Pet"))}}, {"Pet": pet}))
    assert {"models/pet_kind.py", "models/pet_kind_2.py"} <= package.source.keys()
    put(package, tmp_path / "shop")
    assert imports_of(tmp_path) == ""


def test_a_class_that_the_tool_drops_is_reported() -> None:
    clash = {"type": "array", "items": {"type": "string", "enum": ["cat"]}}
    schemas = {"PetKindItem": properties(a=STRING), "Pet": properties(kind=clash, other=ref("PetKindItem"))}
    found = of(spec({"/a": {"get": operation(ref("Pet"), ref("Pet"))}}, schemas)).findings
    assert {each.id for each in found} == {"tool-operation", "tool-schema"}
    assert not any(" object at " in each.message for each in found)


def test_an_enumeration_whose_class_is_there_gets_another() -> None:
    schemas = {
        "PetKind": properties(a=STRING),
        "Pet": properties(kind={"type": "string", "enum": ["cat"]}, other=ref("PetKind")),
    }
    package = of(spec({"/a": {"get": operation(ref("Pet"), ref("Pet"))}}, schemas))
    assert package.findings == ()
    assert {"models/pet_kind.py", "models/pet_kind_value.py"} <= package.source.keys()


def test_what_a_caller_loses_is_risky_and_says_where() -> None:
    value = spec({"/a": {"get": operation(None, STRING, parameters=[
        {"name": "q", "in": "query", "schema": {"type": "array", "items": STRING}, "explode": False},
        {"name": "a\u200bb", "in": "query", "schema": STRING},
    ])}})  # fmt: skip
    value["components"] = {"securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": "key"}}}
    value["security"] = [{"key": []}]
    risky = [each for each in of(value).findings if each.level is Level.RISKY]
    assert [each.id for each in risky] == ["tool-parameter", "tool-style", "tool-credential"]
    assert [each.revision.pointer for each in risky if each.revision] == [
        "/paths/~1a/get",
        "/paths/~1a/get/parameters/0",
        "/components/securitySchemes/key",
    ]


def test_bodies_that_the_tool_cannot_tell_apart_are_reported() -> None:
    listed, form = {"type": "array", "items": STRING}, properties(a=STRING)
    content = {"application/json": {"schema": listed}, "application/x-www-form-urlencoded": {"schema": form}}
    found = of(spec({"/a": {"put": operation(STRING, requestBody={"content": content})}}))
    assert [(each.id, each.level) for each in found.findings] == [("tool-body", Level.RISKY)]
    assert b"isinstance(body, " not in found.source["api/default/put_a.py"].replace(b"isinstance(body, Unset)", b"")


def test_a_projects_templates_go_before_the_tools_own(tmp_path: Path) -> None:
    found = prepared(spec({"/a": {"get": operation(None, STRING)}}))
    (tmp_path / "errors.py.jinja").write_text("OWN = 1\n")
    assert b"OWN = 1" in built(found, templates=tmp_path).source["errors.py"]
    (tmp_path / "errors.py.jinja").write_text("{{ nothing.here }}\n")
    with pytest.raises(TemplateError, match="does not render"):
        built(found, templates=tmp_path)
    (tmp_path / "errors.py.jinja").write_text("no Python\n")
    with pytest.raises(TemplateError, match="is not valid Python"):
        built(found, templates=tmp_path)


def test_nothing_is_printed_and_the_same_input_gives_the_same_bytes(capfd: pytest.CaptureFixture[str]) -> None:
    found = prepared(spec({"/a": {"get": operation(None, properties(a=STRING))}}))
    assert built(found).source == built(found).source
    assert capfd.readouterr() == ("", "")


def test_a_file_name_that_is_too_long_is_the_documents_fault() -> None:
    long = properties(**{"n" * 300: {"type": "string", "enum": ["a", "b"]}})
    with pytest.raises(SpecError, match="too long"):
        of(spec({"/a": {"post": operation(long, STRING)}}))
