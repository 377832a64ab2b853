"""Measures how random a word is, to find keys that nothing else identifies."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection
from typing import Final
from urllib.parse import unquote

_WORD: Final = re.compile(r"[A-Za-z0-9+/_=-]{20,}")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST_SECRET: Final = 200
_MIXED: Final = re.compile(r"[A-Za-z][0-9]+[A-Za-z]|[0-9][A-Za-z]+[0-9]")
_NO_KEY: Final = re.compile(r"[\s<>\[\]:\\|{}\"']")
_SHORTEST_KEY: Final = 8
_SHORTEST_PIECE: Final = 6
_MIXED_IN_PATH: Final = 20

_INLINE: Final = re.compile(r"data:[\w/+.;=-]{0,100},\S*")
_COMMIT: Final = re.compile(r"/(?:archive|blob|commits?|raw|tree)/[0-9a-f]{40}(?![0-9a-f])")
_BETWEEN_SEGMENTS: Final = re.compile(r"[/?&=#\s]+")
_BETWEEN_WORDS: Final = re.compile(r"[:;,@!()]+")
_ID: Final = re.compile(
    r"(?!(?:api|auth|bot|hook|key|pat|pk|rk|secret|sk|token|whsec)[-_])"
    r"[a-z]{2,12}(?:[-_][a-z]{2,12}){0,3}[-_][A-Za-z0-9]{6,48}"
)
"""An id with its kind as a prefix: `chatcmpl-…`, `msg_…`, `batch_req_…`."""
_OBJECT: Final = re.compile(r"[0-9a-f]{24}")
"""A BSON object id."""
_FILE: Final = re.compile(
    r"[\w.~+-]+\.(?:bin|csv|gif|html?|jpe?g|jsonl?|md|mp[34]|ogg|pdf|png|safetensors|svg|txt|wav|web[mp]|xml|zip)"
)


def random_word(text: str, allow: Collection[str]) -> str | None:
    """The first word of a text that is as random as a key."""
    words = (match.group() for match in _WORD.finditer(text))
    return next((word for word in words if word not in allow and is_random(word)), None)


def random_segment(url: str, allow: Collection[str]) -> str | None:
    """The same for a path or a URL, segment by segment; ids with a kind prefix, files and commits do not count."""
    plain = _COMMIT.sub(" ", unquote(_INLINE.sub(" ", url)))
    for segment in _BETWEEN_SEGMENTS.split(plain):
        words = [] if segment in allow else _BETWEEN_WORDS.split(segment)
        found = next((word for word in words if word not in allow and _is_random_in_path(word)), None)
        if found:
            return found
    return None


def _is_random_in_path(word: str) -> bool:
    is_ordinary = _ID.fullmatch(word) or _OBJECT.fullmatch(word) or _UUID.fullmatch(word) or _FILE.fullmatch(word)
    return not is_ordinary and (is_random(word) or _mixed(word) >= _MIXED_IN_PATH)


def looks_like_key(value: str) -> bool:
    """Whether a value whose name may be a secret's is one: a single word that mixes letters and digits."""
    if len(value) < _SHORTEST_KEY or _NO_KEY.search(value):
        return False
    return is_random(value) or _mixed(value) > 0


def is_random(word: str) -> bool:
    """Whether a word is as random as keys are: letters and digits mixed, hardly a repetition, neither UUID nor path."""
    if len(word) > _LONGEST_SECRET or _UUID.fullmatch(word) or not re.search(r"[0-9]", word):
        return False
    longest = max(re.split(r"[/_=-]", word), key=len)
    if len(longest) < 16 or not re.search(r"[A-Za-z]", longest) or not re.search(r"[0-9]", longest):
        return False
    if re.fullmatch(r"[0-9a-f]+|[0-9A-F]+", longest):
        return len(longest) >= 32 and _entropy(longest) > 3.0
    return len(longest) >= 20 and _entropy(longest) > 3.7


def _mixed(word: str) -> int:
    """How many characters are in runs that mix letters and digits."""
    if len(word) > _LONGEST_SECRET:
        return 0
    pieces = re.split(r"[^A-Za-z0-9]+", word)
    return sum(len(piece) for piece in pieces if len(piece) >= _SHORTEST_PIECE and _MIXED.search(piece))


def _entropy(word: str) -> float:
    """Shannon entropy in bits per character."""
    counts = Counter(word)
    return -sum(count / len(word) * math.log2(count / len(word)) for count in counts.values())
