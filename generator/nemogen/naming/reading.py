"""One pass over a document: where it is, what it found to mend, and which schemas are still to be read."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from nemogen import pointer
from nemogen.characters import escape_unassigned
from nemogen.document import Json, JsonObject
from nemogen.errors import Location, SpecError
from nemogen.findings import Finding, Level
from nemogen.naming import references

NAME: Final = "x-nemogen-name"
"""The extension by which an overlay names a schema, or (dotted) an operation."""

ORIGIN: Final = "x-nemogen-origin"
"""The extension that carries, up to hoisting, the pointer of an object or a union in the document."""

TITLE: Final = "title"
"""A title that is fit for a class is kept up to hoisting: it is the first choice for the name of an inline schema."""

READ_ONLY: Final = "x-nemogen-read-only"
WRITE_ONLY: Final = "x-nemogen-write-only"
"""The extensions that carry, up to `views`, the names of an object's properties that a request, or an answer, lacks."""

VIEW: Final = "x-nemogen-view"
"""The extension that marks, up to hoisting, what requests send where answers have another schema of the same noun."""

SENT: Final = "request:"
"""What stands before the pointer of a schema where its view of requests is meant: no pointer begins so."""

_MOST_SCHEMAS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a schema stands: its pointer, that of the outermost schema around it, the references followed, how deep.

    `merged` are the schemas with an `allOf` that it came out of.
    """

    at: str
    root: str
    through: tuple[str, ...] = ()
    depth: int = 0
    merged: tuple[JsonObject, ...] = ()

    def below(self, *steps: str | int) -> Spot:
        """The spot of a schema inside this one."""
        return replace(self, at=pointer.join(self.at, *steps), depth=self.depth + 1)


@dataclass(slots=True)
class Reading:
    """One pass over a document: collects the findings, and the referenced schemas that are still to be read."""

    document: JsonObject
    file: str
    findings: list[Finding] = field(default_factory=list)
    ahead: deque[Spot] = field(default_factory=deque)
    schemas: int = 0
    _wanted: set[str] = field(default_factory=set)

    def note(self, rule: str, message: str, at: str) -> None:
        """Reports a repair. `message` may quote the document by `repr`, which differs from one Python to the next."""
        message = escape_unassigned(message)
        self.findings.append(Finding(rule, Level.NOTE, message, area="spec", revision=Location(self.file, at), key=at))

    def want(self, spot: Spot) -> None:
        """Asks once for the schema that a reference leads to."""
        if spot.at not in self._wanted:
            self._wanted.add(spot.at)
            self.ahead.append(spot)

    def count(self, at: str) -> None:
        """Counts one schema read. Raises SpecError where references unfold to more than any real document holds."""
        self.schemas += 1
        if self.schemas > _MOST_SCHEMAS:
            raise SpecError(
                f"references unfold to more than {_MOST_SCHEMAS:,} schemas",
                where=Location(self.file, at),
                remedy="Make the schema that is referred to a component, or shorten it with an overlay action.",
            )


def resolved(entry: Json, reading: Reading) -> Json:
    """`entry`, or what its `$ref` leads to (at most ten steps: a circle leads nowhere)."""
    for _ in range(10):
        if not isinstance(entry, Mapping) or not isinstance(entry.get("$ref"), str):
            return entry
        target = references.resolve(reading.document, entry["$ref"], "")
        entry = target.schema if target else None
    return None


def mapping_of(value: Json) -> JsonObject:
    """`value` where it is a mapping; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def list_of(value: Json) -> list[Json]:
    """`value` where it is a list; an empty one for anything else."""
    return value if isinstance(value, list) else []
