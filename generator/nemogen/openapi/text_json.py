"""JSON text (RFC 8259) as a value, strictly, with line and column of what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NoReturn

from nemogen.document import Json
from nemogen.errors import Location, SpecError
from nemogen.light_dataclasses import dataclass
from nemogen.pointer import join

MAX_DEPTH: Final = 200
"""Objects and arrays inside each other: far above any real document, far below the limit of recursion."""

MAX_DIGITS: Final = 400
"""Digits of a number: a double needs 309 before the point, and Python itself stops at 4300."""

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Token:
    """A key or the start of a value: its `offset` in characters, and the JSON Pointer it belongs to.

    `owner` is the offset of the object that a key belongs to, None for a value.
    """

    offset: int
    pointer: str
    text: str
    owner: int | None = None


def decode_json(text: str, file: str) -> tuple[Json, tuple[Location, ...]]:
    """The value of `text` and the places of all keys that an object names again (the last one counts).

    Raises SpecError, with line and column, for what is not JSON, for NaN and infinite numbers, half surrogate pairs,
    numbers of more than MAX_DIGITS digits, and for more than MAX_DEPTH levels.
    """
    duplicates: list[None] = []

    def pairs(items: list[tuple[str, Json]]) -> dict[str, Json]:
        value = dict(items)
        if len(value) != len(items):
            duplicates.append(None)
        return value

    try:
        value = json.loads(
            text, object_pairs_hook=pairs, parse_constant=_refuse, parse_int=_integer, parse_float=_float
        )
    except json.JSONDecodeError as error:
        _raise_syntax(error, text, file)
    except RecursionError:
        _raise_depth(text, file)
    except _Refused as error:
        offset = next((token.offset for token in _tokens(text) if token.owner is None and token.text == error.text), 0)
        raise SpecError(error.what, where=_place(text, offset, file), remedy=error.remedy) from None
    _check_depth(value, text, file)
    _check_surrogates(text, file)
    return value, tuple(_duplicates(text, file)) if duplicates else ()


def _place(text: str, offset: int, file: str, pointer: str = "") -> Location:
    """The location of a character of `text`."""
    line = text.count("\n", 0, offset) + 1
    return Location(file, pointer, line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def _tokens(text: str) -> Iterator[_Token]:
    """All keys and starts of values of valid JSON, in order. A member's key comes before its value."""
    stack: list[tuple[str, int, int]] = []
    pointer, wants_key = "", False
    for match in _TOKEN.finditer(text):
        piece = match.group()
        if wants_key and piece[0] == '"':
            base, _, owner = stack[-1]
            pointer, wants_key = join(base, json.loads(piece)), False
            yield _Token(match.start(), pointer, piece, owner)
        elif piece in "}]":
            stack.pop()
            wants_key = False
        elif piece == ",":
            base, index, owner = stack[-1]
            wants_key = index < 0
            if not wants_key:
                stack[-1] = (base, index + 1, owner)
                pointer = join(base, index + 1)
        elif piece != ":":
            yield _Token(match.start(), pointer, piece)
            if piece in "{[":
                wants_key = piece == "{"
                stack.append((pointer, -1 if wants_key else 0, match.start()))
                pointer = pointer if wants_key else join(pointer, 0)


class _Refused(ValueError):
    def __init__(self, text: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.text, self.what, self.remedy = text, what, remedy


def _refuse(text: str) -> NoReturn:
    raise _Refused(text, f"{text} is not a number that JSON has", "Write a finite number or null.")


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise _Refused(text, f"a number of {len(text)} digits", f"At most {MAX_DIGITS} digits are read.")
    return int(text)


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise _Refused(text, f"{text[:40]} is too large for a number", "Numbers end at about 1.8e308.")
    return value


def _check_depth(value: Json, text: str, file: str) -> None:
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH + 1:
            _raise_depth(text, file)
        children = (
            node.values() if isinstance(node, dict) else node for node in level if isinstance(node, (dict, list))
        )
        level = [child for members in children for child in members if isinstance(child, (dict, list))]


def _raise_depth(text: str, file: str) -> NoReturn:
    deep = next((token for token in _tokens(text) if token.pointer.count("/") > MAX_DEPTH), None)
    what = f"more than {MAX_DEPTH} objects and arrays inside each other"
    where = _place(text, deep.offset, file) if deep else Location(file)
    raise SpecError(what, where=where, remedy="Make the document flatter.")


def _check_surrogates(text: str, file: str) -> None:
    if "\\ud" not in text and "\\uD" not in text:
        return
    for token in _tokens(text):
        if token.text[0] == '"' and _SURROGATE.search(json.loads(token.text)):
            what = "half of a surrogate pair, which is not a character"
            raise SpecError(
                what, where=_place(text, token.offset, file, token.pointer), remedy="Correct the \\u escape."
            )


def _raise_syntax(error: json.JSONDecodeError, text: str, file: str) -> NoReturn:
    place = Location(file, line=error.lineno, column=error.colno)
    if not text[error.pos :].strip() or error.msg.startswith("Unterminated string"):
        raise SpecError("the document ends too early", where=place, remedy="It was cut off: fetch it again.") from None
    raise SpecError(f"not valid JSON: {error.msg}", where=place, remedy="Correct it, or take another source.") from None


def _duplicates(text: str, file: str) -> Iterator[Location]:
    seen: set[tuple[int, str]] = set()
    for token in _tokens(text):
        if token.owner is not None:
            if (token.owner, token.pointer) in seen:
                yield _place(text, token.offset, file, token.pointer)
            seen.add((token.owner, token.pointer))
