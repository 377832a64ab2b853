"""What a secret looks like: by the name it stands under, by its value, by a common form, or by how random it is."""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from generator.contract import secret_names as names
from generator.contract.spellings import spellings

MARK: Final = "[scrubbed]"
ACCOUNT: Final = "[account]"

_PARAMETER_IN_URL: Final = (
    r"(?i:[?&;#](?:[\w.-]{0,60}(?:api[-_]?key|token|secret|signature|passw(?:or)?d|credential)|key|sig|pwd)=)"
    r"(?P<parameter>(?!%5Bscrubbed%5D)[^&\s\"'<>#]+)"
)
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        _PARAMETER_IN_URL,
        r"\b(?:sk|pk|rk)[-_](?=[\w-]{0,100}[0-9A-Z])[\w-]{16,}",
        r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,})",
        r"\b(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}",
        r"\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b",
        r"\bAIza[\w-]{35}",
        r"\bya29\.[\w-]{20,}",
        r"\bGOCSPX-[\w-]{20,}",
        r"\b(?:hf|gsk|r8|npm|nvapi|xai|pplx|tvly|fw|dop_v1|shpat|sq0[a-z]{3}|whsec)[-_][A-Za-z0-9_-]{20,}",
        r"\bpypi-[\w-]{50,}",
        r"\bSG\.[\w-]{20,}\.[\w-]{20,}",
        r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*",
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]|-(?!----END))*(?:-----END [A-Z ]*PRIVATE KEY-----)?",
        r"\b(?i:bearer|basic)\s+(?P<credential>(?=\S*(?:[0-9=_]|[a-z][A-Z]))[A-Za-z0-9._~+/=-]{16,})",
        r"\b[a-z][a-z0-9+.-]{0,30}://(?P<user>[^/?#\s@\"'<>]+)@",
    )
)
_BASIC: Final = re.compile(r"\b(?i:basic)\s+(?P<credential>[A-Za-z0-9+/_-]{4,}={0,2})")
_RANDOM_NAMES: Final = re.compile(
    r"(?i)(?:^|[-_.a-z])(?:id|ids|uuid|fingerprint|hash|digest|sha\d*|etag|checksum|data|b64|base64|b64json|json|url"
    r"|uri|traceparent|ray|nonce|cursor|signature|encrypted\w*)$"
)
_WORD: Final = re.compile(r"[A-Za-z0-9+/_=-]{20,}")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST_SECRET: Final = 200
_SHORTEST_VALUE: Final = 8
_SHORTEST_GIVEN: Final = 5
"""A value that somebody gives as a secret counts though it is shorter than those found by the names of variables."""


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
        return names.is_secret_header(name) or self._is_named(name)

    def is_secret_key(self, name: str) -> bool:
        """Whether the member of a body under this name is a secret."""
        return names.is_secret_member(name) or self._is_named(name)

    def is_secret_parameter(self, name: str) -> bool:
        """Whether the parameter of this name, in a query or a form, is a secret."""
        return names.is_secret_parameter(name) or self._is_named(name)

    def _is_named(self, name: str) -> bool:
        return bool(name) and any(names.folded(name) == names.folded(key) for key in self.keys)

    def spans(self, text: str, *, as_bytes: bool = False) -> list[Span]:
        """The secrets in a text, in order and without overlap; with `as_bytes` each character stands for one byte."""
        return _apart([*self._known(text, as_bytes), *self._of_forms(text)])

    def known_spans(self, text: str, *, as_bytes: bool = False) -> list[Span]:
        """Only those of known values and accounts, as `spans` gives them."""
        return _apart([*self._known(text, as_bytes)])

    def clean(self, text: str) -> str:
        """The text with every secret in it replaced."""
        return replaced(text, self.spans(text))

    def suspect(self, text: str, name: str) -> str | None:
        """A word in the text that looks like a secret; None where there is none or the `name` allows random words."""
        if name in self.allow or _RANDOM_NAMES.search(name):
            return None
        words = (match.group() for match in _WORD.finditer(text))
        return next((word for word in words if word not in self.allow and _is_random(word)), None)

    def _known(self, text: str, as_bytes: bool) -> Iterator[Span]:
        for form, mark in self._spelt_as_bytes if as_bytes else self._spelt:
            yield from (Span(at, at + len(form), mark) for at in _all(text, form))

    def _of_forms(self, text: str) -> Iterator[Span]:
        for form in (*_FORMS, self._naming):
            for match in form.finditer(text):
                group = match.lastgroup or 0
                yield Span(match.start(group), match.end(group), MARK)
        for match in _BASIC.finditer(text):
            if user_and_password(match["credential"]):
                yield Span(match.start("credential"), match.end("credential"), MARK)

    @cached_property
    def _spelt(self) -> tuple[tuple[str, str], ...]:
        marked = ((self.values, MARK), (self.accounts, ACCOUNT))
        return tuple((form, mark) for values, mark in marked for value in values for form in sorted(spellings(value)))

    @cached_property
    def _spelt_as_bytes(self) -> tuple[tuple[str, str], ...]:
        return tuple((form.encode("utf-8", "surrogatepass").decode("latin-1"), mark) for form, mark in self._spelt)

    @cached_property
    def _naming(self) -> re.Pattern[str]:
        return names.naming(self.keys)


def secrets_of(
    environment: Mapping[str, str],
    *,
    values: Iterable[str] = (),
    accounts: Iterable[str] = (),
    keys: Iterable[str] = (),
    allow: Iterable[str] = (),
) -> Secrets:
    """What the environment knows to be secret, by the names of its variables and in its URLs, and what the caller
    adds."""
    named = [value for name, value in environment.items() if names.is_secret_variable(name)]
    named += [password for value in environment.values() if (password := _password_in(value))]
    known = {value.strip() for value in named if len(value.strip()) >= _SHORTEST_VALUE}
    known |= {value.strip() for value in values if len(value.strip()) >= _SHORTEST_GIVEN}
    return Secrets(_longest_first(known), tuple(filter(None, accounts)), frozenset(keys), frozenset(allow))


def with_values(secrets: Secrets, values: Iterable[str]) -> Secrets:
    """The same with further known secrets."""
    return Secrets(_longest_first({*secrets.values, *values}), secrets.accounts, secrets.keys, secrets.allow)


def user_and_password(coded: str) -> str:
    """What the credential of Basic authentication (RFC 7617) holds, `user:password`; empty where it is none."""
    try:
        padded = coded.rstrip("=").translate(str.maketrans("-_", "+/"))
        text = base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
    return text if ":" in text and text.isprintable() else ""


def replaced(text: str, spans: Iterable[Span]) -> str:
    """The text with each span replaced by its mark."""
    for span in sorted(spans, key=lambda span: -span.start):
        text = text[: span.start] + span.mark + text[span.end :]
    return text


def _password_in(value: str) -> str:
    try:
        return urlsplit(value).password or "" if "://" in value else ""
    except ValueError:
        return ""


def _longest_first(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(values, key=lambda value: (-len(value), value)))


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
