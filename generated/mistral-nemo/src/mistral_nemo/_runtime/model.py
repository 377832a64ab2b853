"""Base of all models of a package."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict

from .mismatch import MISMATCHES, REQUEST_ID, Mismatch

_LONGEST_TEXT = 60
_MOST_ENTRIES = 3


class Model(BaseModel):
    """An object of the API. Properties that the API does not describe are kept: as attributes, and in `model_extra`."""

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=())

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """The places where the answer that this object came with breaks the contract; empty elsewhere."""
        found: tuple[Mismatch, ...] = self.__dict__.get(MISMATCHES, ())
        return found

    @property
    def _request_id(self) -> str | None:
        """The API's id of the request that this object is the answer to."""
        found: str | None = self.__dict__.get(REQUEST_ID)
        return found

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        fields = type(self).model_fields
        for name in fields:
            value = self.__dict__.get(name)
            if value is not None:
                yield name, _Short(value)
        for name, value in (self.__pydantic_extra__ or {}).items():
            yield name, _Short(value)


class _Short:
    """A value whose repr is short: long texts are cut, and of long lists the first entries are shown."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        value = self.value
        if isinstance(value, (str, bytes)):
            return repr(value) if len(value) <= _LONGEST_TEXT else f"{value[:_LONGEST_TEXT]!r}…"
        if isinstance(value, list):
            shown = ", ".join(repr(_Short(entry)) for entry in value[:_MOST_ENTRIES])
            return f"[{shown}, … {len(value)} in all]" if len(value) > _MOST_ENTRIES else f"[{shown}]"
        if isinstance(value, dict):
            shown = ", ".join(f"{key!r}: {_Short(entry)!r}" for key, entry in list(value.items())[:_MOST_ENTRIES])
            return f"{{{shown}, … {len(value)} in all}}" if len(value) > _MOST_ENTRIES else f"{{{shown}}}"
        return repr(value)
