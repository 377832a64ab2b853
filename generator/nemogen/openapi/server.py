"""The frozen model of a server of the API."""

from __future__ import annotations

from dataclasses import field

from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable in a server's URL. `allowed` is empty if any value is."""

    name: str
    default: str
    allowed: tuple[str, ...] = ()
    description: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Server:
    """A server: `url` as written, with {variables}; it may be relative to where the document came from."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    description: str = field(default="", compare=False)
    name: str = ""
    location: Location = field(default=Location(""), compare=False)
