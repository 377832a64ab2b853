"""A request and its response, as plain values. Cheap to import."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final

from nemogen.errors import Location, NetworkError
from nemogen.http.urls import is_private, shown
from nemogen.light_dataclasses import dataclass

NO_RESPONSE: Final = 0
"""In the `help` of a request: where there was no response at all."""

_VALUE: Final = re.compile(r"[\x20-\x7e\t]+")


@dataclass(frozen=True, slots=True)
class Credential:
    """A header that says who asks, for the origin of `url` alone. `name` is what messages call it."""

    url: str = field(repr=False)
    header: str
    value: str = field(repr=False)
    name: str


def make_credential(url: str, header: str, value: str, name: str) -> Credential:
    """A credential for the host of `url`. Raises NetworkError where sending it would give it away, or cannot be."""
    where = Location(shown(url))
    if not is_private(url):
        remedy = f"Give a URL that begins with https://, or unset {name}."
        raise NetworkError(f"{name} is sent over https only, and this URL is not https", where=where, remedy=remedy)
    if not _VALUE.fullmatch(value):
        # Said here, as the library would print the value.
        remedy = f"Set {name} to the value alone, without a line break."
        raise NetworkError(f"{name} holds a character that no header can have", where=where, remedy=remedy)
    return Credential(url, header, value, name)


@dataclass(frozen=True, slots=True)
class Request:
    """What to send. `fine` are statuses above 399 that are no error.

    `stays`: redirects are followed within the origin only, with method and content; otherwise to any host over https.
    `size` is the most that the body may have, where that is less than the limits say. `help` says, by status, how a
    user goes on; `host` is what messages call the other side.
    """

    url: str = field(repr=False)
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = field(default=None, repr=False)
    credentials: Sequence[Credential] = ()
    stays: bool = False
    fine: frozenset[int] = frozenset()
    size: int | None = None
    help: Mapping[int, str] = field(default_factory=dict)
    host: str = "the host"

    @property
    def is_repeatable(self) -> bool:
        """Whether sending it twice does no more than sending it once."""
        return self.method != "POST"


@dataclass(frozen=True, slots=True)
class Response:
    """The end of an exchange: `url` is that of the last hop, header names are in lower case.

    `sent` names the credentials that the last hop had.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    url: str
    sent: tuple[str, ...] = ()
