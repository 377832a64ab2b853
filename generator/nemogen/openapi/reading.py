"""What all readers share: raw nodes that know their location, references, and what was found and visited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import Target


def pointer_below(pointer: str, key: str) -> str:
    """The pointer of the member `key`: as `pointer.join`, for the one step that reading takes millions of times."""
    if "~" in key or "/" in key:
        key = key.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{key}"


@dataclass(frozen=True, slots=True)
class RawNode:
    """A raw value, its file ("" is the root file) and its JSON Pointer there."""

    value: JsonValue
    file: str
    pointer: str

    def child(self, key: str | int) -> RawNode:
        """The value below `key`; None as value where there is none."""
        value: JsonValue = None
        if isinstance(key, str) and isinstance(self.value, dict | Mapping):  # isinstance is much faster for a dict
            value = self.value.get(key)
        elif isinstance(self.value, Sequence) and not isinstance(self.value, str) and isinstance(key, int):
            value = self.value[key] if 0 <= key < len(self.value) else None
        return RawNode(value, self.file, pointer_below(self.pointer, str(key)))

    def members(self) -> Iterator[tuple[str, RawNode]]:
        """The members of an object in its order; none where the value is not an object."""
        if isinstance(self.value, Mapping):
            for key in self.value:
                yield str(key), self.child(key)

    def items(self) -> Iterator[RawNode]:
        """The items of an array; none where the value is not an array."""
        if isinstance(self.value, Sequence) and not isinstance(self.value, str):
            for index in range(len(self.value)):
                yield self.child(index)


class Reading(Protocol):
    """The state of reading one document. Implemented by `references.py` over text that was parsed."""

    def note(self, rule: str, message: str, location: Location) -> None:
        """Report a repair or something that is not supported, once for each rule and location."""

    def visit(self, node: RawNode, kind: str) -> None:
        """Tell the ledger that the object at `node` was read as an object of this kind ("schema", "operation", …)."""

    def location(self, node: RawNode) -> Location:
        """The location of a node: the name of its file as a user knows it, and its pointer."""

    def follow(self, text: str, node: RawNode, scope: str = "") -> Target | None:
        """The target of the reference `text` at `node`, after percent-decoding; references are not chained.

        `scope` is the pointer of the outermost schema around it, for references that are relative to their own schema.
        None, and a note, where it leads nowhere.
        """

    def raw(self, target: Target) -> RawNode:
        """The raw node at a target that `follow` gave."""

    @property
    def ignores_siblings(self) -> bool:
        """Whether keywords beside `$ref` in a schema are ignored: Swagger 2.0 and OpenAPI 3.0."""
