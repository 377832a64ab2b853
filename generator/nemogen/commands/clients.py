"""What two documents mean to a client made of them, for `diff`: its source, and its next version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nemogen.assets import find_assets
from nemogen.commands.api import Api, read_api
from nemogen.commands.build import package_of, source_changes
from nemogen.commands.isolate import failed
from nemogen.commands.policy import Policy
from nemogen.commands.spec_changes import Side
from nemogen.config import initial_toml, read_settings
from nemogen.diff.versioning import next_step, release_level
from nemogen.errors import NemogenError
from nemogen.findings import Finding
from nemogen.project import Project
from nemogen.report.model import State, Subject, Table, state_of

_NAME = "api"

_UNKNOWN = (State.SKIPPED, State.AT_FAULT, State.NOT_CHECKED, State.INTERNAL_ERROR)


def source_subject(
    base: Side, revision: Side, api: Api, wire: tuple[Finding, ...], policy: Policy, *, project_code: bool
) -> Subject:
    """What changes in the source of those who call the client of `api`; or why it is not generated."""
    assets = find_assets(api.project, project_code=project_code)
    if assets.refusal:
        return Subject("source", State.SKIPPED, assets.refusal)
    try:
        before, after = (package_of(api, side.content, assets, side.name) for side in (base, revision))
        changes = source_changes(api, before, after, wire, policy)
    except NemogenError as error:
        return failed("source", error)
    # Neither of the two packages lies anywhere: their lines would be of files that nobody has.
    found = [replace(each, base=None, revision=None, locations=()) for each in changes]
    approved = policy.accept_changes(found)
    return Subject("source", state_of(approved.open), "", approved.open, approved.accepted)


def api_of(project: Project | None, name: str | None) -> Api:
    """The API of this name; without one, an API of no project, with the settings that `nemogen add` begins with.

    Raises ConfigError, LockError, SpecError or CouldNot.
    """
    if project is not None and name is not None:
        return read_api(project, name)
    nowhere = project or Project(Path.cwd().resolve())
    settings = read_settings(_NAME, initial_toml(_NAME, "openapi.json").encode(), "api.toml")
    return Api(_NAME, nowhere, nowhere.paths(_NAME), settings, None, None, "", None, ())


def version_table(wire: tuple[Finding, ...], source: Subject | None) -> Table:
    """How far the version of a client has to rise; at least so far, where its source was not looked at."""
    known = source is not None and source.state not in _UNKNOWN
    level = release_level((*wire, *(source.findings + source.accepted if source and known else ())))
    text = f"next version of a client: {'' if known else 'at least '}{next_step(level)}"
    return Table("version", text if known else f"{text}; --source tells", {"level": level, "final": known})
