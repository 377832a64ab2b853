"""The base of the two clients of every package: what they are made with, copies with other settings, closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from .api import Api, AsyncApi
from .configure import changed_options, read_options
from .hooks import Middleware, RequestHook, ResponseHook
from .later import LaterModule
from .omit import Omit, omit
from .options import Options
from .retry import RetryPolicy
from .secret import masked
from .settings import Settings
from .timeouts import Timeout
from .transport import AsyncTransport, SyncTransport

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = LaterModule("httpx2")

MAX_EVENT_BYTES = 64 * 1024 * 1024


class _ClientBase:
    """What both clients share. `_api` holds all that the resources need: they do not hold the client."""

    settings: ClassVar[Settings]
    _options: Options

    def __repr__(self) -> str:
        # A debugger may look at a client whose making has just failed.
        made = self.__dict__.get("_options")
        return f"{type(self).__name__}({f'base_url={made.base_url!r}' if made else ''})"

    @property
    def base_url(self) -> str:
        """Where the requests go."""
        return self._options.base_url


class SyncClient(_ClientBase):
    """A client that waits for answers. Safe to share between threads; connects when it is first used."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
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
            api_key: The key; by default the one of the environment.
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
        self._options = read_options(
            self.settings,
            api_key=api_key,
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
        )
        self._transport = SyncTransport(proxy, http_client)
        self._owns_transport = True
        self._api = Api(self.settings, self._options, self._transport)

    def with_options(
        self,
        *,
        api_key: str | None = None,
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
        copy = type(self).__new__(type(self))
        copy._options = changed_options(
            self._options,
            self.settings,
            api_key=api_key,
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
        copy._transport = self._transport
        copy._owns_transport = False
        copy._api = Api(self.settings, copy._options, self._transport)
        return copy

    def __deepcopy__(self, _: Any) -> Self:
        return self.with_options()

    def close(self) -> None:
        """Close the connections. May be called twice."""
        if self._owns_transport:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_ClientBase):
    """A client for asyncio and trio. Safe to share between tasks; connects when it is first used."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
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
            api_key: The key; by default the one of the environment.
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
        self._options = read_options(
            self.settings,
            api_key=api_key,
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
        )
        self._transport = AsyncTransport(proxy, http_client, connections == "aiohttp")
        self._owns_transport = True
        self._api = AsyncApi(self.settings, self._options, self._transport)

    def with_options(
        self,
        *,
        api_key: str | None = None,
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
        copy = type(self).__new__(type(self))
        copy._options = changed_options(
            self._options,
            self.settings,
            api_key=api_key,
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
        copy._transport = self._transport
        copy._owns_transport = False
        copy._api = AsyncApi(self.settings, copy._options, self._transport)
        return copy

    def __deepcopy__(self, _: Any) -> Self:
        return self.with_options()

    async def close(self) -> None:
        """Close the connections. May be called twice."""
        if self._owns_transport:
            await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
