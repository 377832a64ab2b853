"""The environment that code of the project runs in: a user's own, without credentials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from nemogen.api_name import default_names
from nemogen.config import Settings, UrlSource
from nemogen.recordings.secret_names import is_secret_variable

_ACCESS: Final = frozenset({"ACTIONS_ID_TOKEN_REQUEST_URL", "SSH_AUTH_SOCK"})
"""What gives access without being a secret itself."""


def without_credentials(settings: Settings, environ: Mapping[str, str]) -> dict[str, str]:
    """`environ` without the variables that the settings name for credentials, those that the client reads by default,
    and those whose names say that they hold a secret, such as GITHUB_TOKEN."""
    named, prefix = frozenset(_named(settings)), f"{default_names(settings.api)[2]}_"

    def is_credential(name: str) -> bool:
        if name == settings.client.base_url_env:
            return False
        return name in named or name in _ACCESS or name.startswith(prefix) or is_secret_variable(name)

    return {name: value for name, value in environ.items() if not is_credential(name)}


def _named(settings: Settings) -> Iterator[str]:
    yield settings.client.key_env
    yield from settings.client.credential_env.values()
    if settings.webhooks.secret_env:
        yield settings.webhooks.secret_env
    if isinstance(settings.source, UrlSource):
        yield from settings.source.headers_env.values()
