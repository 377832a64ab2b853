"""What the readers of a schema's keywords share: reading values of the right kind, and noting the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonObject, JsonValue, as_number, unique
from nemogen.openapi.reading import RawNode, Reading
from nemogen.openapi.schema import Number, Schema, SchemaNode


@dataclass(frozen=True, slots=True)
class KeywordReader:
    """One raw schema. `read` reads a schema below it; each method reads a keyword and notes what it cannot read."""

    node: RawNode
    raw: JsonObject
    location: Location
    reading: Reading
    read: Callable[[RawNode], SchemaNode]

    def note(self, rule: str, message: str, keyword: str) -> None:
        """Report something about a keyword, at its location."""
        self.reading.note(rule, message, self.reading.location(self.node.child(keyword)))

    def unreadable(self, keyword: str, expected: str) -> None:
        """Report that a keyword has a value of a wrong kind and is ignored."""
        self.note("keyword-unreadable", f"`{keyword}` is not {expected}: ignored", keyword)

    def number(self, keyword: str) -> Number | None:
        """A finite number."""
        if keyword not in self.raw:
            return None
        found = as_number(self.raw[keyword])
        if found is None:
            self.unreadable(keyword, "a finite number")
        return found

    def count(self, keyword: str, implied: int = 0) -> int | None:
        """A whole number that is not negative; None if it is `implied`, the limit of a schema without the keyword (-1:
        none)."""
        found = self.number(keyword)
        if found is None:
            return None
        if not isinstance(found, int) or found < 0:
            self.unreadable(keyword, "a whole number that is not negative")
            return None
        return None if found == implied else found

    def flag(self, keyword: str) -> bool:
        """True or false; false where the keyword is missing."""
        value = self.raw.get(keyword, False)
        if not isinstance(value, bool):
            self.unreadable(keyword, "true or false")
            return False
        return value

    def text(self, keyword: str) -> str:
        """A text, "" where the keyword is missing."""
        value = self.raw.get(keyword, "")
        if not isinstance(value, str):
            self.unreadable(keyword, "a text")
            return ""
        return value

    def texts(self, keyword: str) -> tuple[str, ...]:
        """The texts of a list, each once."""
        if keyword not in self.raw:
            return ()
        found = listed(self.raw[keyword])
        if found is None or not all(isinstance(item, str) for item in found):
            self.unreadable(keyword, "a list of texts")
        return unique(item for item in found or () if isinstance(item, str))

    def schema(self, keyword: str) -> SchemaNode | None:
        """The schema that a keyword holds."""
        return self.read(self.node.child(keyword)) if keyword in self.raw else None

    def schemas(self, keyword: str) -> tuple[SchemaNode, ...]:
        """The schemas of a list."""
        if keyword not in self.raw:
            return ()
        if listed(self.raw[keyword]) is None:
            self.unreadable(keyword, "a list of schemas")
        return tuple(self.read(item) for item in self.node.child(keyword).items())

    def members(self, keyword: str) -> Iterator[tuple[str, RawNode]]:
        """The members of the object that a keyword holds."""
        if keyword not in self.raw:
            return
        if not isinstance(self.raw[keyword], Mapping):
            self.unreadable(keyword, "an object")
        yield from self.node.child(keyword).members()

    def named(self, keyword: str) -> dict[str, SchemaNode]:
        """The schemas of an object, by name."""
        return {name: self.read(member) for name, member in self.members(keyword)}


def listed(value: JsonValue) -> Sequence[JsonValue] | None:
    """The value where it is an array, or None."""
    return value if isinstance(value, Sequence) and not isinstance(value, str) else None


def says_nothing(node: SchemaNode | None) -> bool:
    """Whether it is a schema that allows whatever it speaks of; annotations do not count."""
    return isinstance(node, Schema) and node == Schema(node.location, annotations=node.annotations)


def unless_open(node: SchemaNode | None) -> SchemaNode | None:
    """The schema, or None where it says nothing."""
    return read_open(node)[0]


def read_open(node: SchemaNode | None) -> tuple[SchemaNode | None, bool]:
    """The schema, or None and true where it says nothing: what it speaks of is allowed in so many words."""
    return (None, True) if says_nothing(node) else (node, False)
