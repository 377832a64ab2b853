"""ruff, once, over all modules that were rendered."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from nemogen.client.literals import with_escapes
from nemogen.errors import Problem, TemplateError, ToolError
from nemogen.temporary_folders import temporary_folder
from nemogen.text_safety import in_python

_OPTIONS = ("--isolated", "--no-cache", "--quiet", "--line-length=120", "--target-version=py311")


def formatted(modules: Mapping[str, str], package: str) -> dict[str, bytes]:
    """`modules` (path to source) with imports sorted, unused ones left out, code laid out, and the same literals.

    In literals, invisible characters are escaped, and so is what a terminal or a CI runner would obey.

    `package` is the name of the import package, without which ruff would not know its own from foreign modules.
    Raises TemplateError if a module is not valid Python, ToolError where ruff is missing or fails.
    """
    with temporary_folder() as folder:
        root = folder / package
        for path, text in modules.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(with_escapes(in_python(text)), encoding="utf-8", newline="\n")
        own = f"--config=lint.isort.known-first-party=['{package}']"
        _ruff(
            "check",
            "--output-format=concise",
            "--select=I,F401",
            "--per-file-ignores=__init__.py:F401",
            "--fix",
            own,
            root=root,
        )
        _ruff("format", root=root)
        return {path: (root / path).read_bytes() for path in modules}


def _find_ruff() -> str:
    """The ruff of this environment, else the one on the path: any version will do. Raises ToolError."""
    try:
        from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]

        return str(find_ruff_bin())
    except (ImportError, FileNotFoundError):
        found = shutil.which("ruff")
    if found is None:
        raise ToolError("ruff is not installed", remedy="Install nemogen again: ruff comes with it.")
    return found


def _ruff(command: str, *options: str, root: Path) -> None:
    try:
        done = subprocess.run(
            [_find_ruff(), command, *_OPTIONS, *options, "."], cwd=root, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise ToolError(f"ruff cannot be run: {error}", remedy="Install nemogen again: ruff comes with it.") from error
    if done.returncode == 0:
        return
    problems = [Problem(line) for line in f"{done.stdout}{done.stderr}".splitlines() if line.strip()]
    if not problems:
        what = f"ruff {command} failed with status {done.returncode} and no message"
        raise ToolError(what, remedy="Install nemogen again: ruff comes with it.")
    raise TemplateError(
        f"what the templates wrote is not valid Python: {problems[0].what}",
        remedy="A template under templates/ is at fault, or a name or text of the spec went into code unescaped.",
        others=tuple(problems[1:]),
    )
