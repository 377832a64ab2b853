"""`doctor`: what nemogen finds on this machine and in this project, and what is missing."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from functools import partial

from nemogen.assets import find_assets
from nemogen.commands.api import Api, read_api, require_pin
from nemogen.commands.isolate import looked_at
from nemogen.commands.unused_settings import refuse_unused_settings
from nemogen.errors import CouldNot, GitError, ToolError
from nemogen.installed_tools import tool_versions
from nemogen.project import Project
from nemogen.publish.branches import remote_url
from nemogen.publish.git import Repository
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.source.lock import TOOLS


def doctor(project: Project) -> Report:
    """The environment as one entry, then each API. Nothing is fetched, and no secret is shown."""
    environment = ApiReport("environment", tuple(_environment(project)))
    looked = ((name, looked_at("settings", partial(_settings, project, name))) for name in project.apis())
    return Report("doctor", (environment, *(ApiReport(name, (subject,)) for name, subject in looked)))


def _environment(project: Project) -> Iterator[Subject]:
    looks: tuple[tuple[str, Callable[[], Subject]], ...] = (
        ("python", lambda: Subject("python", State.DONE, platform.python_version())),
        ("engines", _engines),
        ("project", partial(_project, project)),
        ("templates", partial(_templates, project)),
        ("git", partial(_git, project)),
        ("mypy", _mypy),
        ("tokens", _tokens),
        ("pull requests", partial(_pull_requests, project)),
        ("line endings", partial(_line_endings, project)),
    )
    for name, look in looks:
        yield looked_at(name, look)


def _engines() -> Subject:
    names = tuple(dict.fromkeys(name for tools in TOOLS.values() for name in tools))
    versions = tool_versions(names)
    missing = [name for name in names if name not in versions]
    if missing:
        raise ToolError(f"not installed: {', '.join(missing)}", remedy="Install nemogen again: pip install nemogen")
    return Subject("engines", State.DONE, ", ".join(f"{name} {version}" for name, version in versions.items()))


def _project(project: Project) -> Subject:
    if (project.root / "specs").is_dir():
        count = len(project.apis())
        return Subject("project", State.DONE, f"{count} API{'' if count == 1 else 's'}")
    return Subject("project", State.SKIPPED, "no specs/ here: nemogen init starts a project")


def _templates(project: Project) -> Subject:
    folder = find_assets(project).templates
    whose = "the project's own" if folder.is_relative_to(project.root) else "those of the installation"
    return Subject("templates", State.DONE, whose)


def _git(project: Project) -> Subject:
    if shutil.which("git") is None:
        raise ToolError("git is not installed", remedy="Install git: sync commits with it.")
    try:
        repository = Repository.find(project.root)
    except GitError as error:
        if (project.root / "specs").is_dir():
            raise
        return Subject("git", State.SKIPPED, error.problems[0].what)
    identity = repository.git("var", "GIT_COMMITTER_IDENT")
    if identity.status:
        remedy = 'Run git config user.name "…" and git config user.email "…".'
        raise ToolError("git does not know who commits", remedy=remedy)
    branch = repository.branch()
    return Subject("git", State.DONE, f"on branch {branch}" if branch else "no branch is checked out")


def _mypy() -> Subject:
    if importlib.util.find_spec("mypy") is None:
        return Subject("mypy", State.SKIPPED, "not installed: pip install 'nemogen[check]' lets check --full use it")
    return Subject("mypy", State.DONE)


def _tokens() -> Subject:
    """Whether they are set. Only that is checked: their values are not used."""
    from nemogen.http.forges import TOKENS

    said = (f"{name} is {'set' if os.environ.get(name) else 'not set'}" for name in TOKENS)
    return Subject("tokens", State.DONE, ", ".join(said))


def _pull_requests(project: Project) -> Subject:
    """Whether sync and release could propose something: the remote, its forge and a token. Nothing is sent."""
    from nemogen.http.client import Http
    from nemogen.http.forges import find_forge

    try:
        forge = find_forge(Http(), os.environ, remote_url(Repository.find(project.root), "origin"))
    except CouldNot as error:
        problem = error.problems[0]
        return Subject("pull requests", State.SKIPPED, f"not possible: {problem.what}")
    return Subject("pull requests", State.DONE, f"possible: origin takes a {forge.noun}, and there is a token")


def _line_endings(project: Project) -> Subject:
    if (project.root / ".gitattributes").is_file():
        return Subject("line endings", State.DONE, ".gitattributes is there")
    return Subject("line endings", State.SKIPPED, "no .gitattributes: nemogen add writes one")


def _settings(project: Project, name: str) -> Subject:
    from nemogen.commands.api import correct

    api: Api = read_api(project, name)
    corrected = correct(api, require_pin(api))
    refuse_unused_settings(api, corrected.document)
    count = len(corrected.document.operations)
    findings = corrected.findings
    why = "1 operation" if count == 1 else f"{count} operations"
    return Subject("settings", State.UNUSED if corrected.unused else State.DONE, why, findings)
