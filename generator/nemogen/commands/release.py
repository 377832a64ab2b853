"""`release`: the committed package of an API as wheel and sdist, its tag, or the pull request that approves them.

A release has three steps, which may be days apart. `--pull-request` proposes a version in specs/<api>/published.toml.
After the merge, `--approved --tag --push` builds what was approved and tags it. Uploading is left to the tool of the
index: with trusted publishing, no job that runs code of the project can do it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from nemogen.commands.api import Api, read_api
from nemogen.commands.check import CheckOptions, check
from nemogen.commands.isolate import each
from nemogen.commands.release_state import ReleaseState, describe_build, read_release_state
from nemogen.errors import ConfigError, GitError, Location, Problem, WriteError
from nemogen.interrupts import deferred
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.publish.committed_files import list_files, read_objects
from nemogen.publish.distribution import Distribution, build_distributions
from nemogen.publish.git import Repository
from nemogen.publish.tags import make_tag, push_tag
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import NO_VERSION, ApiReport, Report, State, Subject, Table, Verdict, VersionStep

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """`output` is the folder for wheel and sdist, dist/ of the project where None. `approved`: only what
    published.toml approves and nobody tagged yet. `base` None: what is checked out, else the remote's main branch."""

    output: Path | None = None
    approved: bool = False
    tag: bool = False
    push: bool = False
    pull_request: bool = False
    remote: str = "origin"
    base: str | None = None

    @property
    def asks_remote(self) -> bool:
        """Whether the tags of the remote count too."""
        return self.push or self.pull_request or self.approved


def release(project: Project, names: tuple[str, ...], options: ReleaseOptions, notify: Progress) -> Report:
    """Release each of these APIs: what fails for one does not stop the others.

    Raises ConfigError for an API that is not there.
    """
    work = partial(_release, project, options, notify)
    return Report("release", each(project.select(names), "release", work))


def _release(project: Project, options: ReleaseOptions, notify: Progress, name: str) -> ApiReport:
    """Raises GitError, ToolError, NetworkError, WriteError, InputFault."""
    api, repository = read_api(project, name), Repository.find(project.root)
    notify(f"{name}: checking")
    folder = (options.output or project.root / "dist").absolute()
    _require_committed(api, repository)
    if folder.exists() and not folder.is_dir():
        remedy = "Give another --output: a folder, which need not exist yet."
        raise WriteError("--output is a file", where=Location(str(folder)), remedy=remedy)
    state = read_release_state(api, repository, options.remote if options.asks_remote else None)
    if options.approved and not state.is_due:
        return ApiReport(name, (Subject("release", State.SKIPPED, state.why_not_due),))
    if (refusal := _refusal(api)) is not None:
        return refusal
    if options.pull_request:
        from nemogen.commands.release_proposal import propose_release

        notify(f"{name}: proposing")
        return ApiReport(name, (propose_release(state, options.remote, options.base),), _step(state))
    notify(f"{name}: building")
    built = _build(state)
    _write(built, folder, notify)
    why = f"{', '.join(each.name for each in built)} in {project.relative(folder)}"
    subjects = [Subject("distribution", State.DONE, why)]
    if options.tag:
        subjects += _tag(state, options)
    return ApiReport(name, tuple(subjects), _step(state), (_table(state, built, project.relative(folder)),))


def _require_committed(api: Api, repository: Repository) -> None:
    """Raises ConfigError where there is no package, GitError where it is not committed."""
    if api.lock is None:
        remedy = f"Run: nemogen sync {api.name}"
        raise ConfigError("there is no package yet", where=Location(f"generated/{api.name}"), remedy=remedy)
    project, paths = api.project, api.paths
    folders = tuple(project.relative(path) for path in (paths.settings.parent, paths.generated))
    if repository.head() is None:
        raise GitError("nothing is committed yet", where=Location(str(project.root)), remedy="Commit the package.")
    changed = repository.changes(folders)
    if changed:
        remedy = "Commit or revert it: a release is built from what is committed."
        raise GitError.of([Problem("it is not committed", Location(change.path), remedy) for change in changed])


def _refusal(api: Api) -> ApiReport | None:
    """The problem if the package is outdated or modified; None if it is up to date."""
    found = check(api.project, (api.name,), CheckOptions(offline=True))
    if found.api_verdict(found.apis[0]) in (Verdict.CLEAN, Verdict.SKIPPED):
        return None
    why = "nothing was built: the package is not up to date"
    return ApiReport(api.name, (*found.apis[0].subjects, Subject("release", State.OUTDATED, why)))


def _build(state: ReleaseState) -> tuple[Distribution, Distribution]:
    """Wheel and sdist from the commit of the release, whatever is on disk."""
    repository, folder = state.repository, state.folder
    blobs = list_files(repository, state.commit, folder)
    contents = read_objects(repository, set(blobs.values()))
    files = {path.removeprefix(f"{folder}/"): contents[blob] for path, blob in blobs.items()}
    shown_as = f"{folder}/pyproject.toml"
    return build_distributions(files, state.epoch, shown_as, partial(describe_build, state))


def _write(built: tuple[Distribution, ...], folder: Path, notify: Progress) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder, wait=60, on_wait=notify, transient=True) as checkout:
        write_tree({each.name: each.content for each in built}, checkout)


def _tag(state: ReleaseState, options: ReleaseOptions) -> list[Subject]:
    repository, tag = state.repository, state.tag
    done = Subject("tag", State.DONE, f"{tag} at {state.commit[:12]}")
    if state.is_tagged_here:
        done = Subject("tag", State.UP_TO_DATE, f"{tag} is there already")
    else:
        with deferred():
            make_tag(repository, tag, state.commit, f"{state.api.name} {state.version}\n\n{state.notes}")
    if not options.push:
        return [done]
    push_tag(repository, options.remote, tag)
    return [done, Subject("push", State.DONE, f"{tag} at {options.remote}")]


def _step(state: ReleaseState) -> VersionStep:
    return VersionStep(state.previous or NO_VERSION, state.version)


def _table(state: ReleaseState, built: tuple[Distribution, ...], folder: str) -> Table:
    lines = [f"{each.sha256}  {each.name}" for each in built]
    files = [{"name": each.name, "sha256": each.sha256} for each in built]
    data = {"tag": state.tag, "commit": state.commit, "folder": folder, "files": files}
    return Table("release", "\n".join(lines), data)
