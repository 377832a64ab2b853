"""Requests for tokens: a stand-in responds to them, and they are never recorded."""

from __future__ import annotations

import base64
import json
from urllib.parse import parse_qs

from .loopback import ReceivedRequest, ServedResponse

_FORM = "application/x-www-form-urlencoded"
_JSON = (("content-type", "application/json"), ("cache-control", "no-store"))


def grant_of(method: str, content_type: str, body: bytes) -> str:
    """The `grant_type` of a token request (RFC 6749); empty for any other request."""
    return _fields(content_type, body).get("grant_type", "") if method.upper() == "POST" else ""


def token_response(request: ReceivedRequest) -> ServedResponse | None:
    """The response of a token endpoint to a request by client credentials; None for any other request.

    Any id and secret will do, in the header or in the body; without them the client is refused.
    """
    media = request.header("content-type")
    if grant_of(request.method, media, request.body) != "client_credentials":
        return None
    named = {"client_id", "client_secret"} <= _fields(media, request.body).keys()
    if not (named or _has_pair(request.header("authorization"))):
        refused = {"error": "invalid_client", "error_description": "The client's id and secret are missing."}
        return ServedResponse(401, _JSON, (json.dumps(refused).encode(),))
    token = {"access_token": "mock-access-token", "token_type": "Bearer", "expires_in": 3600}
    return ServedResponse(200, _JSON, (json.dumps(token).encode(),))


def _fields(content_type: str, body: bytes) -> dict[str, str]:
    """The texts of a form; of an object of JSON, which some endpoints take too."""
    essence = content_type.partition(";")[0].strip().lower()
    if essence == _FORM:
        return {name: values[0] for name, values in parse_qs(body.decode("latin-1")).items()}
    if essence != "application/json" or b"grant_type" not in body:
        return {}
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}


def _has_pair(authorization: str) -> bool:
    scheme, _, given = authorization.partition(" ")
    try:
        user, _, password = base64.b64decode(given).partition(b":")
    except ValueError:
        return False
    return scheme.lower() == "basic" and bool(user) and bool(password)
