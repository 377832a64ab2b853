# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from .models import Place


class PlaceParam(TypedDict):
    street: NotRequired[str | None]


class ItemParam(TypedDict):
    beside_ref: PlaceParam | Place | None
    enum_with_null: Literal["blue", "red"] | None
    required_nullable: str | None
    branch: NotRequired[str | None]
    branch_with_words: NotRequired[int | None]
    just_nullable: NotRequired[Any]
    not_nullable: NotRequired[str]
    nullable_branch: NotRequired[str | int | None]
    nullable_enum: NotRequired[Literal["blue", "red"] | None]
    nullable_list: NotRequired[Sequence[str | None] | None]
    nullable_map: NotRequired[Mapping[str, float | None] | None]
    nullable_union: NotRequired[str | int | None]
    old_extension: NotRequired[str | None]
    only_null: NotRequired[None]
    optional_nullable: NotRequired[int | None]
    type_list: NotRequired[str | None]
    type_null: NotRequired[str | None]
    wrapped_ref: NotRequired[PlaceParam | Place | None]
