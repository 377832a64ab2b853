"""What two documents mean to a client made of them, for `diff`: its source, and its next version."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.assets import Assets
from nemogen.commands.api import Api, read_api
from nemogen.commands.build import package_of
from nemogen.commands.code_of_pin import released_document
from nemogen.commands.policy import Policy
from nemogen.commands.python_side import plan_spec
from nemogen.commands.source_changes import is_code, source_changes
from nemogen.commands.spec_changes import Side
from nemogen.diff.versioning import next_step, release_level
from nemogen.document import Files
from nemogen.errors import ConfigError, Location, ToolError
from nemogen.findings import Finding
from nemogen.initial_settings import initial_toml
from nemogen.project import Project
from nemogen.read_config import read_settings
from nemogen.report.model import State, Subject, Table
from nemogen.temporary_folders import temporary_folder

if TYPE_CHECKING:
    from nemogen.diff.python.usage import Callers

_NAME = "api"

_UNKNOWN = (State.SKIPPED, State.AT_FAULT, State.NOT_CHECKED, State.INTERNAL_ERROR)


@dataclass(frozen=True, slots=True)
class Clients:
    """The packages of two documents, and what changes from one to the other for those who call them."""

    before: Files
    changes: tuple[Finding, ...]


def clients_of(
    base: Side, revision: Side, api: Api, wire: tuple[Finding, ...], policy: Policy, assets: Assets
) -> Clients:
    """Both documents as packages of `api`. Raises NemogenError where one cannot be generated."""
    before = package_of(api, base.content, assets, base.name)
    # The revision keeps the names and the removed properties of the base, as a sync from one to the other does.
    planned = plan_spec(api, base)
    renamed = replace(api, names=planned.names or api.names)
    released = planned.document or released_document(renamed, base.content)
    after = package_of(renamed, revision.content, assets, revision.name, released)
    changes = source_changes(api, before, after, wire, policy)
    # Neither of the two packages lies anywhere: their lines would be of files that nobody has.
    return Clients(before, tuple(replace(each, base=None, revision=None, locations=()) for each in changes))


def callers_of(clients: Clients, paths: tuple[Path, ...]) -> Callers:
    """What the Python code at `paths` uses of the package before. Raises ConfigError or ToolError."""
    if importlib.util.find_spec("mypy") is None:
        raise ToolError("--used-by needs mypy, which is not installed", remedy="pip install mypy")
    from nemogen.diff.python.read_usage import read_usage
    from nemogen.diff.python.surface_reader import read
    from nemogen.diff.python.usage import Callers, methods_of_operations

    if missing := next((path for path in paths if not path.exists()), None):
        raise ConfigError("no such file or folder", where=Location(str(missing)), remedy="Name it after --used-by.")
    code = {path: content for path, content in clients.before.items() if is_code(path)}
    surface = read(code)
    with temporary_folder() as folder:
        for path, content in code.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        usage = read_usage(paths, folder / "src", surface)
    return Callers(usage, surface, methods_of_operations(code, surface))


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
    """How far the version of a client has to rise; at least so far, where its source was not looked at.

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
