"""Lets pages of other origins use the mock server (Fetch Standard, CORS protocol)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse

_SECONDS: Final = "600"


def is_preflight(received: ReceivedRequest) -> bool:
    """Whether this is a browser's preflight request."""
    return received.method == "OPTIONS" and bool(received.header("access-control-request-method"))


def preflight(received: ReceivedRequest, methods: Collection[str]) -> ServedResponse:
    """What a page may send: the methods of the path, and the headers that it requested."""
    allowed = ", ".join(methods) or received.header("access-control-request-method")
    headers = [
        ("allow", allowed),
        ("access-control-allow-methods", allowed),
        ("access-control-allow-headers", received.header("access-control-request-headers") or "*"),
        ("access-control-max-age", _SECONDS),
    ]
    if received.header("access-control-request-private-network"):
        headers.append(("access-control-allow-private-network", "true"))
    return ServedResponse(204, tuple(headers))


def shared(response: ServedResponse, received: ReceivedRequest) -> ServedResponse:
    """The response, readable by a page of the requesting origin; unchanged for a request without an origin."""
    origin = received.header("origin")
    if not origin:
        return response
    own = [
        ("access-control-allow-origin", origin),
        ("access-control-allow-credentials", "true"),
        ("access-control-expose-headers", ", ".join(dict.fromkeys(name for name, _ in response.headers)) or "*"),
        ("vary", "Origin"),
    ]
    names = {name for name, _ in own}
    others = [field for field in response.headers if field[0].lower() not in names]
    return replace(response, headers=(*others, *own))
