"""A stand-in for a generated package, of the same shape, and relatives of it that misbehave."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Iterator
from http.client import HTTPConnection
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urlencode, urlsplit


class APIError(Exception):
    """Base of all errors."""

    status: int | None = None


class BadRequestError(APIError):
    """400."""


class RateLimitError(APIError):
    """429."""


class InternalServerError(APIError):
    """5xx."""


_ERRORS = {400: BadRequestError, 429: RateLimitError}


class Model:
    """An answer; it keeps all that it is given."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def model_dump(self, *, exclude_unset: bool, by_alias: bool, mode: str) -> Any:
        assert (exclude_unset, by_alias, mode) == (True, True, "json")
        return self._value


class FakeApi:
    """The client that does what it should."""

    def __init__(self, *, api_key: str | None = None, base_url: str, max_retries: int = 2) -> None:
        self._key = api_key or os.environ["FAKE_API_KEY"]
        self.max_retries = max_retries
        self._base = urlsplit(base_url)
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=self._create))
        self.items = SimpleNamespace(retrieve=self._retrieve)

    def close(self) -> None:
        """Nothing is kept open."""

    def _create(
        self,
        *,
        model: str,
        messages: Any,
        stream: bool | None = None,
        class_: str | None = None,
        extra_body: Any = None,
    ) -> Any:
        body = {"model": model, "messages": messages, "stream": stream, "class": class_, **(extra_body or {})}
        sent = {name: value for name, value in body.items() if value is not None}
        content = self._send("POST", "/v1/chat", json.dumps(sent).encode())
        return self._chunks(content) if stream else Model(self._value(content))

    def _retrieve(self, item_id: str, *, limit: int | None = None, tags: list[str] | None = None) -> Any:
        query = [("limit", limit)] if limit is not None else []
        query += [("tags", tag) for tag in tags or []]  # type: ignore[misc]
        return Model(self._value(self._send("GET", f"/v1/items/{quote(item_id, safe='')}?{urlencode(query)}", None)))

    def _send(self, method: str, target: str, body: bytes | None) -> bytes:
        connection = HTTPConnection(self._base.hostname or "", self._base.port, timeout=10)
        headers = {"Authorization": f"Bearer {self._key}"} | ({"Content-Type": "application/json"} if body else {})
        try:
            connection.request(method, self._base.path + target.removesuffix("?"), body, headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        if response.status >= 400:
            self._fail(response.status)
        return content

    def _fail(self, status: int) -> None:
        error = _ERRORS.get(status, InternalServerError if status >= 500 else APIError)(f"status {status}")
        error.status = status
        raise error

    def _value(self, content: bytes) -> Any:
        value = json.loads(content) if content else None
        if isinstance(value, dict) and value.get("error"):
            raise APIError("an error in the answer")
        return value

    def _chunks(self, content: bytes) -> Iterator[Model]:
        for event in content.decode().split("\n\n"):
            data = event.removeprefix("data: ")
            if data == "[DONE]":
                return
            if data:
                yield Model(self._value(data.encode()))


class AsyncFakeApi:
    """The same for asyncio."""

    sync: type[FakeApi] = FakeApi

    def __init__(self, **options: Any) -> None:
        client = self.sync(**options)
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=_in_thread(client.chat.completions.create)))
        self.items = SimpleNamespace(retrieve=_in_thread(client.items.retrieve))

    async def __aenter__(self) -> AsyncFakeApi:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is kept open."""


def _in_thread(method: Any) -> Any:
    import functools

    @functools.wraps(method)
    async def call(**arguments: Any) -> Any:
        result = await asyncio.to_thread(method, **arguments)
        return result if isinstance(result, Model) else _again(result)

    return call


async def _again(chunks: Iterator[Model]) -> AsyncIterator[Model]:
    for chunk in chunks:
        yield chunk


class Lossy(FakeApi):
    """Loses a member of the answer that it does not know."""

    def _value(self, content: bytes) -> Any:
        value = super()._value(content)
        return {name: item for name, item in value.items() if name != "provider"} if isinstance(value, dict) else value


class Forgetful(FakeApi):
    """Sends something else than it was told."""

    def _send(self, method: str, target: str, body: bytes | None) -> bytes:
        return super()._send(method, target, body and body.replace(b"Hello", b"Hallo"))


class Meek(FakeApi):
    """Raises nothing, or an error of another kind."""

    def _fail(self, status: int) -> None:
        if status == 429:
            raise ValueError("busy")
        if status == 400:
            error = InternalServerError("wrong class")
            error.status = status
            raise error


class Careful(FakeApi):
    """Checks its arguments, unless it is told not to."""

    def __init__(self, *, validate: bool = True, **options: Any) -> None:
        super().__init__(**options)
        self._validate = validate

    def _send(self, method: str, target: str, body: bytes | None) -> bytes:
        if self._validate and body and not json.loads(body)["messages"]:
            raise ValueError("messages is empty")
        return super()._send(method, target, body)


def _async(client: type[FakeApi]) -> type[AsyncFakeApi]:
    return type(f"Async{client.__name__}", (AsyncFakeApi,), {"sync": client})


AsyncLossy, AsyncForgetful, AsyncMeek, AsyncCareful = map(_async, (Lossy, Forgetful, Meek, Careful))
