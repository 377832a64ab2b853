"""Which method of another client calls which operation of a spec."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from nemogen.like.foreign_client import ForeignMethod
from nemogen.openapi.document import Operation

_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_STANDARD: Final = ("create", "retrieve", "update", "list", "delete")
"""Methods that are an operation itself, where others call it too (`parse`, `create_and_poll`)."""


def match_operations(
    operations: Iterable[Operation], methods: Iterable[ForeignMethod]
) -> dict[tuple[str, str], tuple[ForeignMethod, ...]]:
    """By HTTP method and path of an operation, the methods that call it: first the one that its name is taken from.

    Names of placeholders say nothing. A path that only one of both begins with the path of the server, or a version,
    is found where just one operation fits.
    """
    known = list(operations)
    by_path: dict[tuple[str, str], list[Operation]] = defaultdict(list)
    for each in known:
        for path in dict.fromkeys(_spellings(each)):
            by_path[each.method, path].append(each)
    found: dict[tuple[str, str], list[ForeignMethod]] = defaultdict(list)
    for method in methods:
        operation = _operation_of(method, by_path)
        if operation is not None:
            found[operation.method, operation.path].append(method)
    return {key: tuple(sorted(each, key=_rank)) for key, each in found.items()}


def _operation_of(method: ForeignMethod, by_path: Mapping[tuple[str, str], list[Operation]]) -> Operation | None:
    whole = method.path
    for path in (whole, whole.partition("#")[0], re.split(r"[?#]", whole)[0]):
        for spelt in _ends(_bare(path)):
            fitting = by_path.get((method.http_method, spelt), [])
            if len(fitting) == 1:
                return fitting[0]
            exact = [each for each in fitting if _bare(each.path) == spelt]
            if len(exact) == 1:
                return exact[0]
    return None


def _spellings(operation: Operation) -> Iterator[str]:
    """The path of an operation as clients write it: alone, or behind the path of a server."""
    path = _bare(operation.path)
    yield path
    for server in operation.servers:
        base = _bare(urlsplit(re.sub(r"\{[^{}]*\}", "x", server.url)).path).rstrip("/")
        yield f"{base}{path}"


def _ends(path: str) -> Iterator[str]:
    """`path`, then without its first segment where that is a version or the name of the API."""
    yield path
    rest = path[1:].partition("/")[2]
    if rest:
        yield f"/{rest}"


def _bare(path: str) -> str:
    return f"/{_PLACEHOLDER.sub('{}', path).strip('/')}"


def _rank(method: ForeignMethod) -> tuple[bool, bool, int, int, str]:
    """An operation's own method before those that do more with it; the one that is nearest to the client first."""
    name = method.call.rpartition(".")[2]
    return "#" in method.path, name not in _STANDARD, method.call.count("."), len(method.call), method.call
