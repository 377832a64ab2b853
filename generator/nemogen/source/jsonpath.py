"""JSONPath (RFC 9535) over documents as deeply nested as `load` allows.

The leading names of a query, as in `$..post` or `$.paths['/pets']`, are followed here: for each `..`, the library goes
through the whole document with nested generators, one per level. The library reads and checks every query that has
more than names, and is imported only for such a query, which takes longer than reading a spec.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from nemogen.light_dataclasses import dataclass
from nemogen.source.json_text import MAX_DEPTH

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathQuery

_Location: TypeAlias = tuple[str | int, ...]
_Node: TypeAlias = tuple[_Location, Any]
_Way: TypeAlias = "tuple[_Way, str | int] | None"
"""A location as the way to it: most of a document is only passed, and needs no tuple of its own."""

_STEP: Final = re.compile(
    r"(\.\.?)(?P<bare>[A-Za-z_]\w*)|(?P<all>\.\.)?\[(?P<quoted>'[ -&(-\[\]-~]*'(?:, ?'[ -&(-\[\]-~]*')*)\]", re.ASCII
)
"""A name after one or two dots, or names in quotes, all in ASCII. Others, and escapes, are left to the library."""


class QueryError(Exception):
    """Not a valid query, or one that cannot be followed in this document."""


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
    from jsonpath_rfc9535 import JSONPathEnvironment

    made = JSONPathEnvironment()
    # A class attribute in version 1 and an instance attribute in version 2; each ignores the other.
    made.max_recursion_depth = MAX_DEPTH + 1
    return made


def compile_path(text: str) -> Query:
    """Raises QueryError for what is not a valid RFC 9535 query."""
    steps, end = _names(text)
    if steps and end == len(text) and text.startswith("$"):
        return Query(steps, None)
    whole = _compile(text)
    if not steps:
        return Query((), whole)
    try:
        # A filter may name the root of the document, which a query of its own does not know.
        return Query((), whole) if "$" in text[end:] else Query(steps, _compile(f"${text[end:]}"))
    except QueryError:  # a name goes on with a letter beyond ASCII
        return Query((), whole)


def _compile(text: str) -> JSONPathQuery:
    from jsonpath_rfc9535 import JSONPathError

    try:
        return _environment().compile(text)
    except JSONPathError as error:
        raise QueryError(str(error)) from error


def _names(text: str) -> tuple[tuple[_Step, ...], int]:
    """The names at the beginning of a query, and where they end."""
    found, end = [], 1
    while match := _STEP.match(text, end):
        quoted = match["quoted"]
        names = (match["bare"],) if quoted is None else tuple(re.findall(r"'([^']*)'", quoted))
        found.append(_Step(names, ".." in (match[1], match["all"])))
        end = match.end()
    return tuple(found), end


def select(query: Query, document: Any) -> list[_Node]:
    """Location (keys and indexes from the root) and value of each node that `query` selects, each location once.

    The values are the document's own, not copies. Raises QueryError.
    """
    nodes: Iterable[_Node] = [((), document)]
    for step in query.steps:
        nodes = step.follow(nodes)
    if query.rest is None:
        return list(dict(nodes).items())
    from jsonpath_rfc9535 import JSONPathError

    found: dict[_Location, Any] = {}
    try:
        for location, value in nodes:
            found |= {(*location, *node.location): node.value for node in query.rest.finditer(value)}
    except JSONPathError as error:
        raise QueryError(str(error)) from error
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
