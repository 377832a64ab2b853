"""The state of writing a typed document in canonical form: what was reported, and what is still to be written."""

from __future__ import annotations

from collections import deque
from dataclasses import field
from typing import Final

from nemogen.characters import escape_unassigned
from nemogen.errors import Location, SpecError
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.read_document import ReadDocument
from nemogen.openapi.rules import finding
from nemogen.openapi.schema import SchemaNode, Target
from nemogen.openapi.schema_views import SchemaViews

_MOST_SCHEMAS: Final = 200_000
"""Schemas that any document may unfold to."""
_MOST_BY_TARGET: Final = 50
"""How many more for each schema that references lead to: a document of many megabytes has more than the above."""


@dataclass(slots=True)
class Conversion:
    """Collects the findings of one document, and the schemas that references lead to, each once.

    `ahead` holds what is still to be written, by the key that references have: the pointer of the schema.
    """

    read: ReadDocument
    views: SchemaViews
    findings: list[Finding] = field(default_factory=list)
    ahead: deque[tuple[str, SchemaNode]] = field(default_factory=deque)
    _wanted: set[str] = field(default_factory=set)
    _noted: set[tuple[str, str, Location]] = field(default_factory=set)
    _written: int = 0

    def note(self, rule: str, message: str, location: Location) -> None:
        """Report a repair, once. `message` may quote the document by `repr`, which differs between Pythons."""
        message = escape_unassigned(message)
        if (rule, message, location) not in self._noted:
            self._noted.add((rule, message, location))
            self.findings.append(finding(rule, message, location))

    def note_at(self, rule: str, message: str, key: str) -> None:
        """Like `note`, at a schema that is known by its key."""
        self.note(rule, message, Location(self.read.reading.file, key))

    def want(self, key: str, node: SchemaNode) -> None:
        """Ask once for the schema that references to `key` mean."""
        if key not in self._wanted:
            self._wanted.add(key)
            self.ahead.append((key, node))

    def key_of(self, target: Target) -> str:
        """The key of the schema at a target: its pointer, after its file where that is not the root file."""
        return f"{self.read.reading.file_name(target.file)}{target.pointer}" if target.file else target.pointer

    def key_at(self, location: Location) -> str:
        """The key of a schema by its own location; the same as `key_of` a target that leads there."""
        is_root = location.file == self.read.reading.file
        return location.pointer if is_root else f"{location.file}{location.pointer}"

    def count(self, location: Location) -> None:
        """Count one schema. Raises SpecError where references unfold to more than a real document of the size holds."""
        self._written += 1
        if self._written > _MOST_SCHEMAS + _MOST_BY_TARGET * len(self._wanted):
            raise SpecError(
                f"references unfold to more than {_MOST_SCHEMAS:,} schemas",
                where=location,
                remedy="Make the schema that is referred to a component, or shorten it with an overlay action.",
            )
