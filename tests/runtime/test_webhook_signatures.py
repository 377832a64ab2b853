"""Signatures of webhooks, against the reference implementation of Standard Webhooks and those of other APIs."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from datetime import UTC, datetime
from email.message import Message

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from nemogen.runtime.errors import ConfigurationError, WebhookSignatureError
from nemogen.runtime.webhook_signatures import WebhookScheme, sign, verify

STANDARD = WebhookScheme()
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OWN = WebhookScheme(header="X-Signature", prefix="sha256=")
STAMPED = WebhookScheme(
    header="X-Signature", algorithm="sha512", encoding="base64", timestamp_header="X-Time", tolerance=10
)
COMBINED = WebhookScheme(header="X-Signature", prefix="v1=", timestamp_key="t")
SEMICOLONS = WebhookScheme(header="X-Signature", prefix="h1=", timestamp_key="ts", signed="{timestamp}:{body}")
PREFIXED = WebhookScheme(
    header="X-Signature", prefix="v0=", timestamp_header="X-Request-Timestamp", signed="v0:{timestamp}:{body}"
)


@given(st.binary(min_size=1, max_size=64), st.text(max_size=200))
def test_what_we_sign_the_reference_verifies_and_what_it_signs_we_verify(key: bytes, text: str) -> None:
    secret = f"whsec_{base64.b64encode(key).decode()}"
    body = text.encode("utf-8", "surrogatepass")
    reference = Webhook(secret)
    if body.decode("utf-8", "ignore") == text:
        now = datetime.now(tz=UTC)
        signed = sign(STANDARD, secret, body, at=now.timestamp())
        assert signed["webhook-signature"] == reference.sign(signed["webhook-id"], now, text)
        reference.verify(body, signed, json_parse=False)
        signature = reference.sign("msg_1", now, text)
        stamp = str(int(now.timestamp()))
        verify(
            STANDARD, secret, body, {"Webhook-Id": "msg_1", "Webhook-Timestamp": stamp, "Webhook-Signature": signature}
        )


def test_headers_may_be_the_message_that_http_server_gives() -> None:
    message = Message()
    for name, value in sign(STANDARD, SECRET, b"{}").items():
        message[name.upper()] = value
    verify(STANDARD, SECRET, b"{}", message)
    pydantic.validate_call(verify)(STANDARD, SECRET, b"{}", message)
    with pytest.raises(pydantic.ValidationError):
        pydantic.validate_call(verify)(STANDARD, SECRET, b"{}", "webhook-id")  # type: ignore[arg-type]


@pytest.mark.parametrize("age", [-303, -297, 0, 297, 303])
def test_the_replay_window_is_that_of_the_reference(age: int) -> None:
    # Seconds from the edges of the window, since clocks go on.
    headers = sign(STANDARD, SECRET, b"{}", at=time.time() - age)
    try:
        Webhook(SECRET).verify(b"{}", headers)
    except WebhookVerificationError:
        with pytest.raises(WebhookSignatureError, match=r"too old|future"):
            verify(STANDARD, SECRET, b"{}", headers)
        assert abs(age) > 300
    else:
        verify(STANDARD, SECRET, b"{}", headers)
        assert abs(age) < 300


@pytest.mark.parametrize("scheme", [STANDARD, OWN, STAMPED, COMBINED, SEMICOLONS, PREFIXED])
def test_another_body_secret_header_or_signature_is_refused(scheme: WebhookScheme) -> None:
    headers = sign(scheme, SECRET, b'{"a": 1}')
    verify(scheme, SECRET, b'{"a": 1}', headers)
    with pytest.raises(WebhookSignatureError):
        verify(scheme, SECRET, b'{"a": 2}', headers)
    with pytest.raises(WebhookSignatureError):
        verify(scheme, "whsec_AAAA", b'{"a": 1}', headers)
    for name in headers:
        for value in (None, "", "v1,", "v1", "nonsense", "é", headers[name][:-3], f"0{headers[name]}"):
            changed = {**headers, name: value or ""} if value is not None else {**headers}
            if value is None:
                del changed[name]
            with pytest.raises(WebhookSignatureError):
                verify(scheme, SECRET, b'{"a": 1}', changed)


def test_one_signature_of_several_is_enough() -> None:
    headers = sign(STANDARD, SECRET, b"{}")
    other = sign(STANDARD, "whsec_AAAA", b"{}")["webhook-signature"]
    headers["webhook-signature"] = f"v1a,AAAA {other} {headers['webhook-signature']}"
    verify(STANDARD, SECRET, b"{}", headers)
    Webhook(SECRET).verify(b"{}", headers)
    with pytest.raises(WebhookSignatureError):
        verify(STANDARD, SECRET, b"{}", {**headers, "webhook-signature": f"v1a,AAAA {other}"})


def test_a_signature_of_an_api_of_its_own_is_the_hmac_of_the_body() -> None:
    digest = hmac.new(b"secret", b"{}", hashlib.sha256).hexdigest()
    assert sign(OWN, "secret", b"{}") == {"X-Signature": f"sha256={digest}"}
    verify(OWN, "secret", b"{}", {"x-signature": f"sha256={digest.upper()}"})
    stamped = base64.b64encode(hmac.new(b"secret", b"7.{}", hashlib.sha512).digest()).decode()
    assert sign(STAMPED, "secret", b"{}", at=7) == {"X-Time": "7", "X-Signature": stamped}
    with pytest.raises(WebhookSignatureError, match="too old"):
        verify(STAMPED, "secret", b"{}", sign(STAMPED, "secret", b"{}", at=time.time() - 20))


@pytest.mark.parametrize(("scheme", "secret"), [(STANDARD, ""), (STANDARD, "whsec_"), (STANDARD, "whsec_é"), (OWN, "")])
def test_a_secret_that_cannot_sign_is_a_fault_of_the_settings(scheme: WebhookScheme, secret: str) -> None:
    with pytest.raises(ConfigurationError):
        sign(scheme, secret, b"{}")
    with pytest.raises(ConfigurationError):
        verify(scheme, secret, b"{}", sign(scheme, SECRET, b"{}"))


def hexadecimal(text: str) -> str:
    return hmac.digest(SECRET.encode(), text.encode(), "sha256").hex()


@pytest.mark.parametrize(
    ("scheme", "headers"),
    [
        (COMBINED, {"X-Signature": f"t=1700000000,v1={'0' * 64},v1={hexadecimal('1700000000.{}')},v0=ab"}),
        (SEMICOLONS, {"X-Signature": f"ts=1700000000;h1={hexadecimal('1700000000:{}')}"}),
        (
            PREFIXED,
            {"X-Signature": f"v0={hexadecimal('v0:1700000000:{}')}", "X-Request-Timestamp": "1700000000"},
        ),
    ],
    ids=["comma", "semicolon", "prefixed"],
)
def test_signatures_with_a_time_beside_them_are_verified(scheme: WebhookScheme, headers: dict[str, str]) -> None:
    verify(scheme, SECRET, b"{}", headers, now=1700000100)
    with pytest.raises(WebhookSignatureError, match="too old"):
        verify(scheme, SECRET, b"{}", headers, now=1700000400)
    with pytest.raises(WebhookSignatureError, match="no valid signature"):
        verify(scheme, SECRET, b"{ }", headers, now=1700000100)


@pytest.mark.parametrize("text", ["v1={signature}", "t=,v1={signature}", "t=1700000000,t=1700000400,v1={signature}"])
def test_a_combined_signature_has_one_time(text: str) -> None:
    value = text.replace("{signature}", hexadecimal("1700000000.{}"))
    with pytest.raises(WebhookSignatureError, match="has no t in X-Signature"):
        verify(COMBINED, SECRET, b"{}", {"X-Signature": value}, now=1700000100)
