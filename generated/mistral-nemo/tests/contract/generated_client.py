"""What a replay knows of a generated client's class: its credentials, its settings and its methods."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import ClassVar, Protocol, TypeVar

from .recorded_calls import Call

ClientT = TypeVar("ClientT")
Method = Callable[..., object]


class SyncClient(Protocol):
    """A client that blocks."""

    def __init__(self, **options: object) -> None: ...
    def close(self) -> None:
        """Closes its connections."""


class AsyncClient(Protocol):
    """A client whose methods are awaited."""

    def __init__(self, **options: object) -> None: ...
    async def __aenter__(self) -> object: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> object: ...


class Scheme(Protocol):
    """A credential of the client: how it is sent (`scheme`), the arguments that it is made of (`sources`)."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[object]]]

    @property
    def scheme(self) -> str:
        """The kind: `bearer`, `query` and others."""

    @property
    def name(self) -> str:
        """The header, query parameter or cookie that carries it."""

    @property
    def token_url(self) -> str:
        """Where a token is fetched; empty where none is."""

    @property
    def sources(self) -> Mapping[str, str | None]:
        """The arguments of the constructor, each with its environment variable."""


class ClientSettings(Protocol):
    """The settings that a generated class holds."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[object]]]

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The credentials."""

    @property
    def base_url(self) -> str:
        """Where the API is."""


def settings_of(client: type[object]) -> ClientSettings | None:
    """The settings of a generated client's class; None for a class of another generator."""
    found: ClientSettings | None = getattr(client, "settings", None)
    return found if hasattr(found, "schemes") else None


def _schemes_of(client: type[object]) -> tuple[Scheme, ...]:
    settings = settings_of(client)
    return settings.schemes if settings else ()


def arguments_for_keys(client: type[object]) -> tuple[str, ...]:
    """The arguments of a client's constructor that are credentials."""
    if settings_of(client) is None:
        return ("api_key",)
    return tuple(name for scheme in _schemes_of(client) for name in scheme.sources)


def key_parameters(client: type[object]) -> frozenset[str]:
    """The query parameters that carry credentials."""
    return frozenset(each.name for each in _schemes_of(client) if each.scheme == "query")


def with_token_endpoint(client: type[ClientT], *urls: str, base_url: str | None = None) -> type[ClientT]:
    """The client's class, with tokens from these endpoints (the last one serves the rest), where it fetches any.

    `base_url` is where it takes the API to be.
    """
    settings = settings_of(client)
    if settings is None or not any(each.token_url for each in settings.schemes):
        return client
    waiting = list(urls)
    auth = tuple(
        dataclasses.replace(each, token_url=waiting.pop(0) if len(waiting) > 1 else waiting[0])
        if each.token_url
        else each
        for each in settings.schemes
    )
    changed = dataclasses.replace(settings, auth=auth, base_url=base_url or settings.base_url)
    return type(client.__name__, (client,), {"settings": changed})


def unchecked(client: type[object], call: Call) -> dict[str, bool]:
    """The option to send a request without checking it: a request that the API refused may be invalid."""
    knows = hasattr(client, "settings") or "validate" in inspect.signature(client).parameters
    return {"validate": False} if knows and call.outcome == "error" else {}


def find_method(client: object, operation: str) -> Method | None:
    """The method with this dotted name; None if the client has none."""
    found: object = client
    for name in operation.split("."):
        found = getattr(found, name, None)
    return found if callable(found) else None
