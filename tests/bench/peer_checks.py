"""What `make bench-peers` looks at in what a generator wrote: does it import, and what does a type checker find?

Python: the package is installed, with the dependencies and extras that it declares, into an environment that has
nothing but the packages of the same generator. Then all of its modules are imported, and mypy reads it with its default
options.
TypeScript: `tsc --strict` reads all modules.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.bench.measure import tool

LONGEST: Final = 600
"""Seconds after which an installation or a check is stopped."""
BACKENDS: Final = ("setuptools>=77", "poetry-core")
"""What the packages are built with."""

Outcome = dict[str, Any]
"""`installs` and `imports` (Python), and the number of `errors`, which is None where the checker gave up."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a generator wrote of a document: the package `name` in `root`, which is on the path of Python, or the
    module. `folder` holds all that it wrote."""

    name: str
    root: Path
    folder: Path

    @property
    def project(self) -> Path | None:
        """The folder that pip installs; None where the generator writes bare modules."""
        for folder in (self.root, self.root.parent):
            if folder.is_relative_to(self.folder) and any((folder / each).is_file() for each in _PROJECT_FILES):
                return folder
        return None


_PROJECT_FILES: Final = ("pyproject.toml", "setup.py")


def check_python(written: Mapping[str, Written], folder: Path, requires: Sequence[str]) -> Mapping[str, Outcome]:
    """Whether each installs and imports, and how many errors mypy finds in it."""
    if not written:
        return {}
    python = new_environment(folder / "environment", requires)
    found: dict[str, Outcome] = {}
    for title, each in written.items():
        project = each.project
        installs = project is None or installed(project, folder, python)
        path = {} if project else {"PYTHONPATH": str(each.root)}
        imports = installs and run([str(python), "-P", "-c", _IMPORT, each.name], folder, path).returncode == 0
        found[title] = {"installs": installs, "imports": imports}
    # All are installed by now: mypy keeps what it read of their dependencies from one to the next.
    return {title: {**found[title], "errors": mypy(each, folder, python)} for title, each in written.items()}


def installed(project: Path, folder: Path, python: Path) -> bool:
    """Whether pip installs the package with all of its extras, since some of its modules may be of an extra."""
    extras = ",".join(extras_of(project))
    named = f"{project}[{extras}]" if extras else str(project)
    return run([*pip(python), "--no-build-isolation", named], folder).returncode == 0


def extras_of(project: Path) -> Sequence[str]:
    """The extras that its metadata declares, as pip or as poetry has them."""
    file = project / "pyproject.toml"
    declared = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    poetry = declared.get("tool", {}).get("poetry", {})
    return [*declared.get("project", {}).get("optional-dependencies", {}), *poetry.get("extras", {})]


def new_environment(folder: Path, requires: Sequence[str]) -> Path:
    """Its Python. Raises SystemExit where what the generator's code needs cannot be installed."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    done = run([*pip(python), *BACKENDS, *requires], folder)
    if done.returncode:
        sys.exit(f"pip: status {done.returncode}\n{done.stderr}")
    return python


def pip(python: Path) -> list[str]:
    return [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]


def mypy(written: Written, folder: Path, python: Path) -> int | None:
    """The number of errors in the package."""
    # Started in a folder of its own, since mypy looks for packages in the current one first.
    apart = folder / "empty"
    apart.mkdir(exist_ok=True)
    command = [tool("mypy"), "--no-error-summary", "--config-file", os.devnull, "--cache-dir", str(folder / "cache")]
    done = run(
        [*command, "--python-executable", str(python), "-p", written.name], apart, {"MYPYPATH": str(written.root)}
    )
    return sum(1 for _ in errors_of(done.stdout, written)) if done.returncode in (0, 1) else None


def check_typescript(written: Mapping[str, Written], folder: Path, node: Path) -> Mapping[str, Outcome]:
    """How many errors the compiler finds in each. All modules are read at once."""
    (folder / "node_modules").symlink_to(node / "node_modules")
    files = [path for each in written.values() for path in modules_of(each)]
    (folder / "tsconfig.json").write_text(json.dumps({
        "compilerOptions": {
            "strict": True, "noEmit": True, "skipLibCheck": True, "target": "es2022", "module": "esnext",
            "moduleResolution": "bundler", "lib": ["es2022", "dom", "dom.iterable"], "types": [],
        },
        "files": [str(path) for path in files],
    }))  # fmt: skip
    done = run([str(node / "node_modules" / ".bin" / "tsc"), "--pretty", "false"], folder)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"tsc: status {done.returncode}\n{done.stdout}{done.stderr}")
    return {title: {"errors": sum(1 for _ in errors_of(done.stdout, each))} for title, each in written.items()}


def modules_of(written: Written) -> Iterator[Path]:
    module = written.root / f"{written.name}.ts"
    if module.is_file():
        yield module
    yield from (written.root / written.name).rglob("*.ts")


def errors_of(output: str, written: Written) -> Iterator[str]:
    """The lines of a checker that are errors in this package."""
    for line in output.splitlines():
        if _ERROR.search(line) and written.name in line.partition(": ")[0]:
            yield line


_ERROR: Final = re.compile(r"\berror\b")
_IMPORT: Final = (
    "import importlib, pkgutil, sys; top = importlib.import_module(sys.argv[1]); "
    "found = pkgutil.walk_packages(getattr(top, '__path__', []), top.__name__ + '.'); "
    "[importlib.import_module(each.name) for each in found]"
)


def run(
    command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The finished process. One that takes too long has the status -1."""
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **(more or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, -1, "", f"stopped after {LONGEST} s")
