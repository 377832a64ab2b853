"""Which array of a response holds the results of an operation."""

from __future__ import annotations

from typing import Final

from nemogen.client.pagination_fields import PageField, has_type, plain_name, view_of
from nemogen.client.pagination_names import MORE, PAGES, TOTALS
from nemogen.client.pagination_words import words_of
from nemogen.openapi.document import Operation
from nemogen.openapi.schema_views import SchemaViews

_ITEMS: Final = (
    "data", "items", "results", "result", "records", "values", "value", "entries", "elements", "list", "content",
    "contents", "objects", "nodes", "edges", "hits", "rows", "resources", "collection", "documents", "matches",
)  # fmt: skip
"""Plain names of arrays of results, the surest first."""

_BESIDE: Final = frozenset(
    {"links", "errors", "warnings", "meta", "metadata", "included", "includes", "facets", "filters", "suggestions",
     "columns", "messages", "notices", "sort", "sorts"}
)  # fmt: skip
"""Plain names of arrays that are beside results."""
_ENDS_BESIDE: Final = ("errors", "messages", "warnings", "searches")
"""The ends of such names."""
_FAILED: Final = frozenset({"error", "failed", "failure", "skipped", "unprocessed", "invalid", "unreachable"})
"""Words of such names: what of a batch is no result."""


def has_results(fields: tuple[PageField, ...]) -> bool:
    """Whether there is an array that may hold results."""
    return not all(map(_is_beside, _arrays(fields)))


def find_items(fields: tuple[PageField, ...], operation: Operation, views: SchemaViews) -> PageField | None:
    """The array of results: one with a name of its kind, or the name of what the path lists, or the only one, or the
    one whose name is most like that of the operation. None if it could be several.
    """
    arrays = _arrays(fields)
    named = [plain_name(part) for part in operation.path.split("/") if part and "{" not in part]
    for name in (*_ITEMS, *reversed(named)):
        for each in arrays:
            if each.plain == name:
                return each
    alike = [each for each in arrays if named and named[-1] and each.plain.endswith(named[-1])]
    if len(alike) == 1:
        return alike[0]
    arrays = [each for each in arrays if not _is_beside_undeclared(each, named)]
    objects = [each for each in arrays if _holds_objects(each, views)]
    results = [each for each in objects if not _is_beside(each)]
    for found in (results, objects, arrays):
        if len(found) == 1:
            return None if _is_part(found[0], fields) else found[0]
    return _closest(results or [each for each in fields if _is_anything(each)], operation)


def _is_beside(array: PageField) -> bool:
    parts = {plain_name(part) for part in array.path}
    return bool(parts & _BESIDE) or array.plain.endswith(_ENDS_BESIDE) or bool(words_of(array.path[-1]) & _FAILED)


def _is_beside_undeclared(array: PageField, named: list[str]) -> bool:
    """Whether an array is beside results that the document does not declare, in the object that the path names."""
    above = {plain_name(part) for part in array.path[:-1]}
    return bool(above & {*named}) and (_is_beside(array) or array.plain == "aggregations")


def _arrays(fields: tuple[PageField, ...]) -> list[PageField]:
    return [each for each in fields if each.schema.arrays.items is not None or each.schema.types == {"array"}]


def _is_anything(field: PageField) -> bool:
    """Whether a value of the response has no schema."""
    rules = field.schema
    is_open = not rules.types and not rules.objects.properties and not rules.enum
    return is_open and not (rules.any_of or rules.one_of or rules.arrays.items) and len(field.path) == 1


def _closest(arrays: list[PageField], operation: Operation) -> PageField | None:
    """The one array whose name has more words of the operation's path and id than the others."""
    segments = [each for each in operation.path.split("/") if "{" not in each]
    known = frozenset[str]().union(*map(words_of, [*segments, operation.operation_id or ""]))
    counts = [len(words_of(each.path[-1]) & known) for each in arrays]
    most = max(counts, default=0)
    return arrays[counts.index(most)] if most and counts.count(most) == 1 else None


def _is_part(array: PageField, fields: tuple[PageField, ...]) -> bool:
    """Whether an array that nothing names as results is a part of one thing, which has a name of its own."""
    beside = {each.plain for each in fields if each.path[:-1] == array.path[:-1]}
    return "name" in beside and beside.isdisjoint((*TOTALS, *PAGES, *MORE))


def _holds_objects(field: PageField, views: SchemaViews) -> bool:
    items = field.schema.arrays.items
    return items is not None and has_type(view_of(items, views), "object")
