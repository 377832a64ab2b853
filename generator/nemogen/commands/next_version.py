"""The API whose client `diff` is about, and the client's next version; both without what writes a client."""

from __future__ import annotations

from pathlib import Path

from nemogen.commands.api import Api, read_api
from nemogen.diff.versioning import next_step, release_level
from nemogen.findings import Finding
from nemogen.initial_settings import initial_toml
from nemogen.project import Project
from nemogen.read_config import read_settings
from nemogen.report.model import State, Subject, Table

_NAME = "api"

_UNKNOWN = (State.SKIPPED, State.AT_FAULT, State.NOT_CHECKED, State.INTERNAL_ERROR)


def api_of(project: Project | None, name: str | None) -> Api:
    """The API of this name; without one, an API of no project, with the settings that `nemogen add` begins with.

    Raises ConfigError, LockError, SpecError or CouldNot.
    """
    if project is not None and name is not None:
        return read_api(project, name)
    nowhere = project or Project(Path.cwd().resolve())
    settings = read_settings(_NAME, initial_toml(_NAME, "openapi.json").encode(), "api.toml")
    return Api(_NAME, nowhere, nowhere.paths(_NAME), settings, None, None, "", None, ())


def whose_names(api: Api) -> str:
    """What the Python side is called after, where that is not an API of the project."""
    if api.lock or api.pin:
        return ""
    return f"with the settings and names of a new API called {api.name} (neither spec belongs to one)"


def version_table(wire: tuple[Finding, ...], source: Subject | None, *, shows_all: bool = True) -> Table:
    """The level of the next version of a client; a lower bound if the Python side was not compared.

    All changes count, also where some of them are not shown.
    """
    known = source is not None and source.state not in _UNKNOWN
    level = release_level((*wire, *(source.findings + source.accepted if source and known else ())))
    of_what = "" if shows_all else " with the changes of all operations"
    text = f"next version of a client{of_what}: {'' if known else 'at least '}{next_step(level)}"
    return Table(
        "version",
        text if known else f"{text} (Python side: not examined)",
        {"level": level, "final": known},
    )
