"""Reads what an operation has that could page through results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from nemogen.client.pagination_examples import shape_of
from nemogen.client.pagination_fields import FieldPath, PageFacts, PageField, PageParameter, plain_name, view_of
from nemogen.client.pagination_items import find_items, has_results
from nemogen.client.pagination_names import NUMBERS, OF_LINKS
from nemogen.openapi.document import MediaType, Operation, Response
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.openapi.schema_views import SchemaViews

ENVELOPES: Final = frozenset(
    {"meta", "metadata", "pagination", "paging", "pageinfo", "pagemeta", "page", "pager", "paginator", "links",
     "cursor", "cursors", "listmetadata", "responsemetadata", "navigation", "next", "nextpage", "pages", "embedded",
     "data", "result", "response"}
)  # fmt: skip
"""Plain names of properties that hold what a response says of its page, or the page itself."""
_ENVELOPE: Final = re.compile(r"pagin|paging|page|cursor|^meta")
"""Parts of such names."""

_OF_REQUEST: Final = re.compile(r"pagin|paging|page|cursor")
"""Parts of the names of objects of a body that choose a page."""

_DEEPEST: Final = 3
_RESULTS: Final = re.compile(r"\bpage of (?:the )?(?:results|items|records)\b", re.IGNORECASE)
_NEXT_HEADER: Final = re.compile(r"next|continu(?:e\b|ation)", re.IGNORECASE)
_SAID_HEADER: Final = re.compile(r"(?<![\w-])(?=[\w-]*(?:next|continuation))[a-z]\w*(?:-\w+)+", re.IGNORECASE)
"""Names of headers that choose the next page, as documents declare and describe them."""
_LINK: Final = re.compile(r"\blink\W{1,3}header", re.IGNORECASE)


def read_facts(operation: Operation, views: SchemaViews) -> PageFacts | None:
    """What an operation has; None if no success gives JSON, so that there is nothing to page through."""
    response = next((each for each in operation.responses if each.status[:1] == "2" and each.content), None)
    media = _json(response.content if response else ())
    shown = shape_of(media, views) if media else None
    schema = shown or (media.schema if media else None)
    if response is None or schema is None:
        return None
    whole = _one_array(view_of(schema, views), views)
    fields = tuple(_fields(whole, (), views))
    if not has_results(fields):
        fields = tuple(_fields(whole, (), views, everywhere=True))
    items = PageField((), whole) if whole.arrays.items is not None else find_items(fields, operation, views)
    item = view_of(items.schema.arrays.items, views) if items and items.schema.arrays.items is not None else None
    link = next((each.description for each in response.headers if each.name.lower() == "link"), None)
    if link is None:
        link = next((each.description for each in operation.parameters if _LINK.search(each.description or "")), None)
    header = _next_header(operation, response)
    parameters = tuple(_parameters(operation, header, views))
    is_of_one = operation.path.rstrip("/").endswith("}")
    names = _names_of(item, views) if item else frozenset()
    return PageFacts(
        operation.method, parameters, fields, items, item, link, is_of_one, names, header, shown is not None
    )


def _next_header(operation: Operation, response: Response) -> str:
    """The header that a response is declared to have, or that the description of a parameter names."""
    declared = (each.name for each in response.headers if _NEXT_HEADER.search(each.name))
    prose = (each.description or "" for each in operation.parameters if each.location_in == "query")
    said = (found.group() for each in prose if "header" in each.lower() and (found := _SAID_HEADER.search(each)))
    return next(declared, None) or next(said, "")


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


def _json(content: tuple[MediaType, ...]) -> MediaType | None:
    """The JSON among media types: one that may be anything counts too."""
    plain = ((each.name.partition(";")[0].strip().lower(), each) for each in content)
    return next((each for name, each in plain if name.endswith(("/json", "+json")) or name == "*/*"), None)


def _parameters(operation: Operation, next_header: str, views: SchemaViews) -> Iterator[PageParameter]:
    for each in operation.parameters:
        schema = each.media.schema if each.media else each.schema
        if each.location_in == "query" and schema is not None:
            yield PageParameter(each.name, "query", _scalar(view_of(schema, views), views), each.description)
    for each in operation.parameters:
        # In the path only if path or description name a page of results: pages of books are in paths too.
        is_last = operation.path.rstrip("/").endswith(f"/{{{each.name}}}")
        is_page = f"/page/{{{each.name}}}" in operation.path or (is_last and _RESULTS.search(each.description or ""))
        is_page = is_page and each.location_in == "path"
        if is_page and plain_name(each.name) in NUMBERS and each.schema is not None:
            yield PageParameter(each.name, "path", view_of(each.schema, views), each.description)
    for each in operation.parameters:
        # Only where the response has a header for the next page: other headers that say "next" choose something else.
        is_same = each.name.lower() == next_header.lower()
        is_next = bool(next_header) and (is_same or bool(_NEXT_HEADER.search(each.name)))
        if each.location_in == "header" and each.schema is not None and is_next:
            name = next_header if is_same else each.name
            yield PageParameter(name, "header", view_of(each.schema, views), each.description)
    media = _json(operation.body.content) if operation.body else None
    if media is not None and media.schema is not None:
        yield from _body_parameters(views.merged(media.schema).schema, views)


def _body_parameters(body: Schema, views: SchemaViews) -> Iterator[PageParameter]:
    """The properties of a body, then those of the objects in it that are about pages by their names."""
    properties = {name: view_of(node, views) for name, node in body.objects.properties.items()}
    about = (name for name, each in properties.items() if each.objects.properties)
    inner = [name for name in about if _OF_REQUEST.search(plain_name(name))]
    yield from (PageParameter(name, "body", schema) for name, schema in properties.items() if name not in inner)
    for name in inner:
        for own, node in properties[name].objects.properties.items():
            yield PageParameter(own, "body", view_of(node, views), within=(name,))


def _scalar(found: Schema, views: SchemaViews) -> Schema:
    """The variant of a parameter that is one text or number, where others are none: `page=2` or `page[number]=2`."""
    if found.types:
        return found
    variants = [view_of(each, views) for each in found.any_of or found.one_of]
    scalars = [each for each in variants if each.types and each.types <= {"string", "integer", "number"}]
    return scalars[0] if len(scalars) == 1 else found


def _fields(schema: Schema, path: FieldPath, views: SchemaViews, *, everywhere: bool = False) -> Iterator[PageField]:
    """The properties of a response, then those of the envelopes in it, or of all objects in it. All that a response has
    may be one envelope, of any name.
    """
    inner: list[PageField] = []
    properties = _properties(schema, views)
    is_wrapped = not path and len(properties) == 1
    for name, node in properties.items():
        found = PageField((*path, name), _one_array(view_of(node, views), views))
        yield replace(found, members=_members(found, views)) if found.plain in OF_LINKS else found
        is_envelope = everywhere or is_wrapped or found.plain in ENVELOPES or bool(_ENVELOPE.search(found.plain))
        if len(path) >= _DEEPEST - 1:
            continue
        if found.schema.objects.properties and is_envelope:
            inner.append(found)
        elif found.schema.objects.properties and not path:
            inner.extend(_envelopes(found, views))
    for each in inner:
        yield from _fields(each.schema, each.path, views, everywhere=everywhere)


def _properties(schema: Schema, views: SchemaViews) -> Mapping[str, SchemaNode]:
    """The properties of an object; of one of several objects, those that each of them has, as the first has them."""
    variants = [view_of(each, views).objects.properties for each in schema.any_of or schema.one_of]
    if schema.objects.properties or not variants:
        return schema.objects.properties
    common = set(variants[0]).intersection(*variants)
    return {name: node for name, node in variants[0].items() if name in common}


def _members(links: PageField, views: SchemaViews) -> frozenset[str]:
    items = links.schema.arrays.items
    return frozenset(view_of(items, views).objects.properties) if items is not None else frozenset()


def _envelopes(above: PageField, views: SchemaViews) -> Iterator[PageField]:
    """What is called pagination below a name that says nothing."""
    for name, node in above.schema.objects.properties.items():
        if _ENVELOPE.search(plain_name(name)):
            yield PageField((*above.path, name), view_of(node, views))
