"""Clients of an API with several credentials, driven in the same way whether they are synchronous or not."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from .drive import PACKAGE, Mode
from .sample.sample_api._runtime.client_base import AsyncClientBase, SyncClientBase
from .sample.sample_api._runtime.operation import Operation, StreamOperation
from .sample.sample_api._runtime.settings import Auth, Security, Settings
from .sample.sample_api.testing import FakeServer

AUTH = (
    Auth(scheme="header", name="X-Key", id="key", arguments={"api_key": "DEPOT_API_KEY"}),
    Auth(scheme="query", name="app_id", id="app", arguments={"app_id": "DEPOT_APP_ID"}),
    Auth(scheme="cookie", name="SID", id="session", arguments={"sid": "DEPOT_SID"}),
    Auth(scheme="bearer", id="bearer", arguments={"token": "DEPOT_TOKEN"}),
    Auth(scheme="basic", id="basic", arguments={"username": "DEPOT_USERNAME", "password": "DEPOT_PASSWORD"}),
    Auth(
        scheme="client_credentials",
        id="oauth",
        arguments={"client_id": "DEPOT_CLIENT_ID", "client_secret": "DEPOT_CLIENT_SECRET"},
        token_url="https://depot.test/oauth/token",
    ),
)
MACHINE = {"client_id": "machine", "client_secret": "secret-of-the-machine"}
TOKEN_SECURITY: Security = ({"oauth": ("read",)},)


def settings(security: Security = ({"key": ()},), **more: Any) -> Settings:
    names = tuple((each.id,) for each in AUTH)
    given = {"base_url": "https://depot.test", "auth": AUTH, "alternatives": names, **more}
    return Settings(package=PACKAGE, version="1", security=security, **given)


class Depot(SyncClientBase):
    settings: ClassVar[Settings] = settings()

    def __init__(self, keys: Mapping[str, Any], **options: Any) -> None:
        self._set_up(keys, **{"max_retries": 0, **options})


class AsyncDepot(AsyncClientBase):
    settings: ClassVar[Settings] = settings()

    def __init__(self, keys: Mapping[str, Any], **options: Any) -> None:
        self._set_up(keys, **{"max_retries": 0, **options})


def operation(security: Security | None = None, method: str = "GET", path: str = "/x", **more: Any) -> Operation[Any]:
    return Operation(name="x.call", method=method, path=path, responses={"200": "Any"}, security=security, **more)


def stream_operation(security: Security) -> StreamOperation[Any, Any]:
    responses = {"200": "Any"}
    return StreamOperation(
        name="x.stream", method="GET", path="/s", responses=responses, security=security, end_marker="[DONE]"
    )


Calling = Callable[[Any], Any]


def call(mode: Mode, keys: Mapping[str, Any], url: str, *asked: Any, **options: Any) -> list[Any]:
    """What each of these operations gives to one client, one after the other."""
    if mode == "sync":
        with Depot(keys, base_url=url, **options) as api:
            return [api._api.call(each) for each in asked]

    async def main() -> list[Any]:
        async with async_depot(keys, url, mode, **options) as api:
            return [await api._api.call(each) for each in asked]

    return asyncio.run(main())


def async_depot(keys: Mapping[str, Any], url: str, mode: Mode = "async", **options: Any) -> AsyncDepot:
    return AsyncDepot(keys, base_url=url, connections="aiohttp" if mode == "aiohttp" else "httpx2", **options)


def carried(server: FakeServer) -> list[tuple[str, ...]]:
    """The credentials of each request that came, whatever carries them."""
    found = []
    for request in server.requests:
        headers = (f"{name}: {request.headers[name]}" for name in NAMES if name in request.headers)
        query = request.path.partition("?")[2]
        found.append((*headers, *([query] if query else [])))
    return found


NAMES = ("authorization", "cookie", "x-key")


def basic(user: str, password: str) -> str:
    return f"authorization: Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"
