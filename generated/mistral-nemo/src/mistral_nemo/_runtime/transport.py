"""Sends a request through connections of our own, or through the user's client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from .errors import ConfigurationError
from .event_loops import Closable, Owner, close_elsewhere, close_with_loop, this_loop, this_process
from .http_request import Prepared, Steps, framing_header, mask
from .process import leave_alone
from .proxies import read_proxy
from .request_body import StreamedBody
from .transport_errors import missing

if TYPE_CHECKING:
    import httpx2

    from .api_response import ReceivedResponse
    from .pools import Pools


class GivenClient(Protocol):
    """A client of the user's own: one of httpx or httpx2, for threads or for tasks."""

    def build_request(
        self,
        method: str,
        url: str,
        *,
        headers: Sequence[tuple[bytes, bytes]],
        extensions: Mapping[str, object],
        content: bytes | Iterator[bytes] | AsyncIterator[bytes] | None,
    ) -> httpx2.Request:
        """A request, with what the client adds to it."""

    def send(self, request: httpx2.Request, *, stream: bool, follow_redirects: bool) -> Any:
        """The response, or an awaitable of it."""


class AsyncConnections(Closable, Protocol):
    """Connections of one event loop."""

    async def send(self, prepared: Prepared, steps: Steps) -> ReceivedResponse:
        """The response, its body still to be read. Raises the errors of httpcore2, and ConfigurationError."""


ConnectionsT = TypeVar("ConnectionsT")


class _Transport(Generic[ConnectionsT]):
    """What both kinds have in common: our own connections for each owner, or the client that was given."""

    def __init__(self, proxy: str | None, given: GivenClient | None) -> None:
        self._proxy = None if proxy is None else read_proxy(proxy)
        self._given = given
        self._given_connected_in: int | None = None
        # No lock guards it: a thread that forks may leave a lock taken for ever in the child.
        self._made: dict[Owner, ConnectionsT] = {}
        self.closed = False

    def _check_open(self) -> None:
        if self.closed:
            raise ConfigurationError("the client is closed")

    def _forget_others(self, owner: Owner) -> None:
        """Let go of what belongs to other processes, and to event loops that are over."""
        for other in list(self._made):
            if other.process != owner.process:
                self._abandon(self._made.pop(other, None))
            elif other.is_over:
                self._made.pop(other, None)

    def _abandon(self, connections: ConnectionsT | None) -> None:
        """Let go of connections of another process."""
        leave_alone(connections)

    def _request_of_given(self, given: GivenClient, owner: Owner, prepared: Prepared, steps: Steps) -> httpx2.Request:
        """A request of the user's client, which may add headers, cookies and parameters of its own."""
        if self._given_connected_in not in (None, owner.process):
            raise ConfigurationError("http_client has connections of another process: make one after the fork")
        headers = [(name.encode("ascii"), value.encode("latin-1")) for name, value in prepared.headers.items()]
        content = prepared.content
        body: bytes | Iterator[bytes] | AsyncIterator[bytes] | None
        if isinstance(content, StreamedBody):
            headers.append(framing_header(prepared))
            # Of a body that could be read either way, such a client would take the other one.
            body = aiter(content) if hasattr(given, "aclose") else iter(content)
        else:
            body = content
        request = given.build_request(
            prepared.method, prepared.url, headers=headers, extensions={"timeout": dict(steps)}, content=body
        )
        mask(request, prepared)
        return request

    def _of_given(self, owner: Owner, response: ReceivedResponse) -> ReceivedResponse:
        """The response. From now on the user's client has connections, where it went over the network."""
        if "network_stream" in response.extensions:
            self._given_connected_in = owner.process
        return response


class SyncTransport(_Transport["Pools"]):
    """Sends in threads. Raises ConfigurationError for a client that is asynchronous."""

    def __init__(self, proxy: str | None, given: GivenClient | None) -> None:
        if hasattr(given, "aclose"):
            raise ConfigurationError("http_client is asynchronous: use the asynchronous client")
        super().__init__(proxy, given)

    def open(self, prepared: Prepared, steps: Steps) -> ReceivedResponse:
        """The response, its body still to be read. Raises what the HTTP library raises."""
        self._check_open()
        owner = this_process()
        if self._given is None:
            return self._pools_of(owner).send(prepared, steps)
        request = self._request_of_given(self._given, owner, prepared, steps)
        return self._of_given(owner, self._given.send(request, stream=True, follow_redirects=False))

    def _pools_of(self, owner: Owner) -> Pools:
        try:
            return self._made[owner]
        except KeyError:
            self._forget_others(owner)
        try:
            from .pools import Pools
        except ImportError as error:
            raise missing("httpx2", error) from None
        return self._made.setdefault(owner, Pools(self._proxy))

    def _abandon(self, connections: Pools | None) -> None:
        if connections is not None:
            connections.abandon()
        super()._abandon(connections)

    def close(self) -> None:
        """Close all connections, those of a user's own client excepted."""
        self.closed = True
        owner = this_process()
        self._forget_others(owner)
        pools = self._made.pop(owner, None)
        if pools is not None:
            pools.close()


class AsyncTransport(_Transport["AsyncConnections"]):
    """Sends in tasks; with `aiohttp`, through the connections of that library.

    Raises ConfigurationError for a client that is not asynchronous.
    """

    def __init__(self, proxy: str | None, given: GivenClient | None, aiohttp: bool) -> None:
        if given is not None and not hasattr(given, "aclose"):
            raise ConfigurationError("http_client is not asynchronous: use the other client")
        super().__init__(proxy, given)
        self._aiohttp = aiohttp

    async def open(self, prepared: Prepared, steps: Steps) -> Any:
        """The response, its body still to be read. Raises what the HTTP library raises."""
        self._check_open()
        owner = this_loop()
        if self._given is None:
            connections = self._made.get(owner) or await self._connections_of(owner)
            return await connections.send(prepared, steps)
        request = self._request_of_given(self._given, owner, prepared, steps)
        return self._of_given(owner, await self._given.send(request, stream=True, follow_redirects=False))

    async def _connections_of(self, owner: Owner) -> AsyncConnections:
        self._forget_others(owner)
        connections = self._made.setdefault(owner, self._make())
        await close_with_loop(owner, connections)
        return connections

    def _make(self) -> AsyncConnections:
        try:
            if self._aiohttp:
                from .aiohttp_transport import AiohttpConnections

                return AiohttpConnections(self._proxy)
            from .pools import AsyncPools
        except ImportError as error:
            raise missing("httpx2", error) from None
        return AsyncPools(self._proxy)

    async def close(self) -> None:
        """Close all connections, those of a user's own client excepted."""
        self.closed = True
        owner = this_loop()
        self._forget_others(owner)
        connections = self._made.pop(owner, None)
        if connections is not None:
            await connections.aclose()
        for other, connections in list(self._made.items()):
            if close_elsewhere(other, connections):
                self._made.pop(other, None)
