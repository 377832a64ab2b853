# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypeAliasType, TypedDict

from ._runtime.tuples import OpenTuple_
from .models import Tree

JsonParam = TypeAliasType("JsonParam", "str | Sequence[JsonParam]")


TreeParam = TypedDict(
    "TreeParam",
    {
        "class": NotRequired["str | Sequence[TreeParam | Tree]"],
        "row": NotRequired["int | tuple[()] | OpenTuple_[TreeParam | Tree, *tuple[JsonParam, ...]]"],
    },
)
