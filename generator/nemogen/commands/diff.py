"""`diff`: two documents, each a file, a URL, an API's pin, or GITREF:path."""

from __future__ import annotations

import os
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nemogen.assets import find_assets
from nemogen.commands.api import Api
from nemogen.commands.isolate import failed
from nemogen.commands.policy import Policy, PolicyFile, own_files, read_policy, today
from nemogen.commands.spec_changes import Side, changes_and_models, corrected_side
from nemogen.errors import ConfigError, GitError, Location, NemogenError, SpecError
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.links import refuse_links
from nemogen.listing import list_names
from nemogen.project import Project
from nemogen.report.model import ApiReport, Report, State, Subject, state_of

if TYPE_CHECKING:
    from nemogen.publish.git import Repository
    from nemogen.source.bundle import Bundle
    from nemogen.source.other_files import ReadFile

UNREADABLE: Final = frozenset({"document-not-openapi", "document-too-deep"})
"""Findings of a revision of which nothing else is known: no version follows from them."""


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """`fail_on`: the lowest level that fails; `approvals` and `severity` go before those of the API's own folder.

    The Python side comes from the plans of the two packages; with `source`, from the packages themselves, which are
    generated; with False it is left out. `project_code`: the project's own templates may be run, where it has any.
    `used_by` are files and folders of code that calls the client: each finding says where
    that uses what changed; with `only_used`, others do not fail. `operations` are patterns of operations
    ("POST /v1/*") or of their paths: what changes elsewhere is not shown.
    """

    fail_on: Level | None = None
    source: bool | None = None
    approvals: Path | None = None
    severity: Path | None = None
    project_code: bool = True
    used_by: tuple[Path, ...] = ()
    only_used: bool = False
    operations: tuple[str, ...] = ()


def diff(base: str, revision: str, options: DiffOptions, given: Path | None) -> Report:
    """The findings between the two documents, by the policy of the API that they are of, where they are one's own.

    Raises SpecError, NetworkError, GitError or ConfigError.
    """
    from nemogen.commands.next_version import version_table
    from nemogen.diff.python.rules import SOURCE_RULES
    from nemogen.diff.rules import RULES

    project = _project(given)
    name = _named(project, base, revision)
    api = _client_api(project, name, options)
    policy = _policy(project, name, options, api)
    sides = _sides(api if name else None, _read(base, given), _read(revision, given))
    found, *models = changes_and_models(*sides, today(), api.settings.policy)
    sides = replace(sides[0], read=models[0]), replace(sides[1], read=models[1])
    wire = policy.levelled(found)
    if unreadable := tuple(finding for finding in wire if finding.id in UNREADABLE):
        what = Subject("wire", State.AT_FAULT, "the revision cannot be compared", unreadable)
        return Report("diff", (ApiReport("", (what,)),), options.fail_on)
    is_same = sides[0].content == sides[1].content
    wire, source = (wire, None) if is_same else _with_python(sides, wire, api, policy, options)
    shown = tuple(finding for finding in wire if _is_of(finding, options.operations))
    subjects = [_subject("wire", shown, policy), *([_of(source, options)] if source else [])]
    findings = (*wire, *(source.findings + source.accepted if source else ()))
    # An approval that was given for just these two documents has to be used; one of the API may be of another change.
    is_known = source is not None and source.state is not State.SKIPPED
    asked = {*RULES, *(SOURCE_RULES if is_known else ())} if options.approvals else ()
    subjects += policy.approvals_of_changes(findings, asked)
    tables = () if is_same else (version_table(wire, source, shows_all=not options.operations),)
    compared = ApiReport("", tuple(subjects), tables=tables)
    return Report("diff", (compared,), options.fail_on, only_used=options.only_used)


def _is_of(finding: Finding, patterns: tuple[str, ...]) -> bool:
    """Whether a finding is of an operation that a pattern means, by its path or by method and path."""
    if not patterns:
        return True
    named = [form for operation in finding.operations for form in (operation, operation.partition(" ")[2])]
    return any(fnmatchcase(form, pattern) for form in named for pattern in patterns)


def _of(source: Subject, options: DiffOptions) -> Subject:
    """The Python side. It is not shown with patterns of operations, since its findings are about names.

    The uses in a program are still reported: findings on the wire have them too.
    """
    if not options.operations or source.state is State.SKIPPED:
        return source
    used = f"; {source.why}" if options.used_by and source.why else ""
    return Subject(source.name, State.SKIPPED, f"Python side: not shown with --operation{used}")


def _subject(name: str, findings: tuple[Finding, ...], policy: Policy, why: str = "") -> Subject:
    approved = policy.accept_changes(findings)
    return Subject(name, state_of(approved.open), why, approved.open, approved.accepted)


def _client_api(project: Project | None, name: str | None, options: DiffOptions) -> Api:
    """The API whose client is compared, and used by callers; one with the settings of a new API for any other pair."""
    if options.used_by and name is None:
        known = f" ({list_names(project.apis(), 5)})" if project and project.apis() else ""
        remedy = f"Name an API of the project{known} as BASE or REVISION: its package is what the code imports."
        raise ConfigError("--used-by needs an API; these two specs are of none", remedy=remedy)
    from nemogen.commands.next_version import api_of

    return api_of(project, name)


def _with_python(
    sides: tuple[Side, Side], wire: tuple[Finding, ...], api: Api, policy: Policy, options: DiffOptions
) -> tuple[tuple[Finding, ...], Subject]:
    """The findings on the wire, marked by their use, and the subject of the Python side."""
    if options.source or options.used_by:
        return _with_packages(sides, wire, api, policy, options)
    from nemogen.commands.next_version import whose_names
    from nemogen.commands.python_side import NOT_EXAMINED, python_changes

    if options.source is False:
        return wire, Subject("source", State.SKIPPED, f"{NOT_EXAMINED} (--no-source)")
    found = python_changes(api, *sides, wire)
    if found.why:
        return wire, Subject("source", State.SKIPPED, f"{NOT_EXAMINED}: {found.why}")
    return wire, _subject("source", policy.levelled(found.changes), policy, whose_names(api))


def _with_packages(
    sides: tuple[Side, Side], wire: tuple[Finding, ...], api: Api, policy: Policy, options: DiffOptions
) -> tuple[tuple[Finding, ...], Subject]:
    """As `_with_python`, from packages that are generated."""
    from nemogen.commands.clients import callers_of, clients_of
    from nemogen.commands.next_version import whose_names

    assets = find_assets(api.project, project_code=options.project_code)
    if assets.refusal:
        return wire, Subject("source", State.SKIPPED, assets.refusal)
    try:
        clients = clients_of(*sides, api, wire, policy, assets)
    except NemogenError as error:
        return wire, failed("source", error)
    changes, why = clients.changes, whose_names(api)
    if options.used_by:
        callers = callers_of(clients, options.used_by)
        wire, changes, why = callers.mark(wire), callers.mark(changes), callers.what_is_used()
    return wire, _subject("source", changes, policy, why)


def _named(project: Project | None, *documents: str) -> str | None:
    """The API that the documents are of, if it is one and the same."""
    named = {name for text in documents if project and (name := _api_of(text, project)) is not None}
    return named.pop() if len(named) == 1 else None


def _policy(project: Project | None, name: str | None, options: DiffOptions, api: Api) -> Policy:
    approvals, severity = None, None
    if project and name:
        project.refuse_links(name)
        approvals, severity = own_files(project, name)
    if options.approvals is not None:
        approvals = PolicyFile(options.approvals, str(options.approvals))
    if options.severity is not None:
        severity = PolicyFile(options.severity, str(options.severity))
    return read_policy(approvals, severity, api.releases)


def _api_of(text: str, project: Project) -> str | None:
    """The API whose pin is meant, now or at a commit; None for any other document."""
    pins = {project.relative(project.paths(name).pin): name for name in project.apis()}
    path = Path(text)
    inside = project.relative(path.resolve()) if _is_file(path) else text.partition(":")[2]
    return text if text in pins.values() and not _is_file(path) else pins.get(inside)


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as it was read: the name to show, its bytes, and what it was bundled of."""

    name: str
    content: bytes
    bundle: Bundle | None = None


def _sides(api: Api | None, *read: _Text) -> tuple[Side, Side]:
    """The documents parsed, but for two of the same bytes, between which there is nothing to find; those of an API as
    its client sees them."""
    from nemogen.source.load import load

    base, revision = (Side(each.name, each.content, None, each.bundle) for each in read)
    if base.content == revision.content:
        return base, revision
    if api is not None:
        return corrected_side(api, base), corrected_side(api, revision)
    return (
        replace(base, value=load(base.content, base.name).value),
        replace(revision, value=load(revision.content, revision.name).value),
    )


def _read(text: str, given: Path | None) -> _Text:
    """The name to show and the bytes: of a URL, a file, an API's pin or a file at a commit, whichever fits first."""
    from nemogen.source.bounded_read import read_bounded

    if text.startswith(("https://", "http://")):
        return _download(text, given)
    path = Path(text)
    if _is_file(path):
        _refuse_link(path, given)
        return _whole(text, read_bounded(path, text), *_files_around(path, given))
    project = _project(given)
    if project is not None and text in project.apis():
        project.refuse_links(text)
        pin = project.paths(text).pin
        return _Text(project.relative(pin), read_bounded(pin, project.relative(pin)))
    ref, colon, inside = text.partition(":")
    if colon and ref and inside:
        from nemogen.publish.git import Repository

        repository = Repository.find((project.root if project else Path.cwd()).resolve())
        return _whole(text, repository.show(ref, inside), inside, partial(_at_commit, repository, ref, inside))
    remedy = "Give a file, a URL, an API's name, or GITREF:path."
    raise SpecError("no such spec", where=Location(text[:200]), remedy=remedy)


def _refuse_link(path: Path, given: Path | None) -> None:
    """Raises ConfigError for a file of the project that is a link to somewhere else: a pull request may bring one."""
    project, named = _project(given), Path(os.path.abspath(path))  # noqa: PTH100 - no link is followed
    if project is not None and named.is_relative_to(project.root):
        refuse_links(project.root, named)


def _whole(name: str, content: bytes, file: str, read_file: ReadFile) -> _Text:
    """A document with the other files that it refers to."""
    from nemogen.source.other_files import bundle_text

    found = bundle_text(content, file, read_file)
    return _Text(name, content) if found is None else _Text(name, found.text(), found)


def _files_around(path: Path, given: Path | None) -> tuple[str, ReadFile]:
    """The folder whose files may be read with a file: the project around it, or else its own folder."""
    from nemogen.source.other_files import files_below

    project, real = _project(given), path.resolve()
    folder = project.root if project is not None and real.is_relative_to(project.root) else real.parent
    file = real.relative_to(folder).as_posix()
    return file, files_below(folder, file)


def _at_commit(repository: Repository, ref: str, root: str, name: str) -> tuple[str, bytes]:
    from nemogen.source.path_beside import path_beside

    path = path_beside(root, name)
    try:
        return f"{ref}:{path}", repository.show(ref, path)
    except GitError as error:
        raise SpecError(error.problems[0].what, remedy=error.problems[0].remedy) from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


def _project(given: Path | None) -> Project | None:
    """The project that --project names, else the one around, if there is one. Raises ConfigError for a wrong name."""
    if given is not None:
        return Project.find(given)
    try:
        return Project.find()
    except ConfigError:
        return None


def _download(url: str, given: Path | None) -> _Text:
    from nemogen.config import UrlSource
    from nemogen.http.client import Http
    from nemogen.http.urls import shown
    from nemogen.source.fetch import fetch

    with Http() as http:
        fetched = fetch(UrlSource(url), None, http, Project((given or Path.cwd()).resolve()), {})
    assert fetched.content is not None, "nothing was known that a host could compare with"
    return _Text(shown(url), fetched.content)
