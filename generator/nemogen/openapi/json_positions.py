"""Finds the offsets of pointers in a JSON text: values that no pointer leads into are skipped by the parser in C."""

from __future__ import annotations

import json
import re
from dataclasses import field
from typing import Final

from nemogen.light_dataclasses import dataclass

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_DECODER: Final = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)


@dataclass(slots=True)
class Wanted:
    """A node of the tree of wanted pointers.

    `offset` is where it was met last, `under` the offset of its parent at that time: where an earlier one of duplicate
    keys held it, the two no longer agree.
    """

    children: dict[str, Wanted] = field(default_factory=dict)
    offset: int | None = None
    under: int | None = None

    def descend(self, pointer: str) -> list[Wanted]:
        """The nodes from here to the pointer's end; a text that is not a pointer means the whole document."""
        path = [self]
        for token in pointer.split("/")[1:] if pointer.startswith("/") else ():
            name = token.replace("~1", "/").replace("~0", "~")
            path.append(path[-1].children.setdefault(name, Wanted()))
        return path

    def meet(self, name: str, offset: int) -> Wanted | None:
        """The child of that name, met at an offset; None if no pointer leads there."""
        node = self.children.get(name)
        if node:
            node.offset, node.under = offset, self.offset
        return node


def mark_json(text: str, root: Wanted) -> None:
    """Write their offsets into the wanted nodes. Raises ValueError, IndexError or RecursionError for a text
    that is not JSON, or is nested too deeply; what was marked until then is right for the text so far.
    """
    root.offset = _skip(text, 0)
    end = _value(text, root.offset, root)
    if _skip(text, end) != len(text):
        raise ValueError("there is more than one value")


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match is not None, "no space is space too"
    return match.end()


def _value(text: str, at: int, wanted: Wanted | None) -> int:
    """The end of the value at an offset."""
    if wanted and wanted.children and text[at] == "{":
        return _members(text, at, wanted)
    if wanted and wanted.children and text[at] == "[":
        return _items(text, at, wanted)
    return _DECODER.raw_decode(text, at)[1]


def _members(text: str, at: int, wanted: Wanted) -> int:
    at = _skip(text, at + 1)
    while text[at] != "}":
        if text[at] != '"':
            raise ValueError("a key is not a string")
        key, end = _DECODER.raw_decode(text, at)
        node = wanted.meet(key, at)
        end = _skip(text, end)
        if text[end] != ":":
            raise ValueError("a key has no value")
        at = _skip(text, _value(text, _skip(text, end + 1), node))
        at = _next(text, at, "}")
    return at + 1


def _items(text: str, at: int, wanted: Wanted) -> int:
    at, index = _skip(text, at + 1), 0
    while text[at] != "]":
        at = _skip(text, _value(text, at, wanted.meet(str(index), at)))
        at = _next(text, at, "]")
        index += 1
    return at + 1


def _next(text: str, at: int, close: str) -> int:
    """The offset of the next member or item, or of the end."""
    if text[at] == close:
        return at
    if text[at] != ",":
        raise ValueError("a comma is missing")
    at = _skip(text, at + 1)
    if text[at] == close:
        raise ValueError("a comma is followed by nothing")
    return at
