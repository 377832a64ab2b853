"""Values of the types in a client's annotations, made from JSON, and read back as JSON."""

from __future__ import annotations

import contextlib
import datetime
import enum
import io
import types
import typing
import uuid
from collections.abc import Callable
from typing import Protocol, cast, runtime_checkable

from .recorded_calls import Value
from .wire_format import readable

Given = Value | io.BytesIO
"""What a value is built from: JSON, or a file's content."""


_PARSERS: dict[type[object], Callable[[str], object]] = {
    datetime.datetime: datetime.datetime.fromisoformat,
    datetime.date: datetime.date.fromisoformat,
}


@runtime_checkable
class File(Protocol):
    """A file of openapi-python-client."""

    payload: io.BytesIO
    file_name: str | None
    mime_type: str | None


@runtime_checkable
class _Model(Protocol):
    def to_dict(self) -> Value: ...


def build_value(value: Given, wanted: object) -> object:
    """`value` as `wanted`, a type of the client's annotations.

    Raises TypeError, ValueError or KeyError where it is not such a value.
    """
    if wanted is typing.Any:
        return value
    origin: object = typing.get_origin(wanted)
    arguments: tuple[object, ...] = typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        return _value_of_union(value, arguments)
    if origin is list:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return [build_value(item, arguments[0]) for item in value]
    if origin is typing.Literal:
        if value not in arguments:
            raise ValueError("not one of the values")
        return value
    if not isinstance(wanted, type):
        raise TypeError(f"not a {wanted}")
    return _value_of_class(value, wanted)


def _value_of_union(value: Given, members: tuple[object, ...]) -> object:
    for member in members:
        with contextlib.suppress(TypeError, ValueError, KeyError, AttributeError):
            built = build_value(value, member)
            if isinstance(value, io.BytesIO | dict) and hasattr(built, "to_multipart"):
                return built  # of files, no JSON can be made
            if isinstance(value, io.BytesIO) or with_times_of(as_json(built), value) == value:
                return built
    raise TypeError("not a value of the union")


def _value_of_class(value: Given, wanted: type[object]) -> object:
    construct: Callable[..., object] = wanted
    if isinstance(value, io.BytesIO):
        return construct(payload=value)
    from_dict: Callable[[Given], object] | None = getattr(wanted, "from_dict", None)
    if from_dict is not None:
        return from_dict(value)
    if wanted in _PARSERS and isinstance(value, str):
        return _PARSERS[wanted](value)
    if issubclass(wanted, uuid.UUID | enum.Enum):
        return construct(value)
    accepted: tuple[type[object], ...] = (float, int) if wanted is float else (wanted,)
    if not isinstance(value, accepted) or (isinstance(value, bool) and wanted is not bool):
        raise TypeError(f"not a {wanted.__name__}")
    return value


def as_json(value: object) -> Value:
    """What the client gave as the JSON value that it was read from."""
    if isinstance(value, _Model):
        return value.to_dict()
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, enum.Enum):
        return cast("Value", value.value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    return readable(value.payload.read()) if isinstance(value, File) else cast("Value", value)


def with_times_of(found: Value, expected: Value) -> Value:
    """`found` with times written as in `expected`, where they are the same: `Z` and `+00:00` are."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {name: with_times_of(value, expected.get(name)) for name, value in found.items()}
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [with_times_of(*pair) for pair in zip(found, expected, strict=True)]
    if isinstance(found, str) and isinstance(expected, str) and found != expected:
        with contextlib.suppress(ValueError):
            times = [datetime.datetime.fromisoformat(each) for each in (found, expected)]
            return expected if times[0] == times[1] else found
    return found
