"""Schemas that were read, with their properties and other named parts in the order of the names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar, overload

from nemogen.openapi.enum_value import EnumValue
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.name_order import ordered_object, ordered_value
from nemogen.openapi.schema import (
    MISSING,
    NO_ANNOTATIONS,
    NO_ARRAY_RULES,
    NO_OBJECT_RULES,
    NO_STRING_RULES,
    Annotations,
    ArrayRules,
    Conditional,
    Discriminator,
    ObjectRules,
    Schema,
    SchemaNode,
    SchemaRef,
    StringRules,
    Target,
)

_Value = TypeVar("_Value")
_RULES: Final = {
    "objects": NO_OBJECT_RULES,
    "arrays": NO_ARRAY_RULES,
    "strings": NO_STRING_RULES,
    "conditional": None,
    "discriminator": None,
}
"""Fields of a schema that hold further schemas or maps, each with the value of most schemas."""
_GROUPS: Final = (ObjectRules, ArrayRules, StringRules, Conditional, Discriminator)


class SchemaOrder:
    """Puts schemas in order, each once: what was one object is one, and a schema that is in order is itself.

    `resolve` gives what references of the document mean.
    """

    def __init__(self, resolve: Callable[[SchemaRef], SchemaNode | None]) -> None:
        self._resolve = resolve
        self._targets: dict[Target, SchemaNode | None] = {}
        self._done: dict[int, tuple[Schema, Schema]] = {}

    def resolve_target(self, reference: SchemaRef) -> SchemaNode | None:
        """See `Document.resolve_target`."""
        target = reference.target
        if target is None:
            return None
        if target not in self._targets:
            self._targets[target] = self.part(self._resolve(reference))
        return self._targets[target]

    @overload
    def part(self, node: SchemaNode) -> SchemaNode: ...
    @overload
    def part(self, node: SchemaNode | None) -> SchemaNode | None: ...

    def part(self, node: SchemaNode | None) -> SchemaNode | None:
        """A schema in order; a reference, or nothing, as it is."""
        if not isinstance(node, Schema):
            return node
        known = self._done.get(id(node))
        if known is None:
            known = self._done[id(node)] = node, _with(node, self._changes(node))
        return known[1]

    def _changes(self, schema: Schema) -> dict[str, Any]:
        """What differs; most schemas have few of all these."""
        changes: dict[str, Any] = {}
        for field, nothing in _RULES.items():
            if (rules := getattr(schema, field)) is not nothing:
                changes[field] = self._value(rules)
        if schema.all_of or schema.any_of or schema.one_of:
            changes |= {kind: self._value(getattr(schema, kind)) for kind in ("all_of", "any_of", "one_of")}
        if schema.negated is not None:
            changes["negated"] = self.part(schema.negated)
        if schema.enum is not None:
            changes["enum"] = _same_if_equal(schema.enum, tuple(map(_enum_value, schema.enum)))
        if schema.annotations is not NO_ANNOTATIONS:
            changes["annotations"] = _annotations(schema.annotations)
        return changes

    def _value(self, value: Any) -> Any:
        """The value of a field in order, whatever it consists of: schemas, maps and lists of them, groups of rules."""
        if isinstance(value, Schema):
            return self.part(value)
        if isinstance(value, Mapping):
            return _sorted(value, self._value)
        if isinstance(value, tuple):
            return _same_if_equal(value, tuple(map(self._value, value)))
        if isinstance(value, _GROUPS):
            names = [each.name for each in fields(value) if each.init]
            return _with(value, {name: self._value(getattr(value, name)) for name in names})
        return value


def _with(old: _Value, changes: Mapping[str, Any]) -> _Value:
    """A frozen value with these attributes; itself where each is what it has."""
    changed = {name: value for name, value in changes.items() if getattr(old, name) is not value}
    return replace(old, **changed) if changed else old  # type: ignore[type-var]


def _same_if_equal(old: tuple[_Value, ...], new: tuple[_Value, ...]) -> tuple[_Value, ...]:
    return old if all(one is other for one, other in zip(old, new, strict=True)) else new


def _sorted(old: Mapping[str, _Value], change: Callable[[_Value], _Value]) -> Mapping[str, _Value]:
    """The map in the order of its names, its values changed; itself where nothing of that makes a difference."""
    names = sorted(old)
    new = {name: change(old[name]) for name in names}
    is_same = names == [*old] and all(new[name] is value for name, value in old.items())
    return old if is_same else new


def _enum_value(value: EnumValue) -> EnumValue:
    return _with(value, {"value": ordered_value(value.value)}) if _has_parts(value.value) else value


def _annotations(said: Annotations) -> Annotations:
    """Values are data: they may hold maps, too."""
    changes: dict[str, Any] = {}
    if said.extensions:
        changes["extensions"] = ordered_object(said.extensions)
    if said.default is not MISSING and _has_parts(said.default):
        changes["default"] = ordered_value(said.default)
    if any(map(_has_parts, said.examples)):
        changes["examples"] = tuple(map(ordered_value, said.examples))
    if said.xml is not None:
        changes["xml"] = ordered_value(said.xml)
    return _with(said, changes)


def _has_parts(value: JsonValue) -> bool:
    return isinstance(value, dict | list)
