"""Nulls in an answer where the API promised none: a mended object has them as None, like what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from .mismatch import Mismatch
from .model import Model
from .shapes import child, type_name


def nulls(found: Any, pointer: str = "") -> Iterator[Mismatch]:
    """The properties of a decoded answer that are null, may be left out, and may not be null."""
    if isinstance(found, Model):
        fields = type(found).model_fields
        for name in fields.keys() & found.model_fields_set:
            value, field = found.__dict__.get(name), fields[name]
            place = child(pointer, field.alias or name)
            if value is not None:
                yield from nulls(value, place)
            elif _is_never_null(type(found), name, field):
                yield Mismatch(place, type_name(field.annotation), "null")
    elif isinstance(found, list):
        for index, item in enumerate(found):
            yield from nulls(item, f"{pointer}/{index}")
    elif isinstance(found, dict):
        for key, item in found.items():
            yield from nulls(item, child(pointer, key))


def _is_never_null(owner: type[Model], name: str, field: FieldInfo) -> bool:
    return not field.is_required() and field.default is None and name not in owner.nullable_names
