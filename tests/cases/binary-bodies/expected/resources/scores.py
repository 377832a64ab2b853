# Written by nemogen.

"""Calls /v1/scores and /v1/scores/play."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.download_managers import async_streamed_method, streamed_method
from .._runtime.files import BinaryContent, FileInput
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import ScorePlayResponse

REPLACE: Operation[None] = Operation(
    name="scores.replace",
    method="PUT",
    path="/v1/scores",
    body_kind="binary",
    body_type="application/octet-stream",
    responses={"204": "None"},
)


PLAY: Operation[ScorePlayResponse] = Operation(
    name="scores.play",
    method="POST",
    path="/v1/scores/play",
    request="ScorePlayRequest",
    body_required=False,
    responses={"200": {"application/json": "ScorePlayResponse", "audio/wav": "bytes"}},
)


PRINT_RETRIEVE: Operation[BinaryContent] = Operation(
    name="scores.print.retrieve",
    method="GET",
    path="/v1/scores/print",
    responses={"200": "bytes"},
    accept="application/pdf",
)


TITLE_RETRIEVE: Operation[str] = Operation(
    name="scores.title.retrieve",
    method="GET",
    path="/v1/scores/title",
    responses={"200": "str"},
    accept="text/plain",
)


class Scores:
    """Calls /v1/scores and /v1/scores/play."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def print(self) -> Print:
        """Calls /v1/scores/print."""
        return Print(self._api)

    @cached_property
    def title(self) -> Title:
        """Calls /v1/scores/title."""
        return Title(self._api)

    @cached_property
    def with_raw_response(self) -> ScoresRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ScoresRaw(self._api)

    @cached_property
    def with_streaming_response(self) -> ScoresStreamed:
        """The operations that return bytes, each as a `with` block that streams the response body."""
        return ScoresStreamed(self._api)

    def replace(
        self,
        *,
        body: FileInput,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Replace the score that is printed.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def play(
        self,
        *,
        instrument: Literal["harp", "organ", "piano"] | Omit = omit,
        tempo: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ScorePlayResponse:
        """Have the score played.

        Args:
            tempo: At least 20; at most 300; 100 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            PLAY,
            body={"instrument": instrument, "tempo": tempo},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ScoresRaw:
    """Like Scores, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Scores(api.raw)
        self.replace = raw_method(resource.replace)
        self.play = raw_method(resource.play)


class ScoresStreamed:
    """Like Scores, but each method is a `with` block that streams the response body."""

    def __init__(self, api: Api) -> None:
        resource = Scores(api.streamed)
        self.play = streamed_method(resource.play)


class Print:
    """Calls /v1/scores/print."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PrintRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PrintRaw(self._api)

    @cached_property
    def with_streaming_response(self) -> PrintStreamed:
        """The operations that return bytes, each as a `with` block that streams the response body."""
        return PrintStreamed(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """The printed score.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            PRINT_RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class PrintRaw:
    """Like Print, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Print(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class PrintStreamed:
    """Like Print, but each method is a `with` block that streams the response body."""

    def __init__(self, api: Api) -> None:
        resource = Print(api.streamed)
        self.retrieve = streamed_method(resource.retrieve)


class Title:
    """Calls /v1/scores/title."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> TitleRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TitleRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> str:
        """The title, as plain text.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            TITLE_RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class TitleRaw:
    """Like Title, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Title(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncScores:
    """Calls /v1/scores and /v1/scores/play."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def print(self) -> AsyncPrint:
        """Calls /v1/scores/print."""
        return AsyncPrint(self._api)

    @cached_property
    def title(self) -> AsyncTitle:
        """Calls /v1/scores/title."""
        return AsyncTitle(self._api)

    @cached_property
    def with_raw_response(self) -> AsyncScoresRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncScoresRaw(self._api)

    @cached_property
    def with_streaming_response(self) -> AsyncScoresStreamed:
        """The operations that return bytes, each as an `async with` block that streams the response body."""
        return AsyncScoresStreamed(self._api)

    async def replace(
        self,
        *,
        body: FileInput,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Replace the score that is printed.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def play(
        self,
        *,
        instrument: Literal["harp", "organ", "piano"] | Omit = omit,
        tempo: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ScorePlayResponse:
        """Have the score played.

        Args:
            tempo: At least 20; at most 300; 100 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            PLAY,
            body={"instrument": instrument, "tempo": tempo},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncScoresRaw:
    """Like AsyncScores, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncScores(api.raw)
        self.replace = async_raw_method(resource.replace)
        self.play = async_raw_method(resource.play)


class AsyncScoresStreamed:
    """Like AsyncScores, but each method is an `async with` block that streams the response body."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncScores(api.streamed)
        self.play = async_streamed_method(resource.play)


class AsyncPrint:
    """Calls /v1/scores/print."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPrintRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPrintRaw(self._api)

    @cached_property
    def with_streaming_response(self) -> AsyncPrintStreamed:
        """The operations that return bytes, each as an `async with` block that streams the response body."""
        return AsyncPrintStreamed(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """The printed score.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            PRINT_RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncPrintRaw:
    """Like AsyncPrint, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPrint(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)


class AsyncPrintStreamed:
    """Like AsyncPrint, but each method is an `async with` block that streams the response body."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPrint(api.streamed)
        self.retrieve = async_streamed_method(resource.retrieve)


class AsyncTitle:
    """Calls /v1/scores/title."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncTitleRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTitleRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> str:
        """The title, as plain text.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            TITLE_RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncTitleRaw:
    """Like AsyncTitle, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTitle(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
