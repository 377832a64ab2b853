"""Each folder of tests/cases is a small document and the code that it must give.

`spec.json` or `spec.yaml` is the document, `expected/` what is generated from it, without what is the same for every
API (the copied runtime, `testing.py`); `findings.txt` holds the repairs, one a line. A case that must
fail holds `stderr.txt` instead: what a user reads. To write all of them anew, then read the difference:

    NEMOGEN_UPDATE_CASES=1 pytest tests/test_cases.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from nemogen.client import client, engine_input, models, planner
from nemogen.client.argument_names import with_client_names
from nemogen.client.environment import environment
from nemogen.client.format import formatted
from nemogen.client.models_input import PACKAGE
from nemogen.config import Settings
from nemogen.document import Document
from nemogen.errors import NemogenError
from nemogen.given_names import Names, dump_names, parse_names
from nemogen.naming.prepare import prepare
from nemogen.openapi.name_order import in_name_order
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.source.load import load, require_openapi
from tests.type_checks import run_mypy, with_one_runtime

ROOT = Path(__file__).parents[1]
CASES = sorted(path for path in (ROOT / "tests" / "cases").iterdir() if path.is_dir())
TEMPLATES = ROOT / "templates"
HEADER = "# Written by nemogen."
NO_NAMES = Names()
UPDATE = os.environ.get("NEMOGEN_UPDATE_CASES") == "1"
NOT_COMPARED = {"testing.py", "pytest_plugin.py"}


def settings_of(case: Path) -> Settings:
    name = case.name.replace(".", "-")
    return read_settings(name, f'[source]\nfile = "{name}.json"\n'.encode(), "api.toml")


def document_of(case: Path, kept: Names = NO_NAMES) -> Document:
    source = next(case.glob("spec.*"))
    package = settings_of(case).package
    read = read_value(in_name_order(require_openapi(load(source.read_bytes(), source.name))), source.name)
    return prepare(read, reserved=(package.client, package.async_client), kept=kept)


def generated(case: Path) -> dict[str, bytes]:
    """What the case gives, by path: the modules of a package, or `stderr.txt`."""
    settings = settings_of(case)
    module = settings.package.module
    try:
        document = document_of(case)
        typed = models.pydantic_models(
            engine_input.for_models(document), TEMPLATES, HEADER, f"{PACKAGE}._runtime.model.Model"
        )
        params = client.params_module(document, ".models", environment(TEMPLATES), HEADER)
        plan = planner.plan(document, settings)
        modules = client.modules(plan, environment(TEMPLATES), HEADER)
    except NemogenError as error:
        return {"stderr.txt": f"{error}\n".encode()}
    assert engine_input.names_of(document.schemas) <= typed.names
    texts = modules | {"models.py": typed.text, "params.py": params}
    kept = {path: text for path, text in texts.items() if path not in NOT_COMPARED}
    files = {f"expected/{path}": content for path, content in formatted(kept, module).items()}
    return {**files, "findings.txt": findings_of(document)}


def findings_of(document: Document) -> bytes:
    lines = (
        f"{each.id} {each.revision.pointer if each.revision else ''} {each.message}\n" for each in document.findings
    )
    return "".join(lines).encode()


def committed(case: Path) -> dict[str, bytes]:
    found = (path for path in case.rglob("*") if path.is_file() and not path.name.startswith("spec."))
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in found if "__pycache__" not in path.parts}


def write(case: Path, files: Mapping[str, bytes]) -> None:
    for path in committed(case):
        (case / path).unlink()
    shutil.rmtree(case / "expected", ignore_errors=True)
    for path, content in files.items():
        (case / path).parent.mkdir(parents=True, exist_ok=True)
        (case / path).write_bytes(content)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_what_is_committed_and_nothing_else(case: Path) -> None:
    files = generated(case)
    if UPDATE:
        write(case, files)
    expected = committed(case)
    assert sorted(files) == sorted(expected)
    for path, content in files.items():
        assert content.decode() == expected[path].decode(), path


def test_names_that_are_kept_give_the_same_package() -> None:
    """names.toml of a package, read again, changes nothing of it: a second generation is the first one."""
    for case in CASES:
        if (case / "stderr.txt").is_file():
            continue
        settings, first = settings_of(case), document_of(case)
        plan = planner.plan(first, settings)
        kept = parse_names(dump_names(with_client_names(first.names, plan, first)), "names.toml")
        assert kept.conflicts == (), case.name
        again = document_of(case, kept)
        assert planner.plan(again, settings) == plan, case.name
        assert again.schemas == first.schemas, case.name


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed code of all cases as packages, side by side, each with the runtime."""
    root = tmp_path_factory.mktemp("packages")
    for case in CASES:
        if (case / "expected").is_dir():
            package = root / settings_of(case).package.module
            shutil.copytree(case / "expected", package)
            (package / "_version.py").write_text('__version__ = "0.1.0"\n')
            (package / "py.typed").touch()
            (package / "_runtime").symlink_to(ROOT / "generator" / "nemogen" / "runtime", target_is_directory=True)
    return root


@pytest.mark.slow
def test_the_code_of_every_case_passes_the_strict_type_checker(
    packages: Path, mypy_cache: Path, tmp_path: Path
) -> None:
    with_one_runtime(packages, tmp_path / "packages")
    names = [argument for path in sorted(packages.iterdir()) for argument in ("-p", path.name)]
    assert run_mypy(mypy_cache, tmp_path / "packages", *names) == ""


IMPORT_ALL = """
import importlib, pathlib, sys, warnings
from tests.hints import share_runtime
warnings.simplefilter("error")
first, *others = sorted(path.name for path in pathlib.Path().iterdir())
for package in (first, *others):
    share_runtime(first, package)
    module = importlib.import_module(package)
    for name in module.__all__:
        getattr(module, name)
    for path in sorted(pathlib.Path(package, "resources").glob("*.py")):
        importlib.import_module(f"{package}.resources.{path.stem}")
"""


def test_the_code_of_every_case_imports_and_gives_each_name_that_it_exports(packages: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL],
        cwd=packages,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr


def test_frameworks_can_evaluate_the_annotations_of_every_case(packages: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hints", *sorted(path.name for path in packages.iterdir())],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.stdout + done.stderr == ""
