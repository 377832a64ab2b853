"""The folders that every package is made from: the templates, and the runtime that is copied. Cheap to import."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nemogen.errors import ToolError
from nemogen.light_dataclasses import dataclass
from nemogen.links import refuse_links
from nemogen.project import Project

_HERE = Path(__file__).resolve().parent

NOT_RENDERED: Final = "the project's templates/ are code, and not run (--no-project-code)"


@dataclass(frozen=True, slots=True)
class Assets:
    """`templates` holds client/ and models/; `runtime` the modules that become `_runtime` of each package.

    `is_own`: the templates are the project's. `project_code`: code of the project may be run, which templates are.
    `tool_templates` is the project's own folder of templates for openapi-python-client, where it has one.
    """

    templates: Path
    runtime: Path
    is_own: bool = False
    project_code: bool = True
    tool_templates: Path | None = None

    @property
    def refusal(self) -> str:
        """Why the templates must not be rendered; empty where they may be."""
        is_own = self.is_own or self.tool_templates is not None
        return NOT_RENDERED if is_own and not self.project_code else ""


def find_assets(project: Project, *, project_code: bool = True) -> Assets:
    """nemogen's templates, those of the project's templates/ in place of ours file by file; the runtime is nemogen's.

    Raises ToolError where the installation lacks its templates, ConfigError for a link that leads out of the project
    and for a template that replaces none of ours.
    """
    ours, own = own_templates(), project.root / "templates"
    tool_templates = own / "openapi-python-client"
    refuse_links(project.root, own)
    refuse_links(project.root, tool_templates)
    if not own.is_dir() or own.samefile(ours):
        return Assets(ours, runtime_folder(), project_code=project_code)
    from nemogen.template_overlay import overlaid, template_paths

    given = tool_templates if tool_templates.is_dir() else None
    return Assets(overlaid(own, ours), runtime_folder(), bool(template_paths(own)), project_code, given)


def runtime_folder() -> Path:
    """The folder of the modules that are copied into each package."""
    return _HERE / "runtime"


def has_templates(project: Project) -> bool:
    """Whether the project has templates that are not nemogen's own."""
    folder = project.root / "templates"
    return folder.is_dir() and not folder.samefile(own_templates())


def own_templates() -> Path:
    """The folder of the templates that came with nemogen. Raises ToolError where there is none."""
    for folder in (_HERE.parents[1] / "templates", _HERE / "_templates"):
        if (folder / "client").is_dir():
            return folder
    raise ToolError("nemogen's templates are missing", remedy="Install nemogen again.")
