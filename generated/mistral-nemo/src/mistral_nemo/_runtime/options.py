"""The settings that a client was created with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .credentials import Credentials
from .hooks import Middleware, RequestHook, ResponseHook
from .retry import RetryPolicy
from .timeouts import Timeout


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The settings of one client, all checked. `with_options` makes another one from it."""

    credentials: Credentials
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
    middleware: tuple[Middleware, ...] = ()
