"""A server on loopback that answers as GitHub's REST API does for pull requests, over a real bare repository."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from nemogen.http.client import Http
from nemogen.http.forge import Forge
from nemogen.http.forges import find_forge
from tests.publish.repositories import git

TOKEN = "ghp_thisIsASecretOfTheTests1234567890"
REPOSITORY = "octo/clients"
_TARGET = re.compile(rf"/repos/{REPOSITORY}/(pulls|issues)(?:/(\d+))?(?:/(labels|comments)(?:/(.+))?)?")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says: JSON (or raw text) with a status and headers of its own."""

    status: int
    content: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class GitHubServer:
    """Its state, for tests to look at and to change. `faults` are given, one a request, before anything else."""

    bare: Path
    url: str = ""
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    faults: list[Answer | None] = field(default_factory=list)
    page_size: int = 100
    drafts: bool = True
    former_name: str = ""

    def writes(self) -> list[str]:
        return [request for request in self.requests if not request.startswith("GET ")]

    def open_heads(self) -> list[str]:
        return [pull["head"]["ref"] for pull in self.pulls if pull["state"] == "open"]

    def add(self, head: str, *, base: str = "main", full_name: str = REPOSITORY, **fields: object) -> dict[str, Any]:
        number = len(self.pulls) + 1
        pull = {
            "number": number,
            "html_url": f"https://example.org/{REPOSITORY}/pull/{number}",
            "title": "",
            "body": None,
            "state": "open",
            "draft": False,
            "merged_at": None,
            "head": _own(head, full_name),
            "base": {"ref": base, "repo": {"id": 7, "full_name": REPOSITORY}},
            "labels": [],
            **fields,
        }
        self.pulls.append(pull)
        return pull

    def answer(self, method: str, target: str, token: str, content: Any) -> Answer:
        if self.faults and (fault := self.faults.pop(0)):
            return fault
        if token != f"Bearer {TOKEN}":
            return Answer(401, {"message": "Bad credentials"})
        parts = urlsplit(target)
        if self.former_name and parts.path.startswith(f"/repos/{self.former_name}/"):
            moved = parts.path.replace(self.former_name, REPOSITORY)
            return Answer(307, {"message": "Moved"}, {"Location": f"{self.url}{moved}?{parts.query}"})
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        found = re.fullmatch(
            rf"/repos/{REPOSITORY}/(pulls|issues)(?:/(\d+))?(?:/(labels|comments)(?:/(.+))?)?", parts.path
        )
        if not found:
            return Answer(404, {"message": "Not Found"})
        if method == "GET":
            return self._page(parts.path, query)
        if not found[2]:
            return self._create(content)
        pull = self.pulls[int(found[2]) - 1]
        return self._change(method, pull, found[3], unquote(found[4] or ""), content)

    def _page(self, path: str, query: dict[str, str]) -> Answer:
        state, base, head = query.get("state", "open"), query.get("base"), query.get("head")
        matching = [
            pull
            for pull in reversed(self.pulls)
            if state in ("all", pull["state"])
            and base in (None, pull["base"]["ref"])
            and head in (None, f"{_owner(pull)}:{pull['head']['ref']}")
        ]
        page, size = int(query.get("page", "1")), min(self.page_size, int(query.get("per_page", "30")))
        rest = matching[(page - 1) * size :]
        following = urlencode({**query, "page": page + 1})
        links = {"Link": f'<{self.url}{path}?{following}>; rel="next"'} if len(rest) > size else {}
        return Answer(200, rest[:size], links)

    def _create(self, content: dict[str, Any]) -> Answer:
        head, base = content["head"], content["base"]
        heads = git(self.bare, "for-each-ref", "--format=%(refname:short)", "refs/heads").splitlines()
        if head not in heads or base not in heads:
            return _invalid(
                {"resource": "PullRequest", "field": "head" if head not in heads else "base", "code": "invalid"}
            )
        if git(self.bare, "rev-list", "--count", f"{base}..{head}") == "0":
            return _invalid({"message": f"No commits between {base} and {head}"})
        if any(pull["state"] == "open" and pull["head"] == _own(head) for pull in self.pulls):
            return _invalid({"message": f"A pull request already exists for octo:{head}."})
        if content["draft"] and not self.drafts:
            return _invalid("Draft pull requests are not supported in this repository.")
        return Answer(201, self.add(head, base=base, **{name: content[name] for name in ("title", "body", "draft")}))

    def _change(self, method: str, pull: dict[str, Any], part: str | None, label: str, content: Any) -> Answer:
        names = [entry["name"] for entry in pull["labels"]]
        if part == "comments":
            self.comments.append((pull["number"], content["body"]))
            return Answer(201, {})
        if part == "labels" and method == "POST":
            pull["labels"] = [{"name": name} for name in dict.fromkeys([*names, *content["labels"]])]
            return Answer(200, pull["labels"])
        if part == "labels":
            if label not in names:
                return Answer(404, {"message": "Label does not exist"})
            pull["labels"] = [{"name": name} for name in names if name != label]
            return Answer(200, pull["labels"])
        pull.update(content)
        return Answer(200, pull)


def _owner(pull: dict[str, Any]) -> str:
    return str((pull["head"]["repo"] or {}).get("full_name", "")).partition("/")[0]


def _own(head: str, full_name: str = REPOSITORY) -> dict[str, Any]:
    return {"ref": head, "repo": {"id": 7 if full_name == REPOSITORY else 8, "full_name": full_name}}


def _invalid(error: object) -> Answer:
    return Answer(422, {"message": "Validation Failed", "errors": [error]})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def _serve(self) -> None:
        state: GitHubServer = self.server.state  # type: ignore[attr-defined]
        length = int(self.headers.get("Content-Length", "0"))
        content = json.loads(self.rfile.read(length)) if length else None
        state.requests.append(f"{self.command} {self.path}")
        answer = state.answer(self.command, self.path, self.headers.get("Authorization", ""), content)
        body = answer.content.encode() if isinstance(answer.content, str) else json.dumps(answer.content).encode()
        self.send_response_only(answer.status)
        for name, value in {"Date": self.date_time_string(), **answer.headers, "Content-Length": len(body)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815 - names that http.server looks for

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def connected(http: Http, url: str, repository: str = REPOSITORY) -> Forge:
    """The client of a repository on the server at `url`, found as the command finds it."""
    return find_forge(http, {"GITHUB_API_URL": url, "GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": repository}, "/local")


@contextmanager
def serving(bare: Path) -> Iterator[GitHubServer]:
    """The server, over the repository in `bare`."""
    state = GitHubServer(bare)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        server.state = state  # type: ignore[attr-defined]
        state.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()
