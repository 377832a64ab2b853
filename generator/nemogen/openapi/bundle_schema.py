"""Writes a schema with everything that it leads to as one text of JSON Schema 2020-12, for a validator.

References become references into `$defs`. Where a `$dynamicRef` is among what is reached, its meaning depends on the
schema resources (`$id`) that a validator has entered: then each resource is written as one, under a name of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field, replace
from typing import Final

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document, Resources
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target
from nemogen.openapi.write_schema import WriteOptions, write_schema

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A schema as one text. `targets` maps each name in its `$defs` to its schema in the document."""

    schema: Mapping[str, JsonValue]
    targets: Mapping[str, Target]


def bundle_schema(
    document: Document,
    node: SchemaNode,
    resources: Resources | None = None,
    *,
    not_required: Callable[[Schema], Collection[str]] = lambda _: (),
    accepts_pattern: Callable[[str], bool] = lambda _: True,
) -> Bundle:
    """The schema `node` and all that it leads to.

    `resources` are those of the document unless given. `not_required` and `accepts_pattern`: see `WriteOptions`.
    """
    bundler = _Bundler(document, document.resources if resources is None else resources)
    bundler.collect(node)
    options = WriteOptions(
        bundler.reference, has_annotations=False, not_required=not_required, accepts_pattern=accepts_pattern
    )
    return bundler.write(node, replace(options, moved=bundler.moved) if bundler.dynamic_names else options)


@dataclass(slots=True)
class _Bundler:
    document: Document
    resources: Resources | None
    names: dict[Target, str] = field(default_factory=dict)
    dynamic_names: set[str] = field(default_factory=set)
    _identified: list[Target] = field(default_factory=list)
    _uris: dict[Target, str] = field(default_factory=dict)

    def collect(self, node: SchemaNode) -> None:
        """Name everything that `node` leads to."""
        self._walk([node])
        known = -1
        while self.dynamic_names and known < len(self.names):
            known = len(self.names)
            self._walk([anchor for name in sorted(self.dynamic_names) for anchor in self._anchors(name)])
            for target in self._identified:
                self._name(target)

    def _walk(self, waiting: list[SchemaNode]) -> None:
        while waiting:
            node = waiting.pop()
            if isinstance(node, Schema):
                waiting += (child for _, child in node.children())
                waiting += self._identity(node)
            elif node.target is not None and self._name(node.target):
                found = self.document.resolve_target(node)
                waiting += [] if found is None else [found]

    def _identity(self, schema: Schema) -> Iterable[SchemaNode]:
        identity = schema.identity
        if identity.target is not None and (identity.id or identity.dynamic_anchors):
            self._identified.append(identity.target)
        if identity.dynamic_target is not None:
            self.dynamic_names.add(identity.dynamic_ref)
            yield identity.dynamic_target

    def _anchors(self, name: str) -> Iterable[SchemaRef]:
        return () if self.resources is None else self.resources.dynamic_anchors(name)

    def _name(self, target: Target) -> bool:
        """Name a target; false where it has a name."""
        if target in self.names:
            return False
        self.names[target] = f"s{len(self.names)}"
        return True

    def moved(self, schema: Schema) -> Target | None:
        """The target of a schema with identifiers: it is written once, as a part of its own resource."""
        return schema.identity.target if schema.identity.target in self.names else None

    def reference(self, target: Target) -> str:
        return f"{self._uri(target) if self.dynamic_names else ''}#/$defs/{self.names[target]}"

    def _uri(self, target: Target) -> str:
        resource = target if self.resources is None else self.resources.resource_of(target)
        return self._uris.setdefault(resource, f"urn:nemogen:{len(self._uris)}")

    def write(self, node: SchemaNode, options: WriteOptions) -> Bundle:
        written = {target: self._definition(target, options) for target in self.names}
        root = {"$schema": DIALECT, **write_schema(node, options)}
        targets = {name: target for target, name in self.names.items()}
        if not self.dynamic_names:
            return Bundle({**root, "$defs": {self.names[target]: each for target, each in written.items()}}, targets)
        resources: dict[str, dict[str, JsonValue]] = {}
        for target, each in written.items():
            resources.setdefault(self._uri(target), {})[self.names[target]] = each
        definitions: dict[str, JsonValue] = {uri: {"$id": uri, "$defs": each} for uri, each in resources.items()}
        return Bundle({**root, "$defs": definitions}, targets)

    def _definition(self, target: Target, options: WriteOptions) -> Mapping[str, JsonValue]:
        node = self.document.resolve_target(SchemaRef(target, "", Location("")))
        if node is None:
            return {}
        written = write_schema(node, options)
        if isinstance(node, Schema) and node.identity.dynamic_anchors and self.dynamic_names:
            written["$dynamicAnchor"] = node.identity.dynamic_anchors[0]
        return written
