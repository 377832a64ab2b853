"""GitHub's REST API, as far as pull requests need it (docs.github.com/rest, version 2022-11-28)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx2

from generator.errors import NetworkError, Place
from generator.publish.forge import Forge
from generator.publish.words import presentable

_HEADERS = {
    "Accept": "application/vnd.github+json",
    "X-GitHub-Api-Version": "2022-11-28",
    "User-Agent": "nemogen",
}
_LONGEST_WAIT = 60.0
_TRIES = 3
_PAGES = 50
_REDIRECTS = 3


class Unprocessable(NetworkError):
    """GitHub understood the request and will not do it (422)."""


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request as GitHub tells it. `head_repository` is `owner/name`, empty where the fork is gone."""

    number: int
    url: str
    title: str
    body: str
    state: str
    draft: bool
    merged: bool
    head: str
    head_repository: str
    base: str
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
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()

    def pulls_of(self, branch: str) -> tuple[Pull, ...]:
        """All pull requests, open or not, from this branch of the repository itself; newest first."""
        query = {"state": "all", "head": f"{self.forge.owner}:{branch}", "per_page": "100"}
        found = map(_pull, self._pages(self._path("pulls"), query))
        # A server that does not know the branch ignores the filter.
        return tuple(pull for pull in found if pull.head == branch and self._is_own(pull))

    def open_pulls(self, prefix: str, base: str) -> tuple[Pull, ...]:
        """The open pull requests into `base` from branches of the repository itself that begin with `prefix`."""
        found = map(_pull, self._pages(self._path("pulls"), {"state": "open", "base": base, "per_page": "100"}))
        return tuple(pull for pull in found if pull.head.startswith(prefix) and self._is_own(pull))

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

    def _is_own(self, pull: Pull) -> bool:
        return pull.head_repository.lower() == self.forge.repository.lower()

    def _path(self, rest: str) -> str:
        return f"/repos/{self.forge.repository}/{rest}"

    def _json(self, method: str, path: str, content: Mapping[str, object]) -> Any:
        return _parsed(self._send(method, f"{self.forge.api}{path}", content=content))

    def _pages(self, path: str, query: Mapping[str, str]) -> Iterator[Any]:
        url = str(httpx2.URL(f"{self.forge.api}{path}", params=query))
        for _ in range(_PAGES):
            response = self._send("GET", url)
            page = _parsed(response)
            if not isinstance(page, list):
                raise _strange(response)
            yield from page
            url = response.links.get("next", {}).get("url", "")
            if not url:
                return
        what = f"there are more than {_PAGES} pages of pull requests to look through"
        raise NetworkError(what, where=Place(presentable(path)), remedy="Close those that are done.")

    def _send(
        self, method: str, url: str, content: Mapping[str, object] | None = None, fine: tuple[int, ...] = ()
    ) -> httpx2.Response:
        """The answer, after the waits that GitHub asks for if they are short. A status above 399 that is not in `fine`
        raises.
        """
        for attempt in range(1, _TRIES + 1):
            response = self._follow(method, url, content)
            pause = _pause(response, attempt, repeatable=method != "POST")
            if attempt == _TRIES or pause is None:
                break
            self.sleep(pause)
        if response.status_code >= 400 and response.status_code not in fine:
            raise _error(response)
        return response

    def _follow(self, method: str, url: str, content: Mapping[str, object] | None) -> httpx2.Response:
        """Redirects (a repository that was renamed) keep method and content, and never leave the API's host."""
        for _ in range(_REDIRECTS + 1):
            if _origin(url) != _origin(self.forge.api):
                raise NetworkError(
                    "GitHub's API points to another host, which the token is not sent to",
                    where=Place(presentable(url)),
                    remedy="Look at GITHUB_API_URL.",
                )
            try:
                response = self.client.request(method, url, json=content)
            except httpx2.RequestError as error:
                raise NetworkError(
                    f"GitHub's API cannot be reached: {presentable(str(error))}",
                    where=Place(self.forge.api),
                    remedy="Look at the network and its proxy settings, then run the command again.",
                ) from error
            if response.status_code not in (301, 302, 307, 308):
                return response
            url = str(response.url.join(response.headers.get("location", "")))
        raise NetworkError(
            "GitHub's API redirects in a circle", where=Place(presentable(url)), remedy="Try again later."
        )


def _origin(url: str) -> tuple[str, str, int | None]:
    parsed = httpx2.URL(url)
    return parsed.scheme, parsed.host, parsed.port


def _pause(response: httpx2.Response, attempt: int, *, repeatable: bool) -> float | None:
    """Seconds until the request is worth another try; None where it is not, or that is too long."""
    if response.status_code >= 500:
        return float(attempt) if repeatable else None
    asked = response.headers.get("retry-after", "")
    if response.status_code in (403, 429) and asked.isdigit() and int(asked) <= _LONGEST_WAIT:
        return float(asked)
    return None


def _error(response: httpx2.Response) -> NetworkError:
    status, said = response.status_code, _said(response)
    where = Place(presentable(f"{response.request.method} {response.url.copy_with(query=None)}"))
    if status == 422:
        return Unprocessable(f"GitHub refuses: {said}", where=where, remedy="Mend what it says, then run again.")
    if status in (403, 429) and _is_limited(response):
        return NetworkError(f"GitHub's rate limit is used up{_until(response)}", where=where, remedy="Try again then.")
    what, remedy = _MEANINGS.get(status, (f"GitHub's API answers {status}", "Try again later."))
    return NetworkError(f"{what}: {said}" if said else what, where=where, remedy=remedy)


_MEANINGS = {
    401: ("GitHub does not accept the token", "Set GITHUB_TOKEN to a valid one that has not expired."),
    403: (
        "the token may not do this",
        "Give it write access to pull requests and contents; in a workflow by `permissions`, and let Actions create "
        "pull requests (Settings, Actions, General).",
    ),
    404: (
        "GitHub knows no such repository, or the token may not see it",
        "Look at the remote's URL or GITHUB_REPOSITORY, and at what the token may do.",
    ),
}


def _is_limited(response: httpx2.Response) -> bool:
    headers = response.headers
    return response.status_code == 429 or "retry-after" in headers or headers.get("x-ratelimit-remaining") == "0"


def _until(response: httpx2.Response) -> str:
    """By GitHub's own clock, since ours may be wrong."""
    seconds = response.headers.get("retry-after", "")
    reset, date = response.headers.get("x-ratelimit-reset", ""), response.headers.get("date", "")
    if not seconds.isdigit() and reset.isdigit() and date:
        try:
            seconds = str(max(0, int(reset) - int(parsedate_to_datetime(date).timestamp())))
        except ValueError:
            return ""
    return f" for another {seconds} seconds" if seconds.isdigit() else ""


def _said(response: httpx2.Response) -> str:
    """GitHub's own words: `message`, and of each of `errors` the message or the field and code."""
    try:
        content = response.json()
    except ValueError:
        return ""
    if not isinstance(content, dict):
        return ""
    errors = content.get("errors")
    details = [
        str(error.get("message") or f"{error.get('field')} {error.get('code')}")
        if isinstance(error, dict)
        else str(error)
        for error in (errors if isinstance(errors, list) else [])
    ]
    return presentable("; ".join([str(content.get("message", "")), *details]))


def _parsed(response: httpx2.Response) -> Any:
    try:
        return response.json()
    except ValueError as error:
        raise _strange(response) from error


def _strange(response: httpx2.Response) -> NetworkError:
    return NetworkError(
        "the answer is none that GitHub's API gives",
        where=Place(presentable(str(response.url.copy_with(query=None)))),
        remedy="Look at GITHUB_API_URL and at proxies in between.",
    )


def _pull(content: Any) -> Pull:
    """See "Get a pull request" in GitHub's reference; lists leave `merged` out and tell `merged_at`."""
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
            head_repository=str((content["head"]["repo"] or {}).get("full_name", "")),
            base=str(content["base"]["ref"]),
            labels=frozenset(str(label["name"]) for label in content["labels"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NetworkError(
            "the answer is no pull request as GitHub's API tells one",
            where=Place("pulls"),
            remedy="Look at GITHUB_API_URL and at proxies in between.",
        ) from error
