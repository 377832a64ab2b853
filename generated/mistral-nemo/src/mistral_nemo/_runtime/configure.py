"""Validates the settings that a user passes to a client, and completes them from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Unpack

from .client_options import RequestOptions
from .credentials import Credentials
from .errors import ConfigurationError
from .headers import checked_header
from .omit import Omit, omit
from .options import Options
from .request_builder import checked_base_url
from .retry import RetryPolicy
from .secret import AsyncKey
from .servers import with_base_path
from .settings import Settings
from .timeouts import Timeout


def read_options(
    settings: Settings,
    keys: Mapping[str, AsyncKey | None],
    *,
    base_url: str | None = None,
    timeout: float | Timeout | Omit | None = omit,
    max_retries: int | Omit = omit,
    retry: RetryPolicy | None = None,
    query: Mapping[str, object] | None = None,
    **others: Unpack[RequestOptions],
) -> Options:
    """All settings of a client, validated; `keys` maps arguments to keys. Raises ConfigurationError."""
    if base_url is None and settings.base_url_env:
        base_url = os.environ.get(settings.base_url_env) or None
    return Options(
        credentials=Credentials(settings, keys),
        base_url=checked_base_url(with_base_path(settings, base_url or settings.base_url)),
        timeout=Timeout() if isinstance(timeout, Omit) else Timeout.of(timeout),
        retry=with_retries(retry or RetryPolicy(), max_retries),
        query=query or {},
        **checked(others),
    )


def changed_options(
    old: Options,
    settings: Settings,
    keys: Mapping[str, AsyncKey | None],
    *,
    timeout: float | Timeout | Omit | None = omit,
    max_retries: int | Omit = omit,
    retry: RetryPolicy | None = None,
    query: Mapping[str, object] | None = None,
    **others: Unpack[RequestOptions],
) -> Options:
    """The settings with these changes; headers and query are extended. Raises ConfigurationError."""
    changes = checked(others)
    if "headers" in changes:
        changes["headers"] = {**old.headers, **changes["headers"]}
    if query is not None:
        changes["query"] = {**old.query, **query}
    return replace(
        old,
        credentials=old.credentials.changed(settings, keys),
        timeout=old.timeout if isinstance(timeout, Omit) else Timeout.of(timeout),
        retry=with_retries(retry or old.retry, max_retries),
        **changes,
    )


def with_retries(policy: RetryPolicy, max_retries: int | Omit) -> RetryPolicy:
    """The policy with this number of retries. Raises ConfigurationError."""
    if isinstance(max_retries, Omit):
        return policy
    if not isinstance(max_retries, int) or max_retries < 0:
        raise ConfigurationError(f"max_retries is {max_retries!r}; it must be a whole number, 0 or more")
    return replace(policy, max_retries=max_retries)


def checked(options: RequestOptions) -> dict[str, Any]:
    """The given options by name; headers validated and in lower case, hooks as tuples."""
    given: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
    if "headers" in given:
        headers: Mapping[str, str] = given["headers"]
        given["headers"] = {name.lower(): checked_header(name, value) for name, value in headers.items()}
    for name in ("on_request", "on_response", "middleware"):
        if name in given:
            given[name] = tuple(given[name])
    return given
