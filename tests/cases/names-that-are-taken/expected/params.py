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
        "omit": str,
        "body": str,
        "self": NotRequired[str],
        "CREATE": NotRequired[str],
        "Literal": NotRequired[Literal["Mapping", "list"]],
        "timeout": NotRequired[float],
        "extra_query": NotRequired[str],
        "__dunder": NotRequired[str],
        "str": NotRequired[str],
        "model": NotRequired[ModelModelParam | ModelModel],
    },
)
