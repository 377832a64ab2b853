"""Verifies webhooks, and parses them to the class of their event."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar, cast

from .decode import Decoders
from .error_body import parse_json
from .errors import ArgumentError, ConfigurationError
from .mismatch import MISMATCHES, Mismatch, warn_once
from .webhook_forms import FormField, is_form, plain_fields, read_form, typed_fields
from .webhook_signatures import Headers, WebhookScheme, verify

EventT = TypeVar("EventT")


@dataclass(frozen=True, slots=True)
class UnknownWebhook:
    """A webhook without a class in the package: `name` is what it says that it is, `data` its parsed JSON or text."""

    name: str | None
    data: Any


class EventType(NamedTuple):
    """An event: its name in the document, the name of its class, and the values of the tag that stand for it.

    `form` has the fields that are no plain texts, where it comes as a form; None where it does not.
    """

    name: str
    type: str
    tags: tuple[str, ...] = ()
    form: tuple[FormField, ...] | None = None


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

    def unwrap(self, body: bytes | str, headers: Headers, *, secret: str | Sequence[str] | None = None) -> EventT:
        """The event in a request that the API has sent, once its signature is verified.

        Args:
            body: The body as received, not parsed: the signature is one of its bytes.
            headers: The headers of the request, in any case.
            secret: What webhooks are signed with, or several while one replaces another; the environment variable of
                the settings where it is left out.

        Raises:
            WebhookSignatureError: It is not signed with a secret, or too old: the API has not sent it, or not now.
            ConfigurationError: There is no secret, or no webhook can be signed with it.
            ArgumentError: The body is neither bytes nor text.
        """
        found = secret if secret is not None else os.environ.get(self.settings.secret_env)
        if found is None:
            raise ConfigurationError(f"no secret for webhooks: give `secret`, or set {self.settings.secret_env}")
        secrets = [each.strip() for each in ([found] if isinstance(found, str) else found)]
        verify(self.settings.scheme, secrets, _bytes_of(body), headers)
        return self.parse(body, headers)

    def parse(self, body: bytes | str, headers: Headers | None = None) -> EventT:
        """The event in a request, without a look at its signature: for callbacks that carry none.

        Anybody may have sent it. Raises ArgumentError where the body is neither bytes nor text.
        """
        content = _bytes_of(body)
        lower = {name.lower(): value for name, value in (headers.items() if headers is not None else ())}
        document = None if is_form(lower) else parse_json(content)
        if document is not None:
            return cast(EventT, self._read(document, self._name(document, lower), lambda _: content))
        if is_form(lower) or ("content-type" not in lower and self._has_forms() and b"=" in content):
            return cast(EventT, self._read_form(read_form(content), lower))
        return cast(EventT, UnknownWebhook(self._name(None, lower), content.decode("utf-8", "replace")))

    def _has_forms(self) -> bool:
        return any(each.form is not None for each in self.settings.events)

    def _read_form(self, form: Mapping[str, list[str]], headers: Mapping[str, str]) -> Any:
        document = plain_fields(form)
        name = self._name(document, headers)
        return self._read(
            document, name, lambda fields: json.dumps(typed_fields(form, fields)).encode(), from_form=True
        )

    def _name(self, document: object, headers: Mapping[str, str]) -> str | None:
        """What the request says that it is."""
        if self.settings.event_header:
            return headers.get(self.settings.event_header.lower())
        found = document.get(self.settings.tag) if isinstance(document, dict) else None
        return found if isinstance(found, str) else None

    def _read(
        self,
        document: object,
        name: str | None,
        content_of: Callable[[tuple[FormField, ...]], bytes],
        *,
        from_form: bool = False,
    ) -> Any:
        """The event of a class that fits; `content_of` gives the JSON that a class with these fields is read from."""
        decoders = Decoders.of(self.settings.package)
        decoded = {
            each.type: decoders[each.type].decode(content_of(each.form or ()))
            for each in self._candidates(name)
            if each.form is not None or not from_form
        }
        fitting = [each.value for each in decoded.values() if not each.mismatches]
        if fitting:
            return min(fitting, key=_undeclared)
        if len(decoded) != 1 or next(iter(decoded.values())).is_lost:
            return UnknownWebhook(name, document)
        [(kind, found)] = decoded.items()
        return _noted(*found, name or kind)

    def _candidates(self, name: str | None) -> list[EventType]:
        """The events that it can be."""
        settings = self.settings
        if not settings.tag and not settings.event_header:
            return list(settings.events)
        if name is None:
            return []
        matching = [each for each in settings.events if name in each.tags and not settings.event_header]
        return matching or [each for each in settings.events if _alike(each.name, name)]


def _bytes_of(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    raise ArgumentError(f"the body must be the bytes of the request, not {type(body).__name__}")


def _alike(one: str, other: str) -> bool:
    """Whether two names have the same words: an event is "orderCreated" here, and "order.created" there."""
    return re.sub(r"[\W_]", "", one).lower() == re.sub(r"[\W_]", "", other).lower()


def _undeclared(found: object) -> int:
    """How many of its properties the class does not declare."""
    return len(getattr(found, "model_extra", None) or {})


def _noted(found: object, mismatches: tuple[Mismatch, ...], name: str) -> Any:
    warn_once(name, mismatches)
    if hasattr(type(found), "mismatches"):
        found.__dict__[MISMATCHES] = mismatches
    return found
