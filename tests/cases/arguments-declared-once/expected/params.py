# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

DraftParam = TypedDict(
    "DraftParam",
    {
        "title": str,
        "kind": Literal["floor"],
        "class": str,
        "stream": NotRequired[bool],
        "width": NotRequired[float],
        "height": NotRequired[float | None],
        "max-cost": NotRequired[int],
    },
)


SketchRequestParam = TypedDict(
    "SketchRequestParam",
    {
        "stream": NotRequired[bool],
        "str": NotRequired[str],
        "one": NotRequired[str],
        "two": NotRequired[str],
        "three": NotRequired[str],
        "four": NotRequired[str],
        "five": NotRequired[str],
    },
)
