"""The sync and async client of a package whose API needs one key, or none: how they are created and copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from .client_base import MAX_EVENT_BYTES, AsyncClientBase, AsyncClientT, ClientT, SyncClientBase
from .hooks import Middleware, RequestHook, ResponseHook
from .later import LaterModule
from .omit import Omit, omit
from .retry import RetryPolicy
from .secret import AsyncKey, Key, masked
from .timeouts import Timeout

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = LaterModule("httpx2")


class SyncClient(SyncClientBase):
    """A synchronous client. Safe to share between threads. Connects on first use."""

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | Omit | None = omit,
        max_retries: int | Omit = omit,
        retry: RetryPolicy | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        validate: bool = True,
        strict: bool = False,
        max_event_bytes: int = MAX_EVENT_BYTES,
        on_request: Sequence[RequestHook] = (),
        on_response: Sequence[ResponseHook] = (),
        middleware: Sequence[Middleware] = (),
        proxy: str | None = None,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """Create a client. No request is sent yet. Raises ConfigurationError for a key or a setting that is not valid.

        Args:
            api_key: The key, or a function that returns it. By default from the environment.
            base_url: The URL that requests go to. By default the API's own.
            timeout: Seconds for each step, or a Timeout.
            max_retries: The number of times that a failed request is retried; 2 by default.
            retry: The complete retry policy.
            headers: Headers to send with each request.
            query: Query parameters to send with each request.
            validate: Check arguments against the API's types and bounds before they are sent.
            strict: Raise if a response does not match the spec, instead of a warning and `mismatches`.
            max_event_bytes: The maximum size of one event of a stream.
            on_request: Functions that are called before each request.
            on_response: Functions that are called after each response or failed request.
            middleware: Functions that wrap each call with all its attempts.
            proxy: The URL of a proxy. By default from the environment.
            http_client: Your own httpx2 or httpx client to send with. It is not closed with this one.
        """
        api_key = masked(api_key)
        self._set_up(
            {"api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            retry=retry,
            headers=headers,
            query=query,
            validate=validate,
            strict=strict,
            max_event_bytes=max_event_bytes,
            on_request=on_request,
            on_response=on_response,
            middleware=middleware,
            proxy=proxy,
            http_client=http_client,
        )

    def with_options(
        self: ClientT,
        *,
        api_key: Key | None = None,
        timeout: float | Timeout | Omit | None = omit,
        max_retries: int | Omit = omit,
        retry: RetryPolicy | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        validate: bool | None = None,
        strict: bool | None = None,
        max_event_bytes: int | None = None,
        on_request: Sequence[RequestHook] | None = None,
        on_response: Sequence[ResponseHook] | None = None,
        middleware: Sequence[Middleware] | None = None,
    ) -> ClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        api_key = masked(api_key)
        return self._copy(
            {"api_key": api_key},
            timeout=timeout,
            max_retries=max_retries,
            retry=retry,
            headers=headers,
            query=query,
            validate=validate,
            strict=strict,
            max_event_bytes=max_event_bytes,
            on_request=on_request,
            on_response=on_response,
            middleware=middleware,
        )


class AsyncClient(AsyncClientBase):
    """A client for asyncio and trio. Safe to share between tasks. Connects on first use."""

    def __init__(
        self,
        *,
        api_key: AsyncKey | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | Omit | None = omit,
        max_retries: int | Omit = omit,
        retry: RetryPolicy | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        validate: bool = True,
        strict: bool = False,
        max_event_bytes: int = MAX_EVENT_BYTES,
        on_request: Sequence[RequestHook] = (),
        on_response: Sequence[ResponseHook] = (),
        middleware: Sequence[Middleware] = (),
        proxy: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        connections: Literal["httpx2", "aiohttp"] = "httpx2",
    ) -> None:
        """Create a client. No request is sent yet. Raises ConfigurationError for a key or a setting that is not valid.

        Args:
            api_key: The key, or a function that returns it. By default from the environment.
            base_url: The URL that requests go to. By default the API's own.
            timeout: Seconds for each step, or a Timeout.
            max_retries: The number of times that a failed request is retried; 2 by default.
            retry: The complete retry policy.
            headers: Headers to send with each request.
            query: Query parameters to send with each request.
            validate: Check arguments against the API's types and bounds before they are sent.
            strict: Raise if a response does not match the spec, instead of a warning and `mismatches`.
            max_event_bytes: The maximum size of one event of a stream.
            on_request: Functions that are called before each request.
            on_response: Functions that are called after each response or failed request.
            middleware: Functions that wrap each call with all its attempts.
            proxy: The URL of a proxy. By default from the environment.
            http_client: Your own httpx2 or httpx client to send with. It is not closed with this one.
            connections: The HTTP library. aiohttp needs the extra `aiohttp`, and asyncio.
        """
        api_key = masked(api_key)
        self._set_up(
            {"api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            retry=retry,
            headers=headers,
            query=query,
            validate=validate,
            strict=strict,
            max_event_bytes=max_event_bytes,
            on_request=on_request,
            on_response=on_response,
            middleware=middleware,
            proxy=proxy,
            http_client=http_client,
            connections=connections,
        )

    def with_options(
        self: AsyncClientT,
        *,
        api_key: AsyncKey | None = None,
        timeout: float | Timeout | Omit | None = omit,
        max_retries: int | Omit = omit,
        retry: RetryPolicy | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        validate: bool | None = None,
        strict: bool | None = None,
        max_event_bytes: int | None = None,
        on_request: Sequence[RequestHook] | None = None,
        on_response: Sequence[ResponseHook] | None = None,
        middleware: Sequence[Middleware] | None = None,
    ) -> AsyncClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        api_key = masked(api_key)
        return self._copy(
            {"api_key": api_key},
            timeout=timeout,
            max_retries=max_retries,
            retry=retry,
            headers=headers,
            query=query,
            validate=validate,
            strict=strict,
            max_event_bytes=max_event_bytes,
            on_request=on_request,
            on_response=on_response,
            middleware=middleware,
        )
