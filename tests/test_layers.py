"""Imports go downwards only: cli, commands, phases, and what all share; never from one phase into another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from nemogen.cycles import cycles

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "generator"
NEMOGEN = SOURCES / "nemogen"

PHASES = frozenset({"client", "diff", "like", "naming", "publish", "recordings", "report", "source"})
"""None imports another: `commands` joins them."""

SHARED = frozenset({"http", "openapi", "runtime"})
"""Packages that phases may import, beside the modules of nemogen/ itself."""


PATHS = sorted(path for path in NEMOGEN.rglob("*.py") if "__pycache__" not in path.parts)


def module_of(path: Path) -> str:
    """The dotted name of a module or, for its `__init__.py`, of a package."""
    return ".".join(path.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in PATHS}


def layer_of(module: str) -> str:
    """The part below nemogen: `cli`, `commands`, a phase, or what all share."""
    return [*module.split("."), ""][1]


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """The imports and the constants of a module, which is parsed once for all tests."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom | ast.Constant)]


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and module of every import of our own: also relative ones, those inside functions and those for mypy."""
    package = module_of(path).split(".")[: None if path.name == "__init__.py" else -1]
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "nemogen")
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            for alias in node.names if module.split(".")[0] == "nemogen" else ():
                whole = f"{module}.{alias.name}"
                yield node.lineno, whole if whole in MODULES else module


def all_imports() -> dict[str, list[tuple[int, str]]]:
    """Line and module of the imports of all modules."""
    return {module: sorted(imported(path)) for module, path in MODULES.items()}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_downwards_only(module: str) -> None:
    layer = layer_of(module)
    for line, other in sorted(imported(MODULES[module])):
        target = layer_of(other)
        where = f"{MODULES[module].relative_to(ROOT)}:{line} imports {other}"
        assert other in MODULES, f"{where}: there is no such module"
        if target == layer:
            continue
        assert layer != "runtime", f"{where}: the runtime is copied into packages and imports nothing of ours"
        assert target != "cli", f"{where}: nothing imports the command line"
        assert target != "commands" or layer == "cli", f"{where}: only the command line imports commands"
        if target in PHASES:
            assert layer not in PHASES, f"{where}: from one phase into another"
            assert layer in ("cli", "commands"), f"{where}: what all share imports no phase"


def test_every_package_has_its_layer() -> None:
    packages = {path.parent.name for path in NEMOGEN.glob("*/__init__.py")}
    assert packages - SHARED == {"cli", "commands", *PHASES}


def test_no_modules_import_one_another_in_a_cycle() -> None:
    ahead = {module: {other for _, other in found} - {module} for module, found in all_imports().items()}
    assert cycles(ahead) == []


def test_the_network_knows_nothing_of_what_it_is_asked_for() -> None:
    """Phases import generator/nemogen/http/, which stands on errors, on what makes text safe to show, and on the
    decorator of frozen classes."""
    for module, found in all_imports().items():
        if layer_of(module) == "http":
            others = {layer_of(other) for _, other in found} - {"http"}
            assert others <= {"errors", "light_dataclasses", "text_safety", "redact"}, module


def modules_that_import(name: str) -> set[str]:
    """Our modules (not those that are shipped in packages) that import a library, by path below generator/nemogen/."""
    found = set()
    for path in PATHS:
        inside = path.relative_to(NEMOGEN)
        if inside.parts[0] == "runtime" or "bundled_tests" in inside.parts:
            continue
        for node in nodes_of(path):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(each.split(".")[0] == name for each in names):
                found.add(inside.as_posix())
    return found


def test_the_network_is_reached_from_named_modules_only() -> None:
    assert modules_that_import("httpx2") == {"http/connections.py", "http/target.py"}
    assert modules_that_import("httpcore2") == {"http/connections.py", "http/exchange.py"}
    reached = {name for library in ("socket", "urllib.request", "http.client") for name in modules_that_import(library)}
    assert reached <= {"http/connections.py", "http/statuses.py", "recordings/serve.py"}


def test_processes_are_started_from_named_modules_only() -> None:
    expected = {
        "publish/git_process.py",
        "client/format.py",
        "recordings/record.py",
        "recordings/replay.py",
        "source/command_output.py",
        "commands/custom_checks.py",
        "commands/full_check.py",
        "commands/like_sources.py",
    }
    assert modules_that_import("subprocess") == expected


def test_openapi_python_client_has_no_part_in_the_default_engine() -> None:
    assert modules_that_import("openapi_python_client") == {"client/openapi_python_client_engine/tool.py"}
    engine = "nemogen.client.openapi_python_client_engine."
    users = {module for module, found in all_imports().items() for _, other in found if f"{other}.".startswith(engine)}
    assert {module for module in users if not module.startswith(engine)} == {
        "nemogen.client.engines",
        "nemogen.commands.api",
    }


KEYWORDS = frozenset({"$ref", "allOf", "nullable"})
"""Keywords of a schema that readers of raw JSON have to handle, and readers of typed nodes have not."""

MAY_NAME_KEYWORDS = {
    "canonical_json.py": "prints canonical schemas as JSON Schema",
    "commands/json_schemas.py": "writes the JSON Schemas of the files of a project",
    "client/engine_input.py": "prints canonical schemas for the models' engine",
    "client/client.py": "`nullable` is a field of the runtime's Operation",
    "client/models.py": "`nullable` is an argument of the runtime's Model",
    "runtime/model.py": "`nullable` is the name of a core schema of pydantic",
    "diff/unions.py": "locates a keyword that was added or removed",
    "diff/schemas.py": "locates a keyword that was added or removed",
    "diff/docs_changes.py": "compares the order of what only documentation shows",
    "diff/common_values.py": "`nullable` is a field of Schema",
    "recordings/explanation.py": "names the keyword that a value violates",
    "recordings/corrections.py": "names the keywords that a violation may be of",
    "recordings/scrub.py": "tells a JSON Schema that was recorded, such as a tool's, from a secret",
    "recordings/infer.py": "writes a schema that an overlay suggests",
    "recordings/propose.py": "writes an overlay that changes the keyword in the spec",
}
"""Modules outside openapi/ and source/ with the name of such a keyword, and what for."""


def test_keywords_that_typed_nodes_replace_are_named_in_listed_modules_only() -> None:
    found = set()
    for path in PATHS:
        inside = path.relative_to(NEMOGEN)
        if inside.parts[0] not in {"openapi", "source"}:
            nodes = nodes_of(path)
            if any(isinstance(node, ast.Constant) and str(node.value) in KEYWORDS for node in nodes):
                found.add(inside.as_posix())
    assert found == MAY_NAME_KEYWORDS.keys()
