"""The project's own code inside a package: mypy reads it there, and its own tests run against that package."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nemogen.commands.api import Api
from nemogen.commands.own_files import kept_files
from nemogen.commands.project_environment import without_credentials
from nemogen.commands.source_changes import is_code
from nemogen.commands.type_cache import type_cache
from nemogen.document import Files
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.report.model import State, Subject
from nemogen.temporary_folders import temporary_folder

SUBJECT: Final = "custom code"
NOT_RUN: Final = "the project's code is not run (--no-project-code)"

_SECONDS: Final = 300
_MYPY: Final = ("--strict", "--no-error-summary", "--no-color-output", "--hide-error-context", "--config-file=")
_PYTEST: Final = ("-q", "--tb=line", "--no-header", "-p", "no:cacheprovider", "-o", "addopts=")
_LINE: Final = re.compile(r"(?:.*[/\\])?((?:src|tests)[/\\][^:]*\.py):([0-9]+):(?: error:)? (.*)")
"""A line of mypy, or of pytest with `--tb=line`: path, line and message."""


def check_custom(api: Api, files: Files) -> tuple[Subject, ...]:
    """Whether the API's own code fits the package that `files` are; nothing where it has none.

    The package has the user's own files in it, which `[package] keep` names. The findings have the lines of
    specs/<api>/custom/; what runs gets no credentials.
    """
    kept = kept_files(api)
    if not api.custom.modules and not api.custom.tests and not any(map(is_code, kept)):
        return ()
    missing = [tool for tool in ("mypy", "pytest") if importlib.util.find_spec(tool) is None]
    with temporary_folder() as folder:
        for path, content in {**kept, **files}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        found = tuple(_findings(api, folder, missing))
    if found:
        return (Subject(SUBJECT, State.FAILED, f"{len(found)} errors", found),)
    if missing:
        why = f"not installed: {', '.join(missing)}; pip install {' '.join(missing)}"
        return (Subject(SUBJECT, State.NOT_CHECKED, why),)
    return (Subject(SUBJECT, State.OK, f"{len(api.custom.modules)} modules, typed and tested"),)


def _findings(api: Api, folder: Path, missing: list[str]) -> Iterator[Finding]:
    if "mypy" not in missing:
        with type_cache() as cache:
            command = ["mypy", *_MYPY, f"--cache-dir={cache}", "-p", api.settings.package.module]
            yield from _lines(api, "custom-types", *_run(api, command, folder / "src", folder), "src/")
    if "pytest" not in missing and api.custom.tests:
        command = ["pytest", *_PYTEST, f"--rootdir={folder}", "tests/custom"]
        yield from _lines(api, "custom-test", *_run(api, command, folder, folder), "")


def _run(api: Api, command: list[str], where: Path, folder: Path) -> tuple[int, str]:
    source = str(folder / "src")
    ours = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": source, "MYPYPATH": source}
    environment = {**without_credentials(api.settings, os.environ), **ours}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", *command],
            cwd=where, env=environment, capture_output=True, text=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, str(error)
    return done.returncode, done.stdout or done.stderr


def _lines(api: Api, kind: str, status: int, output: str, prefix: str) -> Iterator[Finding]:
    """A finding for each line with a location; where none has one, one with the last line of the output."""
    if status in (0, 5):  # 5: pytest found no test
        return
    texts = [line if line.startswith(("/", "E ")) else f"{prefix}{line}" for line in output.splitlines()]
    found = dict.fromkeys(match.groups() for line in texts if (match := _LINE.fullmatch(line)))
    for path, line, message in found:
        where = Location(_origin(api, path.replace("\\", "/")), line=int(line))
        yield Finding(kind, Level.ERROR, message, area="custom", revision=where, key=f"{where.file} {message}")
    if not found:
        last = (output.strip().splitlines() or ["it ended without a word"])[-1]
        where = Location(api.project.relative(api.paths.custom))
        yield Finding(kind, Level.ERROR, last, area="custom", revision=where, key=last)


def _origin(api: Api, path: str) -> str:
    """The file that a person edits, of one of the package."""
    custom, module = api.project.relative(api.paths.custom), api.settings.package.module
    for copied, origin in ((f"src/{module}/custom/", custom), ("tests/custom/", f"{custom}/tests")):
        if path.startswith(copied):
            return f"{origin}/{path.removeprefix(copied)}"
    return f"{api.project.relative(api.paths.generated)}/{path}"
