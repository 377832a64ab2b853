"""Combines the rules about members of an object from several schemas that apply together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.recordings.patterns import is_match


@dataclass(frozen=True)
class Members:
    """The members that `parts` describe. All parts count, also those around an `unevaluatedProperties`."""

    parts: Sequence[Schema]

    @cached_property
    def owner(self) -> Schema | None:
        """The first schema that describes members by name or pattern, if one does."""
        rules = ((part, part.objects) for part in self.parts)
        return next((part for part, each in rules if each.properties or each.pattern_properties), None)

    @cached_property
    def is_open(self) -> bool:
        """Whether undescribed members are explicitly allowed."""
        return any(part.objects.is_open for part in self.parts)

    def is_declared(self, name: str) -> bool:
        """Whether a member is declared by its name."""
        return any(name in part.objects.properties for part in self.parts)

    def described(self, name: str) -> list[SchemaNode]:
        """The schemas of a member."""
        found = [node for part in self.parts for node in described_by(part, name)]
        if found:
            return found
        rest = (part.objects.unevaluated_properties for part in self.parts)
        return [node for node in rest if node is not None and not _is_never(node)]

    def forbidding(self, name: str) -> list[Schema]:
        """The schemas that allow no such member."""
        is_described = bool(self.described(name))
        return [
            part
            for part in self.parts
            if (_is_never(part.objects.unevaluated_properties) and not is_described)
            or (_is_never(part.objects.additional_properties) and not named_by(part, name))
        ]


def described_by(part: Schema, name: str) -> list[SchemaNode]:
    """The schemas of a member from one schema's own keywords, unless it forbids the member."""
    rest = part.objects.additional_properties
    found = named_by(part, name)
    return found if found or rest is None or _is_never(rest) else [rest]


def named_by(part: Schema, name: str) -> list[SchemaNode]:
    """The schemas of a member by its name, or by a pattern of names."""
    rules = part.objects
    found = [rules.properties[name]] if name in rules.properties else []
    return found + [node for pattern, node in rules.pattern_properties.items() if is_match(pattern, name)]


def _is_never(node: SchemaNode | None) -> bool:
    return isinstance(node, Schema) and node.never
