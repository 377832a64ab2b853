"""The token endpoint of a fake server: which requests it handles, and its responses."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

_FORM = "application/x-www-form-urlencoded"


def is_token_request(method: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether a request asks for a token by client credentials (RFC 6749, section 4.4.2)."""
    is_form = headers.get("content-type", "").partition(";")[0].strip().lower() == _FORM
    if method != "POST" or not is_form:
        return False
    return parse_qs(body.decode("latin-1")).get("grant_type") == ["client_credentials"]


def fake_token(number: int) -> dict[str, object]:
    """The response of a token endpoint (RFC 6749, section 5.1); `number` makes tokens differ."""
    return {"access_token": f"fake-token-{number}", "token_type": "Bearer", "expires_in": 3600}
