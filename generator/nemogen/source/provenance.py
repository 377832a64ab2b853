"""Validates what hosts report about a document's origin before it is stored and used in headers and messages.

Cheap to import: the lock needs it first.
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
    """Whether an ETag can be sent back in If-None-Match: RFC 9110, 8.8.3, without bytes above 0x7f, which no
    header that we send may hold, and short enough for every host. `*` does not count: it would match everything.
    """
    return len(text) <= _LONGEST_ETAG and _ETAG.fullmatch(text) is not None


def is_commit(text: str) -> bool:
    """Whether it is a commit id, full or abbreviated."""
    return _COMMIT.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether it can be the URL or path of a source: not empty and without invisible characters."""
    return bool(text) and _UNSEEN.search(text) is None


OPTIONAL: Final[Mapping[str, tuple[Callable[[str], bool], str]]] = {
    "etag": (is_etag, "is not an ETag that can be sent: documents are read in full"),
    "commit": (is_commit, "is not the id of a commit"),
}
"""The optional members of a provenance, their checks, and the message for an invalid one."""
