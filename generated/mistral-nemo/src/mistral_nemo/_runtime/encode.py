"""Arguments to JSON. What the user passed is given to `json` as it is; only model objects in it are turned to dicts."""

from __future__ import annotations

import datetime
import decimal
import enum
import json
import uuid
from collections.abc import Mapping, Sequence, Set
from typing import Any

from .omit import Omit


def _plain(value: Any) -> Any:
    """One step from a value that JSON does not know to one that it knows. Raises TypeError."""
    fields = getattr(type(value), "model_fields", None)
    if fields is not None:
        return _model_to_dict(value, fields)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (Sequence, Set)) and not isinstance(value, (bytes, bytearray, memoryview)):
        return list(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (uuid.UUID, decimal.Decimal)):
        return str(value) if isinstance(value, uuid.UUID) else float(value)
    if isinstance(value, Omit):
        raise TypeError("omit stands inside an argument: leave the property out instead")
    raise TypeError(f"{type(value).__name__} cannot be sent as JSON")


def _model_to_dict(model: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that were set, and the defaults that say something, under the API's names.

    One level deep: the encoder comes back for models inside. An optional property that was never set is left out; one
    that was set to None is null.
    """
    given = model.model_fields_set
    values = {
        field.serialization_alias or field.alias or name: value
        for name, field in fields.items()
        if (value := getattr(model, name)) is not None or name in given
    }
    return {**values, **(model.model_extra or {})}


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain).encode


def to_json(value: Any) -> bytes:
    """The value as UTF-8 JSON. Raises TypeError and ValueError (NaN, lone surrogates, a cycle)."""
    return _encode(value).encode()
