"""Where the parts of every package lie: the templates, and the runtime that is copied. Light."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import ToolError
from generator.project import Project

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Look:
    """`templates` holds client/ and models/; `runtime` the modules that become `_runtime` of each package."""

    templates: Path
    runtime: Path


def find_look(project: Project) -> Look:
    """The project's own templates/ where it has one, else those that came with nemogen; the runtime is nemogen's.

    Raises ToolError where the installation lacks its templates.
    """
    for folder in (project.root / "templates", _HERE.parent / "templates", _HERE / "_templates"):
        if (folder / "client").is_dir():
            return Look(folder, _HERE / "runtime")
    raise ToolError("nemogen's templates are missing", remedy="Install nemogen anew.")
