"""What merging the parts of an `allOf` needs, whichever keywords they have: of two rules, the one that means both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TypeAlias, TypeVar

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema import Number, Schema, SchemaNode

Both: TypeAlias = Callable[[SchemaNode, SchemaNode], SchemaNode]
"""Gives the schema of the values that are valid for two schemas."""

_Said = TypeVar("_Said")
_Bound = TypeVar("_Bound", int, Number)


@dataclass(slots=True)
class RuleMerge:
    """Merges two rules of a kind. `residue` has, as schemas of their own, the rules that one schema cannot hold."""

    both: Both
    residue: list[Schema] = field(default_factory=list)

    def keep_first(self, held: _Said, theirs: _Said, alone: Schema) -> _Said:
        """The first of what a schema has once; another second one is kept as the schema `alone`."""
        if not theirs or held == theirs:
            return held
        if held:
            self.residue.append(alone)
            return held
        return theirs

    def keep_last(self, held: _Said, theirs: _Said, alone: Schema) -> _Said:
        """The last of what a schema has once; another first one is kept as the schema `alone`."""
        if held and theirs and held != theirs:
            self.residue.append(alone)
        return theirs or held

    def schemas(self, first: SchemaNode | None, second: SchemaNode | None) -> SchemaNode | None:
        """The schema that means both, where both are there."""
        if first is None or second is None:
            return second if first is None else first
        return first if first == second else self.both(first, second)

    def named(self, first: Mapping[str, SchemaNode], second: Mapping[str, SchemaNode]) -> Mapping[str, SchemaNode]:
        """The schemas of both by name, those of the first before those of the second."""
        if not first or not second:
            return first or second
        shared = {
            name: node if name not in first or first[name] == node else self.both(first[name], node)
            for name, node in second.items()
        }
        return {**first, **shared}


def highest(first: _Bound | None, second: _Bound | None) -> _Bound | None:
    """The narrower of two lower bounds; None where there is none."""
    return second if first is None else first if second is None else max(first, second)


def lowest(first: _Bound | None, second: _Bound | None) -> _Bound | None:
    """The narrower of two upper bounds; None where there is none."""
    return second if first is None else first if second is None else min(first, second)
