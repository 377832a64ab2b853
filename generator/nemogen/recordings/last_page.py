"""Made responses of operations that paginate: each requested page is the last one, so that pagination ends.

Values made from a schema would name a next page on every page, forever.
"""

from __future__ import annotations

import copy
import enum
from collections.abc import Mapping
from typing import Final

from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import SchemaNode
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.recording import JsonBody, Request
from nemogen.recordings.violation import ValuePath


@dataclass(frozen=True, slots=True)
class PageEnd:
    """What ends the pages of an operation: `parameter` is what a request for a later page has, in the object of its
    body at `within`, empty where the first page is the last. On the last page, the values at `cleared` are null, or
    missing, those at `falsified` are false, those at `verified` true, and the array at `emptied` has no items. Paths
    are names of properties.
    """

    parameter: str = ""
    cleared: tuple[tuple[str, ...], ...] = ()
    falsified: tuple[tuple[str, ...], ...] = ()
    verified: tuple[tuple[str, ...], ...] = ()
    emptied: tuple[str, ...] | None = None
    within: tuple[str, ...] = ()


def with_end(value: JsonValue, end: PageEnd, request: Request, node: SchemaNode, judge: ValueJudge) -> JsonValue:
    """A generated value, turned into the last page if the request asks for one.

    If the schema allows several, null is preferred to a missing property, and that to an empty text or list.
    """
    if not _asks_for_last(end, request):
        return value
    found = value
    for path in end.cleared:
        ends: tuple[JsonValue | _Missing, ...] = (None, _MISSING, "", [])
        choices = (_changed(found, path, each) for each in ends)
        found = next((each for each in choices if _is_valid(each, node, judge)), found)
    for path in end.falsified:
        found = _changed(found, path, False)
    for path in end.verified:
        found = _changed(found, path, True)
    if end.emptied is not None:
        emptied = _changed(found, end.emptied, []) if end.emptied else []
        found = emptied if _is_valid(emptied, node, judge) else found
    return found


class _Missing(enum.Enum):
    MISSING = enum.auto()


_MISSING: Final = _Missing.MISSING
"""In place of a value: the property is left out."""


def _asks_for_last(end: PageEnd, request: Request) -> bool:
    body = request.body.value if isinstance(request.body, JsonBody) else None
    for name in end.within:
        body = body.get(name) if isinstance(body, Mapping) else None
    return not end.parameter or end.parameter in request.query or (isinstance(body, Mapping) and end.parameter in body)


def _is_valid(value: JsonValue, node: SchemaNode, judge: ValueJudge) -> bool:
    return not judge.judge(value, node, Direction.RESPONSE, ValuePath())


def _changed(value: JsonValue, path: tuple[str, ...], to: JsonValue | _Missing) -> JsonValue:
    """A copy with another value at the end of the path; unchanged if the path does not exist."""
    found: JsonValue = copy.deepcopy(value)
    inner: object = found
    for name in path[:-1]:
        inner = inner.get(name) if isinstance(inner, dict) else None
    if isinstance(inner, dict) and path[-1] in inner:
        if to is _MISSING:
            del inner[path[-1]]
        else:
            inner[path[-1]] = to
    return found
