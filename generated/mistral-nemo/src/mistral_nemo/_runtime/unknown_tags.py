"""Requests with a tag that no child of a family has, or without one, where the base lets the tag be any text.

The specification lets such an object be the base itself; the union that the family is reads known tags only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from .lenient_decode import ListShape, MappingShape, ModelShape, Shape, TupleShape, UnionShape, may_be, with_bounds
from .tuples import positions_of


def with_tags_of_bases(shape: Shape, value: Any) -> Any:
    """A JSON value with the tag of the base in place of each that nobody knows, where the base takes any text.

    It is for checking the rest of the value, and is never sent.
    """
    if isinstance(shape, UnionShape):
        return _in_union(shape, value)
    if isinstance(shape, ModelShape) and isinstance(value, Mapping):
        return _in_model(shape, value)
    if isinstance(shape, MappingShape) and isinstance(value, Mapping):
        entry = shape.part(1, get_args(shape.bare)[1])
        return {name: with_tags_of_bases(entry, each) for name, each in value.items()}
    if isinstance(shape, ListShape) and isinstance(value, list):
        entry = shape.part(0, get_args(shape.bare)[0])
        return [with_tags_of_bases(entry, each) for each in value]
    if isinstance(shape, TupleShape) and isinstance(value, list):
        first, rest = positions_of(shape.bare)
        kinds = [*first, *rest * (len(value) - len(first))]
        known = [shape.part(min(at, len(first)), kind) for at, kind in enumerate(kinds)]
        return [*map(with_tags_of_bases, known, value), *value[len(known) :]]
    return value


def _in_model(shape: ModelShape, value: Mapping[str, Any]) -> dict[str, Any]:
    fields = {field.alias or name: (name, field) for name, field in shape.bare.model_fields.items()}
    found = dict(value)
    for key in found.keys() & fields.keys():
        name, field = fields[key]
        found[key] = with_tags_of_bases(shape.part(name, with_bounds(field)), found[key])
    return found


def _in_union(shape: UnionShape, value: Any) -> Any:
    meant = [each for each in shape.branches() if may_be(each, value)]
    base = None if meant or not isinstance(value, Mapping) else shape.base()
    if base is None:
        for each in meant:
            value = with_tags_of_bases(each, value)
        return value
    tag, needs_tag = base.bare._open_tag, base.bare._needs_tag
    if not tag or not isinstance(value.get(tag, None if needs_tag else ""), str):
        return value
    return with_tags_of_bases(base, {**value, tag: base.constants()[tag][0]})
