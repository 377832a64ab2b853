"""Replay: a package for each revision in turn, in a repository of its own, checked as by `check --full`."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from nemogen.assets import Assets, find_assets
from nemogen.commands import full_check
from nemogen.commands.api import Api, overlaid, read_api, recordings_of, typed_spec
from nemogen.commands.baseline import on_disk
from nemogen.commands.build import BuiltApi, make
from nemogen.commands.document_subjects import document_subjects
from nemogen.commands.hand_edits import changes_on_disk
from nemogen.commands.isolate import error_of
from nemogen.commands.own_files import kept_files
from nemogen.document import Provenance
from nemogen.errors import ConfigError, GitError, Location, OverlayError
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.publish.git import Repository
from nemogen.publish.git_process import run
from nemogen.publish.write import locked, write_tree
from nemogen.report.history import Replay
from nemogen.report.model import State, Subject, state_of, subject_of_error
from nemogen.temporary_folders import temporary_folder

_WHO = ("AUTHOR", "COMMITTER")

# The commits are nobody's: neither the user's name nor hooks, signatures or templates have a part in them.
_GIT = {
    **{f"GIT_{who}_NAME": "nemogen" for who in _WHO},
    **{f"GIT_{who}_EMAIL": "nemogen@localhost" for who in _WHO},
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}


@contextmanager
def replaying(api: Api, keep: Path | None) -> Iterator[Replayer]:
    """A replayer of `api` whose repository is removed after the block, or stays at `keep`, a folder that is empty or
    not there. Raises ConfigError, GitError or ToolError.
    """
    assets = find_assets(api.project)
    with nullcontext(_empty(keep)) if keep else temporary_folder() as folder:
        root = Path(folder).resolve()
        project = Project(root)
        _plant(api, project)
        outcome = run(root, "init", "--quiet", "--template=", environ=_GIT)
        if outcome.status:
            remedy = "Run git init there to see why, then run the command again."
            raise GitError(f"git init failed: {outcome.errors}", where=Location(str(root)), remedy=remedy)
        yield Replayer(api.name, project, Repository.find(root), assets, api.overlay)


@dataclass(frozen=True, slots=True)
class Replayer:
    """Makes one package after the other in `project`, whose state is that of the last revision that gave one."""

    name: str
    project: Project
    repository: Repository
    assets: Assets
    overlay: bytes | None

    def replay(self, content: bytes, source: Provenance, date: datetime.datetime | None) -> Replay:
        """What the document `content` gives, measured against the revision before; an error is a subject of it."""
        try:
            made, left_out = self._make(content, source)
            self._commit(made, date)
            return Replay((*left_out, *self._subjects(made)), made.version, len(made.corrected.unused))
        except Exception as error:  # noqa: BLE001 - also a bug of nemogen is reported as the state of one revision
            return Replay((subject_of_error("generated", error_of(error)),))

    def _make(self, content: bytes, source: Provenance) -> tuple[BuiltApi, tuple[Subject, ...]]:
        """The package; where the overlay cannot be applied to a document of another time, without it."""
        path = self.project.paths(self.name).overlay
        if self.overlay is not None:
            path.write_bytes(self.overlay)
        api = read_api(self.project, self.name)
        before = on_disk(api)
        try:
            return make(api, content, source, self.assets, before), ()
        except OverlayError:
            misfit = _misfit(api, content)
        if misfit is None:  # then it is the document before
            return make(api, content, source, self.assets, replace(before, pin=None)), ()
        path.unlink()
        left_out = Subject("overlay", State.SKIPPED, f"it does not fit: {misfit}")
        return make(replace(api, overlay=None), content, source, self.assets, before), (left_out,)

    def _subjects(self, made: BuiltApi) -> Iterator[Subject]:
        yield Subject("generated", State.DONE, f"{len(made.files)} files")
        yield from (each for each in document_subjects(made) if each.name != "overlay")
        if len(made.releases) > 1:
            yield Subject("source", state_of(made.source), findings=made.source)
        for subject in full_check.subjects(read_api(self.project, self.name), self.assets, settings_fit=False):
            yield _applying(subject, made) if subject.name == "recordings" else subject

    def _commit(self, made: BuiltApi, date: datetime.datetime | None) -> None:
        with locked(self.project.root, wait=60) as checkout:
            write_tree(changes_on_disk(made, self.repository, force=True, notify=lambda _: None), checkout)
        when = {f"GIT_{who}_DATE": date.isoformat() for who in _WHO} if date else {}
        message = f"{self.name} {made.version}\n\nSource: {made.lock.source.url}"
        self.repository.git("add", "--all", environ=_GIT, failure="git does not take the files")
        self.repository.git(
            *("commit", "--quiet", "--allow-empty", "--no-verify", "--file=-"),
            stdin=message.encode(), environ={**_GIT, **when}, failure="git does not commit",
        )  # fmt: skip


def _misfit(api: Api, content: bytes) -> str | None:
    """Why the overlay cannot be applied to a document, None where it can."""
    try:
        overlaid(api, content, api.pin_file)
    except OverlayError as error:
        return error.problems[0].what
    return None


def _applying(found: Subject, made: BuiltApi) -> Subject:
    """What was found; recordings that are all of another time say nothing of a document."""
    from nemogen.recordings.operations import Operations

    known = Operations(typed_spec(made.api, made.corrected))
    recordings = recordings_of(made.api)
    if not recordings or any(known.find(each.request.method, each.request.path) for each in recordings):
        return found
    return Subject("recordings", State.SKIPPED, "none is of an operation of this revision")


def _plant(api: Api, project: Project) -> None:
    """What a person wrote for the API; nothing that nemogen made of it."""
    ours, theirs = api.paths, project.paths(api.name)
    for path, target in ((ours.settings, theirs.settings), (ours.notes, theirs.notes)):
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    for name, content in kept_files(api).items():
        (theirs.generated / name).parent.mkdir(parents=True, exist_ok=True)
        (theirs.generated / name).write_bytes(content)
    for folder, copy in ((ours.recordings, theirs.recordings), (ours.custom, theirs.custom)):
        if folder.is_dir():
            shutil.copytree(folder, copy)


def _empty(folder: Path) -> str:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigError("this folder is not empty", where=Location(str(folder)), remedy="Give --keep a new one.")
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)
