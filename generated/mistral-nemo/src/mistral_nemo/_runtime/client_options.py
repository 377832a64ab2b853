"""The settings of a client besides its credentials, for constructors with several credentials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict

from .hooks import Middleware, RequestHook, ResponseHook
from .later import LaterModule
from .omit import Omit
from .retry import RetryPolicy
from .timeouts import Timeout

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = LaterModule("httpx2")


class RequestOptions(TypedDict, total=False):
    """The settings that say what is sent, checked and observed. `None` is the same as to leave one out."""

    headers: Mapping[str, str] | None
    validate: bool | None
    strict: bool | None
    max_event_bytes: int | None
    on_request: Sequence[RequestHook] | None
    on_response: Sequence[ResponseHook] | None
    middleware: Sequence[Middleware] | None


class ChangedOptions(RequestOptions, total=False):
    """The settings that `with_options` changes: see the constructor."""

    timeout: float | Timeout | Omit | None
    max_retries: int | Omit
    retry: RetryPolicy | None
    query: Mapping[str, object] | None


class SharedOptions(ChangedOptions, total=False):
    """The settings that sync and async clients share, besides those of the connections."""

    base_url: str | None


class ClientOptions(SharedOptions, total=False):
    """The settings of a client besides its credentials."""

    proxy: str | None
    http_client: httpx2.Client | None


class AsyncClientOptions(SharedOptions, total=False):
    """The settings of an async client besides its credentials."""

    proxy: str | None
    http_client: httpx2.AsyncClient | None
    connections: Literal["httpx2", "aiohttp"]
