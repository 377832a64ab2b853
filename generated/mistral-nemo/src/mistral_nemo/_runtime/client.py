"""The two clients of a package whose API takes one key, or none: what they are made with, and copies of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Self

from .client_base import MAX_EVENT_BYTES, AsyncClientBase, SyncClientBase
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
    """A client that waits for answers. Safe to share between threads; connects when it is first used."""

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
        """Make a client; nothing is sent yet. Raises ConfigurationError for a key or a setting that cannot be used.

        Args:
            api_key: The key, or a function that gives it; by default the one of the environment.
            base_url: Where the requests go, when not to the API's own address.
            timeout: Seconds for each step, or a Timeout.
            max_retries: How often a request that failed is sent again; 2 by default.
            retry: All bounds of the retries.
            headers: Headers to send with each request.
            query: Query parameters to send with each request.
            validate: Check arguments against the API's types and bounds before they are sent.
            strict: Raise where an answer breaks the contract, in place of a warning and `mismatches`.
            max_event_bytes: Size of the largest event of a stream.
            on_request: Functions that are called before each request.
            on_response: Functions that are called when each request has been answered, or has failed.
            middleware: Functions that are called in the place of each call, with all its attempts.
            proxy: URL of a proxy; by default the one of the environment.
            http_client: A client of your own to send with; it is not closed with this one. One of httpx works too.
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
        self,
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
    ) -> Self:
        """A copy with some settings changed. It shares the connections; closing it leaves them open."""
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
    """A client for asyncio and trio. Safe to share between tasks; connects when it is first used."""

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
        """Make a client; nothing is sent yet. Raises ConfigurationError for a key or a setting that cannot be used.

        Args:
            api_key: The key, or a function that gives it; by default the one of the environment.
            base_url: Where the requests go, when not to the API's own address.
            timeout: Seconds for each step, or a Timeout.
            max_retries: How often a request that failed is sent again; 2 by default.
            retry: All bounds of the retries.
            headers: Headers to send with each request.
            query: Query parameters to send with each request.
            validate: Check arguments against the API's types and bounds before they are sent.
            strict: Raise where an answer breaks the contract, in place of a warning and `mismatches`.
            max_event_bytes: Size of the largest event of a stream.
            on_request: Functions that are called before each request.
            on_response: Functions that are called when each request has been answered, or has failed.
            middleware: Functions that are called in the place of each call, with all its attempts.
            proxy: URL of a proxy; by default the one of the environment.
            http_client: A client of your own to send with; it is not closed with this one. One of httpx works too.
            connections: Which library carries the bytes; aiohttp needs the extra of that name, and asyncio.
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
        self,
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
    ) -> Self:
        """A copy with some settings changed. It shares the connections; closing it leaves them open."""
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
