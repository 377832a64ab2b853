# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from ._runtime.model import Model


class Place(Model, nullable=["street"]):
    street: str | None = None


class Item(
    Model,
    nullable=[
        "branch",
        "branch_with_words",
        "just_nullable",
        "nullable_branch",
        "nullable_enum",
        "nullable_list",
        "nullable_map",
        "nullable_union",
        "old_extension",
        "only_null",
        "optional_nullable",
        "type_list",
        "type_null",
        "wrapped_ref",
    ],
):
    beside_ref: Place | None
    enum_with_null: Literal["blue", "red"] | str | None
    required_nullable: str | None
    branch: str | None = None
    branch_with_words: int | None = None
    just_nullable: Any | None = None
    not_nullable: str | None = None
    nullable_branch: str | int | None = None
    nullable_enum: Literal["blue", "red"] | str | None = None
    nullable_list: list[str | None] | None = None
    nullable_map: dict[str, float | None] | None = None
    nullable_union: str | int | None = None
    old_extension: str | None = None
    only_null: Annotated[None, Field(None)] = None
    optional_nullable: Annotated[int | None, Field(ge=0)] = None
    type_list: str | None = None
    type_null: str | None = None
    wrapped_ref: Place | None = None
