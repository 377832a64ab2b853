"""Where a module's tests are, as the tree of tests mirrors that of the code."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SOURCE: Final = "generator/nemogen"
"""The folder of the code, from the project's."""

EDGES: Final = ("cli/*", "commands/*", "recordings/bundled_tests/*", "__init__.py", "*/__init__.py")
"""What is no part of the core: options, commands and reports to a terminal; their tests run the whole command."""


def core(project: Path) -> list[Path]:
    """The modules that get faults, relative to the project."""
    root = project / SOURCE
    found = (path.relative_to(root) for path in sorted(root.rglob("*.py")))
    return [Path(SOURCE) / path for path in found if not any(path.match(edge) for edge in EDGES)]


def nearest(module: Path, project: Path) -> tuple[str, ...]:
    """The tests of a module, nearest first: the file of its name, then the folder of its package.

    A module of no package has the tests that lie in no folder.
    """
    inside = module.relative_to(SOURCE)
    folder = Path("tests") / inside.parent
    while not (project / folder).is_dir():
        folder = folder.parent
    own = folder / f"test_{inside.stem}.py"
    rest = [folder] if folder != Path("tests") else sorted(path.relative_to(project) for path in _alone(project))
    first = [own] if (project / own).exists() else []
    return tuple(path.as_posix() for path in [*first, *(path for path in rest if path != own)])


def _alone(project: Path) -> list[Path]:
    return sorted((project / "tests").glob("test_*.py"))
