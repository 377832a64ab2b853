"""What a client was made with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .retry import RetryPolicy
from .secret import Secret
from .timeouts import Timeout


@dataclass(frozen=True, slots=True, kw_only=True)
class HookRequest:
    """A request, before it is sent. A hook may add to `headers`; those that carry the key are not among them."""

    operation: str
    verb: str
    url: str
    headers: dict[str, str]
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HookResponse:
    """How a request ended: with a status and headers, or with the text of an error, after `seconds`."""

    operation: str
    verb: str
    url: str
    status: int | None
    headers: Mapping[str, str]
    request_id: str | None
    seconds: float
    attempt: int
    error: str | None


RequestHook: TypeAlias = Callable[[HookRequest], Any]
ResponseHook: TypeAlias = Callable[[HookResponse], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The settings of one client, all checked. `with_options` makes another one from it."""

    secret: Secret
    base_url: str
    timeout: Timeout
    retry: RetryPolicy
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    validate: bool = True
    strict: bool = False
    max_event_bytes: int = 64 * 1024 * 1024
    on_request: tuple[RequestHook, ...] = ()
    on_response: tuple[ResponseHook, ...] = ()
