# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypeAliasType, TypedDict

from unions_of_bounded_lists.models import Tree

from ._runtime.tuples import OpenTuple_

JsonParam = TypeAliasType("JsonParam", "str | Sequence[JsonParam]")


TreeParam = TypedDict(
    "TreeParam",
    {
        "class": NotRequired["str | Sequence[TreeParam | Tree]"],
        "row": NotRequired["int | tuple[()] | OpenTuple_[TreeParam | Tree, *tuple[JsonParam, ...]]"],
    },
)
