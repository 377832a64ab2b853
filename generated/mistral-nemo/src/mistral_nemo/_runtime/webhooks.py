"""Verifies webhooks, and parses them to the class of their event."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar, cast

from .decode import Decoders
from .error_body import parse_json
from .errors import ArgumentError, ConfigurationError
from .mismatch import MISMATCHES, Mismatch, warn_once
from .webhook_signatures import WebhookScheme, verify

EventT = TypeVar("EventT")


@dataclass(frozen=True, slots=True)
class UnknownWebhook:
    """A webhook without a class in the package: `name` is what it says that it is, `data` its parsed JSON or text."""

    name: str | None
    data: Any


class EventType(NamedTuple):
    """An event: its name in the document, the name of its class, and the values of the tag that stand for it."""

    name: str
    type: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSettings:
    """The webhooks of one API.

    `tag` is the property that says what event it is, `event_header` the header that does; where there is neither, the
    class is the one that fits best. `secret_env` is the environment variable with the secret.
    """

    package: str
    secret_env: str
    events: tuple[EventType, ...]
    tag: str = ""
    event_header: str = ""
    scheme: WebhookScheme = WebhookScheme()  # noqa: RUF009  # frozen


class WebhookReader(Generic[EventT]):
    """Reads webhooks. It needs no client and no network; a client has one."""

    settings: ClassVar[WebhookSettings]

    def unwrap(self, body: bytes | str, headers: Mapping[str, str], *, secret: str | None = None) -> EventT:
        """The event in a request that the API has sent, once its signature is verified.

        Args:
            body: The body as received, not parsed: the signature is one of its bytes.
            headers: The headers of the request, in any case.
            secret: What webhooks are signed with; the environment variable of the settings where it is left out.

        Raises:
            WebhookSignatureError: It is not signed with the secret, or too old: the API has not sent it, or not now.
            ConfigurationError: There is no secret, or no webhook can be signed with it.
            ArgumentError: The body is neither bytes nor text.
        """
        found = secret if secret is not None else os.environ.get(self.settings.secret_env)
        if found is None:
            raise ConfigurationError(f"no secret for webhooks: give `secret`, or set {self.settings.secret_env}")
        verify(self.settings.scheme, found.strip(), _bytes_of(body), headers)
        return self.parse(body, headers)

    def parse(self, body: bytes | str, headers: Mapping[str, str] | None = None) -> EventT:
        """The event in a request, without a look at its signature: for callbacks that carry none.

        Anybody may have sent it. Raises ArgumentError where the body is neither bytes nor text.
        """
        content, lower = _bytes_of(body), {name.lower(): value for name, value in (headers or {}).items()}
        document = parse_json(content)
        if document is None:
            return cast(EventT, UnknownWebhook(self._name(None, lower), content.decode("utf-8", "replace")))
        return cast(EventT, self._read(document, content, self._name(document, lower)))

    def _name(self, document: Any, headers: Mapping[str, str]) -> str | None:
        """What the request says that it is."""
        if self.settings.event_header:
            return headers.get(self.settings.event_header.lower())
        found = document.get(self.settings.tag) if isinstance(document, dict) else None
        return found if isinstance(found, str) else None

    def _read(self, document: Any, content: bytes, name: str | None) -> Any:
        candidates = self._candidates(name)
        decoders = Decoders.of(self.settings.package)
        decoded = [decoders[kind].decode(content) for kind in candidates]
        fitting = [each.value for each in decoded if not each.mismatches]
        if fitting:
            return min(fitting, key=_undeclared)
        if len(decoded) != 1 or decoded[0].is_lost:
            return UnknownWebhook(name, document)
        return _noted(*decoded[0], name or candidates[0])

    def _candidates(self, name: str | None) -> list[str]:
        """The classes that it can be of."""
        settings = self.settings
        if not settings.tag and not settings.event_header:
            return list(dict.fromkeys(each.type for each in settings.events))
        if name is None:
            return []
        told = [each.type for each in settings.events if name in each.tags and not settings.event_header]
        named = [each.type for each in settings.events if _alike(each.name, name)]
        return list(dict.fromkeys(told or named))


def _bytes_of(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    raise ArgumentError(f"the body must be the bytes of the request, not {type(body).__name__}")


def _alike(one: str, other: str) -> bool:
    """Whether two names have the same words: an event is "orderCreated" here, and "order.created" there."""
    return re.sub(r"[\W_]", "", one).lower() == re.sub(r"[\W_]", "", other).lower()


def _undeclared(found: Any) -> int:
    """How many of its properties the class does not declare."""
    return len(getattr(found, "model_extra", None) or {})


def _noted(found: Any, mismatches: tuple[Mismatch, ...], name: str) -> Any:
    warn_once(name, mismatches)
    if hasattr(type(found), "mismatches"):
        found.__dict__[MISMATCHES] = mismatches
    return found
