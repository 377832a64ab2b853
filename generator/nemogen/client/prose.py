"""Text of a spec as text of a docstring."""

from __future__ import annotations

import re
import textwrap
from typing import Final

from nemogen.text_safety import visible

DOC_WIDTH: Final = 100


def prose(text: str, width: int = DOC_WIDTH, hanging: int = 0) -> str:
    """Text of a spec as text of a docstring: control characters out, indentation out, wrapped (lists are kept).

    The first line may be longer by `hanging`: it is the one that is indented less.
    """
    first, *others = [line.strip() for line in visible(text.replace("\t", " ")).split("\n")]
    wrapped = [_wrapped(first, width, hanging), *(_wrapped(line, width) for line in others)]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(wrapped)).strip()
    return f"{joined} " if joined.endswith(('"', "\\")) else joined


def _wrapped(line: str, width: int, hanging: int = 0) -> str:
    """A line without blanks around it, wrapped. Most are short enough, and textwrap takes long to find that out."""
    if len(line) <= width + hanging:
        return line
    own = " " * hanging
    found = textwrap.fill(line, width + hanging, subsequent_indent=own, break_long_words=False, break_on_hyphens=False)
    return found.replace(f"\n{own}", "\n")
