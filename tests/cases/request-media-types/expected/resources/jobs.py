# Written by nemogen.

"""Calls /v1/jobs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.files import FileInput
from .._runtime.headers import ResponseHeaders
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter, Part
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Job, Options
from ..params import JobParam, OptionsParam

CREATE: Operation[Job | None] = Operation(
    name="jobs.create",
    method="POST",
    path="/v1/jobs",
    parameters=(
        Parameter("options", location="query", content="application/json"),
        Parameter("path", location="query", allow_reserved=True),
    ),
    arguments="JobCreateParameters",
    request="Job",
    body_required=False,
    responses={"200": {"*/*": "Job"}, "202": "None"},
    accept="*/*",
)


CREATE_FORM: Operation[Job | None] = Operation(
    name="jobs.create_form",
    method="POST",
    path="/v1/jobs",
    parameters=(
        Parameter("options", location="query", content="application/json"),
        Parameter("path", location="query", allow_reserved=True),
    ),
    arguments="JobCreateParameters",
    body_kind="form",
    request="JobRequest",
    parts={
        "meta": Part(style="deepObject", explode=True),
        "pages": Part(style="form", explode=False),
    },
    body_required=False,
    responses={"200": {"*/*": "Job"}, "202": "None"},
    accept="*/*",
)


CREATE_MULTIPART: Operation[Job | None] = Operation(
    name="jobs.create_multipart",
    method="POST",
    path="/v1/jobs",
    parameters=(
        Parameter("options", location="query", content="application/json"),
        Parameter("path", location="query", allow_reserved=True),
    ),
    arguments="JobCreateParameters",
    body_kind="multipart",
    request="JobRequestFormData",
    files=("file", "sheets"),
    parts={
        "file": Part(content_type="application/pdf"),
        "note": Part(content_type="text/markdown", headers={"X-Kind": "note"}),
    },
    body_required=False,
    responses={"200": {"*/*": "Job"}, "202": "None"},
    accept="*/*",
)


CREATE_TEXT: Operation[Job | None] = Operation(
    name="jobs.create_text",
    method="POST",
    path="/v1/jobs",
    parameters=(
        Parameter("options", location="query", content="application/json"),
        Parameter("path", location="query", allow_reserved=True),
    ),
    arguments="JobCreateParameters",
    body_kind="text",
    body_type="text/plain",
    body_required=False,
    responses={"200": {"*/*": "Job"}, "202": "None"},
    accept="*/*",
)


HEAD: Operation[ResponseHeaders] = Operation(
    name="jobs.head",
    method="HEAD",
    path="/v1/jobs",
    parameters=(
        Parameter("options", location="query", content="application/json"),
        Parameter("path", location="query", allow_reserved=True),
    ),
    arguments="JobHeadParameters",
    responses={"200": "headers"},
    accept="*/*",
)


class Jobs:
    """Calls /v1/jobs."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> JobsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return JobsRaw(self._api)

    def create(
        self,
        *,
        id: int | Omit = omit,
        content: str | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            arguments={"options": options, "path": path},
            body={"id": id, "content": content},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def create_form(
        self,
        *,
        meta: Mapping[str, str] | Omit = omit,
        pages: Sequence[int] | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE_FORM,
            arguments={"options": options, "path": path},
            body={"meta": meta, "pages": pages},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def create_multipart(
        self,
        *,
        file: FileInput | Omit = omit,
        job: JobParam | Job | Omit = omit,
        note: str | Omit = omit,
        sheets: Sequence[FileInput] | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE_MULTIPART,
            arguments={"options": options, "path": path},
            body={"file": file, "job": job, "note": note, "sheets": sheets},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def create_text(
        self,
        *,
        body: str | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE_TEXT,
            arguments={"options": options, "path": path},
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def head(
        self,
        *,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ResponseHeaders:
        """Ask whether the printer is up.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            HEAD,
            arguments={"options": options, "path": path},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class JobsRaw:
    """Like Jobs, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Jobs(api.raw)
        self.create = raw_method(resource.create)
        self.create_form = raw_method(resource.create_form)
        self.create_multipart = raw_method(resource.create_multipart)
        self.create_text = raw_method(resource.create_text)
        self.head = raw_method(resource.head)


class AsyncJobs:
    """Calls /v1/jobs."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncJobsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncJobsRaw(self._api)

    async def create(
        self,
        *,
        id: int | Omit = omit,
        content: str | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            arguments={"options": options, "path": path},
            body={"id": id, "content": content},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def create_form(
        self,
        *,
        meta: Mapping[str, str] | Omit = omit,
        pages: Sequence[int] | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE_FORM,
            arguments={"options": options, "path": path},
            body={"meta": meta, "pages": pages},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def create_multipart(
        self,
        *,
        file: FileInput | Omit = omit,
        job: JobParam | Job | Omit = omit,
        note: str | Omit = omit,
        sheets: Sequence[FileInput] | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE_MULTIPART,
            arguments={"options": options, "path": path},
            body={"file": file, "job": job, "note": note, "sheets": sheets},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def create_text(
        self,
        *,
        body: str | Omit = omit,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Job | None:
        """Print something.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE_TEXT,
            arguments={"options": options, "path": path},
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def head(
        self,
        *,
        options: OptionsParam | Options | Omit = omit,
        path: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ResponseHeaders:
        """Ask whether the printer is up.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            HEAD,
            arguments={"options": options, "path": path},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncJobsRaw:
    """Like AsyncJobs, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncJobs(api.raw)
        self.create = async_raw_method(resource.create)
        self.create_form = async_raw_method(resource.create_form)
        self.create_multipart = async_raw_method(resource.create_multipart)
        self.create_text = async_raw_method(resource.create_text)
        self.head = async_raw_method(resource.head)
