"""What two documents mean to a client made of them, for `diff`: its source, and its next version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.config import initial_toml, read_settings
from generator.diff.bump import next_step, release_level
from generator.errors import NemogenError
from generator.ir import Finding
from generator.look import find_look
from generator.pipeline.apis import Api, read_api
from generator.pipeline.attempt import failed
from generator.pipeline.making import package_of, source_changes
from generator.pipeline.policy import Policy
from generator.pipeline.wire import Side
from generator.project import Project
from generator.report.model import State, Subject, Table, state_of

_NAME = "api"


def source_subject(base: Side, revision: Side, api: Api, wire: tuple[Finding, ...], policy: Policy) -> Subject:
    """What changes in the source of those who call the client of `api`; or why it cannot be generated."""
    look = find_look(api.project)
    try:
        before, after = (package_of(api, side.content, look, side.name) for side in (base, revision))
        changes = source_changes(api, before, after, wire, policy)
    except NemogenError as error:
        return failed("source", error)
    # Neither of the two packages lies anywhere: their lines would be of files that nobody has.
    found = [replace(each, base=None, revision=None, places=()) for each in changes]
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
    known = source is not None and source.state not in (State.AT_FAULT, State.NOT_CHECKED)
    level = release_level((*wire, *(source.findings + source.accepted if source and known else ())))
    text = f"next version of a client: {'' if known else 'at least '}{next_step(level)}"
    return Table("version", text if known else f"{text}; --source tells", {"level": level, "final": known})
