# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from typing_extensions import TypedDict

EntryParam = TypedDict(
    "EntryParam",
    {
        "2nd": str,
        "class": str,
        "model_fields": str,
        "id": NotRequired[str],
        "": NotRequired[str],
        "$price": NotRequired[float],
        "@at": NotRequired[str],
        "None": NotRequired[str],
        "__slots__": NotRequired[str],
        "_private": NotRequired[str],
        "a.b": NotRequired[int],
        "async": NotRequired[bool],
        "copy": NotRequired[str],
        "description": NotRequired[str],
        "dict": NotRequired[str],
        "extra_headers": NotRequired[str],
        "from": NotRequired[str],
        "json": NotRequired[str],
        "list": NotRequired[Sequence[str]],
        "match": NotRequired[str],
        "model_config": NotRequired[str],
        "model_dump": NotRequired[str],
        "properties": NotRequired[Mapping[str, str]],
        "required": NotRequired[bool],
        "schema": NotRequired[str],
        "self": NotRequired[str],
        "str": NotRequired[str],
        "stream": NotRequired[str],
        "timeout": NotRequired[float],
        "type": NotRequired[str],
        "x-kind": NotRequired[str],
    },
)
