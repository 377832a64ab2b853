"""For tests of code that uses this package: a server on loopback that answers as the API does."""

from __future__ import annotations

from ._runtime.fake_server import (
    CLOSE,
    HOLD,
    RESET,
    FakeServer,
    Request,
    Response,
    Step,
    fault,
    http_response,
    json_response,
    stream_response,
)

__all__ = [
    "CLOSE",
    "HOLD",
    "RESET",
    "FakeServer",
    "Request",
    "Response",
    "Step",
    "fault",
    "http_response",
    "json_response",
    "stream_response",
]
