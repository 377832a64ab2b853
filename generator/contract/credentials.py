"""Credentials that exchanges themselves show: what stands under a secret's name may be echoed anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.contract.recording import Recording
from generator.contract.secrets import ACCOUNT, MARK, Secrets, user_and_password, with_values
from generator.contract.texts import Where, change_texts

_SCHEME: Final = re.compile(r"(?i)(?:bearer|token|apikey|api-key|basic|key)\s+(.+)")
_SHORTEST: Final = 8
_DISTINCT: Final = re.compile(r"[0-9]|[a-z][A-Z]|.{16}")
"""What an ordinary word is not: a digit in it, a capital in the middle, or long."""


def learnt(secrets: Secrets, recordings: Iterable[Recording]) -> Secrets:
    """The secrets, and as known values what the recordings have under names of secrets, as far as it is no ordinary
    word."""
    found: set[str] = set()
    for recording in recordings:
        for text, where in _secret_texts(recording, secrets):
            found.update(value for value in _values(text, where) if _is_credential(value))
    return with_values(secrets, found) if found else secrets


def _secret_texts(recording: Recording, secrets: Secrets) -> list[tuple[str, Where]]:
    texts: list[tuple[str, Where]] = []
    rules = {"header": secrets.is_secret_header, "query": secrets.is_secret_parameter, "member": secrets.is_secret_key}

    def look(text: str, where: Where) -> str:
        if where.kind in rules and rules[where.kind](where.name):
            texts.append((text, where))
        return text

    change_texts(recording, look)
    return texts


def _values(text: str, where: Where) -> Iterator[str]:
    if where.name in ("cookie", "set-cookie"):
        pairs = text.split(";") if where.name == "cookie" else [text.split(";", 1)[0]]
        yield from (pair.partition("=")[2].strip() for pair in pairs)
        return
    schemed = _SCHEME.fullmatch(text.strip())
    plain = schemed[1] if schemed else text.strip()
    yield plain
    pair = user_and_password(plain) if schemed else ""
    yield from (pair, pair.partition(":")[2])


def _is_credential(value: str) -> bool:
    is_ordinary = not _DISTINCT.search(value) or re.search(r"\s", value) or MARK in value or ACCOUNT in value
    return len(value) >= _SHORTEST and not is_ordinary and not re.fullmatch(r"[a-z]+/[a-z.+-]+", value)
