"""Response headers as Python values: the base of the classes in a package's `headers`."""

from __future__ import annotations

import datetime
import email.utils
from collections.abc import Callable, Mapping
from typing import TypeVar

ValueT = TypeVar("ValueT")


class TypedHeaders:
    """Each property is None if the header is absent, or its text is not a value of the type: see `raw`."""

    def __init__(self, raw: Mapping[str, str]) -> None:
        """`raw` holds the texts of all headers, by name in lower case."""
        self.raw = raw

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self.raw)})"

    def _str(self, name: str) -> str | None:
        return self.raw.get(name)

    def _int(self, name: str) -> int | None:
        return _read(int, self.raw.get(name))

    def _float(self, name: str) -> float | None:
        return _read(float, self.raw.get(name))

    def _bool(self, name: str) -> bool | None:
        return _read(_bool, self.raw.get(name))

    def _datetime(self, name: str) -> datetime.datetime | None:
        return _read(_datetime, self.raw.get(name))

    def _date(self, name: str) -> datetime.date | None:
        return _read(datetime.date.fromisoformat, self.raw.get(name))

    def _list(self, name: str) -> list[str] | None:
        return _read_list(str, self.raw.get(name))

    def _list_int(self, name: str) -> list[int] | None:
        return _read_list(int, self.raw.get(name))

    def _list_float(self, name: str) -> list[float] | None:
        return _read_list(float, self.raw.get(name))

    def _list_bool(self, name: str) -> list[bool] | None:
        return _read_list(_bool, self.raw.get(name))

    def _list_datetime(self, name: str) -> list[datetime.datetime] | None:
        return _read_list(_datetime, self.raw.get(name))

    def _list_date(self, name: str) -> list[datetime.date] | None:
        return _read_list(datetime.date.fromisoformat, self.raw.get(name))


def _read(kind: Callable[[str], ValueT], text: str | None) -> ValueT | None:
    if text is None:
        return None
    try:
        return kind(text.strip())
    except (ValueError, OverflowError):
        return None


def _read_list(kind: Callable[[str], ValueT], text: str | None) -> list[ValueT] | None:
    """The parts of a text; None if one of them is not a value of the type."""
    if text is None:
        return None
    found = [_read(kind, each) for each in text.split(",") if each.strip()]
    whole = [each for each in found if each is not None]
    return whole if len(whole) == len(found) else None


def _bool(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"


def _datetime(text: str) -> datetime.datetime:
    """A time as RFC 3339 writes it, or as headers of HTTP do (RFC 9110, section 5.6.7)."""
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return email.utils.parsedate_to_datetime(text)
