"""Requests with a tag that no child of a family has, or without one, where the base lets the tag be any text.

The specification lets such an object be the base itself; the union that the family is reads known tags only.
"""

from __future__ import annotations

from collections.abc import Mapping

from .lenient_decode import ListShape, MappingShape, ModelShape, Shape, TupleShape, UnionShape, may_be, with_bounds
from .model import Model
from .tuples import parts_of, positions_of


def with_tags_of_bases(shape: Shape, value: object) -> object:
    """A JSON value with the tag of the base in place of each that nobody knows, where the base takes any text.

    It is for checking the rest of the value, and is never sent.
    """
    if isinstance(shape, UnionShape):
        return _in_union(shape, value)
    if isinstance(shape, ModelShape) and isinstance(value, Mapping):
        return _in_model(shape, value)
    if isinstance(shape, MappingShape) and isinstance(value, Mapping):
        entry = shape.part(1, parts_of(shape.bare)[1])
        return {name: with_tags_of_bases(entry, each) for name, each in value.items()}
    if isinstance(shape, ListShape) and isinstance(value, list):
        entry = shape.part(0, parts_of(shape.bare)[0])
        return [with_tags_of_bases(entry, each) for each in value]
    if isinstance(shape, TupleShape) and isinstance(value, list):
        first, rest = positions_of(shape.bare)
        kinds = [*first, *rest * (len(value) - len(first))]
        known = [shape.part(min(at, len(first)), kind) for at, kind in enumerate(kinds)]
        return [*map(with_tags_of_bases, known, value), *value[len(known) :]]
    return value


def _in_model(shape: ModelShape, value: Mapping[str, object]) -> dict[str, object]:
    fields = {field.alias or name: (name, field) for name, field in shape.bare.model_fields.items()}
    found = dict(value)
    for key in found.keys() & fields.keys():
        name, field = fields[key]
        found[key] = with_tags_of_bases(shape.part(name, with_bounds(field)), found[key])
    return found


def _in_union(shape: UnionShape, value: object) -> object:
    meant = [each for each in shape.branches() if may_be(each, value)]
    base = shape.base() if not meant and isinstance(value, Mapping) else None
    if base is None or not isinstance(value, Mapping):
        for each in meant:
            value = with_tags_of_bases(each, value)
        return value
    assert issubclass(base.bare, Model), "a class of the package is the base of a family"
    tag, without = base.bare._open_tag, None if base.bare._needs_tag else ""
    members: Mapping[object, object] = value
    if not tag or not isinstance(members.get(tag, without), str):
        return value
    return with_tags_of_bases(base, {**members, tag: base.constants()[tag][0]})
