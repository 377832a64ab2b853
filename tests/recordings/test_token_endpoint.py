from __future__ import annotations

import base64
import json

import pytest

from nemogen.recordings.bundled_tests.loopback import ReceivedRequest
from nemogen.recordings.bundled_tests.token_endpoint import grant_of, token_response

FORM = "application/x-www-form-urlencoded; charset=utf-8"


@pytest.mark.parametrize(
    ("method", "media", "body", "grant"),
    [
        ("POST", FORM, b"grant_type=client_credentials&scope=a", "client_credentials"),
        ("post", FORM, b"scope=a&grant_type=refresh_token", "refresh_token"),
        ("POST", "application/json", b'{"grant_type": "password"}', "password"),
        ("POST", "application/json", b'{"grant_type": 1}', ""),
        ("POST", "application/json", b'["grant_type"]', ""),
        ("POST", "application/json", b'{"grant_type', ""),
        ("POST", FORM, b"\xff=1", ""),
        ("POST", "text/plain", b"grant_type=client_credentials", ""),
        ("PUT", FORM, b"grant_type=client_credentials", ""),
    ],
)
def test_a_request_for_a_token_is_reported_by_its_grant(method: str, media: str, body: bytes, grant: str) -> None:
    assert grant_of(method, media, body) == grant


def ask(body: bytes, authorization: str = "") -> tuple[int, str]:
    headers = (("content-type", FORM), ("authorization", authorization))
    found = token_response(ReceivedRequest("POST", "/token", headers, body))
    assert found is not None
    value = json.loads(b"".join(found.chunks))
    return found.status, value.get("access_token") or value["error"]


def test_it_wants_an_id_and_a_secret_in_either_way() -> None:
    body = b"grant_type=client_credentials"
    pair = base64.b64encode(b"me:secret").decode()
    assert ask(body, f"Basic {pair}") == (200, "mock-access-token")
    assert ask(body + b"&client_id=me&client_secret=s") == (200, "mock-access-token")
    assert ask(body) == ask(body, "Basic ???") == ask(body, f"Bearer {pair}") == (401, "invalid_client")
    assert token_response(ReceivedRequest("POST", "/token", (("content-type", FORM),), b"a=1")) is None
