"""What of a document the recordings show, and what they never have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from nemogen.document import JsonObject
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.recordings.keywords import is_null_alone
from nemogen.recordings.operations import Operation, Operations, Part
from nemogen.recordings.recording import is_stream
from nemogen.recordings.schema_resolver import UNIONS, At, Schemas
from nemogen.recordings.values import identity, shown
from nemogen.recordings.violation import Seen, Spot

KINDS: Final = ("operation", "status", "media type", "parameter", "property", "enum value", "branch", "stream")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a document promises: where it is met (`response 200: choices[].role`), where it is written.

    `is_inside_missing`: it stands in another item that is not shown either, and goes without saying.
    """

    kind: str
    operation: str
    place: str
    pointer: str
    is_shown: bool
    is_inside_missing: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every thing that the document's operations promise, each shown by a recording or not."""

    items: tuple[Item, ...]

    @property
    def share(self) -> float:
        """What part of the items is shown, 0 to 1; 1 where there are none."""
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
        """The rows as text, then each thing that no recording shows."""
        rows = [("operation", "what", "shown", "of"), *((*row[:2], str(row[2]), str(row[3])) for row in self.counts())]
        widths = [max(len(row[at]) for row in rows) for at in range(4)]
        lines = [
            f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}"
            for row in rows
        ]
        lines += [
            f"not shown: {item.kind} {item.operation} {item.place}".rstrip()
            for item in self.missing
            if not item.is_inside_missing
        ]
        return "\n".join([*lines, f"{self.share:.1%} of {len(self.items)} is shown"])

    def as_json(self) -> JsonObject:
        """The same as data: share, counts, and what is missing."""
        counts = [dict(zip(("operation", "kind", "shown", "all"), row, strict=True)) for row in self.counts()]
        missing = [
            {"kind": item.kind, "operation": item.operation, "place": item.place, "pointer": item.pointer}
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


def measure(document: JsonObject, seen: Seen, *, ends: Mapping[str, str] | None = None) -> Coverage:
    """Coverage of a document by what a judgement has `seen` of it; `ends` is as in `judge`."""
    meter = _Meter(Schemas(document), seen, ends or {})
    return Coverage(tuple(item for operation in Operations(document).all for item in meter.operation(operation)))


@dataclass(frozen=True, slots=True)
class _Context:
    """Whose schema is looked at, and whether what holds it is shown."""

    operation: str
    part: str
    is_shown: bool


@dataclass
class _Meter:
    schemas: Schemas
    seen: Seen
    ends: Mapping[str, str]
    visited: set[str] = field(default_factory=set)

    def operation(self, operation: Operation) -> Iterator[Item]:
        whole = Item("operation", operation.name, "", operation.part.pointer, self._is_seen(operation.part.pointer))
        yield whole
        for parameter in operation.parameters:
            place = f"{parameter.value.get('in')}.{parameter.value.get('name')}"
            item = self._item("parameter", _Context(operation.name, "", whole.is_shown), place, parameter.pointer)
            yield item
            inside = _Context(operation.name, "request", item.is_shown)
            yield from self._schema(self.schemas.at(parameter.under("schema").pointer), inside, Spot(place))
        if operation.body is not None:
            yield from self._media(operation.body, _Context(operation.name, "request", whole.is_shown))
        for status, response in operation.responses.items():
            outside = _Context(operation.name, "", whole.is_shown)
            item = self._item("status", outside, status, response.pointer)
            yield item
            yield from self._media(response, _Context(operation.name, f"response {status}", item.is_shown))

    def _is_seen(self, pointer: str) -> bool:
        return pointer in self.seen.schemas

    def _item(self, kind: str, context: _Context, place: str, pointer: str, is_shown: bool | None = None) -> Item:
        is_shown = self._is_seen(pointer) if is_shown is None else is_shown
        where = f"{context.part}: {place}" if context.part else place
        return Item(kind, context.operation, where, pointer, is_shown, not context.is_shown)

    def _media(self, owner: Part, context: _Context) -> Iterator[Item]:
        given = owner.value.get("content")
        for media_type in given if isinstance(given, Mapping) else ():
            content = owner.under("content", media_type)
            item = self._item("media type", context, media_type, content.pointer)
            yield item
            inside = _Context(context.operation, f"{context.part} {media_type}", item.is_shown)
            if is_stream(media_type):
                yield from self._stream(content, inside)
            yield from self._schema(self.schemas.at(content.under("schema").pointer), inside, Spot())

    def _stream(self, content: Part, context: _Context) -> Iterator[Item]:
        for name in ["event"] + (["end"] if context.operation in self.ends else []):
            is_shown = (content.pointer, name) in self.seen.values
            yield self._item("stream", context, name, content.pointer, is_shown)

    def _schema(self, given: At, context: _Context, spot: Spot) -> Iterator[Item]:
        at = self.schemas.follow(given)
        if at.pointer in self.visited:
            return
        self.visited.add(at.pointer)
        yield from self._values(at, context, spot)
        for keyword in UNIONS:
            yield from self._branches(at, keyword, context, spot)
        for branch in at.branches("allOf"):
            yield from self._schema(branch, context, spot)
        properties = at.schema.get("properties")
        for name in properties if isinstance(properties, Mapping) else ():
            member = at.under("properties", name)
            item = self._item("property", context, spot.member(name).place, member.pointer)
            yield item
            yield from self._schema(member, replace(context, is_shown=item.is_shown), spot.member(name))
        for keyword, inner in (("items", spot.item(0)), ("additionalProperties", spot.member("", declared=False))):
            if isinstance(at.schema.get(keyword), Mapping):
                yield from self._schema(at.under(keyword), context, inner)

    def _values(self, at: At, context: _Context, spot: Spot) -> Iterator[Item]:
        values = at.schema.get("enum")
        for value in values if isinstance(values, list) and len(values) > 1 else ():
            is_shown = (at.pointer, identity(value)) in self.seen.values
            yield self._item("enum value", context, f"{spot.place} = {shown(value)}", at.pointer, is_shown)

    def _branches(self, at: At, keyword: str, context: _Context, spot: Spot) -> Iterator[Item]:
        for branch in at.branches(keyword):
            place = f"{spot.place}<{self._named(branch)}>"
            if is_null_alone(branch.schema):
                is_shown = (at.pointer, identity(None)) in self.seen.values
                yield self._item("branch", context, place, branch.pointer, is_shown)
                continue
            item = self._item("branch", context, place, branch.pointer)
            yield item
            yield from self._schema(branch, replace(context, is_shown=item.is_shown), replace(spot, place=place))

    def _named(self, branch: At) -> str:
        """What a person knows a branch by: its tag, or its type."""
        tags = [str(values[0]) for values in self.schemas.tags(branch).values() if len(values) == 1]
        kind = self.schemas.follow(branch).schema.get("type")
        return ", ".join(tags) or str(kind or "null")
