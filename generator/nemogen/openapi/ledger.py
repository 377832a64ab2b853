"""The ledger: every key of a document is used, reported, unreachable, unknown, prose or an extension.

It is drawn up over the root file after everything reachable was read. What a key means is in `ledger_keys` (by kind of
object), what a consumer does with that in `ledger_uses` and `ledger_parts`: the reader's having read a key proves
nothing. Values of examples, defaults, constants and enumerations are data; they have no keys.
"""

from __future__ import annotations

import difflib
import enum
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from nemogen.errors import Location as Location
from nemogen.findings import Finding, Level
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.ledger_keys import ANY_NAME, OPENAPI_KEYS, PROSE, Below, Key, Keys
from nemogen.openapi.ledger_parts import LOST_PARTS
from nemogen.openapi.ledger_schema_keys import SCHEMA_KEYS
from nemogen.openapi.ledger_swagger_keys import SWAGGER_KEYS
from nemogen.openapi.ledger_uses import Consumer, Loss, loss_of
from nemogen.openapi.read_document import ReadDocument
from nemogen.openapi.read_parts import NAME, is_extension
from nemogen.openapi.reading import pointer_below
from nemogen.pointer import split

_MOST_PLACES: Final = 50
"""Locations that a finding names; its count tells of all."""

_LEFT_OUT: Final = frozenset({"parameter-unreadable", "parameter-ignored", "header-ignored", "path-parameter-unused"})
"""Rules of reading that leave out the whole object at their location."""

_REPORTED_AROUND: Final = frozenset({"Callback", "Link", "Encoding", "OAuthFlow", "Header", "Tag", "ServerVariable"})
"""Classes of the model whose fields are reported with the object that they stand in, not one by one."""


class Use(enum.StrEnum):
    """What becomes of a key."""

    USED = "used"
    REPORTED = "reported"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    PROSE = "prose"
    EXTENSION = "extension"


class Entry(NamedTuple):
    """One key: the pointer of its object, the kind of that object, and what becomes of the key."""

    owner: str
    kind: str
    key: str
    use: Use
    loss: Loss | None = None

    @property
    def pointer(self) -> str:
        """Where the key stands."""
        return pointer_below(self.owner, self.key)


@dataclass(slots=True)
class Ledger:
    """The ledger of one document for one consumer. Made by `draw_up`."""

    read: ReadDocument
    consumer: Consumer
    keys: Mapping[str, Keys]
    reported: dict[str, set[str]] = field(default_factory=dict)
    """By pointer of an object, its keys at which something was reported."""
    left_out: set[str] = field(default_factory=set)
    """The pointers of objects that nothing is made of."""
    lost: tuple[tuple[Location, Loss], ...] = ()
    """What the consumer leaves out of fields that it uses in part."""

    def entries(self) -> Iterator[Entry]:
        """Every key of the root file, in the order of reading; nothing below what is not read."""
        root = self.read.reading.node().value
        for owner, kind in self.read.reading.visited[""].items():
            value = _value_at(root, owner)
            if isinstance(value, Mapping):
                yield from self._of_object(value, owner, kind)

    def counts(self) -> Counter[Use]:
        """How many keys are used, reported, and so on."""
        return Counter(entry.use for entry in self.entries())

    def findings(self) -> tuple[Finding, ...]:
        """What the consumer does not do with the document, and keys that nobody knows: one finding a kind, counted."""
        groups: dict[tuple[str, str], list[Location]] = {}
        texts: dict[tuple[str, str], tuple[Level, str]] = {}
        for rule, level, message, location in (*self._told_entries(), *self._told_parts()):
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

    def _told_entries(self) -> Iterator[tuple[str, Level, str, Location]]:
        file = self.read.reading.file
        for entry in self.entries():
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

    def _told_parts(self) -> Iterator[tuple[str, Level, str, Location]]:
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

    def _of_object(self, value: JsonObject, owner: str, kind: str) -> Iterator[Entry]:
        known, reported = self.keys.get(kind, {}), self.reported.get(owner, ())
        is_left_out = owner in self.left_out
        for key, child in value.items():
            row = known.get(key) or (None if is_extension(key) else known.get(ANY_NAME))
            if row is None:
                use = Use.EXTENSION if is_extension(key) else Use.REPORTED if key in reported else Use.UNKNOWN
                yield Entry(owner, kind, key, Use.USED if key == NAME else use)
            elif row == PROSE:
                yield Entry(owner, kind, key, Use.PROSE)
            else:
                is_told = is_left_out or key in reported
                yield (
                    self._of_key(owner, kind, key, child, row) if not is_told else Entry(owner, kind, key, Use.REPORTED)
                )
                if row.below is Below.MAP and isinstance(child, Mapping):
                    yield from self._names(child, pointer_below(owner, key), kind, row)

    def _of_key(self, owner: str, kind: str, key: str, value: JsonValue, row: Key) -> Entry:
        """A key that is in the tables, and of which nothing was reported yet."""
        loss = loss_of(row.field, self.consumer)
        if row.below in (Below.OBJECT, Below.LIST) and not self._is_read(value, pointer_below(owner, key), row):
            return Entry(owner, kind, key, Use.UNREACHABLE)
        if loss is None:
            return Entry(owner, kind, key, Use.USED)
        is_around = row.field.partition(".")[0] in _REPORTED_AROUND
        return Entry(owner, kind, key, Use.REPORTED, None if is_around else loss)

    def _is_read(self, value: JsonValue, pointer: str, row: Key) -> bool:
        """Whether what stands below a key was read as an object, or reported as something else."""
        visited, reported = self.read.reading.visited[""], self.reported.get(pointer, ())
        if row.below is Below.OBJECT:
            return not isinstance(value, Mapping) or pointer in visited or pointer in self.left_out
        if row.below is Below.LIST and isinstance(value, list):
            objects = [str(at) for at in range(len(value)) if isinstance(value[at], Mapping)]
            return all(f"{pointer}/{at}" in visited or at in reported for at in objects)
        return True

    def _names(self, value: JsonObject, owner: str, kind: str, row: Key) -> Iterator[Entry]:
        """The names of a map of objects: those of components that nothing leads to are unreachable."""
        visited, reported = self.read.reading.visited[""], self.reported.get(owner, ())
        for name, child in value.items():
            pointer = pointer_below(owner, name)
            if is_extension(name) and row.field != "ObjectRules.properties":
                use = Use.EXTENSION
            elif pointer in self.left_out or name in reported:
                use = Use.REPORTED
            elif not isinstance(child, Mapping) or pointer in visited:
                use = Use.USED
            else:
                use = Use.UNREACHABLE
            yield Entry(owner, f"{kind} names", name, use)


def draw_up(read: ReadDocument, consumer: Consumer = Consumer.CLIENT) -> Ledger:
    """The ledger of a document: reads what is left to read of it. Linear in the size of the document."""
    read.read_reachable()
    keys = SWAGGER_KEYS if read.document.version.startswith("2.") else OPENAPI_KEYS
    ledger = Ledger(read, consumer, {**keys, **SCHEMA_KEYS})
    for each in read.findings:
        if each.revision is not None and each.revision.file == read.reading.file:
            _mark(ledger, each.revision.pointer, is_whole=each.id in _LEFT_OUT)
    ledger.lost = tuple(_lost_parts(read, consumer))
    for location, _ in ledger.lost:
        if location.file == read.reading.file:
            _mark(ledger, location.pointer, is_whole=True)
    return ledger


def check(read: ReadDocument, consumer: Consumer = Consumer.CLIENT) -> tuple[Finding, ...]:
    """What a consumer does not do with a document, and keys that nobody knows; see `Ledger.findings`."""
    return draw_up(read, consumer).findings()


def _mark(ledger: Ledger, pointer: str, *, is_whole: bool) -> None:
    owner, _, step = pointer.rpartition("/")
    ledger.reported.setdefault(owner, set()).add(step.replace("~1", "/").replace("~0", "~"))
    if is_whole:
        ledger.left_out.add(pointer)


def _lost_parts(read: ReadDocument, consumer: Consumer) -> Iterator[tuple[Location, Loss]]:
    """What the client leaves out of what it uses, each location once; the other consumers' parts are not told."""
    seen: set[tuple[Location, Loss]] = set()
    for find in LOST_PARTS.values() if consumer is Consumer.CLIENT else ():
        for each in find(read.document):
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
