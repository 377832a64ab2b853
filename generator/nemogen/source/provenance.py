"""What hosts say of a document's origin, checked before it is stored: it goes into headers, messages and files later.

Light: the lock is read with it first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

_ETAG: Final = re.compile(r'(?:W/)?"[\x21\x23-\x7e]*"')
_LONGEST_ETAG: Final = 512
_COMMIT: Final = re.compile(r"[0-9a-f]{7,64}")
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]")


def is_etag(text: str) -> bool:
    """Whether an ETag can be sent back in If-None-Match: RFC 9110, 8.8.3, without the bytes above 0x7f, which no
    header that we send may hold, and of a length that no host refuses. `*` is none: it would match everything.
    """
    return len(text) <= _LONGEST_ETAG and _ETAG.fullmatch(text) is not None


def is_commit(text: str) -> bool:
    """Whether it is the id of a commit in full, or the beginning of one."""
    return _COMMIT.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether it can be the address or path of a source: neither empty nor with a character that cannot be seen."""
    return bool(text) and _UNSEEN.search(text) is None


OPTIONAL: Final[Mapping[str, tuple[Callable[[str], bool], str]]] = {
    "etag": (is_etag, "is not an ETag that can be sent: documents are read in full"),
    "commit": (is_commit, "is not the id of a commit"),
}
"""What a document's origin is complete without, how it has to look, and what is said of it otherwise."""
