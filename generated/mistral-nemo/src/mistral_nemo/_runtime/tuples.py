"""Tuples with any number of items at the end, which pydantic reads as lists of one type or not at all."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias, TypeVarTuple, Unpack, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

_Items = TypeVarTuple("_Items")


def parts_of(kind: object) -> tuple[object, ...]:
    """What a type is made with: the types in its brackets, and the bounds."""
    return get_args(kind)


def positions_of(kind: object) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """The types of the items of a tuple by position, and that of all that follow, if any may."""
    items = parts_of(kind)
    if not items or not _is_unpacked(items[-1]):
        return items, ()
    # Python unpacks a tuple of its own in one way, and one that it evaluated from text in another.
    whole = parts_of(items[-1])[0] if get_origin(items[-1]) is Unpack else items[-1]
    return items[:-1], (parts_of(whole)[0],)


def _is_unpacked(item: object) -> bool:
    return get_origin(item) is Unpack or bool(getattr(item, "__unpacked__", False))


class _Positions:
    """Reads items by position and all that follow: strictly, as JSON is read, from an array."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        first, rest = positions_of(source)
        items = [handler.generate_schema(each) for each in (*first, *rest)]
        return core_schema.tuple_schema(items, variadic_item_index=len(first) if rest else None)


OpenTuple_: TypeAlias = Annotated[tuple[*_Items], _Positions()]
"""`OpenTuple_[int, *tuple[str, ...]]`: a number, then any number of texts."""
