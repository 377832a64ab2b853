# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

DraftParam = TypedDict(
    "DraftParam",
    {
        "class": str,
        "kind": Literal["floor"],
        "title": str,
        "height": NotRequired[float | None],
        "max-cost": NotRequired[int],
        "stream": NotRequired[bool],
        "width": NotRequired[float],
    },
)


SketchRequestParam = TypedDict(
    "SketchRequestParam",
    {
        "five": NotRequired[str],
        "four": NotRequired[str],
        "one": NotRequired[str],
        "str": NotRequired[str],
        "stream": NotRequired[bool],
        "three": NotRequired[str],
        "two": NotRequired[str],
    },
)
