"""What is read of another client of an API: its methods, and the types of what they take and return."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TypeAlias

from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A class or a type alias of the client, by its full dotted name."""

    key: str


@dataclass(frozen=True, slots=True)
class Constants:
    """A `Literal`."""

    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class ListOf:
    item: ForeignType


@dataclass(frozen=True, slots=True)
class MapOf:
    value: ForeignType


@dataclass(frozen=True, slots=True)
class PageOf:
    """A class for results that come page by page, with the type of one of them."""

    item: ForeignType


@dataclass(frozen=True, slots=True)
class StreamOf:
    """A stream of events of one type."""

    item: ForeignType


@dataclass(frozen=True, slots=True)
class OneOf:
    variants: tuple[ForeignType, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """A type that has no names of the client in it: `str`, `httpx.Response`, what is not understood."""

    name: str = ""


ForeignType: TypeAlias = "Named | Constants | ListOf | MapOf | PageOf | StreamOf | OneOf | Other"


@dataclass(frozen=True, slots=True)
class ForeignClass:
    """A class or a type alias. `fields` are by name on the wire; `meaning` is what an alias stands for.

    `is_dict`: it is a TypedDict. `is_public`: the client exports it from a package, not from its module alone.
    """

    key: str
    name: str
    fields: Mapping[str, ForeignType] = field(default_factory=dict)
    meaning: ForeignType | None = None
    is_dict: bool = False
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class ForeignMethod:
    """A method that sends one request. `http_method` is lower case, `path` has {placeholders}; `call` is dotted.

    `takes` are the types of its arguments by name. A method that only names an operation (of a config file) has no
    types.
    """

    http_method: str
    path: str
    call: str
    returns: ForeignType = Other()
    takes: Mapping[str, ForeignType] = field(default_factory=dict, hash=False)


def _no_class(_: str) -> ForeignClass | None:
    return None


@dataclass(frozen=True, slots=True)
class ForeignClient:
    """A client that was read. `label` is what a person calls it ("openai==3.57.0").

    `models` are names of schemas by JSON Pointer, if the client names them itself; `find_class` reads a class on first
    use.
    """

    label: str
    methods: tuple[ForeignMethod, ...]
    models: Mapping[str, str] = field(default_factory=dict)
    find_class: Callable[[str], ForeignClass | None] = _no_class
