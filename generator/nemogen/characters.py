"""Characters as every supported Python knows them: what is generated must not depend on the Python that generates it.

Each Python comes with a version of Unicode: 3.11 with 14.0, 3.12 with 15.0, 3.13 with 15.1. A character that is newer
than its Python is not allowed in an identifier there, has no name and no normal form, and is not printable. So all
that Unicode 14.0 has not assigned is treated everywhere as 3.11 treats it. Names and normal forms of what is assigned
never change (https://www.unicode.org/policies/stability_policy.html).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path
from typing import Final

UNICODE: Final = "14.0.0"
"""The version of the oldest Python that we support. When that one is dropped, the file of ranges is written again."""

_OF_IDENTIFIERS: Final = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Mn", "Mc", "Nd", "Pc"})
"""Categories of the characters of identifiers (UAX 31). Characters of other categories are admitted one by one, some in
later versions, as the middle dot of Japanese (U+30FB) was in 15.1: none of them is taken."""


def read_ranges() -> tuple[tuple[int, int], ...]:
    """First and last code point of each run of assigned characters, in order."""
    text = Path(__file__).with_name(f"unicode-{UNICODE}.txt").read_text(encoding="utf-8")
    pairs = (line.split("-") for line in text.splitlines() if not line.startswith("#"))
    return tuple((int(first, 16), int(last, 16)) for first, last in pairs)


@functools.cache
def _unassigned() -> re.Pattern[str]:
    assigned = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in read_ranges())
    return re.compile(f"[^{assigned}]")


def has_unassigned(text: str) -> bool:
    """Whether a character of `text` is newer than the oldest Python, or is none at all."""
    return not text.isascii() and _unassigned().search(text) is not None


def without_unassigned(text: str) -> str:
    """`text` without such characters, as before a normal form is made: they would get one in newer Pythons only."""
    return text if text.isascii() else _unassigned().sub("", text)


def escape_unassigned(text: str) -> str:
    r"""`text` with such characters as `\uNNNN` or `\UNNNNNNNN`, which is how `repr` of the oldest Python has them."""
    return text if text.isascii() else _unassigned().sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def is_identifier(text: str) -> bool:
    """As `str.isidentifier`, the same in every Python."""
    return text.isidentifier() and (text.isascii() or all(map(_is_of_identifiers, text)))


def continues_identifier(character: str) -> bool:
    """Whether an identifier may contain `character` after its first one."""
    return f"a{character}".isidentifier() and (character.isascii() or _is_of_identifiers(character))


def _is_of_identifiers(character: str) -> bool:
    return unicodedata.category(character) in _OF_IDENTIFIERS and not has_unassigned(character)


def is_printable(text: str) -> bool:
    """As `str.isprintable`, the same in every Python."""
    return text.isprintable() and not has_unassigned(text)


def name_of(character: str) -> str:
    """The name that Unicode gives a character; `u1fae8`, its code point, where it has none."""
    code = f"u{ord(character):04x}"
    return code if has_unassigned(character) else unicodedata.name(character, code)
