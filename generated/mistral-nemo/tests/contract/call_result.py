"""Calls a method of a client, sync or async, and reads its result as the JSON that was sent."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeGuard, cast, runtime_checkable

from .generated_client import AsyncClient, Method, SyncClient
from .method_arguments import arguments_for
from .recorded_calls import Call, Value
from .wire_format import readable

Find = Callable[[object, Call], Method | None]
"""Finds the method of a client to call; None if there is none."""


@dataclass
class CallResult:
    """What a call gave: JSON values (one, or one a chunk), and the error that it ended with."""

    values: list[Value] = field(default_factory=list)
    error: Exception | None = None
    is_uncallable: bool = False


def call_sync(client: SyncClient, call: Call, find: Find) -> CallResult:
    """The result of the call, with a client that is closed then."""
    with contextlib.closing(client):
        method = find(client, call)
        if method is None:
            return CallResult(is_uncallable=True)
        result = CallResult()
        try:
            returned = method(**arguments_for(method, call))
            for item in returned if is_stream(returned) else [returned]:
                result.values.append(as_json(item))
        except Exception as error:  # noqa: BLE001  # what the client raises is compared with the recording
            result.error = error
    return result


async def call_async(client: AsyncClient, call: Call, find: Find) -> CallResult:
    """The result of the call, with a client that is closed then."""
    async with client:
        method = find(client, call)
        if method is None:
            return CallResult(is_uncallable=True)
        result = CallResult()
        try:
            returned = await cast("Awaitable[object]", method(**arguments_for(method, call)))
            if is_async_stream(returned):
                async for item in returned:
                    result.values.append(as_json(item))
            else:
                result.values.append(as_json(returned))
        except Exception as error:  # noqa: BLE001  # what the client raises is compared with the recording
            result.error = error
    return result


def is_stream(result: object) -> TypeGuard[Iterable[object]]:
    """Whether a call gave chunks to iterate over, not a response."""
    return not _is_response(result) and hasattr(result, "__iter__")


def is_async_stream(result: object) -> TypeGuard[AsyncIterable[object]]:
    """Whether an awaited call gave chunks to iterate over, not a response."""
    return not _is_response(result) and hasattr(result, "__aiter__")


def _is_response(result: object) -> bool:
    return result is None or isinstance(result, _Model | list | dict | str | bytes)


@runtime_checkable
class _Model(Protocol):
    """A model of pydantic."""

    def model_dump(self, *, exclude_unset: bool, by_alias: bool, mode: str) -> Value: ...


@runtime_checkable
class _Content(Protocol):
    """A response that is not JSON."""

    def __bytes__(self) -> bytes: ...


def as_json(result: object) -> Value:
    """A response as the JSON value that it was read from."""
    if isinstance(result, _Model):
        return result.model_dump(exclude_unset=True, by_alias=True, mode="json")
    if isinstance(result, list | tuple):
        return [as_json(item) for item in result]
    if isinstance(result, dict):
        return {name: as_json(item) for name, item in result.items()}
    if isinstance(result, _Content):
        return readable(bytes(result))
    return cast("Value", result)
