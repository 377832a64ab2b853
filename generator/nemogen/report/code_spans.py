"""Text between backticks, which pages show as code."""

from __future__ import annotations

Span = tuple[bool, str]
"""Whether it is code, and the text."""


def code_spans(text: str) -> tuple[Span, ...]:
    """The parts of a text; if backticks do not come in pairs, all of it is plain."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return ((False, text),)
    return tuple((at % 2 == 1, part) for at, part in enumerate(parts) if part)
