"""Untrusted text in Markdown, as CommonMark 0.31 and GitHub read it."""

from __future__ import annotations

import re
from typing import Final

from nemogen.text_safety import plain, unlinked

# What CommonMark and GFM give a meaning to anywhere in a line, and what makes a list of its start.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~$#]")
_LIST: Final = re.compile(r"^(\d*)([-+.)])(?=\s|$)")
_ENTITIES: Final = {"<": "&lt;", ">": "&gt;"}
# Where GitHub would find a bare address, an issue or an emoji.
_AUTOMATIC: Final = re.compile(r"(?ai)(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)|(?<=:)(?=[\w+-]+:)")


def escape(text: str) -> str:
    """Untrusted text as Markdown that shows just this text, in one line."""
    return _LIST.sub(r"\1\\\2", _escaped(plain(text)))


def _escaped(text: str) -> str:
    broken = _AUTOMATIC.sub("\u200b", unlinked(text.replace("&", "&amp;")))
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), broken)


def code(text: str) -> str:
    """Untrusted text as a code span. Not for a table's cell, where a pipe would end it."""
    # Two backticks with nothing between are no span, but the start of another one.
    inner = plain(text) or " "
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", inner)), default=0))
    pad = " " if inner[:1] == "`" or inner[-1:] == "`" else ""
    return f"{fence}{pad}{inner}{pad}{fence}"


def prose(text: str) -> str:
    """Text of ours with names and values of a document in backticks: these as code spans, all else escaped."""
    parts = plain(text).split("`")
    spans, between = parts[1::2], parts[2:-1:2]
    if len(parts) % 2 == 0 or "" in spans or "" in between:
        return escape(text)
    shown = [code(part) if index % 2 else _escaped(part) for index, part in enumerate(parts)]
    return _LIST.sub(r"\1\\\2", "".join(shown))
