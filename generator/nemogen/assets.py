"""Where the parts of every package lie: the templates, and the runtime that is copied. Light."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nemogen.errors import ToolError
from nemogen.links import refuse_links
from nemogen.project import Project

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Assets:
    """`templates` holds client/ and models/; `runtime` the modules that become `_runtime` of each package."""

    templates: Path
    runtime: Path


def find_assets(project: Project) -> Assets:
    """The project's own templates/ where it has one, else those that came with nemogen; the runtime is nemogen's.

    Raises ToolError where the installation lacks its templates, ConfigError for a link that leads out of the project.
    """
    refuse_links(project.root, project.root / "templates")
    for folder in (project.root / "templates", _HERE.parents[1] / "templates", _HERE / "_templates"):
        if (folder / "client").is_dir():
            return Assets(folder, _HERE / "runtime")
    raise ToolError("nemogen's templates are missing", remedy="Install nemogen again.")
