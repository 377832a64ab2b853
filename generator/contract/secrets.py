"""What a secret looks like: by the name it stands under, by its value, by a common form, or by how random it is."""

from __future__ import annotations

import base64
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, quote_plus

MARK: Final = "[scrubbed]"
ACCOUNT: Final = "[account]"

_PARAMETER_IN_URL: Final = (
    r"(?i:[?&;](?:api[-_]?key|key|[a-z-]*token|secret|sig|[a-z-]*signature|password|x-amz-credential)=)"
    r"(?P<parameter>[^&\s\"'<>#]+)"
)
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        _PARAMETER_IN_URL,
        r"\b(?:sk|pk|rk)[-_](?=[\w-]*[0-9A-Z])[\w-]{16,}",
        r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,})",
        r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
        r"\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b",
        r"\bAIza[\w-]{35}",
        r"\bya29\.[\w-]{20,}",
        r"\b(?:hf|gsk|r8|npm|nvapi|xai|pplx|tvly|fw|dop_v1|shpat|sq0[a-z]{3})[-_][A-Za-z0-9_-]{20,}",
        r"\bpypi-[\w-]{50,}",
        r"\bSG\.[\w-]{20,}\.[\w-]{20,}",
        r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*",
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]|-(?!----END))*(?:-----END [A-Z ]*PRIVATE KEY-----)?",
        r"\b(?i:bearer|basic)\s+(?P<credential>(?=\S*(?:[0-9=_]|[a-z][A-Z]))[A-Za-z0-9._~+/=-]{16,})",
        r"\b[a-z][a-z0-9+.-]*://[^/\s:@\"']*:(?P<password>[^/\s@\"']+)@",
    )
)
_HEADER: Final = re.compile(
    r"authorization|cookie|api-?key|access-?key|token|secret|password|credential|signature|session|^x-.*auth|(?:^|-)key$"
)
_NO_SECRET_HEADER: Final = re.compile(r"ratelimit|rate-limit|tokens|^access-control-|^www-authenticate$")
_KEY: Final = re.compile(
    "x?apikey|accesskey(?:id)?|(?:access|auth|bearer|id|refresh|security|session)token|authorization|clientsecret"
    "|(?:set)?cookie|credentials?|passphrase|passwd|password|privatekey|secret|secret(?:access)?key|signingkey"
)
_PARAMETER: Final = re.compile(
    f"{_KEY.pattern}|key|token|sig|signature|auth|xamz(?:signature|credential)|xgoogsignature"
)
_RANDOM_NAMES: Final = re.compile(
    r"(?i)(?:^|[-_.a-z])(?:id|ids|uuid|fingerprint|hash|digest|sha\d*|etag|checksum|data|b64|base64|b64json|json|url"
    r"|uri|traceparent|ray|nonce|cursor|signature|encrypted\w*)$"
)
_WORD: Final = re.compile(r"[A-Za-z0-9+/_=-]{20,}")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST_SECRET: Final = 200
_SECRET_VARIABLE: Final = re.compile(r"(?i)(?:key|token|secret|passw(?:or)?d|credential|auth|cookie)s?(?:_|$)")
_SHORTEST_VALUE: Final = 8


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text (from `start` up to `end`) and what takes its place."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True)
class Secrets:
    """What must never be saved.

    `values` are known secrets, `accounts` ids that tell whose account it is; `keys` are further names whose values are
    secrets, however they are spelt (`X-My-Key`, `x_my_key`); `allow` are names or values that look random and are none.
    """

    values: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    allow: frozenset[str] = frozenset()

    def is_secret_header(self, name: str) -> bool:
        """Whether a header field holds a credential or a cookie."""
        plain = name.lower()
        return (bool(_HEADER.search(plain)) and not _NO_SECRET_HEADER.search(plain)) or self.is_secret_key(name)

    def is_secret_key(self, name: str) -> bool:
        """Whether the member of a body under this name is a secret."""
        return _KEY.fullmatch(_folded(name)) is not None or self._is_named(name)

    def is_secret_parameter(self, name: str) -> bool:
        """Whether the query parameter of this name is a secret."""
        return _PARAMETER.fullmatch(_folded(name)) is not None or self._is_named(name)

    def _is_named(self, name: str) -> bool:
        return bool(name) and any(_folded(name) == _folded(key) for key in self.keys)

    def spans(self, text: str, *, as_bytes: bool = False) -> list[Span]:
        """The secrets in a text, in order and without overlap; with `as_bytes` each character stands for one byte."""
        found = [Span(at, at + len(value), mark) for value, mark in self._known(as_bytes) for at in _all(text, value)]
        for form in _FORMS:
            for match in form.finditer(text):
                group = match.lastgroup or 0
                found.append(Span(match.start(group), match.end(group), MARK))
        return _apart(found)

    def clean(self, text: str) -> str:
        """The text with every secret in it replaced."""
        return replaced(text, self.spans(text))

    def suspect(self, text: str, name: str) -> str | None:
        """A word in the text that looks like a secret; None where there is none or the `name` allows random words."""
        if name in self.allow or _RANDOM_NAMES.search(name):
            return None
        words = (match.group() for match in _WORD.finditer(text))
        return next((word for word in words if word not in self.allow and _is_random(word)), None)

    def _known(self, as_bytes: bool) -> Iterator[tuple[str, str]]:
        for values, mark in ((self.values, MARK), (self.accounts, ACCOUNT)):
            for value in values:
                for form in _spellings(value):
                    yield form.encode().decode("latin-1") if as_bytes else form, mark


def secrets_of(
    environment: Mapping[str, str],
    *,
    values: Iterable[str] = (),
    accounts: Iterable[str] = (),
    keys: Iterable[str] = (),
    allow: Iterable[str] = (),
) -> Secrets:
    """What the environment knows to be secret (by the names of its variables), and what the caller adds."""
    named = (value for name, value in environment.items() if _SECRET_VARIABLE.search(name))
    known = {value.strip() for value in (*named, *values)}
    long = sorted((value for value in known if len(value) >= _SHORTEST_VALUE), key=lambda value: (-len(value), value))
    return Secrets(tuple(long), tuple(filter(None, accounts)), frozenset(keys), frozenset(allow))


def replaced(text: str, spans: Iterable[Span]) -> str:
    """The text with each span replaced by its mark."""
    for span in sorted(spans, key=lambda span: -span.start):
        text = text[: span.start] + span.mark + text[span.end :]
    return text


def _spellings(value: str) -> set[str]:
    """A value as it may stand in JSON, in URLs and in base64."""
    raw = value.encode()
    encoded = base64.b64encode(raw).decode().rstrip("="), base64.urlsafe_b64encode(raw).decode().rstrip("=")
    escaped = json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]
    return {value, quote(value), quote(value, safe=""), quote_plus(value), *encoded, *escaped}


def _all(text: str, value: str) -> Iterator[int]:
    at = text.find(value)
    while at >= 0:
        yield at
        at = text.find(value, at + len(value))


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end), kept[-1].mark)
        elif span.end > span.start:
            kept.append(span)
    return kept


def _is_random(word: str) -> bool:
    """Whether a word is as random as keys are: letters and digits mixed, hardly a repetition, neither UUID nor path."""
    if len(word) > _LONGEST_SECRET or _UUID.fullmatch(word) or not re.search(r"[0-9]", word):
        return False
    longest = max(re.split(r"[/_=-]", word), key=len)
    if len(longest) < 16 or not re.search(r"[A-Za-z]", longest) or not re.search(r"[0-9]", longest):
        return False
    if re.fullmatch(r"[0-9a-f]+|[0-9A-F]+", longest):
        return len(longest) >= 32 and _entropy(longest) > 3.0
    return len(longest) >= 20 and _entropy(longest) > 3.7


def _entropy(word: str) -> float:
    """Shannon's entropy in bits a character."""
    counts = Counter(word)
    return -sum(count / len(word) * math.log2(count / len(word)) for count in counts.values())


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
