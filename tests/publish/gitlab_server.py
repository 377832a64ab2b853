"""A server on loopback that answers as GitLab's API does for merge requests, over a real bare repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from tests.publish.repositories import git
from tests.servers.loopback import Loopback, Reply, Request

TOKEN = "glpat-thisIsASecretOfTheTests"
PROJECT = "group/sub/clients"
_OWN, _FORK = 7, 8


class GitLabServer(Loopback):
    """Its state, for tests to look at and to change. `faults` are given, one a request, before anything else."""

    def __init__(self, bare: Path) -> None:
        super().__init__(self._answer)
        self.bare = bare
        self.merge_requests: list[dict[str, Any]] = []
        self.notes: list[tuple[int, str]] = []
        self.faults: list[Reply | None] = []
        self.page_size = 100

    @property
    def environment(self) -> dict[str, str]:
        """What a job of GitLab is told, and the token."""
        return {"CI_API_V4_URL": f"{self.url}/api/v4", "CI_PROJECT_PATH": PROJECT, "GITLAB_TOKEN": TOKEN}

    def open_heads(self) -> list[str]:
        return [each["source_branch"] for each in self.merge_requests if each["state"] == "opened"]

    def writes(self) -> list[str]:
        return [request.method for request in self.requests if request.method != "GET"]

    def add(self, head: str, *, base: str = "main", fork: bool = False, **fields: Any) -> dict[str, Any]:
        number = len(self.merge_requests) + 1
        made = {
            "iid": number,
            "id": 1000 + number,
            "project_id": _OWN,
            "web_url": f"https://example.org/{PROJECT}/-/merge_requests/{number}",
            "title": "",
            "description": None,
            "state": "opened",
            "merged_at": None,
            "source_branch": head,
            "target_branch": base,
            "source_project_id": _FORK if fork else _OWN,
            "target_project_id": _OWN,
            "labels": [],
            **fields,
        }
        made["draft"] = made["title"].startswith("Draft: ")
        self.merge_requests.append(made)
        return made

    def _answer(self, request: Request) -> Reply:
        if self.faults and (fault := self.faults.pop(0)):
            return fault
        if request.headers.get("private-token") != TOKEN:
            return _reply({"message": "401 Unauthorized"}, 401)
        path, _, rest = request.target.partition("?")[0].partition("/merge_requests")
        if path != f"/api/v4/projects/{quote(PROJECT, safe='')}":
            return _reply({"message": "404 Project Not Found"}, 404)
        content = json.loads(request.body) if request.body else {}
        if request.method == "GET":
            return self._page(request)
        if not rest:
            return self._create(content)
        number, _, part = rest.strip("/").partition("/")
        if part == "notes":
            self.notes.append((int(number), content["body"]))
            return _reply({"id": 1}, 201)
        return self._change(self.merge_requests[int(number) - 1], content)

    def _page(self, request: Request) -> Reply:
        state, head, base = (request.query.get(key) for key in ("state", "source_branch", "target_branch"))
        found = [
            each
            for each in reversed(self.merge_requests)
            if state in ("all", each["state"])
            and head in (None, each["source_branch"])
            and base in (None, each["target_branch"])
        ]
        page, size = int(request.query.get("page", "1")), min(self.page_size, int(request.query.get("per_page", "20")))
        rest = found[(page - 1) * size :]
        following = f"{self.url}{request.target.partition('?')[0]}?{urlencode({**request.query, 'page': page + 1})}"
        return _reply(rest[:size], 200, {"Link": f'<{following}>; rel="next"'} if len(rest) > size else {})

    def _create(self, content: dict[str, Any]) -> Reply:
        head, base = content["source_branch"], content["target_branch"]
        heads = git(self.bare, "for-each-ref", "--format=%(refname:short)", "refs/heads").splitlines()
        if head not in heads or base not in heads:
            return _reply({"message": {"base": ["Source or target branch does not exist"]}}, 400)
        own = [each for each in self.merge_requests if each["source_project_id"] == _OWN]
        taken = [each for each in own if each["state"] == "opened" and each["source_branch"] == head]
        if taken:
            words = f"Another open merge request already exists for this source branch: !{taken[0]['iid']}"
            return _reply({"message": [words]}, 409)
        texts = {name: content[name] for name in ("title", "description")}
        return _reply(self.add(head, base=base, **texts), 201)

    def _change(self, made: dict[str, Any], content: dict[str, Any]) -> Reply:
        made |= {name: content[name] for name in ("title", "description") if name in content}
        made["draft"] = made["title"].startswith("Draft: ")
        if content.get("state_event") == "close":
            made["state"] = "closed"
        add, remove = (set(filter(None, content.get(key, "").split(","))) for key in ("add_labels", "remove_labels"))
        made["labels"] = sorted({*made["labels"], *add} - remove)
        return _reply(made)


def _reply(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})})


@contextmanager
def serving(bare: Path) -> Iterator[GitLabServer]:
    """The server, over the repository in `bare`."""
    with GitLabServer(bare) as server:
        yield server
