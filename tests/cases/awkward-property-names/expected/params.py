# Written by nemogen.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from typing_extensions import TypedDict

EntryParam = TypedDict(
    "EntryParam",
    {
        "class": str,
        "from": NotRequired[str],
        "None": NotRequired[str],
        "match": NotRequired[str],
        "async": NotRequired[bool],
        "self": NotRequired[str],
        "model_fields": str,
        "model_config": NotRequired[str],
        "model_dump": NotRequired[str],
        "schema": NotRequired[str],
        "json": NotRequired[str],
        "copy": NotRequired[str],
        "dict": NotRequired[str],
        "list": NotRequired[Sequence[str]],
        "str": NotRequired[str],
        "type": NotRequired[str],
        "id": NotRequired[str],
        "timeout": NotRequired[float],
        "extra_headers": NotRequired[str],
        "stream": NotRequired[str],
        "properties": NotRequired[Mapping[str, str]],
        "required": NotRequired[bool],
        "description": NotRequired[str],
        "_private": NotRequired[str],
        "__slots__": NotRequired[str],
        "2nd": str,
        "x-kind": NotRequired[str],
        "@at": NotRequired[str],
        "$price": NotRequired[float],
        "a.b": NotRequired[int],
        "": NotRequired[str],
    },
)
