"""GitHub's REST API, as far as pull requests need it (docs.github.com/rest, version 2022-11-28)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx2

from nemogen.errors import Location, NetworkError
from nemogen.publish.github_errors import error, parsed, pause, strange
from nemogen.publish.redact import presentable
from nemogen.publish.remote import Forge

_HEADERS = {
    "Accept": "application/vnd.github+json",
    "X-GitHub-Api-Version": "2022-11-28",
    "User-Agent": "nemogen",
}
_TRIES = 3
_PAGES = 50
_REDIRECTS = 3


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request as GitHub tells it; `foreign` where its branch is in another repository than its base."""

    number: int
    url: str
    title: str
    body: str
    state: str
    draft: bool
    merged: bool
    head: str
    base: str
    foreign: bool
    labels: frozenset[str]


@dataclass(slots=True)
class GitHub:
    """A connection to the API of one repository; use it in a `with`. Every method raises NetworkError."""

    forge: Forge
    sleep: Callable[[float], None] = time.sleep
    client: httpx2.Client = field(init=False, repr=False)

    def __post_init__(self) -> None:
        headers = {**_HEADERS, "Authorization": f"Bearer {self.forge.token}"}
        self.client = httpx2.Client(headers=headers, timeout=30.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    def pulls_of(self, branch: str) -> tuple[Pull, ...]:
        """All pull requests, open or not, from this branch of the repository itself; newest first."""
        query = {"state": "all", "head": f"{self.forge.owner}:{branch}", "per_page": "100"}
        found = map(_pull, self._pages(self._path("pulls"), query))
        # A server that does not know the branch ignores the filter.
        return tuple(pull for pull in found if pull.head == branch and not pull.foreign)

    def open_pulls(self, prefix: str, base: str) -> tuple[Pull, ...]:
        """The open pull requests into `base` from branches of the repository itself that begin with `prefix`."""
        found = map(_pull, self._pages(self._path("pulls"), {"state": "open", "base": base, "per_page": "100"}))
        return tuple(pull for pull in found if pull.head.startswith(prefix) and not pull.foreign)

    def create(self, *, head: str, base: str, title: str, body: str, draft: bool) -> Pull:
        """Open a pull request. Raises Unprocessable where GitHub has one for this branch, or takes no drafts."""
        content = {"head": head, "base": base, "title": title, "body": body, "draft": draft}
        return _pull(self._json("POST", self._path("pulls"), content))

    def update(self, number: int, **fields: str) -> Pull:
        """Change `title`, `body` or `state` ("open", "closed")."""
        return _pull(self._json("PATCH", self._path(f"pulls/{number}"), fields))

    def add_labels(self, number: int, labels: frozenset[str]) -> None:
        """Add labels; those that the repository does not have yet are made by GitHub."""
        self._json("POST", self._path(f"issues/{number}/labels"), {"labels": sorted(labels)})

    def remove_label(self, number: int, label: str) -> None:
        """Take a label away; it is no error if it is gone."""
        path = self._path(f"issues/{number}/labels/{quote(label, safe='')}")
        self._send("DELETE", f"{self.forge.api}{path}", fine=(404,))

    def comment(self, number: int, text: str) -> None:
        """Write a comment."""
        self._json("POST", self._path(f"issues/{number}/comments"), {"body": text})

    def _path(self, rest: str) -> str:
        return f"/repos/{self.forge.repository}/{rest}"

    def _json(self, method: str, path: str, content: Mapping[str, object]) -> Any:
        return parsed(self._send(method, f"{self.forge.api}{path}", content=content))

    def _pages(self, path: str, query: Mapping[str, str]) -> Iterator[Any]:
        url = str(httpx2.URL(f"{self.forge.api}{path}", params=query))
        for _ in range(_PAGES):
            response = self._send("GET", url)
            page = parsed(response)
            if not isinstance(page, list):
                raise strange(response)
            yield from page
            url = response.links.get("next", {}).get("url", "")
            if not url:
                return
        what = f"there are more than {_PAGES} pages of pull requests to look through"
        raise NetworkError(what, where=Location(presentable(path)), remedy="Close those that are done.")

    def _send(
        self, method: str, url: str, content: Mapping[str, object] | None = None, fine: tuple[int, ...] = ()
    ) -> httpx2.Response:
        """The answer, after the waits that GitHub asks for if they are short. A status above 399 that is not in `fine`
        raises.
        """
        for attempt in range(1, _TRIES + 1):
            response = self._follow(method, url, content)
            wait = pause(response, attempt, repeatable=method != "POST")
            if attempt == _TRIES or wait is None:
                break
            self.sleep(wait)
        if response.status_code >= 400 and response.status_code not in fine:
            raise error(response)
        return response

    def _follow(self, method: str, url: str, content: Mapping[str, object] | None) -> httpx2.Response:
        """Redirects (a repository that was renamed) keep method and content, and never leave the API's host."""
        for _ in range(_REDIRECTS + 1):
            if _origin(url) != _origin(self.forge.api):
                raise NetworkError(
                    "GitHub's API points to another host, which the token is not sent to",
                    where=Location(presentable(url)),
                    remedy="Look at GITHUB_API_URL.",
                )
            try:
                response = self.client.request(method, url, json=content)
            except httpx2.RequestError as failure:
                raise NetworkError(
                    f"GitHub's API cannot be reached: {presentable(str(failure))}",
                    where=Location(self.forge.api),
                    remedy="Look at the network and its proxy settings, then run the command again.",
                ) from failure
            if response.status_code not in (301, 302, 307, 308):
                return response
            url = str(response.url.join(response.headers.get("location", "")))
        raise NetworkError(
            "GitHub's API redirects in a circle", where=Location(presentable(url)), remedy="Try again later."
        )


def _origin(url: str) -> tuple[str, str, int | None]:
    parsed = httpx2.URL(url)
    return parsed.scheme, parsed.host, parsed.port


def _pull(content: Any) -> Pull:
    """See "Get a pull request" in GitHub's reference; lists leave `merged` out and tell `merged_at`. The repository of
    the head is null where a fork is gone.
    """
    try:
        return Pull(
            number=int(content["number"]),
            url=str(content["html_url"]),
            title=str(content["title"]),
            body=str(content["body"] or ""),
            state=str(content["state"]),
            draft=bool(content.get("draft")),
            merged=bool(content.get("merged_at")),
            head=str(content["head"]["ref"]),
            base=str(content["base"]["ref"]),
            foreign=(content["head"]["repo"] or {}).get("id") != content["base"]["repo"]["id"],
            labels=frozenset(str(label["name"]) for label in content["labels"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as failure:
        raise NetworkError(
            "the answer is no pull request as GitHub's API tells one",
            where=Location("pulls"),
            remedy="Look at GITHUB_API_URL and at proxies in between.",
        ) from failure
