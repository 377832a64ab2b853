"""Names of the arguments that a client takes for its credentials, and of their environment variables."""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final

from nemogen.api_name import default_names
from nemogen.config import Settings
from nemogen.errors import ConfigError, Location
from nemogen.names import words
from nemogen.openapi.document import SecurityScheme

_KEY_ENDING: Final = "_API_KEY"
_GENERIC: Final = frozenset({"key", "api_key", "apikey", "authorization"})
"""What the header of a key is called where there is no more to say."""
_MEANINGLESS: Final = frozenset({"auth", "authentication", "authorization", "scheme", "security"})
"""Words of a scheme's name that do not distinguish it from others."""
_TAKEN: Final = frozenset(
    {"base_url", "connections", "headers", "http_client", "max_event_bytes", "max_retries", "middleware", "on_request",
     "on_response", "options", "proxy", "query", "retry", "self", "strict", "timeout", "validate"}
)  # fmt: skip
"""What the constructor takes besides."""


class ArgumentNames:
    """Gives each name once."""

    def __init__(self, settings: Settings) -> None:
        own = settings.client.key_env
        self._key_env = own
        self._prefix = own.removesuffix(_KEY_ENDING) if own.endswith(_KEY_ENDING) else default_names(settings.api)[2]
        self._variables = dict(settings.client.credential_env)
        self._given: list[str] = []
        self._shared = ""

    def know(self, parameters: Iterable[str]) -> None:
        """Learn the names under which keys are sent: what all begin with is left out (PLAID-SECRET is a secret)."""
        found = [_words(each) for each in parameters]
        first = {each[0] for each in found if len(each) > 1}
        if len(found) > 1 and len(first) == 1 and all(len(each) > 1 for each in found):
            self._shared = first.pop()

    def key(self, scheme: SecurityScheme) -> str:
        """The argument of a key (after the name that it is sent under) or of a token."""
        if scheme.kind == "apiKey":
            own = _words(scheme.parameter)
            own = own[1:] if own[0] == self._shared else own
            name = "api_key" if "_".join(own) in _GENERIC else "_".join(own)
        else:
            name = "api_key" if scheme.kind == "http" else "access_token"
            name = "token" if name in self._given and scheme.kind == "http" else name
        return self._take(name, "_".join(_scheme_words(scheme.name)), "key" if scheme.kind == "apiKey" else "token")

    def pair(self, scheme: str, names: tuple[str, str]) -> tuple[str, str]:
        """The arguments of a credential of two parts, such as `username` and `password`."""
        if not set(names) & set(self._given):
            self._given += names
            return names
        prefix = "_".join(_scheme_words(scheme))
        first, second = (self._take(f"{prefix}_{name}", f"{prefix}_{name}", name) for name in names)
        return first, second

    def variable(self, argument: str) -> str:
        """The environment variable of an argument."""
        default = self._key_env if argument == "api_key" else f"{self._prefix}_{argument.upper()}"
        return self._variables.get(argument, default)

    def _take(self, name: str, scheme: str, ending: str) -> str:
        longer = scheme if scheme.endswith(("key", "token", ending)) else f"{scheme}_{ending}"
        candidates = [name, longer, f"{scheme}_{ending}", f"{name}_{ending}"]
        numbered = (f"{scheme}_{ending}_{number}" for number in range(2, 1000))
        found = next(each for each in (*candidates, *numbered) if self._is_free(each))
        self._given.append(found)
        return found

    def _is_free(self, name: str) -> bool:
        is_name = name.isidentifier() and not keyword.iskeyword(name)
        return is_name and name not in _TAKEN and name not in self._given


def _words(parameter: str) -> list[str]:
    """The words of a header's name, without the X that many begin with."""
    found = words(parameter)
    return found[1:] if len(found) > 1 and found[0] == "x" else found or ["key"]


def _scheme_words(name: str) -> list[str]:
    found = words(name) or ["key"]
    return [each for each in found if each not in _MEANINGLESS] or found


def refuse_unused(settings: Settings, arguments: Collection[str]) -> None:
    """Raises ConfigError where the settings name a variable for what the client does not take."""
    where = Location(f"specs/{settings.api}/api.toml")
    for name in (each for each in settings.client.credential_env if each not in arguments):
        near = get_close_matches(name, arguments, 1)
        others = f"It has: {', '.join(arguments)}." if arguments else "No operation asks for a credential."
        raise ConfigError(
            f"client.credential_env: the client has no argument {name}",
            where=where,
            remedy=f"Did you mean {near[0]}?" if near else others,
        )
