"""Walks the schemas of a document: what each leads to, everything that is reached, and what leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nemogen.errors import Location as Location
from nemogen.openapi.document import Document
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target
from nemogen.openapi.strong_components import strong_components


def reach(document: Document, start: Iterable[SchemaNode]) -> Iterator[Schema]:
    """Every schema that `start` leads to, each once, in the order of the document; references are followed."""
    seen: set[int] = set()
    waiting = [*start][::-1]
    while waiting:
        schema = document.resolve(waiting.pop())
        if id(schema) not in seen:
            seen.add(id(schema))
            yield schema
            waiting += [child for _, child in [*schema.children()]][::-1]


def reached_targets(document: Document, start: Iterable[SchemaNode]) -> tuple[Target, ...]:
    """The targets of all references that `start` leads to, in the order of the document; tags of unions count."""
    found: dict[Target, None] = {}
    seen: set[int] = set()
    waiting = [*start][::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, SchemaRef):
            if node.target is None or node.target in found:
                continue
            found[node.target] = None
            inner = document.resolve_target(node)
            waiting += [] if inner is None else [inner]
        elif id(node) not in seen:
            seen.add(id(node))
            waiting += [*linked(node)][::-1]
    return tuple(found)


def linked(schema: Schema) -> Iterator[SchemaNode]:
    """The schemas below a schema, and those that its discriminator and its dynamic reference name."""
    yield from (child for _, child in schema.children())
    if schema.discriminator is not None:
        yield from schema.discriminator.mapping.values()
        if schema.discriminator.default is not None:
            yield schema.discriminator.default
    if schema.identity.dynamic_target is not None:
        yield schema.identity.dynamic_target


def on_cycles(document: Document, start: Iterable[SchemaNode]) -> frozenset[Target]:
    """The targets that lead back to themselves."""
    found: set[Target] = set()

    def edges(target: Target) -> Iterable[Target]:
        return references_in(document, target)

    for component in strong_components(reached_targets(document, start), edges):
        if len(component) > 1 or component[0] in edges(component[0]):
            found.update(component)
    return frozenset(found)


def references_in(document: Document, target: Target) -> tuple[Target, ...]:
    """The targets that the schema at a target refers to, directly or from schemas written inside it."""
    node = document.resolve_target(SchemaRef(target, "", Location("")))
    found: dict[Target, None] = {}
    waiting = [] if node is None else [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, SchemaRef):
            if node.target is not None:
                found[node.target] = None
        else:
            waiting += linked(node)
    return tuple(found)
