"""The package as a whole: what it brings, what importing it costs, and what its lists say."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.generated.readme import PACKAGE, PROJECT, SOURCE

API = (PACKAGE / "api.md").read_text(encoding="utf-8")
README = (PACKAGE / "README.md").read_text(encoding="utf-8")


def python(code: str) -> str:
    """What a fresh interpreter prints that finds the package."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_the_package_alone_imports_neither_pydantic_nor_httpx2() -> None:
    heavy = "{'pydantic', 'httpx2', 'anyio', 'typing_extensions'}"
    assert python(f"import sys, mistral_nemo\nprint(sorted({heavy} & set(sys.modules)))") == "[]"


def test_every_name_that_the_package_gives_stands_in_one_of_its_lists() -> None:
    names = set(python("import mistral_nemo\nprint(*mistral_nemo.__all__)").split())
    listed = set(re.findall(r"`(\w+)`", API + README))
    assert names - listed == {"__version__"}


def test_every_class_that_the_lists_name_can_be_imported() -> None:
    types = [name for row in re.findall(r"^\| (`[^|]+) \|", API, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    classes = [name for name in types if name[0].isupper()]
    assert len(classes) > 60
    code = f"import mistral_nemo\nprint(*(name for name in {classes!r} if not hasattr(mistral_nemo, name)))"
    assert python(code) == ""


def test_every_operation_stands_in_the_list_with_all_its_arguments() -> None:
    code = """
import inspect
from mistral_nemo import MistralNemo
client = MistralNemo(api_key="k")
print(*(name for name in inspect.signature(client.chat.completions.create).parameters))
"""
    names = set(python(code).split())
    assert "### `client.chat.completions.create`" in API
    assert names - set(re.findall(r"`(\w+)`", API)) == set()
    calls = re.findall(r'^    name="([\w.]+)",$', (SOURCE / "mistral_nemo/resources/chat.py").read_text(), re.MULTILINE)
    assert calls == re.findall(r"^### `client\.([\w.]+)`$", API, re.MULTILINE)


def imported(path: Path) -> set[str]:
    """The modules of others that a module imports, by their first part."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - {"mistral_nemo"}


def test_an_operation_takes_few_lines() -> None:
    text = (SOURCE / "mistral_nemo/resources/chat.py").read_text(encoding="utf-8")
    count = 0
    for node in ast.parse(text).body:  # its arguments, its description, and the methods of both clients
        if isinstance(node, ast.ClassDef) and "__init__" in {getattr(each, "name", "") for each in node.body}:
            functions = [each for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
            methods = [each for each in functions if each.name in ("create", "stream")]
            starts = [min([each.lineno, *(own.lineno for own in each.decorator_list)]) for each in methods]
            count += sum((each.end_lineno or 0) - start + 1 for each, start in zip(methods, starts, strict=True))
        elif isinstance(node, ast.ClassDef | ast.AnnAssign):
            count += (node.end_lineno or 0) - node.lineno + 1
    assert 200 < count <= 250


def test_what_the_package_imports_is_what_it_depends_on() -> None:
    lines = tomllib.loads((PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    declared = {re.split(r"[^\w-]", line)[0].replace("-", "_") for line in lines}
    found = set().union(*(imported(path) for path in (SOURCE / "mistral_nemo").rglob("*.py")))
    # pydantic-core comes with pydantic, which needs just one version of it; the fixtures are for those who have pytest.
    assert found - {"pydantic_core", "pytest"} == declared


def test_the_folder_holds_what_the_lock_knows_and_nothing_else() -> None:
    lock = json.loads((PROJECT / "specs/mistral-nemo/lock.json").read_text(encoding="utf-8"))
    left_behind = {"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build"}
    files = (path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if path.is_file())
    kept = (path for path in files if not left_behind & set(path.parts) and not _is_metadata(path))
    assert sorted(path.as_posix() for path in kept) == sorted(lock["files"])


def _is_metadata(path: Path) -> bool:
    return any(part.endswith(".egg-info") for part in path.parts)


def test_the_texts_beside_the_code_have_no_trace_of_a_template() -> None:
    for name in ("README.md", "api.md", "AGENTS.md", "llms.txt", "CHANGELOG.md", "pyproject.toml"):
        text = (PACKAGE / name).read_text(encoding="utf-8")
        assert not re.search(r"\{\{|\{%|\{#|%\}| +$|\n{4,}|\t", text, re.MULTILINE), name
        assert text.endswith("\n")


def test_the_numbers_in_the_readme_are_the_defaults() -> None:
    code = """
from mistral_nemo import RetryPolicy, Timeout
times = Timeout()
print(RetryPolicy().max_retries, int(times.connect), *{int(times.read), int(times.write), int(times.pool)})
"""
    retries, connect, step = python(code).split()
    assert {"2": "twice"}[retries] in README
    reported = f"By default, connecting may take {connect} seconds and any other step {step}."
    assert reported in " ".join(README.split())
