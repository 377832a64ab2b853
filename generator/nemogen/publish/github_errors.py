"""What GitHub's answers mean: whether to wait and try again, and what to tell the user."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any

import httpx2

from nemogen.errors import Location, NetworkError
from nemogen.publish.redact import presentable

_LONGEST_WAIT = 60


class Unprocessable(NetworkError):
    """GitHub understood the request and will not do it (422)."""


def pause(response: httpx2.Response, attempt: int, *, repeatable: bool) -> float | None:
    """Seconds until the request is worth another try; None where it is not, or that is too long."""
    if response.status_code >= 500:
        return float(attempt) if repeatable else None
    asked = response.headers.get("retry-after", "")
    if response.status_code in (403, 429) and asked.isdigit() and int(asked) <= _LONGEST_WAIT:
        return float(asked)
    return None


def error(response: httpx2.Response) -> NetworkError:
    """What to tell the user about a status above 399."""
    status, said = response.status_code, _said(response)
    where = Location(presentable(f"{response.request.method} {response.url.copy_with(query=None)}"))
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
        "Let it write pull requests and contents (`permissions` in a workflow; Settings, Actions, General for all).",
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
        str(one.get("message") or f"{one.get('field')} {one.get('code')}") if isinstance(one, dict) else str(one)
        for one in (errors if isinstance(errors, list) else [])
    ]
    return presentable("; ".join([str(content.get("message", "")), *details]))


def parsed(response: httpx2.Response) -> Any:
    """The JSON of an answer. Raises NetworkError."""
    try:
        return response.json()
    except ValueError as failure:
        raise strange(response) from failure


def strange(response: httpx2.Response) -> NetworkError:
    """The error for an answer that GitHub would not give."""
    return NetworkError(
        "the answer is none that GitHub's API gives",
        where=Location(presentable(str(response.url.copy_with(query=None)))),
        remedy="Look at GITHUB_API_URL and at proxies in between.",
    )
