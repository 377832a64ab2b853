"""The key: checked once, sent with each request, shown nowhere."""

from __future__ import annotations

import base64
import os
import re
from urllib.parse import quote

from .errors import ConfigurationError
from .settings import Auth

MASK = "***"
SECRET_HEADERS = frozenset(
    {
        "authorization",
        "proxy-authorization",
        "cookie",
        "set-cookie",
        "api-key",
        "x-api-key",
        "x-api-token",
        "x-auth-token",
        "x-access-token",
        "x-amz-security-token",
        "x-csrf-token",
        "x-goog-api-key",
    }
)
"""Lower-case names of headers whose values no log and no error shows."""


_SHORTEST_SEARCHED = 8
"""A shorter key is a part of too many words to be masked wherever it occurs."""


class MaskedText(str):
    """A text that shows itself as ***: what a debugger or a traceback with local variables prints."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{MASK}'"


def masked(text: str | None) -> str | None:
    """The same text, to rebind the name of an argument to: a traceback shows what the names of its frames stand for."""
    return None if text is None else MaskedText(text)


class Secret:
    """A key and the way it travels."""

    __slots__ = ("_auth", "_forms", "_value")

    def __init__(self, auth: Auth, value: str | None) -> None:
        self._auth = auth
        self._value = None if value is None else MaskedText(value)
        is_long = value is not None and len(value) >= _SHORTEST_SEARCHED
        forms = (value, quote(value, safe=""), base64.b64encode(value.encode()).decode()) if value and is_long else ()
        self._forms = tuple(MaskedText(form) for form in forms)

    def __repr__(self) -> str:
        return f"Secret({MASK})" if self._value else "Secret(none)"

    @property
    def headers(self) -> dict[str, str]:
        """The headers that carry the key; empty where no header does."""
        if self._value is None:
            return {}
        match self._auth.scheme:
            case "bearer":
                return {"authorization": MaskedText(f"Bearer {self._value}")}
            case "basic":
                return {"authorization": MaskedText(f"Basic {base64.b64encode(self._value.encode()).decode()}")}
            case "header":
                return {self._auth.name.lower(): MaskedText(self._auth.prefix + self._value)}
            case _:
                return {}

    @property
    def query(self) -> dict[str, str]:
        """The query parameters that carry the key; empty where none does."""
        if self._value is None or self._auth.scheme != "query":
            return {}
        return {self._auth.name: MaskedText(self._auth.prefix + self._value)}

    @property
    def header_name(self) -> str | None:
        """Lower-case name of the header that carries the key."""
        return next(iter(self.headers), None)

    def redact_url(self, url: str) -> str:
        """The URL with the key masked, where it is a query parameter of it, however short it is."""
        if self._auth.scheme == "query":
            name = quote(self._auth.name)
            url = re.sub(rf"(?<=[?&]){re.escape(name)}=[^&#]*", f"{name}={MASK}", url)
        return self.redact(url)

    def redact(self, text: str) -> str:
        """The text with the key masked, should it hold it, as it is or as it stands in a URL or in Basic."""
        for form in self._forms:
            text = text.replace(form, MASK)
        return text


def read_secret(auth: Auth, given: str | None) -> Secret:
    """The key that was given, or else the one of the environment.

    Raises:
        ConfigurationError: there is none, or it cannot stand in a header. The message does not hold it.
    """
    if auth.scheme == "none":
        return Secret(auth, None)
    value, origin = given, "api_key"
    if value is None and auth.env:
        value, origin = masked(os.environ.get(auth.env)), f"the environment variable {auth.env}"
    if not value:
        hint = f", or set the environment variable {auth.env}" if auth.env else ""
        raise ConfigurationError(f"no key: pass api_key{hint}")
    fault = _fault(value, auth)
    if fault:
        raise ConfigurationError(f"the key from {origin} {fault}")
    return Secret(auth, value)


def _fault(value: str, auth: Auth) -> str | None:
    if value != value.strip():
        return "begins or ends with white space or a newline: strip it"
    if not value.isascii():
        return "holds characters outside ASCII: was it copied with quotation marks or dashes?"
    if not value.isprintable():
        return "holds a newline or another control character"
    if auth.scheme == "basic" and ":" not in value:
        return "must have the form user:password"
    if auth.scheme == "bearer" and " " in value:
        return 'holds a space: pass it without "Bearer"'
    return None
