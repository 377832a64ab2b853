"""The code in a Markdown file, block by block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "generated" / "mistral-nemo"
SOURCE = PACKAGE / "src"

_LINE = re.compile(r"^(#+) (.+)|^```(\w*)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: `name` is its heading, language and number among those of this heading and language."""

    name: str
    language: str
    code: str


def blocks(path: Path) -> tuple[Block, ...]:
    """All fenced blocks of a file, in its order."""
    return tuple(_blocks(path.read_text(encoding="utf-8").splitlines()))


def _blocks(lines: list[str]) -> Iterator[Block]:
    heading, language, code = "", None, list[str]()
    seen: Counter[tuple[str, str]] = Counter()
    for line in lines:
        if language is not None:
            if line != "```":
                code.append(line)
                continue
            seen[heading, language] += 1
            yield Block(f"{heading}: {language} {seen[heading, language]}", language, "\n".join(code) + "\n")
            language, code = None, []
        elif found := _LINE.match(line):
            heading = found[2] or heading
            language = found[3]
