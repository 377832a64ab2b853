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
    """nemogen's templates, those of the project's templates/ in place of ours file by file; the runtime is nemogen's.

    Raises ToolError where the installation lacks its templates, ConfigError for a link that leads out of the project
    and for a template that replaces none of ours.
    """
    ours, own = own_templates(), project.root / "templates"
    refuse_links(project.root, own)
    if not own.is_dir() or own.samefile(ours):
        return Assets(ours, _HERE / "runtime")
    from nemogen.template_overlay import overlaid

    return Assets(overlaid(own, ours), _HERE / "runtime")


def own_templates() -> Path:
    """The folder of the templates that came with nemogen. Raises ToolError where there is none."""
    for folder in (_HERE.parents[1] / "templates", _HERE / "_templates"):
        if (folder / "client").is_dir():
            return folder
    raise ToolError("nemogen's templates are missing", remedy="Reinstall nemogen.")
