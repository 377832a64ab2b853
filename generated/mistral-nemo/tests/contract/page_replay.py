"""The method for all pages of an operation, as one that gives the first page: what a recording is compared with."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable
from typing import Any


def first_page_method(method: Callable[..., Any]) -> Callable[..., Any] | None:
    """What gives the first page of the method that iterates over all pages beside `method`; None if there is none."""
    owner, name = getattr(method, "__self__", None), method.__name__.rstrip("_")
    found = getattr(owner, f"{name}_all", None)
    returned = str(getattr(found, "__annotations__", {}).get("return", ""))
    if returned.startswith("Pages["):
        return _with_signature(_first(found), found)
    return _with_signature(_first_async(found), found) if returned.startswith("AsyncPages[") else None


def _first(method: Any) -> Callable[..., Any]:
    def call(**arguments: Any) -> Any:
        with contextlib.closing(method(**arguments).pages()) as pages:
            return next(pages)

    return call


def _first_async(method: Any) -> Callable[..., Any]:
    async def call(**arguments: Any) -> Any:
        async with contextlib.aclosing(method(**arguments).pages()) as pages:
            return await anext(pages)

    return call


def _with_signature(call: Any, method: Any) -> Callable[..., Any]:
    call.__signature__ = inspect.signature(method)
    return call  # type: ignore[no-any-return]  # a function with an attribute more
