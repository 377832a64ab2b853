"""Merge requests on GitLab (docs.gitlab.com/api/merge_requests, version 4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import quote

from pydantic import Field, TypeAdapter

from nemogen.errors import CouldNot, Location
from nemogen.http.api import Api, Number, Row, Rows, read_base_url
from nemogen.http.client import Http
from nemogen.http.forge import Pull, RemoteAddress
from nemogen.http.messages import NO_RESPONSE, make_credential
from nemogen.http.urls import host_of
from nemogen.light_dataclasses import dataclass
from nemogen.redact import presentable

SETTING: Final = "GITLAB_API_URL"
_OF_CI: Final = "CI_API_V4_URL"
"""The variable that GitLab sets in its CI jobs."""
_PUBLIC: Final = "gitlab.com"
_NAME: Final = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)+", re.ASCII)
_DRAFT: Final = "Draft: "
_DRAFTS: Final = re.compile(r"^(?:\s*(?:draft:|\[draft\]|\(draft\)))+\s*", re.IGNORECASE)
_QUICK_ACTION: Final = re.compile(r"^([^\S\n]*)/(?=\w)", re.MULTILINE)
"""A line that GitLab would carry out (/merge, /approve), in a text that holds the words of others."""
_PAGES: Final = 50
_HELP: Final = {
    NO_RESPONSE: "Check the network and its proxy settings, then run the command again.",
    401: "Set GITLAB_TOKEN to a valid access token that has not expired; a job's own CI_JOB_TOKEN is not enough.",
    403: "Give the access token the scope `api` and the role Developer in this project.",
    404: "Check the remote's URL or CI_PROJECT_PATH, and what the token may do.",
    409: "Correct what it says, then run the command again.",
    422: "Correct what it says, then run the command again.",
    429: "Run the command again then.",
}


class _MergeRequest(Row):
    """See "Retrieve a merge request" in GitLab's reference."""

    iid: Number
    web_url: str
    title: str
    description: str | None
    state: Literal["opened", "closed", "locked", "merged"]
    draft: bool = False
    source_branch: str
    target_branch: str
    source_project_id: int | None
    target_project_id: int
    labels: Rows[str] = Field(default_factory=list)

    def as_pull(self) -> Pull:
        return Pull(
            number=self.iid,
            url=self.web_url,
            title=_DRAFTS.sub("", self.title) if self.draft else self.title,
            body=self.description or "",
            # Locked is what is being merged just now.
            state="open" if self.state in ("opened", "locked") else "closed",
            draft=self.draft,
            merged=self.state == "merged",
            head=self.source_branch,
            base=self.target_branch,
            foreign=self.source_project_id != self.target_project_id,
            labels=frozenset(self.labels),
        )


_ONE: Final = TypeAdapter(_MergeRequest)
_MANY: Final = TypeAdapter[list[_MergeRequest]](Rows[_MergeRequest])


def is_home(environ: Mapping[str, str], host: str) -> bool:
    """Whether a host is gitlab.com, or the one whose API the environment names."""
    return bool(host) and host in (_PUBLIC, host_of(environ.get(SETTING, "")), host_of(environ.get(_OF_CI, "")))


def is_named(environ: Mapping[str, str]) -> bool:
    """Whether the environment says where GitLab's API is."""
    return bool(environ.get(SETTING) or environ.get(_OF_CI))


def connect(http: Http, environ: Mapping[str, str], address: RemoteAddress | None, remote: str) -> GitLabMergeRequests:
    """The project of a remote, or the one that CI_PROJECT_PATH names.

    The API is that of GITLAB_API_URL or CI_API_V4_URL, else gitlab.com's. Raises CouldNot: no token, an API that is not
    https, no name of a project.
    """
    variable = SETTING if environ.get(SETTING) else _OF_CI
    api = read_base_url(environ, variable) or f"https://{_PUBLIC}/api/v4"
    project = environ.get("CI_PROJECT_PATH") or (address.path if address else "")
    if not _NAME.fullmatch(project):
        raise CouldNot(
            "the remote's URL does not say which GitLab project it is",
            where=Location(presentable(remote)),
            remedy="Set CI_PROJECT_PATH to group/project.",
        )
    token = environ.get("GITLAB_TOKEN", "").strip()
    if not token:
        raise CouldNot(
            "there is no token for GitLab's API",
            where=Location("GITLAB_TOKEN"),
            remedy="Set GITLAB_TOKEN to an access token with the scope `api` and the role Developer in this project.",
        )
    secret = make_credential(api, "PRIVATE-TOKEN", token, "GITLAB_TOKEN")
    return GitLabMergeRequests(Api(http, api, "GitLab's API", variable, {}, (secret,), _HELP), project)


@dataclass(frozen=True, slots=True)
class GitLabMergeRequests:
    """The merge requests of one project (`group/project`): see Forge."""

    api: Api
    project: str

    @property
    def noun(self) -> str:
        return "merge request"

    @property
    def longest_title(self) -> int:
        return 255 - len(_DRAFT)

    def mention(self, number: int) -> str:
        return f"!{number}"

    def pulls_of(self, branch: str) -> tuple[Pull, ...]:
        found = self._list({"state": "all", "source_branch": branch, "per_page": 100})
        return tuple(pull for pull in found if pull.head == branch)

    def open_pulls(self, prefix: str, base: str) -> tuple[Pull, ...]:
        found = self._list({"state": "opened", "target_branch": base, "per_page": 100})
        return tuple(pull for pull in found if pull.head.startswith(prefix) and pull.base == base)

    def create(self, *, head: str, base: str, title: str, body: str, draft: bool) -> Pull:
        content = {
            "source_branch": head,
            "target_branch": base,
            "title": f"{_DRAFT}{title}" if draft else title,
            "description": _escape_quick_actions(body),
            "remove_source_branch": True,
        }
        return self.api.change(_ONE, "POST", self._path(), content).as_pull()

    def update(self, pull: Pull, *, title: str | None = None, body: str | None = None) -> None:
        if title is not None:
            self._put(pull, {"title": f"{_DRAFT}{title}" if pull.draft else title})
        if body is not None:
            self._put(pull, {"description": _escape_quick_actions(body)})

    def close(self, pull: Pull, body: str) -> None:
        self._put(pull, {"state_event": "close", "description": _escape_quick_actions(body)})

    def label(self, pull: Pull, add: frozenset[str], remove: frozenset[str]) -> None:
        self._put(pull, {"add_labels": ",".join(sorted(add)), "remove_labels": ",".join(sorted(remove))})

    def comment(self, pull: Pull, text: str) -> None:
        self.api.send(
            "POST", f"{self.api.base}{self._path(f'/{pull.number}/notes')}", {"body": _escape_quick_actions(text)}
        )

    def _put(self, pull: Pull, content: Mapping[str, str]) -> None:
        self.api.change(_ONE, "PUT", self._path(f"/{pull.number}"), content)

    def _list(self, query: Mapping[str, str | int]) -> list[Pull]:
        rows = self.api.pages(_MANY, self._path(), _PAGES, query)
        return [pull for row in rows if not (pull := row.as_pull()).foreign]

    def _path(self, rest: str = "") -> str:
        return f"/projects/{quote(self.project, safe='')}/merge_requests{rest}"


def _escape_quick_actions(text: str) -> str:
    return _QUICK_ACTION.sub(r"\1\\/", text)
