"""Lets pages of other origins use the mock server (Fetch Standard, CORS protocol)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from nemogen.recordings.bundled_tests.loopback import Answer, Asked

_SECONDS: Final = "600"


def is_preflight(asked: Asked) -> bool:
    """Whether this is a browser's preflight request."""
    return asked.method == "OPTIONS" and bool(asked.header("access-control-request-method"))


def preflight(asked: Asked, methods: Collection[str]) -> Answer:
    """What a page may send: the methods of the path, and the headers that it requested."""
    allowed = ", ".join(methods) or asked.header("access-control-request-method")
    headers = [
        ("allow", allowed),
        ("access-control-allow-methods", allowed),
        ("access-control-allow-headers", asked.header("access-control-request-headers") or "*"),
        ("access-control-max-age", _SECONDS),
    ]
    if asked.header("access-control-request-private-network"):
        headers.append(("access-control-allow-private-network", "true"))
    return Answer(204, tuple(headers))


def shared(answer: Answer, asked: Asked) -> Answer:
    """The response, readable by a page of the requesting origin; unchanged for a request without an origin."""
    origin = asked.header("origin")
    if not origin:
        return answer
    own = [
        ("access-control-allow-origin", origin),
        ("access-control-allow-credentials", "true"),
        ("access-control-expose-headers", ", ".join(dict.fromkeys(name for name, _ in answer.headers)) or "*"),
        ("vary", "Origin"),
    ]
    names = {name for name, _ in own}
    others = [field for field in answer.headers if field[0].lower() not in names]
    return replace(answer, headers=(*others, *own))
