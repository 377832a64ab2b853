"""The credentials of a client: their parts, which of them a call sends, and which values are secret."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from .errors import ConfigurationError
from .secret import MASK, AsyncKey, MaskedText, basic, forms_of, masked
from .settings import Auth, Security, Settings
from .tokens import Tokens

_COOKIE_SIGNS = "!#$%&'()*+-./:<=>?@[]^_`{|}~"
"""The characters that a cookie's value may contain besides letters and digits (RFC 6265, section 4.1.1)."""
_MOST_REMEMBERED = 32
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Sent:
    """The credentials of a request. Names of headers are in lower case."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    query: Mapping[str, str] = field(default_factory=dict, repr=False)
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)


NOTHING = Sent()


class Credential:
    """One scheme, with its keys. `tokens` are the ones that it fetches, if any."""

    __slots__ = ("auth", "fixed", "keys", "missing", "tokens")

    def __init__(self, auth: Auth, keys: Mapping[str, AsyncKey]) -> None:
        self.auth = auth
        self.keys = keys
        self.missing = tuple(name for name in auth.sources if name not in keys)
        self.tokens = Tokens() if auth.scheme == "client_credentials" else None
        is_fixed = not self.missing and self.tokens is None and all(isinstance(key, str) for key in keys.values())
        self.fixed = self.sent([str(key) for key in keys.values()]) if is_fixed else None

    def __repr__(self) -> str:
        return f"Credential({self.auth.id!r}, {MASK if self.keys else 'none'})"

    def checked(self, name: str, value: object, origin: str) -> str:
        """The value of an argument. Raises ConfigurationError, without the value, if it cannot be sent."""
        fault = "is empty" if value == "" else "is not a text"
        if isinstance(value, str) and value:
            fault = fault_of(value, self.auth, name)
        if fault:
            raise ConfigurationError(f"{origin} {fault}")
        return MaskedText(value)

    def sent(self, values: list[str]) -> Sent:
        """What a request carries; `values` are those of the arguments, in their order, or a token that was fetched."""
        auth, value = self.auth, values[0]
        match auth.scheme:
            case "bearer" | "client_credentials":
                return Sent({"authorization": MaskedText(f"Bearer {value}")})
            case "basic":
                return Sent({"authorization": MaskedText(f"Basic {basic(*values)}")})
            case "header":
                return Sent({auth.name.lower(): MaskedText(auth.prefix + value)})
            case "query":
                return Sent(query={auth.name: MaskedText(auth.prefix + value)})
            case _:
                return Sent(cookies={quote(auth.name): MaskedText(quote(auth.prefix + value, safe=_COOKIE_SIGNS))})

    def secrets(self) -> Iterator[str]:
        """The secret values that are known so far."""
        values = {name: key for name, key in self.keys.items() if isinstance(key, str)}
        if len(self.auth.sources) == 1:
            yield from values.values()
            return
        # A user name or a client id is not secret.
        yield from list(values.values())[1 if len(values) == len(self.auth.sources) else 0 :]
        if len(values) == len(self.auth.sources):
            yield basic(*values.values())


Choice: TypeAlias = tuple[tuple[Credential, tuple[str, ...]], ...]
"""Credentials that are sent together, each with its scopes."""


class Credentials:
    """All credentials of one client. Copies with the same credentials share them."""

    def __init__(self, settings: Settings, given: Mapping[str, AsyncKey | None]) -> None:
        """`given` maps arguments to keys. None reads the key from the environment.

        Raises:
            ConfigurationError: no operation accepts these credentials, or a key cannot be sent. The message omits the
            key.
        """
        self._given = dict(given)
        self._default = settings.default_security
        self._choices: dict[str, tuple[Security | None, Choice]] = {}
        """What was chosen before, and for what, by the names of operations."""
        self._known = {auth.id: _read(auth, given) for auth in settings.schemes}
        schemes = settings.schemes
        self.header_names = frozenset(name for each in schemes for name in _headers_of(each))
        self._query_names = tuple(quote(each.name) for each in schemes if each.scheme == "query")
        self._forms = tuple(
            form for each in self._known.values() for secret in each.secrets() for form in forms_of(secret)
        )
        self._later_forms: deque[str] = deque(maxlen=_MOST_REMEMBERED)
        self._check(settings)

    def __repr__(self) -> str:
        return f"Credentials({', '.join(self._known)})"

    def changed(self, settings: Settings, given: Mapping[str, AsyncKey | None]) -> Credentials:
        """The credentials with some keys replaced. Raises ConfigurationError."""
        new = {name: key for name, key in given.items() if key is not None}
        return Credentials(settings, {**self._given, **new}) if new else self

    def choose(self, security: Security | None, operation: str) -> Choice:
        """What a call of an operation carries. Raises ConfigurationError where no alternative is complete."""
        found = self._choices.get(operation)
        if found is None or found[0] is not security:
            found = security, self._choose(security, operation)
            self._choices[operation] = found
        return found[1]

    def _choose(self, security: Security | None, operation: str) -> Choice:
        alternatives = self._default if security is None else security
        for alternative in alternatives:
            parts = tuple((self._known[name], scopes) for name, scopes in alternative.items())
            if parts and not any(credential.missing for credential, _ in parts):
                return parts
        if not alternatives or any(not alternative for alternative in alternatives):
            return ()
        raise ConfigurationError(self._lacking(alternatives, f"{operation} needs a credential"))

    def _check(self, settings: Settings) -> None:
        """Check that some operation is possible, and that no credential is incomplete."""
        for each in self._known.values():
            begun = any(self._given.get(name) for name in each.auth.sources)
            if begun and each.missing:
                raise ConfigurationError(self._lacking(({each.auth.id: ()},), "the credential is not complete"))
        if not self._default or any(not alternative for alternative in self._default):
            return
        accepted = [*map(tuple, self._default), *settings.alternatives]
        if not any(all(not self._known[name].missing for name in names) for names in accepted):
            raise ConfigurationError(self._lacking(self._default, "no key"))

    def _lacking(self, alternatives: Security, what: str) -> str:
        """The missing arguments, and how to set them, for the alternative that lacks the fewest."""
        missing = [
            {name: each.sources[name] for each, name in self._missing(alternative)}
            for alternative in alternatives
            if alternative
        ]
        arguments = [" and ".join(names) for names in sorted(missing, key=len)]
        variables = [" and ".join(filter(None, names.values())) for names in sorted(missing, key=len)]
        hint = f", or set the environment variable {' or '.join(variables)}" if all(variables) else ""
        return f"{what}: pass {' or '.join(dict.fromkeys(arguments))}{hint}"

    def _missing(self, alternative: Mapping[str, object]) -> Iterator[tuple[Auth, str]]:
        for credential in (self._known[name] for name in alternative):
            yield from ((credential.auth, name) for name in credential.missing)

    def remember(self, values: Iterable[str]) -> None:
        """Mask these values too from now on: a function returned them, or they were fetched."""
        for form in (form for value in values for form in forms_of(value)):
            if form not in self._later_forms:
                self._later_forms.append(form)

    def redact_url(self, url: str) -> str:
        """The URL with the keys in its query parameters masked, whatever their length."""
        for name in self._query_names:
            url = re.sub(rf"(?<=[?&]){re.escape(name)}=[^&#]*", f"{name}={MASK}", url)
        return self.redact(url)

    def redact(self, text: str) -> str:
        """The text with all keys masked, whether verbatim, encoded as in a URL, or as in Basic."""
        for form in (*self._forms, *tuple(self._later_forms)):
            text = text.replace(form, MASK)
        return text


def joined(parts: Iterable[Sent]) -> Sent:
    """The combined headers, parameters and cookies of several credentials."""
    found = tuple(parts)
    if len(found) == 1:
        return found[0]
    headers: dict[str, str] = {}
    query: dict[str, str] = {}
    cookies: dict[str, str] = {}
    for part in found:
        headers.update(part.headers)
        query.update(part.query)
        cookies.update(part.cookies)
    return Sent(headers, query, cookies)


def _headers_of(auth: Auth) -> tuple[str, ...]:
    if auth.scheme == "query":
        return ()
    return ({"header": auth.name.lower(), "cookie": "cookie"}.get(auth.scheme, "authorization"),)


def _read(auth: Auth, given: Mapping[str, AsyncKey | None]) -> Credential:
    """The credential from the given keys, or else from the environment."""
    keys: dict[str, AsyncKey] = {}
    reader = Credential(auth, {})
    for name, variable in auth.sources.items():
        key, origin = given.get(name), name
        if key is None and variable:
            key, origin = masked(os.environ.get(variable)), f"the environment variable {variable}"
        if key:
            keys[name] = key if callable(key) else reader.checked(name, key, origin)
    return Credential(auth, keys)


def fault_of(value: str, auth: Auth, argument: str) -> str:
    """Why a value cannot be sent, without the value; empty if it can."""
    if _CONTROL.search(value.strip(" ")):
        return "contains a newline or another control character: strip white space"
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        return "contains an unpaired surrogate: it is not valid UTF-8"
    if len(auth.sources) > 1:
        is_user = auth.scheme == "basic" and argument == next(iter(auth.sources))
        return "contains a colon, which a user name cannot have (RFC 7617)" if is_user and ":" in value else ""
    if value != value.strip():
        return "begins or ends with white space or a newline: strip it"
    if not value.isascii():
        return "contains characters outside ASCII: was it copied with quotation marks or dashes?"
    if auth.scheme == "bearer" and " " in value:
        return 'contains a space: pass it without "Bearer"'
    return ""
