"""What other programs say, made fit to be shown: no secrets, no terminal control, no flood."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from nemogen.text_safety import lines

_CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")
_TOKEN = re.compile(r"\b(?:gh[a-z]_\w{10,}|github_pat_\w{10,})")
_SECRET_NAME = re.compile(r"TOKEN|SECRET|PASSWORD|API_?KEY", re.IGNORECASE)
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
_LIMIT = 2000


def presentable(text: str, environ: Mapping[str, str] | None = None) -> str:
    """`text` for a message or a log: credentials of URLs, GitHub's tokens and every secret of the environment are
    `***`, terminal escapes are gone, other control characters are escapes, and of a long text the end is kept.
    """
    for name, value in (os.environ if environ is None else environ).items():
        if len(value) >= 8 and _SECRET_NAME.search(name):
            text = text.replace(value, "***")
    text = _TOKEN.sub("***", _CREDENTIALS.sub("***@", _ESCAPES.sub("", text)))
    shown = lines(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return shown if len(shown) <= _LIMIT else f"…{shown[-_LIMIT:]}"
