"""JSON Pointers (RFC 6901) as text: made, split and followed in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import unquote

from nemogen.json_types import Json

MISSING: Final = object()
"""What `follow` gives where a pointer leads nowhere (null is a value)."""


def join(base: str, *steps: str | int) -> str:
    """`base` with `steps` appended, each escaped."""
    return base + "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def split(pointer: str) -> tuple[str, ...]:
    """The unescaped steps of `pointer`; the root ("") has none."""
    steps = pointer.split("/")[1:]
    if "~" not in pointer:  # few have it, and large documents have millions
        return tuple(steps)
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)


def from_fragment(reference: str) -> str | None:
    """The pointer of a reference into the same document (`#/a/b`, RFC 6901 section 6); None for any other reference."""
    if not reference.startswith("#"):
        return None
    pointer = unquote(reference[1:])
    return pointer if pointer == "" or pointer.startswith("/") else None


def follow(document: Json, pointer: str) -> Json:
    """The value at `pointer`, or MISSING."""
    value = document
    for step in split(pointer):
        if isinstance(value, Mapping):
            value = value.get(step, MISSING)
        elif isinstance(value, Sequence) and not isinstance(value, str) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return MISSING
        if value is MISSING:
            return MISSING
    return value
