"""`add`: another API, from its source to its first package."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from nemogen.commands.api import read_api
from nemogen.commands.init import missing_files
from nemogen.commands.like import LikeNames, like_of, like_table, read_like
from nemogen.commands.like_sources import refuse_unknown_form
from nemogen.commands.secret_urls import refuse_secret
from nemogen.commands.sync import sync
from nemogen.commands.sync_options import Delivery, SyncOptions
from nemogen.commands.upstream import arrive
from nemogen.config import FileSource, Source, UrlSource
from nemogen.errors import ConfigError, GitError, Location
from nemogen.findings import Finding
from nemogen.http.urls import shown
from nemogen.initial_settings import initial_toml
from nemogen.like.like_file import dump_like
from nemogen.project import Project
from nemogen.publish.git import Repository
from nemogen.publish.write import Changes, locked, write_tree
from nemogen.read_config import read_settings
from nemogen.redact import presentable
from nemogen.report.model import ApiReport, Report, State, Subject, exit_status


def add(project: Project, name: str, source: str, notify: Callable[[str], None], like: str | None = None) -> Report:
    """Writes specs/NAME/api.toml and does a first sync without commit; where that fails, nothing stays behind.

    `source` is an address, or a file: as it is seen from the current folder, or else from the root. `like` is another
    client of the API, whose names the package gets (`like_sources`).
    Raises ConfigError where the name is taken or cannot be one, or the source is none; WriteError.
    """
    paths = project.paths(name)
    settings = project.relative(paths.settings)
    first = _first_settings(project, name, source)
    if like is not None:
        _refuse_like(project, name, like)
    names_are_new = not paths.names.exists()
    missing = missing_files(project.root)
    was_there = paths.settings.parent.parent.is_dir()
    _write(project, settings, first, notify)
    report = Report("add", ())
    try:
        report = _without_settings(_first_sync(project, name, like, notify), settings)
    finally:
        if not report.apis or exit_status(report):
            own = (settings, *(_of_like(project, name) if names_are_new else ()))
            _write_all(project, dict.fromkeys(own), notify)
            if not was_there:
                with suppress(OSError):  # not empty: somebody else put something there meanwhile
                    paths.settings.parent.parent.rmdir()
    if missing and not exit_status(report):
        _write_all(project, missing, notify)
    own = _own_file(read_settings(name, first, settings).source)
    git = () if exit_status(report) else _without_git(project)
    apis = (replace(each, own_files=own, subjects=(*each.subjects, *git)) for each in report.apis)
    return replace(report, apis=tuple(apis))


def _without_git(project: Project) -> tuple[Subject, ...]:
    """What a project lacks that is not a git repository: its next step begins with one."""
    try:
        Repository.find(project.root)
    except GitError:
        return (Subject("git", State.SKIPPED, "this is not a git repository, which sync commits to"),)
    return ()


def _own_file(source: Source) -> tuple[str, ...]:
    """The spec, where it is a file of the project: a clone without it could not be checked."""
    return (source.path,) if isinstance(source, FileSource) and not source.is_outside else ()


def _without_settings(report: Report, settings: str) -> Report:
    """Findings in api.toml, which is taken back with all else where there is an error, are not located there."""
    return replace(report, apis=tuple(map(partial(_elsewhere, settings=settings), report.apis)))


def _elsewhere(api: ApiReport, settings: str) -> ApiReport:
    return replace(
        api,
        subjects=tuple(
            replace(each, findings=tuple(map(partial(_at_argument, settings=settings), each.findings)))
            for each in api.subjects
        ),
    )


def _at_argument(finding: Finding, settings: str) -> Finding:
    if finding.id == "source-not-found" and finding.revision and finding.revision.file == settings:
        message = finding.message.removesuffix("; check [source]")
        return replace(finding, message=message, revision=None, help="Check SOURCE, then add it again.")
    return finding


def _first_settings(project: Project, name: str, source: str) -> bytes:
    """The text of the first api.toml. Raises ConfigError as `add` does."""
    paths = project.paths(name)
    settings = project.relative(paths.settings)
    if paths.settings.exists():
        remedy = f"Use: nemogen sync {name}; with --like, leave SOURCE out to compare with another release."
        raise ConfigError("this API exists already", where=Location(settings), remedy=remedy)
    place = _from_root(project, source)
    if "://" not in place and not (project.root / place).is_file():
        remedy = "Give a file, the page of a file on GitHub, or any URL."
        raise ConfigError("no such file", where=Location(shown(source)), remedy=remedy)
    first = initial_toml(name, place).encode()
    given = read_settings(name, first, settings).source
    if isinstance(given, UrlSource):
        refuse_secret(given, Location(shown(given.url)))
    return first


def _refuse_like(project: Project, name: str, like: str) -> None:
    """Raise ConfigError where `like` names no client, or where names are kept that it would overwrite."""
    refuse_unknown_form(like)
    names = project.paths(name).names
    if names.exists():
        remedy = "Delete it to take over names, or leave --like out to keep them."
        raise ConfigError("names are kept here already", where=Location(project.relative(names)), remedy=remedy)


def _first_sync(project: Project, name: str, like: str | None, notify: Callable[[str], None]) -> Report:
    found = _names_of(project, name, like, notify) if like is not None else None
    report = replace(sync(project, (name,), SyncOptions(delivery=Delivery(commit=False)), notify), command="add")
    if found is None or exit_status(report):
        return report
    return _with_like(project, name, report, found, notify)


def _names_of(project: Project, name: str, like: str, notify: Callable[[str], None]) -> LikeNames:
    """The names of another client, written as names.toml: the first sync keeps them."""
    api = read_api(project, name)
    notify(f"{name}: fetching")
    content = arrive(api).content
    notify(f"{name}: reading {presentable(like)}")
    found = read_like(api, content, like)
    _write(project, project.relative(api.paths.names), found.content, notify)
    return found


def _with_like(project: Project, name: str, report: Report, found: LikeNames, notify: Callable[[str], None]) -> Report:
    """The report with what is equal; like.toml holds it for `check`."""
    api = read_api(project, name)
    like = like_of(found, api.names)
    _write(project, project.relative(api.paths.like), dump_like(like), notify)
    table = like_table(found, like, api.names)
    return replace(report, apis=tuple(replace(each, tables=(*each.tables, table)) for each in report.apis))


def _of_like(project: Project, name: str) -> tuple[str, ...]:
    """The files of specs/NAME that `--like` begins with."""
    paths = project.paths(name)
    return tuple(project.relative(path) for path in (paths.names, paths.like) if path.exists())


def _write(project: Project, path: str, content: bytes | None, notify: Callable[[str], None]) -> None:
    _write_all(project, {path: content}, notify)


def _write_all(project: Project, changes: Changes, notify: Callable[[str], None]) -> None:
    with locked(project.root, wait=60, on_wait=notify) as checkout:
        write_tree(changes, checkout)


def _from_root(project: Project, source: str) -> str:
    """A file that is given from the current folder, as a path from the project's root; anything else as it is."""
    if "://" in source:
        return source
    path = Path.cwd() / source
    with suppress(OSError):
        if path.is_file():
            return Path(os.path.relpath(path.resolve(), project.root)).as_posix()
    return source
