"""Signatures of webhooks: Standard Webhooks, or an HMAC in a header of the API's own."""

from __future__ import annotations

import base64
import binascii
import hmac
import re
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, TypeAlias, runtime_checkable

from .duck_types import With
from .errors import ConfigurationError, WebhookSignatureError

_PREFIX = "whsec_"
_ID, _TIMESTAMP, _SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
_SECONDS = re.compile(r"[0-9]{1,15}", re.ASCII)


@runtime_checkable
class _Items(Protocol):
    def items(self) -> Iterable[tuple[str, str]]: ...


Headers: TypeAlias = Annotated[_Items, With("items")]
"""The headers of a request: a mapping, or the message that Python's own `http.server` gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookScheme:
    """How webhooks are signed.

    Without a `header`: as Standard Webhooks has it (standardwebhooks.com), with a secret in base64. Else `header` holds
    the HMAC of the body by `algorithm`, written as `encoding` after `prefix`. A timestamp is in a `timestamp_header`,
    or beside the signature, as the part of `header` after `timestamp_key` and "=": then the HMAC is of what `signed`
    says. `tolerance` is how many seconds old, or ahead, a timestamp may be.
    """

    header: str = ""
    algorithm: Literal["sha1", "sha256", "sha512"] = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    prefix: str = ""
    timestamp_header: str = ""
    timestamp_key: str = ""
    signed: str = "{timestamp}.{body}"
    tolerance: float = 300.0


def sign(scheme: WebhookScheme, secret: str, body: bytes, at: float | None = None) -> dict[str, str]:
    """The headers that make a webhook of a body, sent now or `at` (seconds since 1970). Raises ConfigurationError."""
    seconds = str(int(time.time() if at is None else at))
    if not scheme.header:
        identity = f"msg_{uuid.uuid4().hex}"
        signature = base64.b64encode(_standard(secret, identity, seconds, body)).decode()
        return {_ID: identity, _TIMESTAMP: seconds, _SIGNATURE: f"v1,{signature}"}
    stamped = {scheme.timestamp_header: seconds} if scheme.timestamp_header else {}
    digest = _digest(scheme, secret, seconds if stamped or scheme.timestamp_key else "", body)
    text = digest.hex() if scheme.encoding == "hex" else base64.b64encode(digest).decode()
    beside = f"{scheme.timestamp_key}={seconds}," if scheme.timestamp_key else ""
    return {**stamped, scheme.header: f"{beside}{scheme.prefix}{text}"}


def verify(
    scheme: WebhookScheme,
    secrets: str | Sequence[str],
    body: bytes,
    headers: Headers,
    now: float | None = None,
) -> None:
    """Return where a signature in the headers is that of the body by one of the secrets, and not too old.

    Raises WebhookSignatureError where it is not, ConfigurationError for a secret that no webhook can be signed with.
    """
    found = {name.lower(): value for name, value in headers.items()}
    seconds = _timestamp(scheme, found)
    known = [secrets] if isinstance(secrets, str) else list(secrets)
    if scheme.header:
        wanted = [_digest(scheme, each, seconds, body) for each in known]
        given = list(_configured(scheme, _required(found, scheme.header.lower())))
    else:
        identity = _required(found, _ID)
        wanted = [_standard(each, identity, seconds, body) for each in known]
        given = list(_versioned(_required(found, _SIGNATURE)))
    if not wanted:
        raise ConfigurationError("there is no secret for webhooks")
    # Each in constant time: how long it takes does not say how much of it was right.
    if not any(hmac.compare_digest(one, other) for one in wanted for other in given):
        raise WebhookSignatureError("the webhook has no valid signature for this secret")
    if seconds:
        _check_age(seconds, scheme.tolerance, time.time() if now is None else now)


def _timestamp(scheme: WebhookScheme, headers: Mapping[str, str]) -> str:
    """When the webhook was sent, as it says; "" where the scheme has no timestamp. Raises WebhookSignatureError."""
    if scheme.header and scheme.timestamp_key:
        key = f"{scheme.timestamp_key}="
        found = [each for each in _parts(_required(headers, scheme.header.lower())) if each.startswith(key)]
        # Of two, one could be signed, and the other one young enough.
        if len(found) != 1 or found[0] == key:
            raise WebhookSignatureError(f"the webhook has no {scheme.timestamp_key} in {scheme.header}")
        return found[0].removeprefix(key)
    stamp = scheme.timestamp_header.lower() if scheme.header else _TIMESTAMP
    return _required(headers, stamp) if stamp else ""


def _parts(text: str) -> list[str]:
    """The parts of a header that holds several: `t=1,v1=ab`, `ts=1;h1=ab`."""
    return re.split(r"[,;\s]+", text.strip())


def _required(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name, "")
    if not value:
        raise WebhookSignatureError(f"the webhook has no header {name}")
    return value


def _check_age(seconds: str, tolerance: float, now: float) -> None:
    if not _SECONDS.fullmatch(seconds):
        raise WebhookSignatureError("the timestamp of the webhook is not a number of seconds")
    age = now - int(seconds)
    if abs(age) > tolerance:
        raise WebhookSignatureError(f"the webhook is {'too old' if age > 0 else 'from the future'}: possibly a replay")


def _standard(secret: str, identity: str, seconds: str, body: bytes) -> bytes:
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX) + "==", validate=False)
    except (binascii.Error, ValueError):
        key = b""
    if not key:
        raise ConfigurationError("the secret of webhooks is empty, or not base64")
    return hmac.digest(key, f"{identity}.{seconds}.".encode() + body, "sha256")


def _digest(scheme: WebhookScheme, secret: str, seconds: str, body: bytes) -> bytes:
    if not secret:
        raise ConfigurationError("the secret of webhooks is empty")
    before, _, after = scheme.signed.replace("{timestamp}", seconds).partition("{body}")
    content = before.encode() + body + after.encode() if seconds or "{timestamp}" not in scheme.signed else body
    return hmac.digest(secret.encode(), content, scheme.algorithm)


def _versioned(text: str) -> Iterator[bytes]:
    """The signatures of version 1 among several (a secret that is replaced signs beside the new one)."""
    for each in text.split(" "):
        version, _, signature = each.partition(",")
        if version == "v1":
            yield from _decoded(signature, "base64")


def _configured(scheme: WebhookScheme, text: str) -> Iterator[bytes]:
    for each in _parts(text):
        if each.startswith(scheme.prefix):
            yield from _decoded(each.removeprefix(scheme.prefix), scheme.encoding)


def _decoded(text: str, encoding: str) -> Iterator[bytes]:
    try:
        yield bytes.fromhex(text) if encoding == "hex" else base64.b64decode(text, validate=True)
    except ValueError:
        return
