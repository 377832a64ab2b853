"""String literals of generated code, in the same spelling whichever Python wrote them."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator

from nemogen.characters import escape_unassigned, has_unassigned

_STARTS = {tokenize.ENCODING, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
_BETWEEN = {tokenize.COMMENT, tokenize.NL}


def with_escapes(source: str) -> str:
    """A module in whose string literals the characters that the oldest Python does not know are escaped.

    `repr`, which we and the engines write literals with, escapes them in old Pythons and not in new ones. Docstrings
    stay: templates write them, as they are. So does what is not valid Python, for ruff to report.
    """
    if not has_unassigned(source):
        return source
    lines = list(io.StringIO(source))
    try:
        found = list(_literals(source))
    except (tokenize.TokenError, SyntaxError):
        return source
    for token in reversed(found):
        (row, start), (_, end) = token.start, token.end
        line = lines[row - 1]
        lines[row - 1] = f"{line[:start]}{escape_unassigned(token.string)}{line[end:]}"
    return "".join(lines)


def _literals(source: str) -> Iterator[tokenize.TokenInfo]:
    """The strings of one line that are part of a statement, in order."""
    before = tokenize.ENCODING
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        is_part = before not in _STARTS
        if token.type == tokenize.STRING and is_part and token.string[0] in "'\"" and token.start[0] == token.end[0]:
            yield token
        if token.type not in _BETWEEN:
            before = token.type
