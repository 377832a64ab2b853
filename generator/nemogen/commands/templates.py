"""`templates`: which templates there are, and one of them as a start for the project's own."""

from __future__ import annotations

from collections.abc import Callable

from nemogen.assets import own_templates
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import State, Subject
from nemogen.template_overlay import ejected, listed, refuse_unknown


def templates(project: Project) -> str:
    """A line for each template: its path, and whether the project has its own. Raises ConfigError, ToolError."""
    own, ours = project.root / "templates", own_templates()
    refuse_unknown(own, ours)
    rows = listed(own, ours)
    words = {each.path: _state(each.is_own, each.is_outdated) for each in rows}
    return "".join(f"{f'{path}  {word}' if word else path}\n" for path, word in words.items())


def _state(is_own: bool, is_outdated: bool) -> str:
    return "outdated: nemogen's changed since it was ejected" if is_outdated else "the project's own" if is_own else ""


def eject(project: Project, path: str, notify: Callable[[str], None]) -> None:
    """Write templates/PATH of the project from nemogen's. Raises ConfigError, ToolError, WriteError."""
    path = path.removeprefix("templates/")
    files = ejected(path, project.root / "templates", own_templates())
    with locked(project.root, wait=60, on_wait=notify) as checkout:
        write_tree({f"templates/{name}": content for name, content in files.items()}, checkout)
    notify(f"templates/{path} is yours now; nemogen check reports when ours changes")


def subject_of_templates(project: Project) -> tuple[Subject, ...]:
    """Templates of the project whose origin changed since they were ejected. Raises ConfigError, ToolError."""
    ours, own = own_templates(), project.root / "templates"
    if not own.is_dir() or own.samefile(ours):
        return ()
    outdated = [f"templates/{each.path}" for each in listed(own, ours) if each.is_outdated]
    if not outdated:
        return (Subject("templates", State.UP_TO_DATE),)
    remedy = "Compare it with nemogen's, then eject it again and take your changes over."
    findings = tuple(
        Finding(
            "template-outdated", Level.NOTE, f"nemogen's {file} changed since yours was made from it. {remedy}",
            area="check", revision=Location(file), key=file,
        )
        for file in outdated
    )  # fmt: skip
    return (Subject("templates", State.UP_TO_DATE, f"{', '.join(outdated)}: the origin changed", findings),)
