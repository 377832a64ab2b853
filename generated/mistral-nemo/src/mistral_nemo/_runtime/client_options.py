"""The settings of a client besides its credentials, for constructors with several credentials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypedDict

from .hooks import Middleware, RequestHook, ResponseHook
from .later import LaterModule
from .omit import Omit
from .retry import RetryPolicy
from .timeouts import Timeout

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = LaterModule("httpx2")


class ChangedOptions(TypedDict, total=False):
    """The settings that `with_options` changes: see the constructor."""

    timeout: float | Timeout | Omit | None
    max_retries: int | Omit
    retry: RetryPolicy | None
    headers: Mapping[str, str] | None
    query: Mapping[str, object] | None
    validate: bool
    strict: bool
    max_event_bytes: int
    on_request: Sequence[RequestHook]
    on_response: Sequence[ResponseHook]
    middleware: Sequence[Middleware]


class _Options(ChangedOptions, total=False):
    base_url: str | None
    proxy: str | None


class ClientOptions(_Options, total=False):
    """The settings of a client besides its credentials."""

    http_client: httpx2.Client | None


class AsyncClientOptions(_Options, total=False):
    """The settings of an async client besides its credentials."""

    http_client: httpx2.AsyncClient | None
    connections: Literal["httpx2", "aiohttp"]
