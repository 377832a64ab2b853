"""The type checkers that `check --full` runs on a package: the command of each, and how its output is read.

mypy checks the whole package, as nemogen's own tests do. The others disagree with it, and with each other, about the
code inside functions. Of their errors, only those count that callers see: those in the runtime, which is the same in
every package, are only counted.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from nemogen.light_dataclasses import dataclass

RUNTIME: Final = "_runtime"


@dataclass(frozen=True, slots=True)
class TypeFault:
    """An error of a type checker. `path` is relative to the folder that the package is in."""

    path: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class TypeChecker:
    """`module` is what has to be installed; `command` returns the command line for a package, `read` parses its output.

    `command` gets the folder that the package is in, its name, and a folder for caches. `read` raises ValueError for
    what is not its output. `takes_runtime`: the runtime counts.
    """

    module: str
    command: Callable[[Path, str, str], list[str]]
    read: Callable[[str], list[TypeFault]]
    takes_runtime: bool = False

    @property
    def is_installed(self) -> bool:
        return importlib.util.find_spec(self.module) is not None


def _mypy(_: Path, package: str, cache: str) -> list[str]:
    quiet = ("--no-error-summary", "--no-color-output", "--hide-error-context")
    return ["-m", "mypy", "--strict", *quiet, f"--cache-dir={cache}", "--config-file=", package]


def _pyright(source: Path, package: str, _: str) -> list[str]:
    return ["-m", "pyright", "--pythonpath", sys.executable, "--outputjson", str(source / package)]


def _ty(source: Path, package: str, _: str) -> list[str]:
    where = ("--project", str(source), "--python", sys.prefix)
    return ["-m", "ty", "check", *where, "--output-format", "concise", str(source / package)]


def _pyrefly(source: Path, package: str, _: str) -> list[str]:
    where = ("--python-interpreter-path", sys.executable, "--search-path", str(source))
    # Without a project's settings it looks for little.
    return ["-m", "pyrefly", "check", "--preset", "default", *where, "--output-format", "json", str(source / package)]


_LINE: Final = re.compile(r"(?P<path>[^\n:]+):(?P<line>\d+):(?:\d+:)? error(?:: |\[)(?P<message>.*)")


def _lines(output: str) -> list[TypeFault]:
    """`path:line: error: message` of mypy, `path:line:column: error[rule] message` of ty."""
    return [TypeFault(each["path"], int(each["line"]), each["message"]) for each in _LINE.finditer(output)]


def _pyright_json(output: str) -> list[TypeFault]:
    rows = _json(output, "generalDiagnostics")
    found = (row for row in rows if row["severity"] == "error")
    return [TypeFault(row["file"], row["range"]["start"]["line"] + 1, row["message"]) for row in found]


def _pyrefly_json(output: str) -> list[TypeFault]:
    found = (row for row in _json(output, "errors") if row["severity"] == "error")
    return [TypeFault(row["path"], row["line"], row["concise_description"]) for row in found]


def _json(output: str, name: str) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = json.loads(output)[name]
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("its output is not the JSON that was asked for") from error
    return rows


CHECKERS: Final[Mapping[str, TypeChecker]] = {
    "mypy": TypeChecker("mypy", _mypy, _lines, takes_runtime=True),
    "pyright": TypeChecker("pyright", _pyright, _pyright_json),
    "ty": TypeChecker("ty", _ty, _lines),
    "pyrefly": TypeChecker("pyrefly", _pyrefly, _pyrefly_json),
}
"""By the name that `[check] types` gives."""
