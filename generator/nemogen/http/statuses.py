"""The meaning of a status: whether to wait and try again, and the message for the user."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final

from nemogen.errors import Location, NetworkError
from nemogen.http.failures import BadToken, NotFound, RateLimited, Refused, Unprocessable, Unreachable
from nemogen.http.messages import Request, Response
from nemogen.http.urls import shown
from nemogen.redact import presentable
from nemogen.text_safety import clip, plain

_RETRIED: Final = frozenset((408, 429, 500, 502, 503, 504))
_LIMITED: Final = frozenset((403, 429))
_LONGEST_WORDS: Final = 500
_LONGEST_BODY: Final = 1 << 16
"""Of an error. What is longer is not parsed: a few megabytes of brackets would take a gigabyte."""
_MOST_TEXTS: Final = 10

_KINDS: Final[Mapping[int, type[NetworkError]]] = {
    401: BadToken,
    404: NotFound,
    409: Unprocessable,
    410: NotFound,
    422: Unprocessable,
}
_WORDS: Final = ("message", "error", "error_description", "errors")
"""Where GitHub and GitLab say what is wrong."""
_HELP: Final[Mapping[int, str]] = {
    404: "Check the address.",
    410: "Check the address.",
}


def may_pass(request: Request, response: Response) -> bool:
    """Whether another try may succeed.

    GitHub's secondary limit is a 403 that says when. What a host may have done already is not asked for again, unless
    it says that it has not.
    """
    if response.status in _LIMITED and "retry-after" in response.headers:
        return True
    return response.status in _RETRIED and request.is_repeatable


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait from Retry-After (RFC 9110, 10.2.3: seconds or a date) or GitHub's x-ratelimit-reset (epoch).

    GitLab says RateLimit-Reset, which is an epoch too. None for what is neither.
    """
    value = headers.get("retry-after", "").strip()
    if _is_number(value):
        return float(value[:12])
    if value:
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - now)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    for prefix in ("x-ratelimit", "ratelimit"):
        reset = headers.get(f"{prefix}-reset", "")
        if headers.get(f"{prefix}-remaining") == "0" and _is_number(reset):
            # By the host's own clock if the response has a Date header, since ours may be wrong.
            return max(0.0, float(reset[:12]) - _read_clock(headers, now))
    return None


def explain_status(request: Request, response: Response, now: float) -> NetworkError:
    """What to say to the user about a status that is not a success."""
    status = response.status
    wait = retry_after(response.headers, now)
    if status in _LIMITED and (status == 429 or wait is not None or _says_rate_limit(response)):
        return _make_rate_limited(request, response, wait, now)
    kind = _KINDS.get(status, Unreachable if status in _RETRIED else Refused)
    asks = f", and asks to wait until {_format_moment(now + wait)}" if wait else ""
    sent = _describe_credentials(request, response) if 400 <= status < 500 else ""
    what = f"{request.method} returned {_name_status(status)}{sent}{asks}"
    return _make_error(kind, what, request, response)


def _make_rate_limited(request: Request, response: Response, wait: float | None, now: float) -> NetworkError:
    until = f" until {_format_moment(now + wait)}" if wait else ""
    return _make_error(RateLimited, f"rate limited{until} ({_name_status(response.status)})", request, response, 429)


def _make_error(
    kind: type[NetworkError], what: str, request: Request, response: Response, status: int | None = None
) -> NetworkError:
    said = _read_words(request, response)
    status = response.status if status is None else status
    remedy = request.help.get(status) or _HELP.get(status) or "Try again later."
    return kind(f"{what}: {said}" if said else what, where=Location(shown(response.url)), remedy=remedy)


def _name_status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"


def _describe_credentials(request: Request, response: Response) -> str:
    """What said who asks, never its value."""
    if response.sent:
        return f" to a request with {' and '.join(response.sent)}"
    kept = " and ".join(each.name for each in request.credentials)
    why = f": after a redirect to another host, {kept} is not sent" if kept else ""
    return f" to a request without credentials{why}"


def _format_moment(epoch: float) -> str:
    try:
        # Rounded up to the minute, but for the seconds in which two clocks may differ.
        return datetime.fromtimestamp(-(-(epoch - 2) // 60) * 60, UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (ValueError, OverflowError, OSError):
        return "the end of time"


def _read_clock(headers: Mapping[str, str], now: float) -> float:
    try:
        return parsedate_to_datetime(headers.get("date", "")).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return now


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _says_rate_limit(response: Response) -> bool:
    is_used_up = any(response.headers.get(f"{prefix}ratelimit-remaining") == "0" for prefix in ("x-", ""))
    return is_used_up or b"rate limit" in response.content[:2000].lower()


def _read_words(request: Request, response: Response) -> str:
    """The host's own words, without what it may have read from our credentials, and without a flood."""
    if len(response.content) > _LONGEST_BODY:
        return ""
    try:
        content = json.loads(response.content)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(content, dict):
        return ""
    words = "; ".join(text for key in _WORDS for text in _collect_texts(content.get(key)) if text)
    for each in request.credentials:
        for secret in {each.value, each.value.rpartition(" ")[2]}:
            words = words.replace(secret, "***")
    return clip(plain(presentable(words.encode(errors="replace").decode())), _LONGEST_WORDS)


def _collect_texts(value: Any, depth: int = 2) -> Iterator[str]:
    """The texts of a message as GitHub and GitLab put them: a text, a list of such, an object that names a field and
    what is wrong with it, or an object with the texts of each field."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth:
        for each in value[:_MOST_TEXTS]:
            yield from _collect_texts(each, depth - 1)
    elif isinstance(value, dict) and ("message" in value or "code" in value):
        yield str(value["message"]) if isinstance(value.get("message"), str) else _join_members(value, "field", "code")
    elif isinstance(value, dict) and depth:
        for key, each in list(value.items())[:_MOST_TEXTS]:
            yield from (f"{key}: {text}" for text in _collect_texts(each, depth - 1))


def _join_members(value: Mapping[str, Any], *keys: str) -> str:
    return " ".join(text for key in keys if isinstance(text := value.get(key), str))
