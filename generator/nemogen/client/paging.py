"""From how an operation paginates to what its client prints: the method for all pages, and what it needs to know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client.formats import value_type
from nemogen.client.method_plan import Method, PagingPlan
from nemogen.client.pagination import recognize
from nemogen.client.pagination_fields import FieldPath
from nemogen.client.pagination_plan import Pagination
from nemogen.client.plan import Resource
from nemogen.client.python_types import result_name
from nemogen.config import Settings
from nemogen.document import Document, Operation
from nemogen.findings import Finding, Level
from nemogen.names import LONGEST, bounded, with_last_resorts
from nemogen.openapi.schema_views import SchemaViews

PAGE_CLASSES: Final = frozenset({"AsyncPages", "Pages", "Paging"})
"""What a module of resources imports where a method paginates."""

_SUFFIX: Final = "all"
_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


def paginations_of(document: Document, settings: Settings) -> Mapping[str, Pagination]:
    """How each operation paginates that does, by its call ("ships.list"); what api.toml says goes before the rules."""
    if document.declared is None:
        return {}
    views = SchemaViews(document.declared)
    found: dict[str, Pagination] = {}
    for each in document.operations:
        label = f"{each.method.upper()} {each.path}"
        own = settings.operations.get(label) or settings.operations.get(str(each.call))
        given = own.pagination if own else None
        if given is False or each.declared is None:
            continue
        pagination = recognize(each.declared, views, given)
        if pagination is not None:
            found[str(each.call)] = pagination
    return found


def pagination_findings(document: Document, settings: Settings) -> Iterator[Finding]:
    """A note for each operation that is taken for paginated, with the reason, and how to say otherwise."""
    operations = {str(each.call): each.declared for each in document.operations}
    for call, pagination in paginations_of(document, settings).items():
        declared = operations[call]
        assert declared is not None, "what paginates was declared"
        yield Finding(
            "pagination-recognized",
            Level.NOTE,
            f"{declared.label} gives its results page by page: {pagination.reason}",
            "spec",
            operation=declared.label,
            revision=declared.location,
            key=declared.label,
            help=f'If that is wrong: [operations."{declared.label}"] pagination = false, or a table, in api.toml.',
        )


def with_paging(
    resource: Resource, found: Mapping[str, Pagination], document: Document, attributes: Mapping[str, str]
) -> Resource:
    """The resource with a method for all pages beside each that paginates, and the same for all below it.

    `attributes` are the `fields_of` the document.
    """
    members = {each.attribute for each in resource.children} | {each.name for each in resource.methods}
    members |= {each.manager_name for each in resource.methods}
    operations = {str(each.call): each for each in document.operations} if found else {}
    methods = []
    for each in resource.methods:
        pagination = found.get(each.call)
        paging = _paging(each, pagination, operations[each.call], document, attributes, members) if pagination else None
        if paging is not None:
            members.add(paging.name)
        methods.append(replace(each, paging=paging, imports=each.imports | _imports(paging, document)))
    children = tuple(with_paging(child, found, document, attributes) for child in resource.children)
    return replace(resource, methods=tuple(methods), children=children)


def _paging(
    method: Method,
    pagination: Pagination,
    operation: Operation,
    document: Document,
    attributes: Mapping[str, str],
    members: Collection[str],
) -> PagingPlan | None:
    """The plan for one method; None if it streams, or has no argument for what chooses the page."""
    contents = (operation.responses[each].content for each in operation.successes())
    schema = next(iter(next(contents, {}).values()), None)
    argument = _argument(method, pagination, pagination.parameter)
    if method.streaming or schema is None or argument is None:
        return None
    walker = _Walker(document.schemas, attributes)
    items, array = walker.walk(schema, pagination.items)
    item = walker.items(array)
    start = item if pagination.style == "last_id" else schema
    size = _argument(method, pagination, pagination.size_parameter) or ""
    optional = {
        "items": items,
        "argument": argument,
        "in_body": pagination.location_in == "body",
        "within": pagination.within,
        "sent_as": _sent_as(pagination),
        "next": walker.walk(start, pagination.next)[0],
        "more": walker.walk(schema, pagination.more or ())[0],
        "done": walker.walk(schema, pagination.done or ())[0],
        "total": walker.walk(schema, pagination.total or ())[0],
        "pages": walker.walk(schema, pagination.pages or ())[0],
        "size_argument": size,
        "size": pagination.size,
        "most": pagination.most,
        "header": pagination.header,
    }
    code = {"style": pagination.style, **{name: value for name, value in optional.items() if value}}
    if pagination.style in ("offset", "page") and pagination.first != 1:
        code["first"] = pagination.first
    name = next(each for each in with_last_resorts((_name(method.name),), method.label) if each not in members)
    return PagingPlan(name, _annotation(item), code)


def _sent_as(pagination: Pagination) -> str:
    """How what chooses the page is sent, "" where as its style usually is: cursors as texts, counts as numbers."""
    is_counted = pagination.style in ("offset", "page")
    if not pagination.parameter or is_counted == pagination.is_number:
        return ""
    return "number" if pagination.is_number else "text"


def _imports(paging: PagingPlan | None, document: Document) -> frozenset[tuple[str, str]]:
    named = set(re.split(r"[\[\]]", paging.item)) if paging else set()
    models = frozenset(("..models", name) for name in named if name in document.schemas)
    return models | {("typing", "Any")} if "Any" in named else models


def _name(method: str) -> str:
    return f"{bounded(method.rstrip('_'), LONGEST - len(_SUFFIX) - 1)}_{_SUFFIX}"


def _argument(method: Method, pagination: Pagination, name: str) -> str | None:
    """The key of what a method passes on for a parameter: "" for no parameter, None if it has none for it."""
    if not name:
        return ""
    location_in = pagination.location_in
    if location_in == "body":
        outermost = (*pagination.within, name)[0]
        has = not method.body_whole and any(each.api_name.value == outermost for each in method.body)
        return name if has else None
    found = (
        each.argument for each in method.parameters if (each.location_in, each.api_name.value) == (location_in, name)
    )
    return next(found, None)


def _annotation(item: CanonicalSchema) -> str:
    name = result_name(item)
    if name != "Any" or value_type(item) or item.enum:
        return name
    return _SCALARS.get(item.type or "", "Any")


class _Walker:
    """Follows paths through the components, under the names that attributes have."""

    def __init__(self, schemas: Mapping[str, CanonicalSchema], attributes: Mapping[str, str]) -> None:
        self._schemas = schemas
        self._attributes = attributes

    def walk(self, schema: CanonicalSchema, path: FieldPath) -> tuple[FieldPath, CanonicalSchema]:
        """The attributes on a path, and the schema at its end (any value where nothing is known of it)."""
        found = []
        for name in path:
            owner = next(self._owners(schema, name), None)
            found.append(self._attributes.get(f"{owner}.{name}", name) if owner else name)
            schema = self._schemas[owner].properties[name] if owner else ANYTHING
        return tuple(found), schema

    def items(self, schema: CanonicalSchema) -> CanonicalSchema:
        """The schema of the items of an array, any value where it is none."""
        arrays = [each for each in self._targets(schema) if each.is_list]
        found = [each.items for each in arrays if each.items is not None]
        # Of arrays that differ, nothing is known of an item.
        return found[0] if found and all(each == found[0] for each in found) else ANYTHING

    def _owners(self, schema: CanonicalSchema, name: str) -> Iterator[str]:
        """The components that a value of the schema may be of, and have the property."""
        for branch in schema.any_of or (schema,):
            own = branch.reference
            if own is None:
                continue
            if name in self._schemas[own].properties:
                yield own
            elif self._schemas[own].any_of:
                yield from self._owners(self._schemas[own], name)

    def _targets(self, schema: CanonicalSchema) -> Iterator[CanonicalSchema]:
        for branch in schema.any_of or (schema,):
            own = branch.reference
            yield self._schemas[own] if own else branch
