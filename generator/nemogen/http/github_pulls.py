"""Pull requests on GitHub (docs.github.com/rest/pulls, version 2022-11-28)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from pydantic import Field, TypeAdapter

from nemogen.errors import CouldNot, Location
from nemogen.http.api import Api, Number, Row, Rows, read_base_url
from nemogen.http.client import Http
from nemogen.http.forge import Pull, RemoteAddress
from nemogen.http.github import GITHUB_API, HEADERS, SETTING
from nemogen.http.messages import NO_RESPONSE, make_credential
from nemogen.http.urls import host_of
from nemogen.light_dataclasses import dataclass
from nemogen.redact import presentable

_NAME: Final = re.compile(r"\w[\w.-]*/(?!\.{1,2}$)[\w.-]+", re.ASCII)
_PAGES: Final = 50
_HELP: Final = {
    NO_RESPONSE: "Check the network and its proxy settings, then run the command again.",
    401: "Set GITHUB_TOKEN to a valid token that has not expired.",
    403: "Let the token write pull requests and contents (`permissions` in a workflow; Settings, Actions, General for"
    " all).",
    404: "Check the remote's URL or GITHUB_REPOSITORY, and what the token may do.",
    422: "Correct what it says, then run the command again.",
    429: "Run the command again then.",
}


class _Repository(Row):
    id: int


class _Branch(Row):
    ref: str
    repo: _Repository | None


class _Label(Row):
    name: str


class _Pull(Row):
    """See "Get a pull request" in GitHub's reference; lists omit `merged` and have `merged_at`. The repository
    of the head is null if a fork was deleted."""

    number: Number
    html_url: str
    title: str
    body: str | None
    state: str
    draft: bool = False
    merged_at: str | None = None
    head: _Branch
    base: _Branch
    labels: Rows[_Label] = Field(default_factory=list)

    def as_pull(self) -> Pull:
        own = self.base.repo is not None and self.head.repo is not None and self.head.repo.id == self.base.repo.id
        return Pull(
            number=self.number,
            url=self.html_url,
            title=self.title,
            body=self.body or "",
            state=self.state,
            draft=self.draft,
            merged=self.merged_at is not None,
            head=self.head.ref,
            base=self.base.ref,
            foreign=not own,
            labels=frozenset(label.name for label in self.labels),
        )


_PULL: Final = TypeAdapter(_Pull)
_PULLS: Final = TypeAdapter[list[_Pull]](Rows[_Pull])


def is_home(environ: Mapping[str, str], host: str) -> bool:
    """Whether a host is GitHub's own, or the one whose API the environment names."""
    return host == "github.com" or host.endswith(".ghe.com") or bool(host and host == host_of(environ.get(SETTING, "")))


def is_named(environ: Mapping[str, str]) -> bool:
    """Whether the environment says where GitHub's API is."""
    return bool(environ.get(SETTING))


def connect(http: Http, environ: Mapping[str, str], address: RemoteAddress | None, remote: str) -> GitHubPulls:
    """The repository of a remote, or the one that GITHUB_REPOSITORY names.

    GITHUB_API_URL names an Enterprise server's API; without it the token goes to github.com and its ghe.com tenants
    only. Raises CouldNot: no token, an API that is not https, no name of a repository.
    """
    api = read_base_url(environ, SETTING) or _public_api(address.host if address else "")
    repository = environ.get("GITHUB_REPOSITORY") or (address.path if address else "")
    if not _NAME.fullmatch(repository):
        raise CouldNot(
            "the remote's URL does not say which GitHub repository it is",
            where=Location(presentable(remote)),
            remedy="Set GITHUB_REPOSITORY to owner/name.",
        )
    variable = "GITHUB_TOKEN" if environ.get("GITHUB_TOKEN", "").strip() else "GH_TOKEN"
    token = environ.get(variable, "").strip()
    if not token:
        raise CouldNot(
            "there is no token for GitHub's API",
            where=Location("GITHUB_TOKEN"),
            remedy="Set GITHUB_TOKEN to one that may write pull requests and contents of this repository.",
        )
    secret = make_credential(api, "Authorization", f"Bearer {token}", variable)
    return GitHubPulls(Api(http, api, "GitHub's API", SETTING, HEADERS, (secret,), _HELP), repository)


def _public_api(host: str) -> str:
    return f"https://api.{host}" if host.endswith(".ghe.com") else GITHUB_API


@dataclass(frozen=True, slots=True)
class GitHubPulls:
    """The pull requests of one repository (`owner/name`): see Forge."""

    api: Api
    repository: str

    @property
    def noun(self) -> str:
        return "pull request"

    @property
    def longest_title(self) -> int:
        return 250

    def mention(self, number: int) -> str:
        return f"#{number}"

    def pulls_of(self, branch: str) -> tuple[Pull, ...]:
        owner = self.repository.partition("/")[0]
        found = self._pulls({"state": "all", "head": f"{owner}:{branch}", "per_page": 100})
        # A server that does not know the branch ignores the filter.
        return tuple(pull for pull in found if pull.head == branch)

    def open_pulls(self, prefix: str, base: str) -> tuple[Pull, ...]:
        found = self._pulls({"state": "open", "base": base, "per_page": 100})
        return tuple(pull for pull in found if pull.head.startswith(prefix))

    def create(self, *, head: str, base: str, title: str, body: str, draft: bool) -> Pull:
        content = {"head": head, "base": base, "title": title, "body": body, "draft": draft}
        return self.api.change(_PULL, "POST", self._path("pulls"), content).as_pull()

    def update(self, pull: Pull, *, title: str | None = None, body: str | None = None) -> None:
        texts = {name: text for name, text in (("title", title), ("body", body)) if text is not None}
        self.api.change(_PULL, "PATCH", self._path(f"pulls/{pull.number}"), texts)

    def close(self, pull: Pull, body: str) -> None:
        self.api.change(_PULL, "PATCH", self._path(f"pulls/{pull.number}"), {"state": "closed", "body": body})

    def label(self, pull: Pull, add: frozenset[str], remove: frozenset[str]) -> None:
        url = f"{self.api.base}{self._path(f'issues/{pull.number}/labels')}"
        if add:
            self.api.send("POST", url, {"labels": sorted(add)})
        for label in sorted(remove):
            self.api.send("DELETE", f"{url}/{quote(label, safe='')}", fine=frozenset({404}))

    def comment(self, pull: Pull, text: str) -> None:
        self.api.send("POST", f"{self.api.base}{self._path(f'issues/{pull.number}/comments')}", {"body": text})

    def _pulls(self, query: Mapping[str, str | int]) -> list[Pull]:
        rows = self.api.pages(_PULLS, self._path("pulls"), _PAGES, query)
        return [pull for row in rows if not (pull := row.as_pull()).foreign]

    def _path(self, rest: str) -> str:
        return f"/repos/{self.repository}/{rest}"
