"""The string literals and comments of a module of Python, the same ones whichever Python looks for them.

Python 3.12 took to splitting a formatted string into its parts (PEP 701), at columns that are wrong behind characters
beyond ASCII. Here it is one literal, as it was before.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator
from typing import Final, NamedTuple

_BEGINNINGS: Final = {getattr(tokenize, name, None) for name in ("FSTRING_START", "TSTRING_START")} - {None}
_ENDS: Final = {getattr(tokenize, name, None) for name in ("FSTRING_END", "TSTRING_END")} - {None}


class Token(NamedTuple):
    """A token of a type of `tokenize`: `source[begin:end]`, which begins in `first_line` and ends in `last_line`."""

    type: int
    begin: int
    end: int
    first_line: int
    last_line: int


def tokens_of(source: str) -> Iterator[Token]:
    """All tokens in order; a formatted string, with what is nested in it, is one of type STRING.

    Raises SyntaxError or tokenize.TokenError for what is not valid Python.
    """
    starts = [0]
    for line in io.StringIO(source):
        starts.append(starts[-1] + len(line))
    depth, opened = 0, (0, 0)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        kind, (row, column), (last, end) = token.type, token.start, token.end
        if kind in _BEGINNINGS:
            opened = opened if depth else (row, column)
            depth += 1
        elif kind in _ENDS:
            depth -= 1
            kind, (row, column) = tokenize.STRING, opened
        if not depth:
            begin, stop = _offset(starts, row) + column, _offset(starts, last) + end
            # Python 3.12.1 has another end for a literal of several lines with characters beyond ASCII.
            if kind == token.type and source.startswith(token.string, begin):
                stop = begin + len(token.string)
            yield Token(kind, begin, stop, row, last)


def _offset(starts: list[int], row: int) -> int:
    # The end of a module is in a line behind the last one.
    return starts[min(row, len(starts)) - 1]
