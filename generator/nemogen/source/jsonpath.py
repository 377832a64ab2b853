"""JSONPath (RFC 9535) over documents as deeply nested as `load` allows."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathQuery

from nemogen.source.json_text import MAX_DEPTH


@cache
def _environment() -> JSONPathEnvironment:
    made = JSONPathEnvironment()
    # A class attribute in version 1 and an instance attribute in version 2; each ignores the other.
    made.max_recursion_depth = MAX_DEPTH + 1
    return made


def compile_path(text: str) -> JSONPathQuery:
    """Raises JSONPathError for what is not a valid RFC 9535 query."""
    return _environment().compile(text)


def select(query: JSONPathQuery, document: Any) -> list[tuple[tuple[str | int, ...], Any]]:
    """Location (keys and indexes from the root) and value of each node that `query` selects, each location once.

    The values are the document's own, not copies. Raises JSONPathError.
    """
    found = {node.location: node.value for node in query.finditer(document)}
    return list(found.items())
