"""Where old revisions of a document are read: GitHub's API, a clone, or the project's own repository."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

from nemogen.commands.api import Api
from nemogen.config import CommandSource, FileSource, GitHubSource, Source, UrlSource, address_of
from nemogen.errors import ConfigError, GitError, Location, NetworkError, SpecError
from nemogen.http.client import Http
from nemogen.http.failures import BadToken, NotFound, RateLimited, Unreachable
from nemogen.http.github import GitHub, pages_url, read_hosts
from nemogen.http.github_files import Revision, file_request, read_revision, revisions
from nemogen.http.limits import Limits
from nemogen.light_dataclasses import dataclass
from nemogen.publish.git import Repository
from nemogen.publish.git import Revision as Commit
from nemogen.source.other_files import ReadFile, bundle_text, send_for
from nemogen.source.path_beside import path_beside


@dataclass(frozen=True, slots=True)
class Stored:
    """One revision and how to read it. `read` gives None where that commit removed the file.

    `date` is UTC, None where the host named none. `read` raises NetworkError or GitError.
    """

    commit: str
    date: datetime.datetime | None
    path: str
    read: Callable[[], bytes | None]


@dataclass(frozen=True, slots=True)
class Archive:
    """All revisions of one document, oldest first. `source` says where they are read, `incomplete` why there may be
    more; `commit_url` and a commit make the address of its page, where there is one."""

    source: str
    stored: tuple[Stored, ...]
    commit_url: str | None = None
    incomplete: str = ""


@contextmanager
def archive_of(api: Api, clone: Path | None) -> Iterator[Archive]:
    """The revisions of the document of `api`, from `clone` where one is given; they can be read inside the block.

    Without a clone: from GitHub where the source is there, else from the project's own repository, which holds a file
    of the project, and the pin of what came from a URL. Raises ConfigError, GitError or NetworkError.
    """
    source = api.settings.source
    if clone is not None:
        yield _in_clone(clone, source)
    elif isinstance(source, GitHubSource):
        # A long history takes long: each request has its bound, all of them together have none.
        with Http(Limits(session=None)) as http:
            yield _on_github(GitHub.of(http, read_hosts(os.environ)), source)
    else:
        path = source.path if isinstance(source, FileSource) and not source.is_outside else api.pin_file
        stored, incomplete = _committed(Repository.find(api.project.root), path, "HEAD")
        yield Archive(f"{path} in the project's own repository", stored, None, incomplete)


def _on_github(github: GitHub, source: GitHubSource) -> Archive:
    """What was listed before the host stopped responding counts; where nothing was, that is the error."""
    found: list[Revision] = []
    incomplete = ""
    try:
        found.extend(revisions(github, source))
    except NetworkError as error:
        if not found:
            raise
        incomplete = error.problems[0].what
    if not found:
        remedy = f"Correct branch or path of the source in api.toml: branch {source.branch} has no commit of it."
        raise NotFound("GitHub knows no revision of this file", where=Location(source.path), remedy=remedy)
    reader = _Reader(github, source)
    stored = tuple(
        Stored(each.commit, _utc(each.date), each.path, partial(reader.read, each)) for each in reversed(found)
    )
    return Archive(f"{source.path} in {_shown(source)}", stored, _commit_url(source), incomplete)


class _Reader:
    """Reads revisions from a host, and stops sending requests to one that no longer responds."""

    def __init__(self, github: GitHub, source: GitHubSource) -> None:
        self._github = github
        self._source = source
        self._silent: NetworkError | None = None

    def read(self, revision: Revision) -> bytes | None:
        if self._silent is not None:
            raise self._silent
        try:
            content = read_revision(self._github, self._source, revision)
            return _whole(content, revision.path, partial(self._read_beside, revision))
        except NotFound:
            return None
        except (BadToken, RateLimited, Unreachable) as error:
            self._silent = error
            raise

    def _read_beside(self, revision: Revision, name: str) -> tuple[str, bytes]:
        path = path_beside(revision.path, name)
        github = self._github
        return send_for(github.api.http, file_request(github, self._source.repository, revision.commit, path))


def _whole(content: bytes, file: str, read_file: ReadFile) -> bytes:
    """A revision with the other files that it refers to; as it is where one of them is missing, which the reader of
    the revision reports."""
    try:
        found = bundle_text(content, file, read_file)
    except SpecError:
        return content
    return content if found is None else found.text()


def _in_clone(clone: Path, source: Source) -> Archive:
    if isinstance(source, UrlSource | CommandSource):
        remedy = "Omit --clone: the history of the pinned spec is shown then."
        raise ConfigError("the source is not a path in a clone", where=Location(address_of(source)), remedy=remedy)
    repository = _clone(clone)
    ref = _newest_ref(repository, source.branch) if isinstance(source, GitHubSource) else "HEAD"
    stored, incomplete = _committed(repository, source.path, ref)
    where = f"{_shown(source)} (a clone, at {ref})" if isinstance(source, GitHubSource) else f"a clone, at {ref}"
    return Archive(f"{source.path} in {where}", stored, _commit_url(source), incomplete)


def _clone(clone: Path) -> Repository:
    if not clone.is_dir():
        raise ConfigError("no such folder", where=Location(str(clone)), remedy="Correct --clone.")
    try:
        return Repository.find_clone(clone)
    except GitError as error:
        remedy = "Give the folder of a clone: with a work tree, bare, or a mirror."
        raise GitError(error.problems[0].what, where=Location(str(clone)), remedy=remedy) from None


def _newest_ref(repository: Repository, branch: str) -> str:
    """The branch as it was fetched last, as it is here, or what is checked out."""
    for ref in (f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"):
        if not repository.git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").status:
            return ref.removeprefix("refs/remotes/").removeprefix("refs/heads/")
    return "HEAD"


def _committed(repository: Repository, path: str, ref: str) -> tuple[tuple[Stored, ...], str]:
    """The revisions of `path`, oldest first, and why there may be more."""
    found = reversed(tuple(_followed(repository, path, ref)))
    stored = tuple(
        Stored(each.commit, _utc(each.date), each.path, partial(_read_blob, repository, each)) for each in found
    )
    if not stored:
        remedy = "Correct the path of the source in api.toml, or fetch the branch that has it."
        raise GitError(f"no commit of {ref} has this file", where=Location(path), remedy=remedy)
    return stored, "the clone is shallow: git fetch --unshallow brings the rest" if repository.is_shallow() else ""


def _followed(repository: Repository, path: str | None, ref: str) -> Iterator[Commit]:
    """Newest first. git follows a file that changed little as it moved; http/github_files.py follows any."""
    seen: set[str] = set()
    while path is not None and path not in seen:
        oldest = None
        for oldest in repository.history(path, ref):
            seen.add(oldest.path)
            yield oldest
        if oldest is None:
            return
        path, ref = _namesake(repository, oldest), f"{oldest.commit}^"


def _namesake(repository: Repository, oldest: Commit) -> str | None:
    """The only file of the same name that went with the commit that brought this one."""
    names = ("--no-commit-id", "--name-only", "--diff-filter=D", "--no-renames", "--relative", "-r", "-z")
    outcome = repository.git("diff-tree", *names, f"{oldest.commit}^", oldest.commit)
    name = PurePosixPath(oldest.path).name
    removed = [path for path in outcome.text.split("\0") if PurePosixPath(path).name == name]
    return removed[0] if len(removed) == 1 and not outcome.status else None


def _read_blob(repository: Repository, revision: Commit) -> bytes | None:
    if revision.blob is None:
        return None
    return _whole(repository.read_blob(revision.blob), revision.path, partial(_read_beside, repository, revision))


def _read_beside(repository: Repository, revision: Commit, name: str) -> tuple[str, bytes]:
    path = path_beside(revision.path, name)
    try:
        return path, repository.show(revision.commit, path)
    except GitError as error:
        raise SpecError(error.problems[0].what, where=Location(path), remedy=error.problems[0].remedy) from error


def _shown(source: GitHubSource) -> str:
    return f"{source.repository}, branch {source.branch}"


def _commit_url(source: Source) -> str | None:
    """What the hash of a commit is put behind for its page; None where no page is known."""
    if not isinstance(source, GitHubSource):
        return None
    pages = pages_url(os.environ)
    return f"{pages}/{source.repository}/commit/" if pages else None


def _utc(text: str) -> datetime.datetime | None:
    """An ISO 8601 time in UTC; None for what is none, and for one without its zone."""
    try:
        found = datetime.datetime.fromisoformat(text)
        return found.astimezone(datetime.UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None
