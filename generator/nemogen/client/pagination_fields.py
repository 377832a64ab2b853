"""What an operation has that could page through results: parameters, and fields of its response, by plain names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from nemogen.client.pagination_names import MORE, NUMBERS, PAGES, TOTALS
from nemogen.openapi.document import MediaType, Operation
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.openapi.schema_views import SchemaViews

FieldPath: TypeAlias = tuple[str, ...]
"""Names of properties, from the response to a value in it; empty for the response itself."""

ENVELOPES: Final = frozenset(
    {"meta", "metadata", "pagination", "paging", "pageinfo", "pagemeta", "page", "pager", "paginator", "links",
     "cursor", "cursors", "listmetadata", "responsemetadata", "navigation", "next", "nextpage", "pages", "embedded",
     "data", "result", "response"}
)  # fmt: skip
"""Plain names of properties that hold what a response says of its page, or the page itself."""

_DEEPEST: Final = 3
_RESULTS: Final = re.compile(r"\bpage of (?:the )?(?:results|items|records)\b", re.IGNORECASE)
_LINK: Final = re.compile(r"\blink\W{1,3}header", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageParameter:
    """A parameter of the query, or a property of a JSON body: `schema` is merged."""

    name: str
    location_in: str
    schema: Schema
    description: str | None = None

    @property
    def prose(self) -> str:
        """What the document says of it; empty if it says nothing."""
        return self.description or self.schema.annotations.description or ""


@dataclass(frozen=True, slots=True)
class PageField:
    """A value in a response."""

    path: FieldPath
    schema: Schema

    @property
    def plain(self) -> str:
        """Its own name as rules compare it."""
        return plain_name(self.path[-1])


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the rules look at. `items` is the array of results, `item` their schema; None if there is no one array.

    `link_header` is what the document says of the header Link of a success, or of parameters that are taken from it;
    None if it says nothing. `is_of_one`: the path ends with the name of one thing. `item_names` are the properties that
    each item has.
    """

    method: str
    parameters: tuple[PageParameter, ...]
    fields: tuple[PageField, ...]
    items: PageField | None
    item: Schema | None
    link_header: str | None
    is_of_one: bool = False
    item_names: frozenset[str] = frozenset()

    @property
    def holds_objects(self) -> bool:
        """Whether the results are objects, or may be."""
        return self.item is None or has_type(self.item, "object")

    def parameter(self, names: tuple[str, ...]) -> PageParameter | None:
        """The parameter with the first of these plain names that there is."""
        known = {_leaf(each.name): each for each in reversed(self.parameters)}
        known |= {plain_name(each.name): each for each in reversed(self.parameters)}
        return next((known[name] for name in names if name in known), None)

    def takes_number(self, name: str, location_in: str) -> bool:
        """Whether what a parameter takes is a number, and no text."""
        found = (each.schema.types for each in self.parameters if (each.name, each.location_in) == (name, location_in))
        types: frozenset[str] = next(found, frozenset())
        return bool(types & {"integer", "number"}) and "string" not in types

    def field(self, names: tuple[str, ...], *types: str) -> PageField | None:
        """The field with the first of these plain names that there is, with one of these types (or none said)."""
        known = {each.plain: each for each in reversed(self.fields) if not types or has_type(each.schema, *types)}
        return next((known[name] for name in names if name in known), None)

    def fields_named(self, names: tuple[str, ...], *types: str) -> Iterator[PageField]:
        """All fields with one of these plain names, in the names' order, with one of these types (or none said)."""
        known = self.by_plain_name()
        for name in names:
            yield from (each for each in known.get(name, ()) if each.plain == name and has_type(each.schema, *types))

    def by_plain_name(self) -> Mapping[str, list[PageField]]:
        """The fields by their plain names, with and without "next" before it; made once, as there may be thousands."""
        found: dict[str, list[PageField]] = {}
        for each in self.fields:
            for name in {each.plain, each.plain.removeprefix("next")}:
                found.setdefault(name, []).append(each)
        return found


def plain_name(name: str) -> str:
    """A name without case and signs: `page[after]` and `pageAfter` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _leaf(name: str) -> str:
    """The last part of a name of parts (`criteria[currentPage]`, `paging.limit`) where it can be about pages only:
    `created[after]` is about something else.
    """
    leaf = plain_name(re.sub(r"^pag(?:inate|ination|ing)_?(?=\w)", "", re.split(r"[\[.]", name)[-1]))
    return leaf if "page" in leaf or leaf in ("limit", "offset", "cursor") else plain_name(name)


def has_type(schema: Schema, *types: str) -> bool:
    """Whether a value may be of one of these types; a schema that names no type may be of any."""
    return not schema.types or bool(schema.types & set(types))


def read_facts(operation: Operation, views: SchemaViews) -> PageFacts | None:
    """What an operation has; None if no success gives JSON, so that there is nothing to page through."""
    response = next((each for each in operation.responses if each.status[:1] == "2" and each.content), None)
    media = _json(response.content if response else ())
    if response is None or media is None or media.schema is None:
        return None
    whole = _one_array(view_of(media.schema, views), views)
    fields = tuple(_fields(whole, (), views))
    items = PageField((), whole) if whole.arrays.items is not None else _items(fields, operation.path, views)
    item = view_of(items.schema.arrays.items, views) if items and items.schema.arrays.items is not None else None
    link = next((each.description for each in response.headers if each.name.lower() == "link"), None)
    if link is None:
        link = next((each.description for each in operation.parameters if _LINK.search(each.description or "")), None)
    parameters = tuple(_parameters(operation, views))
    is_of_one = operation.path.rstrip("/").endswith("}")
    names = _names_of(item, views) if item else frozenset()
    return PageFacts(operation.method, parameters, fields, items, item, link, is_of_one, names)


def _names_of(item: Schema, views: SchemaViews) -> frozenset[str]:
    """The properties of an item; of one that is one of several things, those that each of them has."""
    own = frozenset(item.objects.properties)
    variants = [frozenset(view_of(each, views).objects.properties) for each in item.any_of or item.one_of]
    return own | (frozenset.intersection(*variants) if variants else frozenset())


def _one_array(found: Schema, views: SchemaViews) -> Schema:
    """The first variant of a response each of whose variants is an array; else the response as it is."""
    variants = [view_of(each, views) for each in found.any_of or found.one_of]
    is_array = bool(variants) and all(each.arrays.items is not None for each in variants)
    return variants[0] if is_array else found


def view_of(node: SchemaNode, views: SchemaViews) -> Schema:
    """The schema as one, without null: its only variant where it has one beside null."""
    found = views.merged(node).schema
    variants = found.any_of or found.one_of
    if not found.types and len(variants) == 1:
        return views.merged(variants[0]).schema
    return found


def _json(content: tuple[MediaType, ...]) -> MediaType | None:
    """The JSON among media types: one that may be anything counts too."""
    plain = ((each.name.partition(";")[0].strip().lower(), each) for each in content)
    return next((each for name, each in plain if name.endswith(("/json", "+json")) or name == "*/*"), None)


def _parameters(operation: Operation, views: SchemaViews) -> Iterator[PageParameter]:
    for each in operation.parameters:
        if each.location_in == "query" and each.schema is not None:
            yield PageParameter(each.name, "query", _scalar(view_of(each.schema, views), views), each.description)
    for each in operation.parameters:
        # In the path only where path or description say so: pages of books are in paths too.
        is_last = operation.path.rstrip("/").endswith(f"/{{{each.name}}}")
        is_page = f"/page/{{{each.name}}}" in operation.path or (is_last and _RESULTS.search(each.description or ""))
        is_page = is_page and each.location_in == "path"
        if is_page and plain_name(each.name) in NUMBERS and each.schema is not None:
            yield PageParameter(each.name, "path", view_of(each.schema, views), each.description)
    media = _json(operation.body.content) if operation.body else None
    if media is not None and media.schema is not None:
        for name, node in views.merged(media.schema).schema.objects.properties.items():
            yield PageParameter(name, "body", view_of(node, views))


def _scalar(found: Schema, views: SchemaViews) -> Schema:
    """The variant of a parameter that is one text or number, where others are none: `page=2` or `page[number]=2`."""
    if found.types:
        return found
    variants = [view_of(each, views) for each in found.any_of or found.one_of]
    scalars = [each for each in variants if each.types and each.types <= {"string", "integer", "number"}]
    return scalars[0] if len(scalars) == 1 else found


def _fields(schema: Schema, path: FieldPath, views: SchemaViews) -> Iterator[PageField]:
    """The properties of a response, then those of the envelopes in it; all that it has may be one, of any name."""
    inner: list[PageField] = []
    is_wrapped = not path and len(schema.objects.properties) == 1
    for name, node in schema.objects.properties.items():
        found = PageField((*path, name), view_of(node, views))
        yield found
        is_envelope = is_wrapped or found.plain in ENVELOPES
        if found.schema.objects.properties and is_envelope and len(path) < _DEEPEST - 1:
            inner.append(found)
    for each in inner:
        yield from _fields(each.schema, each.path, views)


_ITEMS: Final = (
    "data", "items", "results", "records", "values", "value", "entries", "elements", "list", "content", "contents",
    "objects", "nodes", "edges", "hits", "rows", "resources", "collection", "documents", "matches",
)  # fmt: skip
"""Plain names of arrays of results, the surest first."""

_BESIDE: Final = frozenset({"links", "errors", "warnings"})
"""Plain names of arrays that stand beside results."""


def _items(fields: tuple[PageField, ...], path: str, views: SchemaViews) -> PageField | None:
    """The array of results: one with a name of its kind, or the name of what the path lists, or the only one."""
    arrays = [each for each in fields if each.schema.arrays.items is not None or each.schema.types == {"array"}]
    named = [plain_name(part) for part in path.split("/") if part and "{" not in part]
    for name in (*_ITEMS, *reversed(named)):
        for each in arrays:
            if each.plain == name:
                return each
    alike = [each for each in arrays if named and named[-1] and each.plain.endswith(named[-1])]
    if len(alike) == 1:
        return alike[0]
    objects = [each for each in arrays if _holds_objects(each, views)]
    results = [each for each in objects if each.plain not in _BESIDE]
    for found in (results, objects, arrays):
        if len(found) == 1:
            return None if _is_part(found[0], fields) else found[0]
    return None


def _is_part(array: PageField, fields: tuple[PageField, ...]) -> bool:
    """Whether an array that nothing names as results is a part of one thing, which has a name of its own."""
    beside = {each.plain for each in fields if each.path[:-1] == array.path[:-1]}
    return "name" in beside and beside.isdisjoint((*TOTALS, *PAGES, *MORE))


def _holds_objects(field: PageField, views: SchemaViews) -> bool:
    items = field.schema.arrays.items
    return items is not None and has_type(view_of(items, views), "object")


def scalar_parameter(parameter: PageParameter | None) -> bool:
    """Whether a parameter is one text or number."""
    return parameter is not None and has_type(parameter.schema, "string", "integer", "number")
