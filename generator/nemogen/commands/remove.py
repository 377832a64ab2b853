"""`remove API`: its specs, recordings and package are deleted, but not committed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from nemogen.errors import GitError, HandEdited, Location, Problem
from nemogen.project import Project
from nemogen.publish.git import Repository
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject


def remove(project: Project, name: str, *, force: bool, notify: Callable[[str], None]) -> Report:
    """Delete every file of an API: specs/NAME, generated/NAME and tests/recordings/NAME.

    Raises ConfigError for an API that is not there and, unless `force`d, HandEdited for files that git could not bring
    back; WriteError.
    """
    (name,) = project.select((name,))
    project.refuse_links(name)
    paths = project.paths(name)
    folders = (paths.settings.parent, paths.generated, paths.recordings)
    files = sorted(project.relative(path) for folder in folders for path in _files(folder))
    if not force:
        _refuse_uncommitted(project, files)
    with locked(project.root, wait=60, on_wait=notify) as checkout:
        written = write_tree(dict.fromkeys(files), checkout)
    why = f"{len(written.deleted)} files deleted; git restores them until the commit"
    return Report("remove", (ApiReport(name, (Subject("files", State.DONE, why),)),))


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)


def _refuse_uncommitted(project: Project, files: list[str]) -> None:
    remedy = "Commit it first, or delete it for good with --force."
    try:
        repository = Repository.find(project.root)
        if repository.head() is None:
            raise GitError("there is no commit yet", remedy=remedy)
        uncommitted = [each.path for each in repository.changes(files)]
    except GitError as error:
        what = f"git could not restore these files: {error.problems[0].what}"
        raise HandEdited(what, where=Location(str(project.root)), remedy=remedy) from error
    problems = [Problem("the file has uncommitted changes", Location(path), remedy) for path in uncommitted]
    if problems:
        raise HandEdited.of(problems)
