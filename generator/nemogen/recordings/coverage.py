"""Measures which parts of a document the recordings show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from nemogen.document import JsonObject
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document, MediaType, Operation
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.recordings.operations import sent_parameters
from nemogen.recordings.parameters import schema_of
from nemogen.recordings.recording import is_stream
from nemogen.recordings.schemas import Schemas, pointer_of
from nemogen.recordings.validate_exchange import event_schema
from nemogen.recordings.values import identity, shown
from nemogen.recordings.violation import Seen, ValuePath

KINDS: Final = ("operation", "status", "media type", "parameter", "property", "enum value", "variant", "stream")


@dataclass(frozen=True, slots=True)
class Item:
    """One item that a document promises: where it occurs (`response 200: choices[].role`) and where it is defined.

    `is_inside_missing`: it is inside another item that is not shown, so it is not listed on its own.
    """

    kind: str
    operation: str
    text: str
    pointer: str
    is_shown: bool
    is_inside_missing: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every item that the document's operations promise, each shown by a recording or not."""

    items: tuple[Item, ...]

    @property
    def share(self) -> float:
        """The share of items that is shown, from 0 to 1; 1 if there are none."""
        return sum(item.is_shown for item in self.items) / len(self.items) if self.items else 1.0

    @property
    def missing(self) -> tuple[Item, ...]:
        """The items that no recording shows."""
        return tuple(item for item in self.items if not item.is_shown)

    def counts(self) -> tuple[tuple[str, str, int, int], ...]:
        """Rows of a table: operation, kind, how many are shown, how many there are."""
        every = Counter((item.operation, item.kind) for item in self.items)
        met = Counter((item.operation, item.kind) for item in self.items if item.is_shown)
        operations = dict.fromkeys(item.operation for item in self.items)
        keys = [(operation, kind) for operation in operations for kind in KINDS if (operation, kind) in every]
        return tuple((*key, met[key], every[key]) for key in keys)

    def table(self) -> str:
        """The rows as text, then each item that no recording shows."""
        rows = [("operation", "what", "shown", "of"), *((*row[:2], str(row[2]), str(row[3])) for row in self.counts())]
        widths = [max(len(row[at]) for row in rows) for at in range(4)]
        lines = [
            f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}"
            for row in rows
        ]
        lines += [
            f"not shown: {item.kind} {item.operation} {item.text}".rstrip()
            for item in self.missing
            if not item.is_inside_missing
        ]
        return "\n".join([*lines, f"{self.share:.1%} of {len(self.items)} is shown"])

    def as_json(self) -> JsonObject:
        """The same as data: share, counts, and what is missing."""
        counts = [dict(zip(("operation", "kind", "shown", "all"), row, strict=True)) for row in self.counts()]
        missing = [
            {"kind": item.kind, "operation": item.operation, "place": item.text, "pointer": item.pointer}
            for item in self.missing
        ]
        return {"share": round(self.share, 4), "counts": counts, "missing": missing}

    def finding(self, min_coverage: float, *, file: str) -> Finding | None:
        """The finding `recordings-not-covering` (error) where less than `min_coverage` (0 to 1) is shown."""
        if self.share >= min_coverage:
            return None
        shown_share = f"the recordings show {self.share:.1%} of the spec, less than {min_coverage:.1%}"
        message = f"{shown_share}: nemogen test --coverage lists the rest"
        return Finding("recordings-not-covering", Level.ERROR, message, area="recordings", revision=Location(file))


def measure(document: Document, seen: Seen, *, ends: Mapping[str, str] | None = None) -> Coverage:
    """Coverage of a document, computed from what a judgement has `seen` of it; `ends` is as in `judge`."""
    meter = _Meter(Schemas(document), seen, ends or {})
    return Coverage(tuple(item for operation in document.operations for item in meter.measure(operation)))


@dataclass(frozen=True, slots=True)
class _Context:
    """Whose schema is being visited, and whether its container is shown."""

    operation: str
    part: str
    is_shown: bool


@dataclass
class _Meter:
    schemas: Schemas
    seen: Seen
    ends: Mapping[str, str]
    visited: set[int] = field(default_factory=set)

    def measure(self, operation: Operation) -> Iterator[Item]:
        pointer, name = operation.location.pointer, operation.label
        whole = Item("operation", name, "", pointer, self._is_seen(pointer))
        yield whole
        for parameter in sent_parameters(operation):
            text = f"{parameter.location_in}.{parameter.name}"
            outside = _Context(name, "", whole.is_shown)
            item = self._item("parameter", outside, text, parameter.location.pointer)
            yield item
            inside = _Context(name, "request", item.is_shown)
            yield from self._schema(schema_of(parameter), inside, ValuePath(text))
        if operation.body is not None:
            yield from self._content(operation.body.content, _Context(name, "request", whole.is_shown))
        for response in operation.responses:
            status = response.status
            item = self._item("status", _Context(name, "", whole.is_shown), status, response.location.pointer)
            yield item
            yield from self._content(response.content, _Context(name, f"response {status}", item.is_shown))

    def _is_seen(self, pointer: str) -> bool:
        return pointer in self.seen.schemas

    def _item(self, kind: str, context: _Context, text: str, pointer: str, is_shown: bool | None = None) -> Item:
        is_shown = self._is_seen(pointer) if is_shown is None else is_shown
        where = f"{context.part}: {text}" if context.part else text
        return Item(kind, context.operation, where, pointer, is_shown, not context.is_shown)

    def _content(self, content: Sequence[MediaType], context: _Context) -> Iterator[Item]:
        for media in content:
            item = self._item("media type", context, media.name, media.location.pointer)
            yield item
            inside = _Context(context.operation, f"{context.part} {media.name}", item.is_shown)
            if is_stream(media.name):
                yield from self._stream(media, inside)
                yield from self._schema(event_schema(media, self.schemas), inside, ValuePath())
            else:
                yield from self._schema(media.schema, inside, ValuePath())

    def _stream(self, media: MediaType, context: _Context) -> Iterator[Item]:
        pointer = media.location.pointer
        for name in ["event"] + (["end"] if context.operation in self.ends else []):
            yield self._item("stream", context, name, pointer, (pointer, name) in self.seen.values)

    def _schema(self, node: SchemaNode | None, context: _Context, path: ValuePath) -> Iterator[Item]:
        schema = None if node is None else self.schemas.resolve(node)
        if schema is None or id(schema) in self.visited:
            return
        self.visited.add(id(schema))
        yield from self._values(schema, context, path)
        yield from self._branches(schema, context, path)
        for member in schema.all_of:
            yield from self._schema(member, context, path)
        for name, member in schema.objects.properties.items():
            item = self._item("property", context, path.member(name).text, pointer_of(member))
            yield item
            yield from self._schema(member, replace(context, is_shown=item.is_shown), path.member(name))
        for item_node in (*schema.arrays.prefix_items, schema.arrays.items):
            yield from self._schema(item_node, context, path.item(0))
        others = (*schema.objects.pattern_properties.values(), schema.objects.additional_properties)
        for other in others:
            yield from self._schema(other, context, path.member("", declared=False))

    def _values(self, schema: Schema, context: _Context, path: ValuePath) -> Iterator[Item]:
        values = [each.value for each in schema.enum or ()]
        for value in values if len(values) > 1 else ():
            is_shown = (pointer_of(schema), identity(value)) in self.seen.values
            yield self._item("enum value", context, f"{path.text} = {shown(value)}", pointer_of(schema), is_shown)

    def _branches(self, schema: Schema, context: _Context, path: ValuePath) -> Iterator[Item]:
        """The variants of a union; null counts as one if there are several others."""
        for branch in (*schema.one_of, *schema.any_of):
            text = f"{path.text}<{self._name(branch)}>"
            item = self._item("variant", context, text, pointer_of(branch))
            yield item
            yield from self._schema(branch, replace(context, is_shown=item.is_shown), replace(path, text=text))
        if schema.nullable and (schema.one_of or schema.any_of):
            is_shown = (pointer_of(schema), identity(None)) in self.seen.values
            yield self._item("variant", context, f"{path.text}<null>", pointer_of(schema), is_shown)

    def _name(self, branch: SchemaNode) -> str:
        """The readable name of a variant: its tag or its type."""
        tags = [str(values[0]) for values in self.schemas.tags(branch).values() if len(values) == 1]
        return ", ".join(tags) or " or ".join(self.schemas.types(branch)) or "any value"
