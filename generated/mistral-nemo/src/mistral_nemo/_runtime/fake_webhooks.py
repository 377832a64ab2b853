"""Sends webhooks like an API, for tests of code that receives them."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from .webhook_signatures import WebhookScheme, sign

_STANDARD = WebhookScheme()


def signed_webhook(
    payload: Any, secret: str, scheme: WebhookScheme = _STANDARD, at: float | None = None
) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a webhook that is signed now, or `at` (seconds since 1970). Bytes are sent as they are."""
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    return body, {"content-type": "application/json", **sign(scheme, secret, body, at)}


def send_webhook(url: str, body: bytes, headers: Mapping[str, str], timeout: float = 10.0) -> int:
    """POST a webhook to what is tested; returns the status of its response. Raises OSError."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.netloc, timeout=timeout)
    try:
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request("POST", target, body, dict(headers))
        return connection.getresponse().status
    finally:
        connection.close()
