"""Encodes arguments as JSON. `json` gets the user's values unchanged, except that model objects become dicts."""

from __future__ import annotations

import base64
import datetime
import decimal
import enum
import json
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

from .omit import Omit

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

Returned: TypeAlias = Mapping[str, Collection[str]]
"""Classes of responses that may be sent back, each with the properties for which null is sent (see `Settings`)."""


class _Plain:
    """The `default` function of `json`: converts a value that `json` does not support, one level deep."""

    __slots__ = ("_returned", "_text_formats")

    def __init__(self, returned: Returned, text_formats: Collection[str]) -> None:
        self._returned = returned
        self._text_formats = text_formats

    def __call__(self, value: object) -> object:
        """Raises TypeError for a value that cannot be sent."""
        fields: Mapping[str, FieldInfo] | None = getattr(type(value), "model_fields", None)
        if fields is not None:
            return self._model(value, fields)
        if isinstance(value, Mapping):
            return dict(value)
        if isinstance(value, (Sequence, Set)) and not isinstance(value, (bytes, bytearray, memoryview)):
            return list(value)
        if isinstance(value, (datetime.date, datetime.time)):
            return value.isoformat()
        if isinstance(value, enum.Enum):
            member: object = value.value
            return member
        if isinstance(value, uuid.UUID):
            return str(value)
        if isinstance(value, decimal.Decimal):
            return format(value, "f") if "decimal" in self._text_formats else float(value)
        if isinstance(value, (bytes, bytearray)) and "byte" in self._text_formats:
            return base64.b64encode(value).decode()
        if isinstance(value, Omit):
            raise TypeError("an argument contains omit: remove the property instead")
        raise TypeError(f"{type(value).__name__} cannot be sent as JSON")

    def _model(self, model: Any, fields: Mapping[str, FieldInfo]) -> dict[str, object]:
        """The properties that were set, and the constant defaults, under the API's names.

        One level deep: the encoder comes back for models inside. None is sent as null where it was set and the API
        takes null; elsewhere it says that the property is left out.
        """
        values: dict[str, object] = {}
        returned = self._returned_as(type(model))
        takes_null = _takes_null(type(model), model.model_fields_set, returned)
        for name, field in fields.items():
            value: object = getattr(model, name)
            sent_name = wire_name(name, field)
            if value is not None or takes_null(name, sent_name, field):
                values[sent_name] = value
        more = model.model_extra or {}
        if returned is not None:
            more = {name: value for name, value in more.items() if value is not None}
        return {**values, **more}

    def _returned_as(self, kind: type) -> Collection[str] | None:
        """The properties for which null is sent, where objects of `kind` or of a class above it came in a response."""
        if not self._returned or not hasattr(kind, "nullable_names"):
            return None
        return next((self._returned[each.__name__] for each in kind.__mro__ if each.__name__ in self._returned), None)


def is_model(value: object) -> TypeGuard[BaseModel]:
    """Whether a value is an object of a class of pydantic; nothing is imported to tell."""
    return hasattr(type(value), "model_fields")


def wire_name(name: str, field: FieldInfo) -> str:
    """The API's name of a field of a model."""
    return field.serialization_alias or field.alias or name


def _takes_null(
    kind: type, given: Collection[str], returned: Collection[str] | None
) -> Callable[[str, str, FieldInfo], bool]:
    """Decides whether null is sent for a field that is None, from its name, the API's name and the field."""
    own: Collection[str] | None = getattr(kind, "nullable_names", None)
    if own is None:
        return lambda name, _, __: name in given
    if returned is not None:
        return lambda name, wire_name, _: name in given and wire_name in returned
    return lambda name, _, field: name in given and (name in own or field.is_required())


def json_encoder(returned: Returned, *, text_formats: Collection[str] = ()) -> Callable[[object], bytes]:
    """A function from a value to UTF-8 JSON. It raises TypeError and ValueError (NaN, lone surrogates, a cycle)."""
    plain = _Plain(returned, text_formats)
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=plain).encode
    return lambda value: encode(value).encode()


one_level: Callable[[object], object] = _Plain({}, ())
"""What the encoder makes of a value that is not JSON, of no class of responses. Raises TypeError."""

to_json = json_encoder({})
"""The encoder for values without response objects."""
