"""Defines secrets: by name, by value, by a common format, or by randomness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from nemogen.light_dataclasses import dataclass
from nemogen.recordings import secret_names as names
from nemogen.recordings.randomness import looks_like_key, random_segment, random_word
from nemogen.recordings.secret_patterns import ACCOUNT, MARK, Span, named_spans, spans_of_forms
from nemogen.recordings.secret_spellings import spellings

_RANDOM_NAMES: Final = re.compile(
    r"(?i)(?:^|[-_.a-z])(?:id|ids|uuid|fingerprint|hash|digest|sha\d{0,4}|etag|checksum|data|b64|base64|b64json|json"
    r"|traceparent|ray|nonce|cursor|(?:continuation|next|page|sync)[-_]?token|signature|encrypted\w{0,40})$"
)
_URL_NAMES: Final = re.compile(r"(?i)(?:^|[-_.a-z])(?:path|ur[il]|location|href|source)$")
_OF_SECRETS: Final = re.compile(r"(?i)secret|passw|credential")
_LONGEST_NAME: Final = 100
_SHORTEST_VALUE: Final = 8
_SHORTEST_GIVEN: Final = 5
"""A value given explicitly as a secret counts even if it is shorter than those found by variable names."""
_ORDINARY: Final = re.compile(r"[A-Za-z]?(?:[a-z]{0,15}|[A-Z]{0,15})|[0-9.:-]{1,15}|[a-z]{1,20}/[a-z0-9.+-]{1,40}")
"""Words, numbers and media types: they occur in exchanges anyway."""
_WORDS: Final = re.compile(r"[A-Za-z]{1,15}(?:[-_. ][A-Za-z]{1,15})*")
_QUOTES: Final = ('"', "'")
_NAME_END: Final = re.compile(r"""\\{0,9}["']\s{0,9}:""")
_PREFIX: Final = 6
_Spelt: TypeAlias = tuple[tuple[tuple[str, str], ...], re.Pattern[str]]
"""Each encoding of a known secret with its mark, and the pattern that checks whether a text may have any."""


@dataclass(frozen=True)
class Secrets:
    """What must never be saved.

    `values` are known secrets, `accounts` ids that identify an account; `keys` are further names whose values are
    secrets, however they are spelt (`X-My-Key`, `x_my_key`); `parameters` are such names of headers and parameters
    alone; `allow` are names or values that look random but are not secret.
    """

    values: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    allow: frozenset[str] = frozenset()
    parameters: frozenset[str] = frozenset()

    def is_secret_header(self, name: str) -> bool:
        """Whether a header field holds a credential or a cookie."""
        return names.is_secret_header(name) or self._is_named(name) or self._is_sent_as(name)

    def is_secret_key(self, name: str) -> bool:
        """Whether the member of a body under this name is a secret."""
        return names.is_secret_member(name) or self._is_named(name)

    def is_secret_parameter(self, name: str) -> bool:
        """Whether the parameter of this name, in a query or a form, is a secret."""
        return names.is_secret_parameter(name) or self._is_named(name) or self._is_sent_as(name)

    def _is_named(self, name: str) -> bool:
        return bool(name) and any(names.folded(name) == names.folded(key) for key in self.keys)

    def _is_sent_as(self, name: str) -> bool:
        return bool(name) and any(names.folded(name) == names.folded(each) for each in self.parameters)

    def is_secret_value(self, name: str, value: str) -> bool:
        """Whether a value that looks like a key has a name that a key may have, but other values too."""
        return names.may_be_secret(name) and looks_like_key(value)

    def spans(self, text: str, *, as_bytes: bool = False) -> list[Span]:
        """The secrets in a text, in order and without overlap; with `as_bytes` each character is one byte."""
        return _apart([*self._known(text, as_bytes), *spans_of_forms(text), *named_spans(text, self._is_named_in_text)])

    def known_spans(self, text: str, *, as_bytes: bool = False) -> list[Span]:
        """Like `spans`, but only known values and accounts."""
        return _apart([*self._known(text, as_bytes)])

    def clean(self, text: str) -> str:
        """The text with every secret in it replaced."""
        return replaced(text, self.spans(text))

    def name_spans(self, name: str) -> list[Span]:
        """The secrets in the name of a member or field, except for ordinary words: a variable may happen to have
        the value `messages`."""
        return [
            each
            for each in self.spans(name)
            if each.mark == ACCOUNT or not _WORDS.fullmatch(name[each.start : each.end])
        ]

    def suspect(self, text: str, name: str) -> str | None:
        """A word in the text that looks like a secret; None if there is none or the `name` allows random words."""
        name = name[-_LONGEST_NAME:]
        if name in self.allow or (_RANDOM_NAMES.search(name) and not _OF_SECRETS.search(name)):
            return None
        return (random_segment if _URL_NAMES.search(name) else random_word)(text, self.allow)

    def _is_named_in_text(self, name: str, value: str, is_parameter: bool) -> bool:
        is_secret = self.is_secret_parameter if is_parameter else self.is_secret_key
        return is_secret(name) or self.is_secret_value(name, value)

    def _known(self, text: str, as_bytes: bool) -> Iterator[Span]:
        spelt, may_have = self._spelt_as_bytes if as_bytes else self._spelt
        if may_have.search(text):
            for form, mark in spelt:
                can_be_name = mark == MARK and _WORDS.fullmatch(form)
                for at in _all(text, form):
                    if not (can_be_name and text[at - 1 : at] in _QUOTES and _NAME_END.match(text, at + len(form))):
                        yield Span(at, at + len(form), mark)

    @cached_property
    def _spelt(self) -> _Spelt:
        marked = ((self.values, MARK), (self.accounts, ACCOUNT))
        return _spelt(
            (form, mark) for values, mark in marked for value in values for form in sorted(spellings(value)) if form
        )

    @cached_property
    def _spelt_as_bytes(self) -> _Spelt:
        return _spelt((form.encode("utf-8", "surrogatepass").decode("latin-1"), mark) for form, mark in self._spelt[0])


def secrets_of(
    environment: Mapping[str, str],
    *,
    values: Iterable[str] = (),
    accounts: Iterable[str] = (),
    keys: Iterable[str] = (),
    allow: Iterable[str] = (),
    parameters: Iterable[str] = (),
) -> Secrets:
    """The secrets in the environment, by the names of its variables and in its URLs, and what the caller
    adds."""
    named = [value for name, value in environment.items() if names.is_secret_variable(name)]
    named += [password for value in environment.values() if (password := _password_in(value))]
    known = {value for each in named if (value := each.strip()) and _is_distinctive(value)}
    known |= {value.strip() for value in values if len(value.strip()) >= _SHORTEST_GIVEN}
    return Secrets(
        _longest_first(known), tuple(filter(None, accounts)), frozenset(keys), frozenset(allow), frozenset(parameters)
    )


def with_ids(secrets: Secrets, ids: Iterable[str]) -> Secrets:
    """The same, but these values are ids, however random they look."""
    return replace(secrets, allow=secrets.allow | frozenset(ids))


def with_values(secrets: Secrets, values: Iterable[str]) -> Secrets:
    """The same, with more known secrets."""
    return replace(secrets, values=_longest_first({*secrets.values, *values}))


def replaced(text: str, spans: Iterable[Span]) -> str:
    """The text with each span replaced by its mark; spans do not overlap."""
    pieces, at = [], 0
    for span in sorted(spans, key=lambda span: span.start):
        pieces += [text[at : span.start], span.mark]
        at = span.end
    return "".join([*pieces, text[at:]])


def _is_distinctive(value: str) -> bool:
    """Whether the value of a variable can only be a secret."""
    return len(value) >= _SHORTEST_VALUE and len(set(value)) > 3 and not _ORDINARY.fullmatch(value)


def _password_in(value: str) -> str:
    try:
        return urlsplit(value).password or "" if "://" in value else ""
    except ValueError:
        return ""


def _spelt(forms: Iterable[tuple[str, str]]) -> _Spelt:
    """The spellings and one pattern for the beginnings of all, by their first characters: most texts have none."""
    spelt = tuple(forms)
    endings: dict[str, set[str]] = {}
    for form, _ in spelt:
        endings.setdefault(form[0], set()).add(form[1:_PREFIX])
    branches = (
        f"{re.escape(first)}(?:{'|'.join(map(re.escape, sorted(rest)))})" for first, rest in sorted(endings.items())
    )
    return spelt, re.compile("|".join(branches) or r"(?!)")


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
