"""Sends webhooks like an API, for tests of code that receives them."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from .webhook_forms import FORM, write_form
from .webhook_signatures import WebhookScheme, sign

_STANDARD = WebhookScheme()


def signed_webhook(
    payload: Any, secret: str, scheme: WebhookScheme = _STANDARD, at: float | None = None, *, form: bool = False
) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a webhook that is signed now, or `at` (seconds since 1970).

    It is JSON, or the form of a mapping: lists are several fields, and other values than texts JSON. Bytes are sent as
    they are.
    """
    written = write_form if form else _json
    body = payload if isinstance(payload, bytes) else written(payload)
    return body, {"content-type": FORM if form else "application/json", **sign(scheme, secret, body, at)}


def _json(payload: object) -> bytes:
    return json.dumps(payload).encode()


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
