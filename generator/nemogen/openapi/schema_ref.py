"""How a schema refers to another: by a reference, or by the values of a discriminator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference means: a file of the document ("" is the root file) and a JSON Pointer in it."""

    file: str
    pointer: str

    @property
    def component(self) -> str | None:
        """The name of the component under components/schemas that this is, or None."""
        head, _, name = self.pointer.rpartition("/")
        return name.replace("~1", "/").replace("~0", "~") if head == "/components/schemas" else None


@dataclass(frozen=True, slots=True)
class SchemaRef:
    """A use of a schema that is defined elsewhere. `Document.resolve` gives the schema.

    `text` is the reference as written. `target` is None if the reference leads nowhere or only to itself: nothing
    is known of the value then, and the reader has reported it.
    """

    target: Target | None
    text: str = field(compare=False)
    location: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that distinguishes the variants of a union. `mapping` has the tags that are spelled out in it."""

    property_name: str
    mapping: Mapping[str, SchemaRef] = field(default_factory=dict)
    default: SchemaRef | None = None
    location: Location = field(default=Location(""), compare=False)

    def __hash__(self) -> int:
        return hash((self.property_name, tuple(self.mapping.items()), self.default))
