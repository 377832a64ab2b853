"""Where a module's tests are, as the tree of tests mirrors that of the code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

SOURCE: Final = "generator/nemogen"
"""The folder of the code, from the project's."""

EDGES: Final = ("cli/*", "commands/*", "recordings/bundled_tests/*", "__init__.py", "*/__init__.py")
"""What is no part of the core: options, commands and reports to a terminal; their tests run the whole command."""


ALSO: Final = {
    "client": ("tests/test_cases.py",),
    "naming": ("tests/test_cases.py",),
    "openapi": ("tests/naming", "tests/source/test_load.py", "tests/test_perturbation.py"),
}
"""By package, tests of it that lie elsewhere: the golden cases, the proof of the ledger, and for the reader those of
texts that are refused and those of the package that makes something of all that is read."""


def core(project: Path) -> list[Path]:
    """The modules that get faults, relative to the project."""
    root = project / SOURCE
    found = (path.relative_to(root) for path in sorted(root.rglob("*.py")))
    return [Path(SOURCE) / path for path in found if not any(path.match(edge) for edge in EDGES)]


def nearest(module: Path, project: Path) -> tuple[str, ...]:
    """The tests of a module, nearest first: the file of its name, the folder of its package, and those of `ALSO`.

    A module of no package has the tests that lie in no folder.
    """
    inside = module.relative_to(SOURCE)
    folder = Path("tests") / inside.parent
    while not (project / folder).is_dir():
        folder = folder.parent
    own = folder / f"test_{inside.stem}.py"
    rest = [folder] if folder != Path("tests") else sorted(path.relative_to(project) for path in _alone(project))
    first = [own] if (project / own).exists() else []
    also = [path for path in ALSO.get(inside.parts[0], ()) if (project / path).exists()]
    return (*(path.as_posix() for path in [*first, *(path for path in rest if path != own)]), *also)


def folder_of(tests: Sequence[str]) -> str | None:
    """The folder among the tests of a module; None for a module of no package."""
    return next((each for each in tests if not each.endswith(".py")), None)


def without_own(tests: Sequence[str]) -> tuple[str, ...]:
    """The tests without the file of the module's name, which its folder has too: the same for all of a package."""
    folder = folder_of(tests)
    return tuple(sorted(tests) if folder is None else tests[[*tests].index(folder) :])


def _alone(project: Path) -> list[Path]:
    return sorted((project / "tests").glob("test_*.py"))
