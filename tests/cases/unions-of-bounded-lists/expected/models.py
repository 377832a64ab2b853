# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model
from ._runtime.tuples import OpenTuple_

Json = TypeAliasType("Json", "str | Annotated[list[Json], Field(max_length=4)]")


class Tree(Model):
    class_: Annotated[str | Annotated[list[Tree], Field(max_length=3)] | None, Field(alias="class")] = None
    row: int | tuple[()] | OpenTuple_[Tree, *tuple[Json, ...]] | None = None
