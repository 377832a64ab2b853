"""A server that behaves like GitHub's REST API, as far as it is about commits, trees and contents."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from tests.servers.loopback import Loopback, Reply, Request
from tests.servers.repository import Commit, Repository, blob

Route = tuple[str, str, Callable[["GitHubApi", Repository, re.Match[str], Request], Reply]]
"""Method, pattern of the path after /repos/owner/name, and what answers."""

RATE_LIMITED = Reply(
    403,
    b'{"message": "API rate limit exceeded for 203.0.113.7."}',
    {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "4102444800"},
)
"""The primary limit: used up until 2100."""


class GitHubApi(Loopback):
    """Serves its repositories. `token` is the one that it knows: any other is refused, a private repository hides
    from whoever has none. `routes` come before its own: add to them what a test needs (pulls, labels). `most` is how
    many entries a tree may have before it is cut."""

    def __init__(self, *repositories: Repository, token: str | None = None, tls: bool = False) -> None:
        super().__init__(self._answer, tls=tls)
        self.repositories = {repository.name: repository for repository in repositories}
        self.token = token
        self.routes: list[Route] = []
        self.most = 100_000

    def _answer(self, request: Request) -> Reply:
        authorization = request.headers.get("authorization")
        if authorization is not None and authorization != f"Bearer {self.token}":
            return message(401, "Bad credentials")
        found = re.fullmatch(r"/repos/([^/]+/[^/]+)(/.*)?", request.path)
        repository = self.repositories.get(found.group(1)) if found else None
        if found is None or repository is None or (repository.private and authorization is None):
            return message(404, "Not Found")
        for method, pattern, route in (*self.routes, *_ROUTES):
            match = re.fullmatch(pattern, found.group(2) or "")
            if match and method == request.method:
                return route(self, repository, match, request)
        return message(404, "Not Found")


def reply(value: Any, status: int = 200, headers: Mapping[str, str] = MappingProxyType({})) -> Reply:
    """A JSON reply."""
    body = json.dumps(value).encode()
    return Reply(status, body, {"Content-Type": "application/json; charset=utf-8", **headers})


def message(status: int, text: str) -> Reply:
    """An error as GitHub words it."""
    return reply({"message": text, "documentation_url": "https://docs.github.com/rest", "status": str(status)}, status)


def page_of(api: GitHubApi, rows: list[Any], request: Request) -> Reply:
    """One page of `rows`, with the Link header that leads to the next."""
    size, page = int(request.query.get("per_page", 30)), int(request.query.get("page", 1))
    last = max(1, -(-len(rows) // size))
    headers = {}
    if page < last:
        query = "&".join(f"{name}={value}" for name, value in request.query.items() if name != "page")
        base = f"{api.url}{request.path}?{query}&page="
        headers["Link"] = f'<{base}{page + 1}>; rel="next", <{base}{last}>; rel="last"'
    return reply(rows[(page - 1) * size : page * size], headers=headers)


def _commits(api: GitHubApi, repository: Repository, _: re.Match[str], request: Request) -> Reply:
    if not repository.branches:
        return message(409, "Git Repository is empty.")
    log = repository.log(request.query.get("sha", "main"))
    if not log:
        return message(404, "Not Found")
    path = request.query.get("path")
    touching = [commit for commit in log if path is None or _touches(commit, path)]
    return page_of(api, [_commit_row(commit) for commit in touching], request)


def _commit(_: GitHubApi, repository: Repository, match: re.Match[str], request: Request) -> Reply:
    commit = repository.find(match.group(1))
    if commit is None:
        return message(422, f"No commit found for SHA: {match.group(1)}")
    if request.headers.get("accept") == "application/vnd.github.sha":
        return Reply(200, commit.sha.encode(), {"Content-Type": "application/vnd.github.sha"})
    return reply({**_commit_row(commit), "files": _changed_files(commit)})


def _tree(api: GitHubApi, repository: Repository, match: re.Match[str], _: Request) -> Reply:
    commit = repository.find(match.group(1))
    if commit is None:
        return message(404, "Not Found")
    rows = [
        {"path": path, "mode": "100644", "type": "blob", "sha": blob(content), "size": len(content)}
        for path, content in sorted(commit.files.items())
    ]
    folders = sorted({path.rpartition("/")[0] for path in commit.files} - {""})
    trees = [{"path": path, "mode": "040000", "type": "tree", "sha": blob(path.encode())} for path in folders]
    cut = (trees + rows)[: api.most]
    return reply({"sha": commit.sha, "tree": cut, "truncated": len(cut) < len(trees + rows)})


def _contents(_: GitHubApi, repository: Repository, match: re.Match[str], request: Request) -> Reply:
    commit = repository.find(request.query.get("ref", "main"))
    content = commit.files.get(match.group(1)) if commit else None
    if content is None:
        return message(404, "Not Found")
    etag = f'"{blob(content)}"'
    if request.headers.get("if-none-match") == etag:
        return Reply(304, b"", {"ETag": etag})
    return Reply(200, content, {"ETag": etag, "Content-Type": "application/vnd.github.raw+json"})


def _touches(commit: Commit, path: str) -> bool:
    return commit.files.get(path) != (commit.parent.files.get(path) if commit.parent else None)


def _commit_row(commit: Commit) -> dict[str, Any]:
    who = {"name": "Somebody", "email": "somebody@example.com", "date": commit.date}
    return {
        "sha": commit.sha,
        "commit": {"author": who, "committer": who, "message": f"{commit.message}\n\nMore of it."},
        "parents": [{"sha": commit.parent.sha}] if commit.parent else [],
    }


def _changed_files(commit: Commit) -> list[dict[str, Any]]:
    """Changes against the parent; equal content that left one path and came to another is a rename, as in git."""
    before = commit.parent.files if commit.parent else {}
    removed = {path for path in before if path not in commit.files}
    rows: list[dict[str, Any]] = []
    for path, content in commit.files.items():
        if path in before:
            rows += [{"filename": path, "status": "modified"}] if before[path] != content else []
            continue
        former = next((old for old in sorted(removed) if before[old] == content), None)
        if former is None:
            rows.append({"filename": path, "status": "added"})
        else:
            removed.remove(former)
            rows.append({"filename": path, "status": "renamed", "previous_filename": former})
    return rows + [{"filename": path, "status": "removed"} for path in sorted(removed)]


_ROUTES: list[Route] = [
    ("GET", r"/commits", _commits),
    ("GET", r"/commits/(.+)", _commit),
    ("GET", r"/git/trees/(.+)", _tree),
    ("GET", r"/contents/(.+)", _contents),
]
