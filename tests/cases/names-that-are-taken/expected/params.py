# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .models import ModelModel


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
