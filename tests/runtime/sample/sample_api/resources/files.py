"""Files that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.files import FileInput
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import FileRecord

CREATE: Operation[FileRecord] = Operation(
    name="files.create",
    method="POST",
    path="/v1/files",
    body_kind="multipart",
    request="FileUpload",
    files=("file",),
    responses={"200": "FileRecord"},
)


class Files:
    """Files that are kept."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> FilesRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return FilesRaw(self._api)

    def create(
        self,
        *,
        file: FileInput,
        purpose: Literal["training", "archive"],
        expires: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> FileRecord:
        """Send a file to keep.

        Args:
            file: The file: bytes, an open file, a path, or (name, content, type).
            purpose: What it is for.
            expires: Seconds to keep it; 60 or more.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"file": file, "purpose": purpose, "expires": expires},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class FilesRaw:
    """Files that are kept."""

    def __init__(self, api: Api) -> None:
        resource = Files(api.raw)
        self.create = raw_method(resource.create)


class AsyncFiles:
    """Files that are kept."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncFilesRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return AsyncFilesRaw(self._api)

    async def create(
        self,
        *,
        file: FileInput,
        purpose: Literal["training", "archive"],
        expires: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> FileRecord:
        """Send a file to keep.

        Args:
            file: The file: bytes, an open file, a path, or (name, content, type).
            purpose: What it is for.
            expires: Seconds to keep it; 60 or more.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"file": file, "purpose": purpose, "expires": expires},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncFilesRaw:
    """Files that are kept."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncFiles(api.raw)
        self.create = async_raw_method(resource.create)
