"""What the words of a name say that it counts, for names that no list has: `numberToRead`, `skip_records`."""

from __future__ import annotations

import re
from typing import Final

_SIZES: Final = frozenset({"limit", "size", "take", "top", "max", "maximum", "count", "number", "num", "per"})
_ITEMS: Final = frozenset(
    {
        "page",
        "result",
        "item",
        "record",
        "row",
        "entry",
        "read",
        "element",
        "object",
        "hit",
        "fetch",
        "return",
        "length",
    }
)
_BEGINS: Final = frozenset({"start", "first", "begin", "starting", "from"})
_POSITIONS: Final = frozenset({"index", "row", "record", "item", "position", "result", "number", "element"})
_OPAQUE: Final = frozenset({"cursor", "token", "marker", "bookmark", "continuation", "iterator", "scroll"})
_OF_PAGES: Final = frozenset({"page", "paging", "pagination", "next", "continuation"})


def words_of(name: str) -> frozenset[str]:
    """The words of a name, in lower case and, as far as that is easy, in the singular."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", re.split(r"[\[.](?=\w)", name)[-1])
    return frozenset(_singular(each.lower()) for each in parts if len(each) > 1)


def _singular(word: str) -> str:
    return re.sub(r"ies$", "y", word) if word.endswith("ies") else re.sub(r"(?<=[^s])s$", "", word)


def is_size(name: str) -> bool:
    """Whether a number of this name limits the items of a page."""
    words = words_of(name)
    return bool(words & _SIZES) and bool(words & _ITEMS) and not is_skipped(name)


def is_skipped(name: str) -> bool:
    """Whether a number of this name counts what is before the page: items, or pages."""
    words = words_of(name)
    return bool(words & {"skip", "offset"}) or bool(words & _BEGINS and words & _POSITIONS)


def is_of_pages(name: str) -> bool:
    """Whether what a number of this name counts are pages."""
    return "page" in words_of(name)


def is_cursor(name: str) -> bool:
    """Whether a text of this name chooses the next page, and means nothing to a caller."""
    words = words_of(name)
    return bool(words & _OPAQUE) and bool(words & _OF_PAGES or words & {"cursor", "marker", "bookmark", "iterator"})
