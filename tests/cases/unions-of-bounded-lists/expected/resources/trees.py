# Written by nemogen.

"""Calls /trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Tree
from ..params import JsonParam, TreeParam

CREATE: Operation[Tree] = Operation(
    name="trees.create",
    method="POST",
    path="/trees",
    request="Tree",
    python_names={"class": "class_"},
    responses={"200": "Tree"},
)


class Trees:
    """Calls /trees."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> TreesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TreesRaw(self._api)

    def create(
        self,
        *,
        class_: str | Sequence[TreeParam | Tree] | Omit = omit,
        row: int | tuple[()] | tuple[TreeParam | Tree, *tuple[JsonParam, ...]] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Tree:
        """POST /trees

        Args:
            class_: At most 3 items.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"class": class_, "row": row},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class TreesRaw:
    """Like Trees, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Trees(api.raw)
        self.create = raw_method(resource.create)


class AsyncTrees:
    """Calls /trees."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncTreesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTreesRaw(self._api)

    async def create(
        self,
        *,
        class_: str | Sequence[TreeParam | Tree] | Omit = omit,
        row: int | tuple[()] | tuple[TreeParam | Tree, *tuple[JsonParam, ...]] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Tree:
        """POST /trees

        Args:
            class_: At most 3 items.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"class": class_, "row": row},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncTreesRaw:
    """Like AsyncTrees, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTrees(api.raw)
        self.create = async_raw_method(resource.create)
