# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""For tests of code that uses this package: a server on loopback in place of the API."""

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
