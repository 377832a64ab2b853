"""The ledger: every key of a document is used, reported, unreachable, unknown, prose or an extension.

It is drawn up over the root file after everything reachable was read. What a key means is in `ledger_keys` (by kind of
object), what a consumer does with that in `ledger_uses` and `ledger_parts`: the reader's having read a key proves
nothing. Values of examples, defaults, constants and enumerations are data; they have no keys.
"""

from __future__ import annotations

import difflib
import enum
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final, NamedTuple

from nemogen.errors import Location as Location
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.ledger_consumers import Consumer, Loss
from nemogen.openapi.ledger_keys import ANY_NAME, OPENAPI_KEYS, PROSE, Below, Key, Keys
from nemogen.openapi.ledger_parts import LOST_PARTS
from nemogen.openapi.ledger_schema_keys import SCHEMA_KEYS
from nemogen.openapi.ledger_swagger_keys import SWAGGER_KEYS
from nemogen.openapi.ledger_uses import loss_of
from nemogen.openapi.read_document import ReadDocument
from nemogen.openapi.read_parts import NAME, is_extension
from nemogen.openapi.reading import pointer_below
from nemogen.openapi.schema import Schema
from nemogen.openapi.schema_store import reachable_schemas
from nemogen.pointer import split

_MOST_PLACES: Final = 50
"""The most locations that a finding names; its count includes the others."""

_LEFT_OUT: Final = frozenset({"parameter-unreadable", "parameter-ignored", "header-ignored", "path-parameter-unused"})
"""Rules of reading that leave out the whole object at their location."""

_REPORTED_AROUND: Final = frozenset({"Link", "Tag"})
"""Classes of the model whose fields are reported with the object that they are in, not one by one."""

_WITH_EXTENSIONS: Final = frozenset({"paths", "responses"})
"""Maps of objects that may have extensions of their own."""


class Use(enum.StrEnum):
    """How a key is used."""

    USED = "used"
    REPORTED = "reported"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    PROSE = "prose"
    EXTENSION = "extension"


class Entry(NamedTuple):
    """One key: the file and the pointer of its object, the kind of that object, and how the key is used."""

    file: str
    owner: str
    kind: str
    key: str
    use: Use
    loss: Loss | None = None

    @property
    def pointer(self) -> str:
        """The location of the key."""
        return pointer_below(self.owner, self.key)


@dataclass(slots=True)
class Marks:
    """What was reported in one file: by pointer of an object its keys, and the objects that nothing is made of."""

    reported: dict[str, set[str]] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    def add(self, pointer: str, *, is_whole: bool) -> None:
        """Mark the key at a pointer as reported; `is_whole`: with all keys below it."""
        owner, _, step = pointer.rpartition("/")
        self.reported.setdefault(owner, set()).add(step.replace("~1", "/").replace("~0", "~"))
        if is_whole:
            self.left_out.add(pointer)


@dataclass(slots=True)
class Ledger:
    """The ledger of one document for one consumer. Made by `draw_up`. `marks` are by file ("" is the root file)."""

    read: ReadDocument
    consumer: Consumer
    keys: Mapping[str, Keys]
    marks: Mapping[str, Marks]
    lost: tuple[tuple[Location, Loss], ...]
    """What the consumer leaves out of fields that it uses in part."""

    def entries(self) -> Iterator[Entry]:
        """Every key of the root file, in the order of reading, and of what was read of others."""
        for file, kinds in self.read.reading.visited.items():
            of_file = _FileLedger(file, self.consumer, self.keys, self.marks[file], kinds)
            root = self.read.reading.node(file).value
            for owner, kind in kinds.items():
                value = _value_at(root, owner)
                if isinstance(value, Mapping):
                    yield from of_file.entries(value, owner, kind)

    def counts(self) -> Counter[Use]:
        """How many keys are used, reported, and so on."""
        return Counter(entry.use for entry in self.entries())

    def findings(self) -> tuple[Finding, ...]:
        """Findings about keys that the consumer does not use, and about unknown keys: one per kind, with its count."""
        groups: dict[tuple[str, str], list[Location]] = {}
        texts: dict[tuple[str, str], tuple[Level, str]] = {}
        for rule, level, message, location in (*self._entry_findings(), *self._part_findings()):
            groups.setdefault((rule, message), []).append(location)
            texts[rule, message] = level, message
        return tuple(
            Finding(
                rule,
                texts[rule, message][0],
                message,
                area="spec",
                key=found[0].pointer,
                revision=found[0],
                locations=tuple(found[1:_MOST_PLACES]),
                count=len(found),
            )
            for (rule, message), found in groups.items()
        )

    def _entry_findings(self) -> Iterator[tuple[str, Level, str, Location]]:
        names = {file: self.read.reading.file_name(file) for file in self.marks}
        for entry in self.entries():
            file = names[entry.file]
            if entry.use is Use.UNKNOWN:
                level, message = self._unknown(entry.kind, entry.key)
                yield "unknown-key", level, message, Location(file, entry.pointer)
            elif entry.use is Use.UNREACHABLE:
                is_part = not entry.kind.endswith(" names")
                message = f"`{entry.key}` of {_with_article(entry.kind)}" if is_part else split(entry.owner)[-1]
                yield (
                    "not-reachable",
                    Level.UNREACHABLE,
                    f"{message}: no operation uses it",
                    Location(file, entry.pointer),
                )
            elif entry.loss is not None:
                level = Level.RISKY if entry.loss.is_costly else Level.NOTE
                yield entry.loss.rule, level, f"`{entry.key}`: {entry.loss.message}", Location(file, entry.pointer)

    def _part_findings(self) -> Iterator[tuple[str, Level, str, Location]]:
        for location, loss in self.lost:
            yield loss.rule, Level.RISKY if loss.is_costly else Level.NOTE, loss.message, location

    def _unknown(self, kind: str, key: str) -> tuple[Level, str]:
        known = self.keys.get(kind, {})
        meant = difflib.get_close_matches(key, known, 1, 0.75) or [
            each for each in known if each.lower() == key.lower()
        ]
        hint = f"; did you mean `{meant[0]}`?" if meant else ""
        is_costly = bool(meant) and known[meant[0]] != PROSE and kind not in SCHEMA_KEYS
        return Level.RISKY if is_costly else Level.NOTE, f"`{key}` is not a key of {_with_article(kind)}{hint}"


@dataclass(frozen=True, slots=True)
class _FileLedger:
    """Classifies the keys of one file. `visited` are the kinds of its objects that were read, by pointer."""

    file: str
    consumer: Consumer
    keys: Mapping[str, Keys]
    marks: Marks
    visited: Mapping[str, str]

    def entries(self, value: JsonObject, owner: str, kind: str) -> Iterator[Entry]:
        """The keys of one object, and the names of the maps in it."""
        known, reported = self.keys.get(kind, {}), self.marks.reported.get(owner, ())
        is_left_out = owner in self.marks.left_out
        for key, child in value.items():
            row = known.get(key) or (None if is_extension(key) and not isinstance(child, list) else known.get(ANY_NAME))
            if row is None:
                yield Entry(self.file, owner, kind, key, _use_of_stranger(key, is_reported=key in reported))
            elif row == PROSE:
                yield Entry(self.file, owner, kind, key, Use.PROSE)
            elif is_left_out or key in reported:
                yield Entry(self.file, owner, kind, key, Use.REPORTED)
            else:
                yield self._of_key(owner, kind, key, child, row)
            if row is not None and row.below is Below.MAP and isinstance(child, Mapping):
                yield from self._names(child, pointer_below(owner, key), kind, key)

    def _of_key(self, owner: str, kind: str, key: str, value: JsonValue, row: Key) -> Entry:
        """A key that is in the tables, and of which nothing was reported yet."""
        loss = loss_of(row.field, self.consumer)
        if row.below in (Below.OBJECT, Below.LIST) and not self._is_read(value, pointer_below(owner, key), row):
            return Entry(self.file, owner, kind, key, Use.UNREACHABLE)
        if loss is None:
            return Entry(self.file, owner, kind, key, Use.USED)
        is_around = row.field.partition(".")[0] in _REPORTED_AROUND
        return Entry(self.file, owner, kind, key, Use.REPORTED, None if is_around else loss)

    def _is_read(self, value: JsonValue, pointer: str, row: Key) -> bool:
        """Whether the value of a key was read as an object, or reported as something else."""
        reported = self.marks.reported.get(pointer, ())
        if row.below is Below.OBJECT:
            return not isinstance(value, Mapping) or pointer in self.visited or pointer in self.marks.left_out
        if row.below is Below.LIST and isinstance(value, list):
            objects = [str(at) for at in range(len(value)) if isinstance(value[at], Mapping)]
            return all(f"{pointer}/{at}" in self.visited or at in reported for at in objects)
        return True

    def _names(self, value: JsonObject, owner: str, kind: str, map_key: str) -> Iterator[Entry]:
        """The names of a map of objects: those of components that nothing leads to are unreachable."""
        reported = self.marks.reported.get(owner, ())
        for name, child in value.items():
            pointer = pointer_below(owner, name)
            if is_extension(name) and not _is_name(child, map_key):
                use = Use.EXTENSION
            elif pointer in self.marks.left_out or name in reported:
                use = Use.REPORTED
            elif not isinstance(child, Mapping) or pointer in self.visited:
                use = Use.USED
            else:
                use = Use.UNREACHABLE
            yield Entry(self.file, owner, f"{kind} names", name, use)


def _is_name(value: JsonValue, map_key: str) -> bool:
    """Whether a member of a map that begins as an extension does is one of the things in the map: `x-request-id`."""
    return map_key == "properties" or (isinstance(value, Mapping) and map_key not in _WITH_EXTENSIONS)


def _use_of_stranger(key: str, *, is_reported: bool) -> Use:
    """The use of a key that is in no table."""
    if key == NAME:
        return Use.USED
    if is_extension(key):
        return Use.EXTENSION
    return Use.REPORTED if is_reported else Use.UNKNOWN


def draw_up(read: ReadDocument, consumer: Consumer = Consumer.CLIENT) -> Ledger:
    """The ledger of a document: reads what is left to read of it. Linear in the size of the document."""
    schemas = tuple(reachable_schemas(read.document))
    keys = SWAGGER_KEYS if read.document.version.startswith("2.") else OPENAPI_KEYS
    by_name = {read.reading.file_name(file): Marks() for file in read.reading.visited}
    for each in read.findings:
        if each.revision is not None and each.revision.file in by_name:
            by_name[each.revision.file].add(each.revision.pointer, is_whole=each.id in _LEFT_OUT)
    lost = tuple(_lost_parts(read.document, schemas, consumer))
    for location, _ in lost:
        if location.file in by_name:
            by_name[location.file].add(location.pointer, is_whole=True)
    marks = {file: by_name[read.reading.file_name(file)] for file in read.reading.visited}
    return Ledger(read, consumer, {**keys, **SCHEMA_KEYS}, marks, lost)


def check(read: ReadDocument, consumer: Consumer = Consumer.CLIENT) -> tuple[Finding, ...]:
    """Findings about keys that a consumer does not use, and about unknown keys; see `Ledger.findings`."""
    return draw_up(read, consumer).findings()


def _lost_parts(document: Document, schemas: Sequence[Schema], consumer: Consumer) -> Iterator[tuple[Location, Loss]]:
    """What the client leaves out of what it uses, each location once; the other consumers' parts are not reported."""
    seen: set[tuple[Location, Loss]] = set()
    for find in LOST_PARTS.values() if consumer is Consumer.CLIENT else ():
        for each in find(document, schemas):
            if each not in seen:
                seen.add(each)
                yield each


def _with_article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeio" else f"a {kind}"


def _value_at(root: JsonValue, pointer: str) -> JsonValue:
    value = root
    for step in split(pointer):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
