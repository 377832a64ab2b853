"""String literals of generated code, in the same spelling whichever Python wrote them."""

from __future__ import annotations

import tokenize
from collections.abc import Iterator

from nemogen.characters import escape_unassigned, has_unassigned
from nemogen.string_tokens import Token, tokens_of

_STARTS = {tokenize.ENCODING, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
_BETWEEN = {tokenize.COMMENT, tokenize.NL}


def with_escapes(source: str) -> str:
    """A module in whose string literals the characters that the oldest Python does not know are escaped.

    `repr`, which we and the engines write literals with, escapes them in old Pythons and not in new ones. Docstrings
    stay: templates write them, as they are. So does what is not valid Python, for ruff to report.
    """
    if not has_unassigned(source):
        return source
    try:
        found = list(_literals(source))
    except (tokenize.TokenError, SyntaxError):
        return source
    parts, done = [], 0
    for token in found:
        parts += [source[done : token.begin], escape_unassigned(source[token.begin : token.end])]
        done = token.end
    return "".join((*parts, source[done:]))


def _literals(source: str) -> Iterator[Token]:
    """The strings of one line that are part of a statement, in order."""
    before = tokenize.ENCODING
    for token in tokens_of(source):
        is_part = before not in _STARTS
        is_of_one_line = token.first_line == token.last_line
        if token.type == tokenize.STRING and is_part and is_of_one_line and source[token.begin] in "'\"":
            yield token
        if token.type not in _BETWEEN:
            before = token.type
