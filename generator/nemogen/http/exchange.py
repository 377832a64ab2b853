"""One try of a request: sent, redirects followed, the response read, all on the budget of the exchange."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import metadata
from typing import Final

import httpcore2

from nemogen.errors import Location
from nemogen.http.body import BrokenBody, read_body
from nemogen.http.connections import BadProxy, Connections, Fields, UnknownName, find_proxy
from nemogen.http.failures import Refused
from nemogen.http.limits import Budget, Limits
from nemogen.http.messages import Request, Response
from nemogen.http.target import Target, origin_of, parse, redirected
from nemogen.http.urls import shown
from nemogen.light_dataclasses import dataclass

_REDIRECTS: Final = frozenset((301, 302, 307, 308))
_KEEPS_NOTHING: Final = 303
"""RFC 9110, 15.4.4: the next request is a GET, whatever the method was."""


class Failure(Exception):
    """One try failed, but another may succeed. `sent`: the host may have acted on the request."""

    def __init__(self, what: str, *, sent: bool = True) -> None:
        super().__init__(what)
        self.sent = sent


@dataclass(frozen=True, slots=True)
class Received:
    """A response whose body is still to be read: fields in order, names in lower case; the body in chunks, unpacked, as
    they arrive."""

    status: int
    fields: tuple[tuple[str, str], ...]
    chunks: Iterator[bytes]


@cache
def user_agent() -> str:
    """The User-Agent: nemogen and its version."""
    try:
        return f"nemogen/{metadata.version('nemogen')}"
    except metadata.PackageNotFoundError:
        return "nemogen"


def follow(connections: Connections, request: Request, limits: Limits, budget: Budget) -> Response:
    """The response to a request, of any status, after its redirects.

    Raises Failure, Spent, and Refused for a redirect that is not followed.
    """
    target = parse(request.url)
    follows = {*_REDIRECTS, *((_KEEPS_NOTHING,) if request.method == "GET" else ())}
    for _ in range(limits.hops + 1):
        response = _send_once(connections, request, target, limits, budget)
        location = response.headers.get("location")
        if response.status not in follows or not location:
            return response
        target = redirected(target, location, stays=request.stays)
    where = Location(shown(target.url))
    raise Refused(f"more than {limits.hops} redirects", where=where, remedy="Check the URL.")


def _send_once(connections: Connections, request: Request, target: Target, limits: Limits, budget: Budget) -> Response:
    own = {"User-Agent": user_agent(), "Accept": "*/*", "Accept-Encoding": "gzip"}
    basic = {"Authorization": f"Basic {target.basic}"} if target.basic else {}
    sent = [each for each in request.credentials if target.is_private and origin_of(each.url) == target.origin]
    headers = {**own, **basic, **request.headers, **{each.header: each.value for each in sent}}
    size = limits.size if request.size is None else min(request.size, limits.size)
    with receive(connections, request.method, target, headers.items(), request.content, size, budget) as received:
        content = bytearray()
        for chunk in received.chunks:
            content += chunk
    names = tuple(each.name for each in sent)
    return Response(received.status, _join_fields(received.fields), bytes(content), target.url, names)


@contextmanager
def receive(
    connections: Connections,
    method: str,
    target: Target,
    headers: Fields,
    content: bytes | None,
    size: int,
    budget: Budget,
) -> Iterator[Received]:
    """One request and its response, whose body may have `size` bytes; redirects are not followed.

    Raises Failure, Spent or Refused, also inside the block.
    """
    with _translate_errors(target, budget), connections.open(method, target, headers, content, budget) as response:
        fields = tuple((name.decode("ascii").lower(), value.decode("latin-1")) for name, value in response.headers)
        coded = ", ".join(value for name, value in fields if name == "content-encoding")
        length = next((value for name, value in fields if name == "content-length"), "")
        yield Received(response.status, fields, read_body(response.iter_stream(), coded, length, size, budget))


def _join_fields(fields: Fields) -> dict[str, str]:
    """One value per name; those of several fields are joined as RFC 9110 (5.3) says."""
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return {name: ", ".join(each) for name, each in values.items()}


def _explain_connect_error(error: httpcore2.ConnectError, target: Target) -> str:
    """What kept a connection from being made: the proxy, a name, a certificate, or a port."""
    why = _explain_cause(error)
    proxy = find_proxy(target)
    if not proxy:
        return why
    return f"the way there is the proxy {shown(proxy)}, as HTTPS_PROXY, HTTP_PROXY or ALL_PROXY says: {why}"


def _explain_cause(error: httpcore2.ConnectError) -> str:
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) and cause not in causes:
        causes.append(cause)
    if isinstance(error, UnknownName):
        return f"the name of the host is not known; check the address ({error})"
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return f"its TLS certificate is not trusted; SSL_CERT_FILE names other authorities ({error})"
    if any(isinstance(each, ssl.SSLError) for each in causes):
        return f"TLS failed; check that the port speaks https ({error})"
    if any(isinstance(each, ConnectionRefusedError) for each in causes):
        return f"nothing listens on this port ({error})"
    return f"{type(error).__name__}: {error}"


@contextmanager
def _translate_errors(target: Target, budget: Budget) -> Iterator[None]:
    """Converts the library's exceptions. An operation that ended with the whole exchange is reported as such."""
    where = Location(shown(target.url))
    try:
        yield
    except httpcore2.TimeoutException as error:
        budget.step()
        sent = not isinstance(error, httpcore2.ConnectTimeout)
        raise Failure(f"no response in time ({type(error).__name__})", sent=sent) from error
    except httpcore2.ConnectError as error:
        raise Failure(_explain_connect_error(error, target), sent=False) from error
    except httpcore2.ProxyError as error:
        raise Failure("the proxy rejected the request: check HTTPS_PROXY and NO_PROXY", sent=False) from error
    except httpcore2.LocalProtocolError as error:
        raise Refused("the request cannot be sent as HTTP", where=where, remedy="Check its headers.") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise Failure(f"{type(error).__name__}: {error}") from error
    except BrokenBody as error:
        raise Failure(str(error)) from error
    except BadProxy as error:
        raise Refused(str(error), where=where, remedy="Correct it, or list the host in NO_PROXY.") from error
