"""One form for the spellings of a regular expression, to compare patterns by: `^(?:a)$` allows what `^a$` allows.

Source: ECMA-262 (22.2), which JSON Schema's `pattern` follows; a pattern need not match the whole text. Nothing is
run: patterns come from documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|\(\?(?:<?[=!]|:|<\w+>)|.", re.DOTALL)
_SAME: Final = {r"\d": "[0-9]", r"\/": "/", "{1,}": "+", "{0,}": "*", "{0,1}": "?"}
_ANY_CHARACTER: Final = frozenset({r"[\s\S]", r"[\S\s]", r"[\d\D]", r"[\w\W]"})
_BACK_REFERENCE: Final = re.compile(r"\\[1-9k]")
_ANYTHING: Final = frozenset({"", "^", "$"})
_LONGEST: Final = 1000
"""Characters of a pattern that is brought into the form; longer ones are compared as they are written."""


@lru_cache(maxsize=4096)
def pattern_form(pattern: str) -> str:
    """A pattern that matches the same texts and that spellings of one pattern share, as far as they are known."""
    if len(pattern) > _LONGEST or _BACK_REFERENCE.search(pattern):
        return pattern
    tokens = [_SAME.get(token, token) for token in _TOKEN.findall(pattern)]
    tokens = ["(?:" if token == "(" else token for token in tokens]
    before: list[str] | None = None
    while tokens != before:
        before = tokens
        tokens = _without_open_ends(_without_group(tokens))
    return "".join(tokens)


def matches_any_text(pattern: str) -> bool:
    """Whether a pattern is known to match every text (`^.*$` does not: a line break ends it)."""
    return pattern_form(pattern) in _ANYTHING


def _without_group(tokens: list[str]) -> list[str]:
    """The tokens without a group around all of them, or around all between `^` and `$`."""
    start, end = int(tokens[:1] == ["^"]), len(tokens) - int(tokens[-1:] == ["$"])
    inner = tokens[start:end]
    if inner[:1] != ["(?:"] or inner[-1:] != [")"] or not _is_one_group(inner):
        return tokens
    is_anchored = start > 0 or end < len(tokens)
    if is_anchored and _has_alternatives(inner[1:-1]):
        return tokens
    return [*tokens[:start], *inner[1:-1], *tokens[end:]]


def _is_one_group(tokens: Sequence[str]) -> bool:
    """Whether the group that opens first closes last."""
    depth = 0
    for index, token in enumerate(tokens):
        depth += token.startswith("(")
        depth -= token == ")"
        if depth == 0:
            return index == len(tokens) - 1
    return False


def _has_alternatives(tokens: Sequence[str]) -> bool:
    depth = 0
    for token in tokens:
        depth += token.startswith("(")
        depth -= token == ")"
        if token == "|" and depth == 0:
            return True
    return False


def _without_open_ends(tokens: list[str]) -> list[str]:
    """The tokens without what matches anything at either end, where the text may go on there anyway."""
    if _has_alternatives(tokens):
        return tokens
    if tokens[:1] == ["^"] and tokens[1:2] and tokens[1] in _ANY_CHARACTER and _is_any(tokens[1:3], tokens[3:4]):
        return tokens[3:]
    if _is_any(tokens[:2], tokens[2:3]):
        return tokens[2:]
    if tokens[-1:] == ["$"] and len(tokens) > 2 and tokens[-3] in _ANY_CHARACTER and _is_any(tokens[-3:-1], []):
        return tokens[:-3]
    return tokens[:-2] if _is_any(tokens[-2:], []) else tokens


def _is_any(tokens: Sequence[str], following: Sequence[str]) -> bool:
    """Whether these are any number of any characters; a `.` is any but the end of a line."""
    if len(tokens) != 2 or tokens[1] != "*" or list(following) in (["?"], ["+"]):
        return False
    return tokens[0] == "." or tokens[0] in _ANY_CHARACTER
