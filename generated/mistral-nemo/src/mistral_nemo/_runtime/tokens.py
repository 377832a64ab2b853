"""Access tokens that are fetched with a client id and a secret (RFC 6749, section 4.4): one request for all who wait.

A token may be wanted by many threads, or by tasks of several event loops: the first of them fetches it, and wakes the
others. Nothing is held while a request is on its way but the note that it is; a process that is forked begins with
notes of its own, for a lock that was taken elsewhere would never be free in it.
"""

from __future__ import annotations

import contextlib
import functools
import math
import os
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import NamedTuple, TypeAlias
from urllib.parse import quote, urlencode, urljoin, urlsplit

from .error_body import NO_PROBLEM, Problem, parse_json
from .http_request import Prepared
from .json_value import JsonObject
from .secret import MaskedText, basic

Scopes: TypeAlias = tuple[str, ...]

_LONGEST_MARGIN = 60.0
_MARGIN = 0.1
"""A token is renewed when a tenth of its lifetime is left, but no sooner than a minute before it expires."""
_LONGEST_WORDS = 300
_OTHER_STYLE = ("invalid_client", "invalid_request", None)
"""Errors of an endpoint that may not take the client's id and secret in the way in which they were sent."""


class TokenResponse(NamedTuple):
    """A response of a token endpoint."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        return f"TokenResponse({self.status})"


class Token:
    """An access token; `scopes` are those that it was asked for, `stale_at` is when it is to be replaced."""

    __slots__ = ("scopes", "stale_at", "value")

    def __init__(self, value: str, scopes: Scopes, stale_at: float | None) -> None:
        self.value = MaskedText(value)
        self.scopes = scopes
        self.stale_at = stale_at

    def serves(self, scopes: Scopes) -> bool:
        """Whether a call that needs these scopes may use it now."""
        is_fresh = self.stale_at is None or time.monotonic() < self.stale_at
        return is_fresh and set(scopes) <= set(self.scopes)


class TokenRefused(Exception):
    """The response of the token endpoint contains no token. `problem` has its words."""

    def __init__(self, message: str, response: TokenResponse, problem: Problem = NO_PROBLEM) -> None:
        super().__init__(message)
        self.message = message
        self.response = response
        self.problem = problem


class TokenUnreachable(Exception):
    """The token endpoint did not answer; `cause` is what the HTTP library raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Flight:
    """A token request that is on its way. `token` and `error` are None if it was broken off."""

    __slots__ = ("_lock", "_wakers", "error", "is_over", "token")

    def __init__(self, lock: threading.Lock) -> None:
        self._lock = lock
        self._wakers: list[Callable[[], object]] = []
        self.token: Token | None = None
        self.error: Exception | None = None
        self.is_over = False

    def call_at_end(self, wake: Callable[[], object]) -> None:
        """Have a function called when it is over, in whatever thread; at once where it is."""
        with self._lock:
            if not self.is_over:
                self._wakers.append(wake)
                return
        wake()

    def land(self) -> None:
        """Wake all who wait."""
        for wake in self._wakers:
            # An event loop may be closed meanwhile: nobody waits in it.
            with contextlib.suppress(RuntimeError):
                wake()


class _Desk:
    """The flights of one process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.flights: dict[Scopes, Flight] = {}


class Tokens:
    """The tokens of one credential."""

    def __init__(self) -> None:
        self._held: tuple[Token, ...] = ()
        self._desks: dict[int, _Desk] = {}
        self.sends_secret_in_body = False
        """What the endpoint has turned out to take, which it is asked in first the next time."""

    def __repr__(self) -> str:
        return f"Tokens({len(self._held)} held)"

    def find(self, scopes: Scopes, refused: Token | None) -> Token | None:
        """A token that serves, other than the one that the API has refused."""
        return next((token for token in self._held if token is not refused and token.serves(scopes)), None)

    def join(self, scopes: Scopes, refused: Token | None) -> tuple[Token | None, Flight | None, bool]:
        """A token, or the request that brings one; True if the caller has to send it, and then to call `end`."""
        desk = self._desk()
        with desk.lock:
            token = self.find(scopes, refused)
            if token is not None:
                return token, None, False
            flight = desk.flights.get(scopes)
            if flight is not None:
                return None, flight, False
            desk.flights[scopes] = flight = Flight(desk.lock)
            return None, flight, True

    def end(self, scopes: Scopes, flight: Flight, token: Token | None, error: Exception | None) -> None:
        """Say how a request ended: with a token, with an error for all, or broken off."""
        desk = self._desk()
        with desk.lock:
            if token is not None:
                others = (each for each in self._held if not set(each.scopes) <= set(scopes))
                self._held = (token, *others)
            flight.token, flight.error, flight.is_over = token, error, True
            if desk.flights.get(scopes) is flight:
                del desk.flights[scopes]
        flight.land()

    def _desk(self) -> _Desk:
        # `setdefault` is one step, so no lock guards it.
        return self._desks.setdefault(os.getpid(), _Desk())

    def exchange(
        self, url: str, identity: Sequence[str], scopes: Scopes, agent: str
    ) -> Generator[Prepared, TokenResponse, Token]:
        """The requests for a token, each to be sent; `send()` takes its response. Returns the token.

        An endpoint may take id and secret in a header, as it must, or in the body alone (RFC 6749, section 2.3.1): of
        the two the other is tried where the first is refused. Raises TokenRefused.
        """
        styles = (True, False) if self.sends_secret_in_body else (False, True)
        for at, in_body in enumerate(styles):
            response = yield _request(url, identity, scopes, agent, in_body)
            document = parse_json(response.body)
            found: JsonObject = document if isinstance(document, dict) else {}
            if 200 <= response.status < 300 and "error" not in found:
                self.sends_secret_in_body = in_body
                return _read(url, response, found, scopes)
            may_differ = response.status in (400, 401) and found.get("error") in _OTHER_STYLE
            if at or not may_differ:
                raise _refusal(url, response, found)
        raise AssertionError("one of two responses is the last")


def _request(url: str, identity: Sequence[str], scopes: Scopes, agent: str, in_body: bool) -> Prepared:
    client_id, secret = identity
    fields = {"grant_type": "client_credentials"}
    if scopes:
        fields["scope"] = " ".join(scopes)
    headers = {
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "user-agent": agent,
        "content-type": "application/x-www-form-urlencoded",
    }
    if in_body:
        fields |= {"client_id": client_id, "client_secret": secret}
    else:
        # Both are encoded before they are put together (RFC 6749, section 2.3.1 and appendix B).
        headers["authorization"] = MaskedText(f"Basic {basic(quote(client_id, safe=''), quote(secret, safe=''))}")
    return Prepared(method="POST", url=url, headers=headers, content=urlencode(fields).encode())


def _read(url: str, response: TokenResponse, found: JsonObject, scopes: Scopes) -> Token:
    """The token of a successful response (RFC 6749, section 5.1)."""
    value, kind = found.get("access_token"), found.get("token_type") or "Bearer"
    if not isinstance(value, str) or not value or not value.isascii() or not value.isprintable() or " " in value:
        raise TokenRefused(f"the response of the token endpoint {_shown(url)} contains no access token", response)
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise TokenRefused(f"the token endpoint {_shown(url)} gave a token that is not a bearer token", response)
    lifetime = _seconds(found.get("expires_in"))
    if lifetime is None:
        return Token(value, scopes, None)
    margin = min(_LONGEST_MARGIN, lifetime * _MARGIN)
    return Token(value, scopes, time.monotonic() + lifetime - margin)


def _seconds(value: object) -> float | None:
    """Seconds until a token expires; None if nothing sensible is said."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _refusal(url: str, response: TokenResponse, found: JsonObject) -> TokenRefused:
    """The words of an error (RFC 6749, section 5.2)."""
    code, words = found.get("error"), found.get("error_description")
    texts = [text[:_LONGEST_WORDS] for text in (code, words) if isinstance(text, str) and text]
    if not texts and 300 <= response.status < 400:
        texts = ["it redirects elsewhere, where a secret is not sent"]
    said = ": ".join(texts) or f"status {response.status}"
    problem = Problem(message=texts[-1] if texts else None, code=code if isinstance(code, str) else None)
    return TokenRefused(f"the token endpoint {_shown(url)} refused the client: {said}", response, problem)


def _shown(url: str) -> str:
    return url.partition("?")[0]


def endpoint(token_url: str, own_base: str, base_url: str) -> str:
    """Where tokens are fetched for a client of the API at `base_url`, which the document has at `own_base`.

    That is the document's URL. Where the API is elsewhere, so is an endpoint of the same origin; and where the API is
    on this machine, a stand-in for it is, which plays the endpoint too: an id and a secret do not leave the machine.
    """
    absolute = urljoin(f"{base_url}/", token_url)
    if not urlsplit(token_url).scheme or origin_of(own_base) == origin_of(base_url):
        return absolute
    is_moved = origin_of(absolute) == origin_of(own_base)
    is_stand_in = _is_local(base_url) and not _is_local(absolute)
    if not (is_moved or is_stand_in):
        return absolute
    parts = urlsplit(absolute)
    return f"{origin_of(base_url)}{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"


@functools.lru_cache(maxsize=256)
def origin_of(url: str) -> str:
    """Scheme, host and port of a URL, in one form."""
    parts = urlsplit(url)
    port = {"http": ":80", "https": ":443"}.get(parts.scheme, "")
    netloc = parts.netloc.rpartition("@")[2].lower()
    return f"{parts.scheme.lower()}://{netloc.removesuffix(port) if port else netloc}"


def _is_local(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")
