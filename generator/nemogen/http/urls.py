"""URLs as messages show them, and what can be read from them without a connection. Cheap to import."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit, urlunsplit

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""The hosts that plain http may carry a secret to: it does not leave the machine."""

_LONGEST: Final = 300


def shown(url: str) -> str:
    """`url` for messages: without user, password, query and fragment, any of which may be secret, and printable."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "the source"
    plain = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    text = "".join(char if char.isprintable() else "?" for char in plain)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def is_private(url: str) -> bool:
    """Whether a secret may be sent to `url`: over https, or without leaving the machine."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    except ValueError:
        return False


def holds_secret(url: str) -> bool:
    """Whether `url` has a user name, a password, a query or a fragment, which have no business in a base URL."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return "@" in parts.netloc or bool(parts.query or parts.fragment)


def host_of(url: str) -> str:
    """The host of a URL in lower case; empty for what is not one."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
