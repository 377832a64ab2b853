"""Path items and their operations: of paths, webhooks and callbacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, Protocol

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import (
    Callback,
    Operation,
    Parameter,
    RequestBody,
    Response,
    SecurityRequirement,
    SecurityScheme,
    Server,
    Webhook,
)
from nemogen.openapi.read_parameters import combine
from nemogen.openapi.read_parts import (
    NAME,
    entries,
    extensions,
    follow_part,
    location_of,
    note_malformed,
    read_flag,
    read_text,
    read_texts,
)
from nemogen.openapi.read_security import read_requirements
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References

METHODS: Final = ("get", "put", "post", "delete", "patch", "head", "options", "trace", "query")
"""The methods that a path item has keys for, in the order in which its operations are read."""

_LOST: Final = "the operation is left out"
_ITEM_LOST: Final = "the operations are left out"
_PATH: Final = re.compile(r"([^{}]|\{[^{}]+\})*")


@dataclass(frozen=True, slots=True)
class InEffect:
    """What holds for an operation that does not say it itself: of the document, or of its path item."""

    servers: tuple[Server, ...]
    security: tuple[SecurityRequirement, ...]
    security_node: RawNode
    is_own: bool = False


class OperationParts(Protocol):
    """How a family of versions spells what an operation takes and gives."""

    def read_parameters(self, owner: RawNode, *, is_shared: bool) -> tuple[Parameter, ...]:
        """The parameters of a path item (`is_shared`) or an operation."""

    def read_body(self, operation: RawNode, item: RawNode) -> RequestBody | None:
        """The request body of an operation of a path item."""

    def read_responses(self, operation: RawNode) -> tuple[Response, ...]:
        """The responses of an operation."""

    def read_servers(self, owner: RawNode) -> tuple[Server, ...] | None:
        """The servers of a path item or an operation; None if it has none of its own."""


@dataclass(slots=True)
class OperationReader:
    """Reads the operations of one document. `schemes` are its security schemes; those that are URIs are added."""

    reading: References
    parts: OperationParts
    schemes: dict[str, SecurityScheme]
    in_effect: InEffect

    def read_paths(self, node: RawNode) -> Iterator[Operation]:
        """The operations under `paths`, in the order of the document."""
        for path, entry in entries(node, "operations", self.reading, has_extensions=True):
            if not _PATH.fullmatch(path):
                message = f"`{path}` is not a path template: its operations are left out"
                self.reading.note("path-unreadable", message, self.reading.location(entry))
                continue
            whole = path if path.startswith("/") else f"/{path}"
            if whole != path:
                message = f"`{path}` does not begin with a slash: one is put before it"
                self.reading.note("path-without-slash", message, self.reading.location(entry))
            yield from self._read_item(whole, entry, whole)

    def read_webhooks(self, node: RawNode) -> Iterator[Webhook]:
        """The operations under `webhooks`, in the order of the document."""
        for name, entry in entries(node, "webhooks", self.reading):
            operations = tuple(self._read_item(name, entry, None))
            yield Webhook(name, operations, self.reading.location(entry))

    def _read_item(
        self, path: str, entry: RawNode, template: str | None, around: frozenset[tuple[str, str]] = frozenset()
    ) -> Iterator[Operation]:
        """The operations of a path item. `around` are the callbacks that enclose it, by file and pointer."""
        item = self._follow_item(entry)
        if item is None:
            return
        in_effect = self._within(item, self.in_effect)
        shared = self.parts.read_parameters(item, is_shared=True)
        for method, node in self._methods(item):
            operation = follow_part(node, "operation", self.reading, _LOST)
            if operation is None:
                continue
            own = self.parts.read_parameters(operation, is_shared=False)
            yield replace(
                self._read_operation(operation, self._within(operation, in_effect), around),
                method=method,
                path=path,
                parameters=combine(template, operation, shared, own, self.reading),
                body=self.parts.read_body(operation, item),
                shared_summary=read_text(item, "summary", self.reading),
                shared_description=read_text(item, "description", self.reading),
            )

    def _within(self, owner: RawNode, in_effect: InEffect) -> InEffect:
        """What is in effect inside a path item or an operation."""
        servers = self.parts.read_servers(owner)
        if servers is not None:
            in_effect = replace(in_effect, servers=servers)
        security = owner.child("security")
        if security.value is None:
            return in_effect
        requirements = read_requirements(security, self.schemes, self.reading)
        return replace(in_effect, security=requirements, security_node=security, is_own=True)

    def _follow_item(self, entry: RawNode) -> RawNode | None:
        """A path item. Keys beside its `$ref` win over those of its target."""
        item = follow_part(entry, "path item", self.reading, _ITEM_LOST)
        if item is None or item.pointer == entry.pointer or not isinstance(entry.value, Mapping):
            return item
        beside = {key: value for key, value in entry.value.items() if key != "$ref"}
        if not beside or not isinstance(item.value, Mapping):
            return item
        message = "members beside the `$ref` of a path item: those here win"
        self.reading.note("path-item-sibling", message, self.reading.location(entry))
        return _Layered({**item.value, **beside}, item.file, item.pointer, entry, frozenset(beside))

    def _methods(self, item: RawNode) -> Iterator[tuple[str, RawNode]]:
        """The operations of a path item by method: first those that OpenAPI has a key for."""
        if not isinstance(item.value, Mapping):
            return
        for method in METHODS:
            if method in item.value:
                yield method, item.child(method)
        for method, node in entries(item.child("additionalOperations"), "operations", self.reading):
            if method.lower() not in METHODS:
                yield method, node
            elif method.lower() not in item.value:
                message = f"`{method}` has a key of its own in a path item: read as that"
                self.reading.note("additional-operation-misplaced", message, self.reading.location(node))
                yield method.lower(), node
            else:
                note_malformed(node, f"only one {method} is allowed", self.reading, is_costly=True)

    def _read_operation(self, node: RawNode, in_effect: InEffect, around: frozenset[tuple[str, str]]) -> Operation:
        """An operation without its path, parameters and body."""
        reading = self.reading
        return Operation(
            method="",
            path="",
            operation_id=read_text(node, "operationId", reading),
            tags=read_texts(node.child("tags"), reading),
            responses=self.parts.read_responses(node),
            security=in_effect.security,
            security_is_own=in_effect.is_own,
            security_location=reading.location(in_effect.security_node),
            servers=in_effect.servers,
            callbacks=tuple(self._read_callbacks(node.child("callbacks"), around)),
            deprecated=read_flag(node, "deprecated", reading) is True,
            summary=read_text(node, "summary", reading),
            description=read_text(node, "description", reading),
            external_docs=read_text(node.child("externalDocs"), "url", reading),
            name=self._read_name(node),
            extensions=extensions(node),
            location=reading.location(node),
        )

    def _read_name(self, node: RawNode) -> str:
        name = node.child(NAME)
        if name.value is not None and not isinstance(name.value, str):
            message = f"`{NAME}` of an operation is a dotted name: left out"
            self.reading.note("name-unfit", message, location_of(node, NAME, self.reading))
        return name.value if isinstance(name.value, str) else ""

    def _read_callbacks(self, node: RawNode, around: frozenset[tuple[str, str]]) -> Iterator[Callback]:
        for name, entry in entries(node, "callbacks", self.reading):
            callback = follow_part(entry, "callback", self.reading)
            if callback is None:
                continue
            at = (callback.file, callback.pointer)
            if at in around:
                message = f"the callback `{name}` contains itself: left out"
                self.reading.note("callback-circular", message, self.reading.location(entry))
                continue
            for expression, item in entries(callback, "", self.reading, has_extensions=True):
                operations = tuple(self._read_item(expression, item, None, around | {at}))
                yield Callback(name, expression, operations, self.reading.location(item))


@dataclass(frozen=True, slots=True)
class _Layered(RawNode):
    """A path item with members of two locations: those of `beside` are at `upper`, the others at the node's pointer."""

    upper: RawNode
    beside: frozenset[str]

    def child(self, key: str | int) -> RawNode:
        """The value of `key`, with its location."""
        return self.upper.child(key) if key in self.beside else RawNode.child(self, key)
