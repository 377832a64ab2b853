# Written by nemogen.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from nullable_spellings.models import Place


class PlaceParam(TypedDict):
    street: NotRequired[str | None]


class ItemParam(TypedDict):
    required_nullable: str | None
    optional_nullable: NotRequired[int | None]
    beside_ref: PlaceParam | Place | None
    wrapped_ref: NotRequired[PlaceParam | Place | None]
    branch: NotRequired[str | None]
    branch_with_words: NotRequired[int | None]
    nullable_branch: NotRequired[str | int | None]
    nullable_union: NotRequired[str | int | None]
    type_list: NotRequired[str | None]
    type_null: NotRequired[str | None]
    enum_with_null: Literal["red", "blue"] | None
    nullable_enum: NotRequired[Literal["red", "blue"] | None]
    only_null: NotRequired[None]
    just_nullable: NotRequired[Any]
    not_nullable: NotRequired[str]
    nullable_list: NotRequired[Sequence[str | None] | None]
    nullable_map: NotRequired[Mapping[str, float | None] | None]
    old_extension: NotRequired[str | None]
