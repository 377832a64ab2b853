"""Text of a spec as text of a docstring."""

from __future__ import annotations

import re
import textwrap
from typing import Final

from nemogen.text_safety import visible

DOC_WIDTH: Final = 100


def prose(text: str, width: int = DOC_WIDTH) -> str:
    """Text of a spec as text of a docstring: control characters out, indentation out, wrapped (lists are kept)."""
    lines = [line.strip() for line in visible(text.replace("\t", " ")).split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(_wrapped(line, width) for line in lines)).strip()
    return f"{joined} " if joined.endswith(('"', "\\")) else joined


def _wrapped(line: str, width: int) -> str:
    """A line without blanks around it, wrapped. Most are short enough, and textwrap takes long to find that out."""
    return line if len(line) <= width else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
