# Written by nemogen.

"""Calls /v1/letters/{letter_id}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Letter, LetterReplaceResponse

REPLACE: Operation[Letter | LetterReplaceResponse | None] = Operation(
    name="letters.replace",
    method="PUT",
    path="/v1/letters/{letter_id}",
    parameters=(Parameter("letter_id", location="path"),),
    arguments="LetterReplaceParameters",
    request="LetterReplaceRequest",
    responses={"200": "Letter", "201": "LetterReplaceResponse", "202": "None"},
    errors={"4XX": "LetterError", "503": "Any"},
)


DELETE: Operation[None] = Operation(
    name="letters.delete",
    method="DELETE",
    path="/v1/letters/{letter_id}",
    parameters=(Parameter("letter_id", location="path"),),
    arguments="LetterDeleteParameters",
    responses={"204": "None"},
    errors={"404": "LetterError"},
)


class Letters:
    """Calls /v1/letters/{letter_id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LettersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LettersRaw(self._api)

    def replace(
        self,
        letter_id: str,
        *,
        text: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Letter | LetterReplaceResponse | None:
        """Store a letter.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `LetterError` where the status is 4XX.
        """
        return self._api.call(
            REPLACE,
            arguments={"letter_id": letter_id},
            body={"text": text},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def delete(
        self,
        letter_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Throw a letter away.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `LetterError` where the status is 404.
        """
        return self._api.call(
            DELETE,
            arguments={"letter_id": letter_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LettersRaw:
    """Like Letters, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Letters(api.raw)
        self.replace = raw_method(resource.replace)
        self.delete = raw_method(resource.delete)


class AsyncLetters:
    """Calls /v1/letters/{letter_id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLettersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLettersRaw(self._api)

    async def replace(
        self,
        letter_id: str,
        *,
        text: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Letter | LetterReplaceResponse | None:
        """Store a letter.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `LetterError` where the status is 4XX.
        """
        return await self._api.call(
            REPLACE,
            arguments={"letter_id": letter_id},
            body={"text": text},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def delete(
        self,
        letter_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Throw a letter away.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `LetterError` where the status is 404.
        """
        return await self._api.call(
            DELETE,
            arguments={"letter_id": letter_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLettersRaw:
    """Like AsyncLetters, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLetters(api.raw)
        self.replace = async_raw_method(resource.replace)
        self.delete = async_raw_method(resource.delete)
