"""Texts of the API that Python has types for: a value is of that type only where it would print back as the same.

What would not (nine digits of a second, second 60, a time without a zone, a UUID in capitals) is refused here, so that
a response keeps the text, with a mismatch, and a request is not sent. The names end in `_`: no class of an API does.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import decimal
import re
import uuid
from typing import Annotated, Any, TypeAlias

from .transport_errors import missing

try:
    from pydantic import PlainSerializer, PlainValidator
    from pydantic_core import PydanticCustomError
except ImportError as error:
    raise missing("pydantic", error) from None

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,6})?")
_MICROSECONDS = 7
"""The length of a point and six digits: Python's clock has no more."""


def _refused(expected: str) -> PydanticCustomError:
    return PydanticCustomError("text_format", "Input should be {expected}", {"expected": expected})


def _zoned(text: str) -> str | None:
    """A time with its zone as Python reads it exactly; None if it cannot."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    fraction = (found[2] or "").rstrip("0")
    if len(fraction) > _MICROSECONDS:
        return None
    return f"{found[1]}{fraction if len(fraction) > 1 else ''}{found[3].upper()}"


def _has_zone(value: datetime.datetime | datetime.time) -> bool:
    """Whether its zone can be written: a whole number of minutes."""
    offset = value.utcoffset()
    return offset is not None and offset.total_seconds() % 60 == 0


def read_date_time(value: object) -> datetime.datetime:
    """A date-time of RFC 3339, or a `datetime` with a zone. Raises PydanticCustomError."""
    if isinstance(value, datetime.datetime) and _has_zone(value):
        return value
    if isinstance(value, str) and value[10:11] in ("T", "t") and _DATE.fullmatch(value[:10]):
        zoned = _zoned(value[11:])
        try:
            if zoned is not None:
                return datetime.datetime.fromisoformat(f"{value[:10]}T{zoned}")
        except ValueError:
            pass
    raise _refused("a date-time of RFC 3339 with its zone, to the microsecond")


def read_date(value: object) -> datetime.date:
    """A full-date of RFC 3339, or a `date`. Raises PydanticCustomError."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise _refused("a date as in 2026-01-31")


def read_time(value: object) -> datetime.time:
    """A full-time of RFC 3339, or a `time` with a zone. Raises PydanticCustomError."""
    if isinstance(value, datetime.time) and _has_zone(value):
        return value
    zoned = _zoned(value) if isinstance(value, str) else None
    try:
        if zoned is not None:
            return datetime.time.fromisoformat(zoned)
    except ValueError:
        pass
    raise _refused("a time of RFC 3339 with its zone, to the microsecond")


def read_uuid(value: object) -> uuid.UUID:
    """A UUID in lower case with hyphens, or a `UUID`. Raises PydanticCustomError."""
    if isinstance(value, uuid.UUID):
        return value
    try:
        if isinstance(value, str) and str(found := uuid.UUID(value)) == value:
            return found
    except ValueError:
        pass
    raise _refused("a UUID in lower case, with hyphens")


def read_decimal(value: object) -> decimal.Decimal:
    """A decimal number as text, or a `Decimal` that is finite. Raises PydanticCustomError."""
    if isinstance(value, decimal.Decimal) and value.is_finite():
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return decimal.Decimal(value)
    raise _refused("a decimal number as text")


def read_bytes(value: object) -> bytes:
    """Text in base64 (RFC 4648, section 4), or bytes. Raises PydanticCustomError."""
    if isinstance(value, bytes):
        return value
    try:
        if (
            isinstance(value, str)
            and base64.b64encode(found := base64.b64decode(value, validate=True)) == value.encode()
        ):
            return found
    except (binascii.Error, ValueError):
        pass
    raise _refused("bytes in base64")


def _in_base64(value: object) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _with_digits(value: object) -> Any:
    return format(value, "f") if isinstance(value, decimal.Decimal) else value


DateTime_: TypeAlias = Annotated[datetime.datetime, PlainValidator(read_date_time)]
Date_: TypeAlias = Annotated[datetime.date, PlainValidator(read_date)]
Time_: TypeAlias = Annotated[datetime.time, PlainValidator(read_time)]
UUID_: TypeAlias = Annotated[uuid.UUID, PlainValidator(read_uuid)]
Decimal_: TypeAlias = Annotated[
    decimal.Decimal, PlainValidator(read_decimal), PlainSerializer(_with_digits, when_used="json")
]
Bytes_: TypeAlias = Annotated[bytes, PlainValidator(read_bytes), PlainSerializer(_in_base64, when_used="json")]
