"""One GET over the network: bounded in time, size and hops, retried with back-off, and never a secret in an error.

This module alone uses the network, through httpx2, which is imported when the first request is made.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib import metadata
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from nemogen.errors import Location, NetworkError
from nemogen.source.bounded_read import MAX_BYTES
from nemogen.source.response_body import BrokenBody, read_body

if TYPE_CHECKING:
    import httpx2

GITHUB_API: Final = "https://api.github.com"
GITHUB_RAW: Final = "https://raw.githubusercontent.com"
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_RETRIED: Final = frozenset((408, 429, 500, 502, 503, 504))


class Unreachable(NetworkError):
    """No answer, a broken one, or a server error, after all tries."""


class Gone(NetworkError):
    """The host answered that there is nothing at this address (404, 410), or nothing that we may see."""


class RateLimited(NetworkError):
    """The host wants us to wait longer than we do."""


class Refused(NetworkError):
    """The host refuses (403 and the like), or its answer is one that we refuse: a redirect to http, too many hops."""


class BadToken(NetworkError):
    """The host refuses our token (401)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one request, times in seconds. `size` counts bytes after decompression; `total` spans all hops of one
    try and is looked at as the body comes; `longest_wait` is what a Retry-After may ask for at most."""

    size: int = MAX_BYTES
    connect: float = 10.0
    read: float = 30.0
    total: float = 120.0
    hops: int = 5
    tries: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0


@dataclass(frozen=True, slots=True)
class Hosts:
    """Where GitHub is, and the token for it. `raw` None: files come from the API's contents (GitHub Enterprise)."""

    api: str = GITHUB_API
    raw: str | None = GITHUB_RAW
    token: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Hosts:
        """From GITHUB_API_URL, NEMOGEN_RAW_URL (the host of raw files, for a mirror) and GITHUB_TOKEN."""
        api = (environment.get("GITHUB_API_URL") or GITHUB_API).rstrip("/")
        raw = environment.get("NEMOGEN_RAW_URL", "").rstrip("/") or (GITHUB_RAW if api == GITHUB_API else None)
        return cls(api, raw, environment.get("GITHUB_TOKEN", "").strip() or None)

    def token_for(self, url: str) -> str | None:
        """The token, if `url` is GitHub's API or GitHub's own host of raw files over https; else None.

        With an API elsewhere (Enterprise) the token belongs to that host, and github.com does not get it.
        """
        trusted = (GITHUB_API, GITHUB_RAW) if self.api == GITHUB_API else (self.api,)
        return self.token if any(same_origin(url, host) for host in trusted) else None


@dataclass(frozen=True, slots=True)
class Answer:
    """The end of a request: `url` is that of the last hop, header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    url: str


class Http:
    """Sends GET requests. To be used as a context manager. `sleep` and `now` (epoch seconds) stand for the clock."""

    def __init__(
        self,
        hosts: Hosts | None = None,
        limits: Limits | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.hosts = hosts or Hosts.from_environment()
        self.limits = limits or Limits()
        self._sleep, self._now = sleep, now
        self._client: httpx2.Client | None = None

    def __enter__(self) -> Http:
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer of `url`: a status of 200 to 299, or 304.

        Raises Gone for 404 and 410, RateLimited, BadToken, Refused for any other status and for a redirect to another
        scheme than https, SpecError for a body that is too large, Unreachable when all tries failed. No message holds
        a token or a query.
        """
        waits = self._waits()
        while True:
            try:
                answer = self._follow(url, headers or {})
                if not _passes(answer):
                    return _accepted(answer, self._now())
                asked = retry_after(answer.headers, self._now()) or 0.0
                failure = _too_busy(answer, asked)
            except (_Failure, BrokenBody) as error:
                asked, failure = 0.0, _unreachable(url, str(error))
            wait = next(waits, None)
            if wait is None or asked > self.limits.longest_wait:
                raise failure
            self._sleep(max(wait, asked))

    def _waits(self) -> Iterator[float]:
        """Doubled each time, and spread, so that many runners do not come back together."""
        for attempt in range(self.limits.tries - 1):
            yield self.limits.first_wait * 2**attempt * random.uniform(0.75, 1.25)

    def _follow(self, url: str, headers: Mapping[str, str]) -> Answer:
        deadline = time.monotonic() + self.limits.total
        for _ in range(self.limits.hops + 1):
            answer = self._once(url, headers, deadline)
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or target is None:
                return answer
            url = _redirected(url, target)
        raise Refused(
            f"more than {self.limits.hops} redirects", where=Location(shown(url)), remedy="Correct the address."
        )

    def _once(self, url: str, headers: Mapping[str, str], deadline: float) -> Answer:
        import httpx2

        token = self.hosts.token_for(url)
        sent = {**headers, **({"Authorization": f"Bearer {token}"} if token else {})}
        try:
            with self._opened().stream("GET", url, headers=sent) as response:
                received = {name.lower(): value for name, value in response.headers.items()}
                content = read_body(response.iter_raw(), received, self.limits.size, deadline, shown(url))
                return Answer(response.status_code, received, content, url)
        except httpx2.TimeoutException as error:
            raise _Failure(f"no answer in time ({type(error).__name__})") from error
        except httpx2.ProxyError as error:
            raise _Failure("the proxy refuses: see HTTPS_PROXY and NO_PROXY") from error
        except httpx2.InvalidURL as error:
            raise Refused("the address is no URL", where=Location(shown(url)), remedy="Correct it.") from error
        except httpx2.TransportError as error:
            raise _Failure(f"{type(error).__name__}: {error}") from error

    def _opened(self) -> httpx2.Client:
        if self._client is None:
            import httpx2

            limits = self.limits
            self._client = httpx2.Client(
                headers={"User-Agent": user_agent(), "Accept-Encoding": "gzip", "Accept": "*/*"},
                timeout=httpx2.Timeout(limits.read, connect=limits.connect),
            )
        return self._client


class _Failure(Exception):
    """One try failed in a way that another may not."""


def user_agent() -> str:
    """What we call ourselves: nemogen and its version."""
    try:
        return f"nemogen/{metadata.version('nemogen')}"
    except metadata.PackageNotFoundError:
        return "nemogen"


def shown(url: str) -> str:
    """`url` for messages: without user, password, query and fragment, any of which may be secret, and printable."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "the source"
    plain = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    return "".join(char if char.isprintable() else "?" for char in plain)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait from Retry-After (RFC 9110, 10.2.3: seconds or a date) or GitHub's x-ratelimit-reset (epoch)."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal():
        return float(value[:12])
    if value:
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - now)
        except ValueError:
            return None
    reset = headers.get("x-ratelimit-reset", "")
    if headers.get("x-ratelimit-remaining") == "0" and reset.isascii() and reset.isdecimal():
        return max(0.0, float(reset[:12]) - now)
    return None


def _passes(answer: Answer) -> bool:
    """Whether another try may succeed. GitHub's secondary limit is a 403 that says when."""
    return answer.status in _RETRIED or (answer.status == 403 and "retry-after" in answer.headers)


def _accepted(answer: Answer, now: float) -> Answer:
    status, where = answer.status, Location(shown(answer.url))
    if 200 <= status < 300 or status == 304:
        return answer
    if status in (404, 410):
        remedy = "Correct the address; for a private repository set GITHUB_TOKEN."
        raise Gone(f"nothing is there (status {status})", where=where, remedy=remedy)
    if status == 403 and (retry_after(answer.headers, now) is not None or _says_rate_limit(answer)):
        raise _too_busy(answer, retry_after(answer.headers, now) or 0.0)
    if status == 401:
        remedy = "Renew or unset GITHUB_TOKEN."
        raise BadToken("the host refuses our credentials (status 401)", where=where, remedy=remedy)
    raise Refused(f"the host answers with status {status}", where=where, remedy="Look at the address in a browser.")


def _says_rate_limit(answer: Answer) -> bool:
    return answer.headers.get("x-ratelimit-remaining") == "0" or b"rate limit" in answer.content[:2000].lower()


def _too_busy(answer: Answer, asked: float) -> NetworkError:
    where = Location(shown(answer.url))
    wait = f"; it asks to wait {asked:.0f} s" if asked else ""
    if answer.status in (403, 429):
        remedy = "Try again later; GITHUB_TOKEN raises GitHub's limit."
        return RateLimited(f"too many requests (status {answer.status}){wait}", where=where, remedy=remedy)
    return _unreachable(answer.url, f"the host answers with status {answer.status}{wait}")


def _unreachable(url: str, what: str) -> Unreachable:
    remedy = "Try again later; sync and check work from the pin with --offline."
    return Unreachable(what, where=Location(shown(url)), remedy=remedy)


def _redirected(url: str, target: str) -> str:
    """The next address. RFC 9110, 15.4: Location may be relative. Only https is followed, whatever we came from."""
    try:
        following = urljoin(url, target)
        scheme, host = urlsplit(following).scheme, urlsplit(following).hostname
    except ValueError:
        scheme, host, following = "", None, url
    if scheme != "https" or not host:
        what = f"a redirect to {shown(following) if host else 'no address'}, which is not https"
        raise Refused(what, where=Location(shown(url)), remedy="Give an address that stays on https.")
    return following


def same_origin(url: str, other: str) -> bool:
    """Whether scheme, host and port are equal; what is no URL equals nothing."""
    try:
        return _origin(url) == _origin(other)
    except ValueError:
        return False


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)
