# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

from resources_called_like_keywords._runtime.model import Model

NoneModel = TypeAliasType("NoneModel", str)


class TrueRetrieveParameters(Model):
    id: int


TrueModel = TypeAliasType("TrueModel", str)
