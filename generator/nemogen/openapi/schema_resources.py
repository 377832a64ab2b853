"""The schema resources of the files that were read: what `$id` sets apart (JSON Schema 2020-12 core, section 4.3.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from nemogen.openapi.document import Document
from nemogen.openapi.references import References
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target


class SchemaResources:
    """Tells which resource a schema is part of, and where the dynamic anchors are."""

    def __init__(self, reading: References) -> None:
        self._reading = reading

    def resource_of(self, target: Target) -> Target:
        """The schema with an `$id`, or the file, that a target is part of."""
        return Target(target.file, self._reading.identifiers(target.file).enclosing(target.pointer))

    def dynamic_anchors(self, name: str) -> Iterator[SchemaRef]:
        """The schemas with a `$dynamicAnchor` of this name, in all files read so far."""
        for file in [*self._reading.files]:
            for (_, anchor), pointer in self._reading.identifiers(file).anchors.items():
                node = self._reading.raw(Target(file, pointer))
                if anchor == name and isinstance(node.value, Mapping) and node.value.get("$dynamicAnchor") == name:
                    yield SchemaRef(Target(file, pointer), f"#{name}", self._reading.location(node))


def with_static_reference(node: SchemaNode, document: Document) -> SchemaNode:
    """The schema with its `$dynamicRef` as a reference like any other, where one schema alone has that anchor.

    Whatever was entered first, the reference means that one then (JSON Schema 2020-12 core, section 8.2.3.2).
    """
    if not isinstance(node, Schema) or node.identity.dynamic_target is None or document.resources is None:
        return node
    if len([*document.resources.dynamic_anchors(node.identity.dynamic_ref)]) != 1:
        return node
    identity = replace(node.identity, dynamic_ref="", dynamic_target=None)
    return replace(node, identity=identity, all_of=(*node.all_of, node.identity.dynamic_target))
