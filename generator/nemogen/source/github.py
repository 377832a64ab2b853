"""GitHub's REST API (version 2022-11-28): newest commit of a file, its history, and where it moved to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, urlencode

from nemogen.config import GitHubSource
from nemogen.document import Json
from nemogen.errors import Location
from nemogen.source.http import Answer, Http, Unreachable, same_origin, shown

_HEADERS: Final = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
_RAW: Final = {"Accept": "application/vnd.github.raw+json", "X-GitHub-Api-Version": "2022-11-28"}
_NEXT: Final = re.compile(r'<([^<>]+)>\s*;[^,]*\brel="?next"?')
_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_PAGE: Final = 100
_MAX_PAGES: Final = 100


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
    """All files of a commit; `complete` is False where GitHub cut the list."""

    entries: tuple[Entry, ...]
    complete: bool


def file_request(http: Http, repository: str, ref: str, path: str) -> tuple[str, dict[str, str]]:
    """Address and headers that give the bytes of a file at a commit or branch: the raw host, or the API's contents."""
    if http.hosts.raw is not None:
        return f"{http.hosts.raw}/{repository}/{quote(ref)}/{quote(path)}", {}
    query = urlencode({"ref": ref})
    return f"{http.hosts.api}/repos/{repository}/contents/{quote(path)}?{query}", dict(_RAW)


def newest_commit(http: Http, source: GitHubSource) -> str | None:
    """The last commit on the branch that touched the file, None if the file never was there.

    Not the branch's head: that moves with every push to the repository, and the lock with it. The file has the same
    bytes at both. Raises what Http.get raises.
    """
    url = _commits_url(http, source.repository, source.path, source.branch, 1)
    commits = _list(_json(http, url), url)
    return _commit(commits[0], url) if commits else None


def revisions(http: Http, source: GitHubSource) -> Iterator[Revision]:
    """Each commit that touched the file, newest first, followed through renames (one request more for each path).

    A commit may have removed the file: reading it there raises Gone. Raises what Http.get raises.
    """
    path: str | None = source.path
    ref = source.branch
    seen: set[str] = set()
    while path is not None and path not in seen:
        seen.add(path)
        oldest = None
        for oldest in _revisions_at(http, source.repository, path, ref):
            yield oldest
        if oldest is None:
            return
        path, ref = _before(http, source.repository, oldest)


def read_revision(http: Http, source: GitHubSource, revision: Revision) -> bytes:
    """The bytes of the file at `revision`. Raises Gone where that commit removed it, and what Http.get raises."""
    url, headers = file_request(http, source.repository, revision.commit, revision.path)
    return http.get(url, headers).content


def tree(http: Http, source: GitHubSource) -> Tree:
    """All files at the head of the branch. Raises what Http.get raises."""
    url = f"{http.hosts.api}/repos/{source.repository}/git/trees/{quote(source.branch, safe='')}?recursive=1"
    answer = _json(http, url)
    if not isinstance(answer, dict):
        raise _odd(url)
    rows = [row for row in _list(answer.get("tree"), url) if isinstance(row, dict) and row.get("type") == "blob"]
    entries = tuple(Entry(str(row.get("path")), str(row.get("sha")), _size(row.get("size"))) for row in rows)
    return Tree(entries, answer.get("truncated") is False)


def _revisions_at(http: Http, repository: str, path: str, ref: str) -> Iterator[Revision]:
    url: str | None = _commits_url(http, repository, path, ref, _PAGE)
    for _ in range(_MAX_PAGES):
        if url is None:
            return
        answer = http.get(url, _HEADERS)
        for row in _list(_parsed(answer), url):
            yield _revision(row, path, url)
        url = _next_page(http, answer)


def _before(http: Http, repository: str, oldest: Revision) -> tuple[str | None, str]:
    """The path that the file had before the commit that brought it, and that commit's parent."""
    url = f"{http.hosts.api}/repos/{repository}/commits/{oldest.commit}"
    commit = _json(http, url)
    parents = commit.get("parents") if isinstance(commit, dict) else None
    if not isinstance(parents, list) or not parents:
        return None, ""
    files = [row for row in _list(commit.get("files", []), url) if isinstance(row, dict)]
    return _former_path(files, oldest.path), _commit(parents[0], url)


def _former_path(files: list[dict[str, Json]], path: str) -> str | None:
    for row in files:
        if row.get("filename") == path and row.get("status") == "renamed":
            return str(row.get("previous_filename"))
    name = PurePosixPath(path).name
    removed = [str(row.get("filename")) for row in files if row.get("status") == "removed"]
    namesakes = [former for former in removed if PurePosixPath(former).name == name]
    return namesakes[0] if len(namesakes) == 1 else None


def _commits_url(http: Http, repository: str, path: str, ref: str, count: int) -> str:
    query = urlencode({"path": path, "sha": ref, "per_page": count})
    return f"{http.hosts.api}/repos/{repository}/commits?{query}"


def _next_page(http: Http, answer: Answer) -> str | None:
    """RFC 8288's next link, if it stays with the API: the token goes with it."""
    found = _NEXT.search(answer.headers.get("link", ""))
    return found.group(1) if found and same_origin(found.group(1), http.hosts.api) else None


def _revision(row: Json, path: str, url: str) -> Revision:
    commit = row.get("commit") if isinstance(row, dict) else None
    if not isinstance(commit, dict):
        raise _odd(url)
    committer = commit.get("committer")
    date = committer.get("date") if isinstance(committer, dict) else None
    title = (str(commit.get("message") or "").splitlines() or [""])[0]
    return Revision(_commit(row, url), path, str(date or ""), title)


def _commit(row: Json, url: str) -> str:
    sha = row.get("sha") if isinstance(row, dict) else None
    if not isinstance(sha, str) or not _COMMIT.fullmatch(sha):
        raise _odd(url)
    return sha


def _json(http: Http, url: str) -> Json:
    return _parsed(http.get(url, _HEADERS))


def _parsed(answer: Answer) -> Json:
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError):
        raise _odd(answer.url) from None


def _list(value: Json, url: str) -> list[Json]:
    if not isinstance(value, list):
        raise _odd(url)
    return value


def _size(value: Json) -> int:
    return value if isinstance(value, int) else 0


def _odd(url: str) -> Unreachable:
    remedy = "See GITHUB_API_URL: is this GitHub's API?"
    return Unreachable("the answer is not what GitHub's API gives", where=Location(shown(url)), remedy=remedy)
