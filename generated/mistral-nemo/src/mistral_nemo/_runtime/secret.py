"""Keys and passwords that are never printed."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from typing import TypeAlias, TypeVar, cast
from urllib.parse import quote

Key: TypeAlias = str | Callable[[], str]
"""A key, or a function that gives it: it is called for each request."""
AsyncKey: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""The same for the asynchronous client, where the function may be a coroutine function."""

KeyT = TypeVar("KeyT")

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


def masked(key: KeyT) -> KeyT:
    """The same key, to rebind the name of an argument to: a traceback shows what the names of its frames stand for."""
    return cast(KeyT, MaskedText(key)) if isinstance(key, str) else key


def forms_of(secret: str) -> tuple[str, ...]:
    """How a secret may stand in a text: as it is, in a URL, and in base64. Empty for one that is too short."""
    if len(secret) < _SHORTEST_SEARCHED:
        return ()
    forms = (secret, quote(secret, safe=""), base64.b64encode(secret.encode()).decode())
    return tuple(MaskedText(form) for form in dict.fromkeys(forms))


def basic(user: str, password: str) -> str:
    """User name and password as a header carries them: as UTF-8, in base64 (RFC 7617)."""
    return base64.b64encode(f"{user}:{password}".encode()).decode()
