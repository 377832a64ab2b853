# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from nullable_spellings._runtime.model import Model


class Place(Model, nullable=["street"]):
    street: str | None = None


class Item(
    Model,
    nullable=[
        "optional_nullable",
        "wrapped_ref",
        "branch",
        "branch_with_words",
        "nullable_branch",
        "nullable_union",
        "type_list",
        "type_null",
        "nullable_enum",
        "only_null",
        "just_nullable",
        "nullable_list",
        "nullable_map",
        "old_extension",
    ],
):
    required_nullable: str | None
    optional_nullable: Annotated[int | None, Field(ge=0)] = None
    beside_ref: Place | None
    wrapped_ref: Place | None = None
    branch: str | None = None
    branch_with_words: int | None = None
    nullable_branch: str | int | None = None
    nullable_union: str | int | None = None
    type_list: str | None = None
    type_null: str | None = None
    enum_with_null: Literal["red", "blue"] | str | None
    nullable_enum: Literal["red", "blue"] | str | None = None
    only_null: Annotated[None, Field(None)] = None
    just_nullable: Any | None = None
    not_nullable: str | None = None
    nullable_list: list[str | None] | None = None
    nullable_map: dict[str, float | None] | None = None
    old_extension: str | None = None
