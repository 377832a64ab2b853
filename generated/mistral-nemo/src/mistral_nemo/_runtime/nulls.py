"""Nulls in a response where the API promised none: a repaired object has them as None, like properties that were left
out."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from .lenient_decode import type_name
from .mismatch import Mismatch, child
from .model import Model


def nulls(found: object, pointer: str = "") -> Iterator[Mismatch]:
    """The properties of a decoded response that are null though they may only be left out, in the models' order."""
    if isinstance(found, Model):
        given, values = found.model_fields_set, found.__dict__
        for name, alias, expected, is_deep in _watched(type(found)):
            if name not in given:
                continue
            value = values.get(name)
            if value is None:
                if expected is not None:
                    yield Mismatch(child(pointer, alias), expected, "null")
            elif is_deep:
                yield from nulls(value, child(pointer, alias))
    elif isinstance(found, (list, tuple)):
        for index, item in enumerate(found):
            yield from nulls(item, f"{pointer}/{index}")
    elif isinstance(found, dict):
        for key, item in found.items():
            yield from nulls(item, child(pointer, key))


@functools.cache
def _watched(kind: type[Model]) -> tuple[tuple[str, str, str | None, bool], ...]:
    """The fields where such nulls may be: name, the API's name, what belongs there (None if null may stand there),
    and whether objects may be inside."""
    found = []
    for name, field in kind.model_fields.items():
        is_never_null = not field.is_required() and field.default is None and name not in kind.nullable_names
        expected = type_name(field.annotation) if is_never_null else None
        is_deep = holds_models(field.annotation)
        if is_deep or is_never_null:
            found.append((name, field.alias or name, expected, is_deep))
    return tuple(found)


def holds_models(kind: object, seen: frozenset[int] = frozenset()) -> bool:
    """Whether a value of a type is a model, or has models inside."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return True
    if id(kind) in seen:
        return False
    inside = (kind.__value__,) if hasattr(kind, "__value__") else get_args(kind)
    return any(holds_models(part, seen | {id(kind)}) for part in inside)
