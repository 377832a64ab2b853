"""Files on GitHub: the newest commit of a file, its history, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final, Protocol
from urllib.parse import quote, urlencode

from pydantic import Field, TypeAdapter

from nemogen.http.api import GitHash, GitPath, Query, Row, Rows
from nemogen.http.github import HELP, GitHub
from nemogen.http.messages import Request
from nemogen.light_dataclasses import dataclass

_RAW: Final = {"Accept": "application/vnd.github.raw+json", "X-GitHub-Api-Version": "2022-11-28"}
_PAGE: Final = 100
_MAX_PAGES: Final = 100


class FileOnBranch(Protocol):
    """A file on a branch of a repository (`owner/name`); `path` is relative to its root, with /."""

    @property
    def repository(self) -> str: ...
    @property
    def branch(self) -> str: ...
    @property
    def path(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that touched a file. `path` is the file's path at that commit, `date` ISO 8601 as GitHub gives it,
    `title` the first line of the message (untrusted text)."""

    commit: str
    path: str
    date: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a tree: `blob` is git's hash of its content, `size` in bytes."""

    path: str
    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class Tree:
    """All files of a commit; `complete` is False if GitHub truncated the list."""

    entries: tuple[Entry, ...]
    complete: bool


class _Person(Row):
    date: str | None = None


class _Message(Row):
    message: str = ""
    committer: _Person | None = None


class _Commit(Row):
    sha: GitHash
    commit: _Message


class _Parent(Row):
    sha: GitHash


class _Changed(Row):
    filename: GitPath
    status: str
    previous_filename: GitPath | None = None


class _CommitWithFiles(Row):
    parents: Rows[_Parent] = Field(default_factory=list)
    files: Rows[_Changed] = Field(default_factory=list)


class _Entry(Row):
    path: GitPath
    type: str
    sha: GitHash
    size: int = Field(0, ge=0)


class _Tree(Row):
    tree: Rows[_Entry]
    truncated: bool


_COMMITS: Final = TypeAdapter[list[_Commit]](Rows[_Commit])
_COMMIT_WITH_FILES: Final = TypeAdapter(_CommitWithFiles)
_TREE: Final = TypeAdapter(_Tree)


def file_request(github: GitHub, repository: str, ref: str, path: str) -> Request:
    """What gives the bytes of a file at a commit or branch: the raw host, or the API's contents."""
    hosts = github.hosts
    if hosts.raw is not None:
        url, headers = f"{hosts.raw}/{repository}/{quote(ref)}/{quote(path)}", {}
    else:
        url = f"{hosts.api}/repos/{repository}/contents/{quote(path)}?{urlencode({'ref': ref})}"
        headers = dict(_RAW)
    return Request(url, headers=headers, credentials=hosts.credentials, help=HELP, host="GitHub")


def newest_commit(github: GitHub, file: FileOnBranch) -> str | None:
    """The last commit on the branch that touched the file, None if the file never was there; its head for the path "".

    Not the branch's head: that moves with every push to the repository, and the lock with it. The file has the same
    bytes at both. Raises what Api.get raises.
    """
    path = f"/repos/{file.repository}/commits"
    only: Query = {"path": file.path} if file.path else {}
    commits = github.api.get(_COMMITS, path, {**only, "sha": file.branch, "per_page": 1})
    return commits[0].sha if commits else None


def revisions(github: GitHub, file: FileOnBranch) -> Iterator[Revision]:
    """Each commit that touched the file, newest first, followed through renames (one request more for each path).

    A commit may have removed the file: reading it there raises NotFound. Raises what Api.get raises.
    """
    path: str | None = file.path
    ref = file.branch
    seen: set[str] = set()
    while path is not None and path not in seen:
        seen.add(path)
        oldest = None
        for oldest in _revisions_at(github, file.repository, path, ref):
            yield oldest
        if oldest is None:
            return
        path, ref = _before(github, file.repository, oldest)


def read_revision(github: GitHub, file: FileOnBranch, revision: Revision) -> bytes:
    """The bytes of the file at `revision`. Raises NotFound where that commit removed it, and what Http.send raises."""
    return github.api.http.send(file_request(github, file.repository, revision.commit, revision.path)).content


def tree(github: GitHub, file: FileOnBranch) -> Tree:
    """All files at the head of the branch. Raises what Api.get raises."""
    path = f"/repos/{file.repository}/git/trees/{quote(file.branch, safe='')}"
    found = github.api.get(_TREE, path, {"recursive": 1})
    entries = tuple(Entry(row.path, row.sha, row.size) for row in found.tree if row.type == "blob")
    return Tree(entries, not found.truncated)


def _revisions_at(github: GitHub, repository: str, path: str, ref: str) -> Iterator[Revision]:
    query: Query = {"path": path, "sha": ref, "per_page": _PAGE}
    for row in github.api.pages(_COMMITS, f"/repos/{repository}/commits", _MAX_PAGES, query):
        committer = row.commit.committer
        title = (row.commit.message.splitlines() or [""])[0]
        yield Revision(row.sha, path, (committer and committer.date) or "", title)


def _before(github: GitHub, repository: str, oldest: Revision) -> tuple[str | None, str]:
    """The path that the file had before the commit that brought it, and that commit's parent."""
    commit = github.api.get(_COMMIT_WITH_FILES, f"/repos/{repository}/commits/{oldest.commit}")
    if not commit.parents:
        return None, ""
    return _former_path(commit.files, oldest.path), commit.parents[0].sha


def _former_path(files: Sequence[_Changed], path: str) -> str | None:
    for row in files:
        if row.filename == path and row.status == "renamed":
            return row.previous_filename
    name = PurePosixPath(path).name
    removed = [row.filename for row in files if row.status == "removed"]
    namesakes = [former for former in removed if PurePosixPath(former).name == name]
    return namesakes[0] if len(namesakes) == 1 else None
