"""JSONPath (RFC 9535) over documents as deeply nested as `load` allows.

The library reads and checks every query. What a query begins with is followed here as far as it is names, as `$..post`
or `$.paths['/pets']`: the library goes through a whole document for each `..` by as many generators as it is deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery

from nemogen.source.json_text import MAX_DEPTH

_Location: TypeAlias = tuple[str | int, ...]
_Node: TypeAlias = tuple[_Location, Any]
_Way: TypeAlias = "tuple[_Way, str | int] | None"
"""A location as the way to it: most of a document is only passed, and needs no tuple of its own."""

_STEP: Final = re.compile(
    r"(\.\.?)(?P<bare>[A-Za-z_]\w*)|(?P<all>\.\.)?\[(?P<quoted>'[^'\\]*'(?:, ?'[^'\\]*')*)\]", re.ASCII
)
"""A name after one or two dots, or names in quotes. Names that are written in other ways are left to the library."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The members of these names: of a node, or of it and of all below it."""

    names: tuple[str, ...]
    is_deep: bool

    def follow(self, nodes: Iterable[_Node]) -> Iterator[_Node]:
        for location, value in nodes:
            for way, inner in _objects(value) if self.is_deep else ((None, value),):
                for name in self.names if isinstance(inner, dict) else ():
                    if name in inner:
                        yield (*location, *_keys(way), name), inner[name]


@dataclass(frozen=True, slots=True)
class Query:
    """A valid query: the names that it begins with, and all after them as a query of its own, if there is more."""

    steps: tuple[_Step, ...]
    rest: JSONPathQuery | None


@cache
def _environment() -> JSONPathEnvironment:
    made = JSONPathEnvironment()
    # A class attribute in version 1 and an instance attribute in version 2; each ignores the other.
    made.max_recursion_depth = MAX_DEPTH + 1
    return made


def compile_path(text: str) -> Query:
    """Raises JSONPathError for what is not a valid RFC 9535 query."""
    whole = _environment().compile(text)
    steps, end = _names(text)
    if not steps:
        return Query((), whole)
    if end == len(text):
        return Query(steps, None)
    try:
        # A filter may name the root of the document, which a query of its own does not know.
        return Query((), whole) if "$" in text[end:] else Query(steps, _environment().compile(f"${text[end:]}"))
    except JSONPathError:  # a name goes on with a letter beyond ASCII
        return Query((), whole)


def _names(text: str) -> tuple[tuple[_Step, ...], int]:
    """The names at the beginning of a valid query, and where they end."""
    found, end = [], 1
    while match := _STEP.match(text, end):
        quoted = match["quoted"]
        names = (match["bare"],) if quoted is None else tuple(re.findall(r"'([^']*)'", quoted))
        found.append(_Step(names, ".." in (match[1], match["all"])))
        end = match.end()
    return tuple(found), end


def select(query: Query, document: Any) -> list[_Node]:
    """Location (keys and indexes from the root) and value of each node that `query` selects, each location once.

    The values are the document's own, not copies. Raises JSONPathError.
    """
    nodes: Iterable[_Node] = [((), document)]
    for step in query.steps:
        nodes = step.follow(nodes)
    if query.rest is None:
        return list(dict(nodes).items())
    found: dict[_Location, Any] = {}
    for location, value in nodes:
        found |= {(*location, *node.location): node.value for node in query.rest.finditer(value)}
    return list(found.items())


def _objects(value: Any) -> Iterator[tuple[_Way, dict[str, Any]]]:
    """The objects in a value, itself included, each before what it holds, as the library visits them."""
    ahead: list[tuple[_Way, Any]] = [(None, value)]
    while ahead:
        way, inner = ahead.pop()
        if isinstance(inner, dict):
            yield way, inner
        entries = inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, list) else ()
        below = [((way, key), each) for key, each in entries if isinstance(each, (dict, list))]
        ahead.extend(reversed(below))


def _keys(way: _Way) -> _Location:
    found: list[str | int] = []
    while way is not None:
        way, key = way
        found.append(key)
    return tuple(reversed(found))
