"""Finds secrets in a text itself: keys of common formats, and values after a name in a URL or in quotes.

Texts are untrusted: every search here takes time linear in the length of the text.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass

MARK: Final = "[scrubbed]"
ACCOUNT: Final = "[account]"

_FORMS: Final = tuple(
    (beginnings.split(), re.compile(form))
    for beginnings, form in (
        ("sk- sk_ pk- pk_ rk- rk_", r"\b(?:sk|pk|rk)[-_](?=[\w-]{0,100}[0-9A-Z])[\w-]{16,}"),
        ("ghp_ gho_ ghu_ ghs_ ghr_", r"\bgh[pousr]_[A-Za-z0-9]{30,}"),
        ("github_pat_ glpat-", r"\b(?:github_pat_\w{30,}|glpat-[\w-]{20,})"),
        ("xox xapp-", r"\b(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}"),
        ("AKIA ASIA ABIA ACCA", r"\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b"),
        ("AIza", r"\bAIza[\w-]{35}"),
        ("ya29.", r"\bya29\.[\w-]{20,}"),
        ("GOCSPX-", r"\bGOCSPX-[\w-]{20,}"),
        (
            "- _",
            r"\b(?:hf|gsk|r8|npm|nvapi|xai|pplx|tvly|fw|dop_v1|shpat|sq0[a-z]{3}|whsec)[-_][A-Za-z0-9_-]{20,}",
        ),
        ("pypi-", r"\bpypi-[\w-]{50,}"),
        ("SG.", r"\bSG\.[\w-]{20,}\.[\w-]{20,}"),
        ("bot", r"\bbot(?P<bot>[0-9]{5,12}:[\w-]{25,})"),
        ("eyJ", r"\beyJ[\w-]{8,1000}\.[\w-]{8,20000}\.[\w-]*"),
        (
            "-----BEGIN",
            r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]|-(?!----END))*(?:-----END [A-Z ]*PRIVATE KEY-----)?",
        ),
        ("://", r"\b[a-z][a-z0-9+.-]{0,30}://(?P<user>[^/?#\s@\"'<>]+)@"),
    )
)
"""Each format with a substring that it always contains, for a fast first check."""
_SCHEMED: Final = re.compile(
    r"\b(?i:bearer|basic)\s+(?P<credential>(?=\S*(?:[0-9=_]|[a-z][A-Z]))[A-Za-z0-9._~+/=-]{16,})"
)
_BASIC: Final = re.compile(r"\b(?i:basic)\s+(?P<credential>[A-Za-z0-9+/_-]{4,}={0,2})")
_PARAMETER: Final = re.compile(r"(?P<before>^|[?&;#])(?P<name>[\w.%\[\]-]{1,100})=")
_PARAMETER_VALUE: Final = re.compile(r"(?!%5Bscrubbed%5D)[^&\s\"'<>#]+")
_QUOTED: Final = re.compile(r"""["'](?P<name>[^"'\\\r\n]{1,100})\\*["']\s*[:=]\s*(?P<quote>\\*["'])""")

_SAMPLE: Final = 300
"""How much of a value decides whether it is a secret; all of it is removed."""

IsSecret: TypeAlias = Callable[[str, str, bool], bool]
"""Whether a value is a secret, by the name, the value, and whether it is a parameter of a URL."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text (from `start` up to `end`) and its replacement."""

    start: int
    end: int
    mark: str


def spans_of_forms(text: str) -> Iterator[Span]:
    """The keys of common formats in a text, and credentials of Basic and Bearer authentication."""
    forms = [form for beginnings, form in _FORMS if any(beginning in text for beginning in beginnings)]
    for form in (*forms, _SCHEMED):
        for match in form.finditer(text):
            group = match.lastgroup or 0
            yield Span(match.start(group), match.end(group), MARK)
    for match in _BASIC.finditer(text):
        if user_and_password(match["credential"]):
            yield Span(match.start("credential"), match.end("credential"), MARK)


def named_spans(text: str, is_secret: IsSecret) -> Iterator[Span]:
    r"""The values in a text that follow the name of a secret: `?password=`, `"password": "`, `\"password\": \"`.

    A text that begins with `name=` counts as a form.
    """
    if "=" in text:
        yield from _parameters(text, is_secret)
    if '"' in text or "'" in text:
        yield from _quoted(text, is_secret)


def user_and_password(coded: str) -> str:
    """The decoded credential of Basic authentication (RFC 7617), `user:password`; empty if it is not valid."""
    try:
        padded = coded.rstrip("=").translate(str.maketrans("-_", "+/"))
        text = base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
    return text if ":" in text and text.isprintable() else ""


def _parameters(text: str, is_secret: IsSecret) -> Iterator[Span]:
    end = 0
    for match in _PARAMETER.finditer(text):
        sample = _PARAMETER_VALUE.match(text, match.end(), match.end() + _SAMPLE) if match.start() >= end else None
        if sample and is_secret(match["name"], sample.group(), bool(match["before"])):
            whole = _PARAMETER_VALUE.match(text, match.end())
            end = whole.end() if whole else sample.end()
            yield Span(match.end(), end, MARK)


def _quoted(text: str, is_secret: IsSecret) -> Iterator[Span]:
    end = 0
    unclosed: set[str] = set()
    for match in _QUOTED.finditer(text):
        start, quote = match.end(), match["quote"]
        if match.start() < end or quote in unclosed:
            continue
        stop = _closing(text, quote, start)
        sample = text[start : min(stop, start + _SAMPLE)]
        if stop < 0:
            unclosed.add(quote)
        elif sample.strip() and is_secret(match["name"], sample, False) and "\n" not in text[start:stop]:
            yield Span(start, stop, MARK)
            end = stop


def _closing(text: str, quote: str, start: int) -> int:
    """Where a quoted value ends that begins at `start`; -1 if it does not end."""
    at = text.find(quote, start)
    while at > start and text[at - 1] == "\\":
        at = text.find(quote, at + 1)
    return at
