"""Untrusted text made harmless: for a terminal, a log, a commit message."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")

# Controls, what turns the direction of writing, what cannot be seen, and halves of characters. The joiners U+200C and
# U+200D stay: scripts and emoji need them.
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)

# All beyond ASCII counts as a letter: which characters are letters differs from one Python to the next.
_REFERENCE = re.compile(r"([@#])(?=\w|[^\x00-\x7f])")


def plain(text: str) -> str:
    """The text in one line, with every character that a terminal might obey, or that cannot be seen, spelt out."""
    return UNPRINTABLE.sub(spell, _SPACES.sub(" ", text).strip())


def spell(match: re.Match[str]) -> str:
    r"""A character as `\xNN`, `\uNNNN` or `\UNNNNNNNN`."""
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def clip(text: str, limit: int) -> str:
    """The text with at most `limit` characters, an ellipsis where it goes on."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def unlinked(text: str) -> str:
    """The text so that no host of git repositories mentions a person or closes an issue because of it.

    A zero-width space after `@` and `#` does it, as Renovate and Dependabot have it too.
    """
    return _REFERENCE.sub("\\1\u200b", text)
