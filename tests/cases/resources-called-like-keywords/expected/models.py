# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from ._runtime.model import Model

NoneModel = TypeAliasType("NoneModel", str)


class TrueRetrieveParameters(Model):
    id: int


TrueModel = TypeAliasType("TrueModel", str)
