"""The method for all pages of an operation, as one that gives the first page: what a recording is compared with."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import Protocol


class _Pages(Protocol):
    def pages(self) -> Generator[object, None, None]: ...


class _AsyncPages(Protocol):
    def pages(self) -> AsyncGenerator[object, None]: ...


def first_page_method(method: Callable[..., object]) -> Callable[..., object] | None:
    """What gives the first page of the method that iterates over all pages beside `method`; None if there is none."""
    owner, name = getattr(method, "__self__", None), method.__name__.rstrip("_")
    found = getattr(owner, f"{name}_all", None)
    if found is None:
        return None
    returned = str(getattr(found, "__annotations__", {}).get("return", ""))
    if returned.startswith("Pages["):
        return _with_signature(_first(found), found)
    return _with_signature(_first_async(found), found) if returned.startswith("AsyncPages[") else None


def _first(method: Callable[..., _Pages]) -> Callable[..., object]:
    def call(**arguments: object) -> object:
        with contextlib.closing(method(**arguments).pages()) as pages:
            return next(pages)

    return call


def _first_async(method: Callable[..., _AsyncPages]) -> Callable[..., Awaitable[object]]:
    async def call(**arguments: object) -> object:
        async with contextlib.aclosing(method(**arguments).pages()) as pages:
            return await anext(pages)

    return call


def _with_signature(call: Callable[..., object], method: Callable[..., object]) -> Callable[..., object]:
    call.__signature__ = inspect.signature(method)  # type: ignore[attr-defined]  # read by inspect.signature
    return call
