"""Finds credentials in the exchanges themselves: a value under a secret's name may be echoed anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from nemogen.recordings.randomness import looks_like_key
from nemogen.recordings.recording import Recording
from nemogen.recordings.secret_names import is_session_cookie
from nemogen.recordings.secret_patterns import ACCOUNT, MARK, user_and_password
from nemogen.recordings.secrets import Secrets, with_values
from nemogen.recordings.visit_strings import Where, change_texts

_SCHEME: Final = re.compile(r"(?i)(?:bearer|token|apikey|api-key|basic|key)\s+(\S.*)")
_SHORTEST: Final = 8
_DISTINCT: Final = re.compile(r"[0-9]|[a-z][A-Z]|.{16}")
"""Signs that a text is not an ordinary word: a digit, a capital in the middle, or its length."""
_ORDINARY: Final = re.compile(r"[0-9.:-]{1,15}|[a-z]+/[a-z.+-]+|.*\s.*", re.DOTALL)
"""Times, counts, dates, media types, sentences."""


def learnt(secrets: Secrets, recordings: Iterable[Recording]) -> Secrets:
    """The secrets, with the values that the recordings have under names of secrets as known values. Ordinary words are
    skipped."""
    found: set[str] = set()
    for recording in recordings:
        for text, where in _secret_texts(recording, secrets):
            found.update(value for value in _values(text, where, secrets) if _is_credential(value))
    return with_values(secrets, found) if found else secrets


def _secret_texts(recording: Recording, secrets: Secrets) -> list[tuple[str, Where]]:
    texts: list[tuple[str, Where]] = []
    rules = {"header": secrets.is_secret_header, "query": secrets.is_secret_parameter, "member": secrets.is_secret_key}

    def look(text: str, where: Where) -> str:
        if where.kind not in rules:
            return text
        looks_secret = secrets.is_secret_value(where.name, text) and not where.is_piece_of_text
        if rules[where.kind](where.name) or looks_secret:
            texts.append((text, where))
        return text

    change_texts(recording, look)
    return texts


def _values(text: str, where: Where, secrets: Secrets) -> Iterator[str]:
    """The credentials in a value under the name of a secret. Under an ambiguous name (`session`, `auth`, `key`), and in
    a cookie that may be a preference, only values that look like a key count."""
    if where.name in ("cookie", "set-cookie"):
        pairs = text.split(";") if where.name == "cookie" else [text.split(";", 1)[0]]
        for name, _, value in (pair.strip().partition("=") for pair in pairs):
            if is_session_cookie(name) or looks_like_key(value):
                yield value
        return
    schemed = _SCHEME.fullmatch(text.strip())
    plain = schemed[1] if schemed else text.strip()
    if schemed or secrets.is_secret_key(where.name) or looks_like_key(plain):
        yield plain
    pair = user_and_password(plain) if schemed else ""
    yield from (pair, pair.partition(":")[2])


def _is_credential(value: str) -> bool:
    is_marked = MARK in value or ACCOUNT in value
    is_ordinary = is_marked or not _DISTINCT.search(value) or _ORDINARY.fullmatch(value)
    return len(value) >= _SHORTEST and not is_ordinary
