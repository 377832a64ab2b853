# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from names_that_are_taken.models import ModelModel


class ModelModelParam(TypedDict):
    name: NotRequired[str]


StreamRequestParam = TypedDict(
    "StreamRequestParam",
    {
        "body": str,
        "omit": str,
        "CREATE": NotRequired[str],
        "Literal": NotRequired[Literal["Mapping", "list"]],
        "__dunder": NotRequired[str],
        "extra_query": NotRequired[str],
        "model": NotRequired[ModelModelParam | ModelModel],
        "self": NotRequired[str],
        "str": NotRequired[str],
        "timeout": NotRequired[float],
    },
)
