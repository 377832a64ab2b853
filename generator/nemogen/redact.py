"""What other programs say, made fit to be shown: no secrets, no terminal control, no flood."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from nemogen.text_safety import lines

_CREDENTIALS = re.compile(r"(?<=://)(?:[^/@\s]+|[^@\s:]{0,100}:(?!\d{1,5}[/?#])[^@\s]{0,200})@")
"""User and password; also a password that holds a / which nobody has escaped, up to a length, so that a text of many
beginnings of URLs is read once."""
_QUERY = re.compile(r"(://[^\s?#'\"<>]{1,500}[?#])[^\s'\"<>]+")
_TOKEN = re.compile(r"\b(?:gh[a-z]_\w{10,}|github_pat_\w{10,})")
_SECRET_NAME = re.compile(r"TOKEN|SECRET|PASSWORD|API_?KEY", re.IGNORECASE)
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
_LIMIT = 2000


def presentable(text: str, environ: Mapping[str, str] | None = None) -> str:
    """`text` for a message or a log: credentials, queries and fragments of URLs, GitHub's tokens and every secret of
    the environment are `***`, terminal escapes are removed, other control characters are escapes, and of a long text
    the end is kept.
    """
    for name, value in (os.environ if environ is None else environ).items():
        if len(value) >= 8 and _SECRET_NAME.search(name):
            text = text.replace(value, "***")
    text = _CREDENTIALS.sub("***@", _ESCAPES.sub("", text))
    text = _TOKEN.sub("***", _QUERY.sub(r"\1***", text))
    shown = lines(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return shown if len(shown) <= _LIMIT else f"…{shown[-_LIMIT:]}"
