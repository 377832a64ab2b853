# Written by nemogen.

"""Calls /v1/forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Person, Place, Stamp, Witness
from ..params import PersonParam, PlaceParam, StampParam, WitnessParam

CREATE: Operation[Place] = Operation(
    name="forms.create",
    method="POST",
    path="/v1/forms",
    request="Questionnaire",
    responses={"200": "Place"},
)


class Forms:
    """Calls /v1/forms."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> FormsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return FormsRaw(self._api)

    def create(
        self,
        *,
        place: PlaceParam | Place | Omit = omit,
        receiver: PersonParam | Person | Omit = omit,
        sender: PersonParam | Person | Omit = omit,
        stamp: StampParam | Stamp | Omit = omit,
        witness: WitnessParam | Witness | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Place:
        """Sends a form.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"place": place, "receiver": receiver, "sender": sender, "stamp": stamp, "witness": witness},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class FormsRaw:
    """Like Forms, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Forms(api.raw)
        self.create = raw_method(resource.create)


class AsyncForms:
    """Calls /v1/forms."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncFormsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncFormsRaw(self._api)

    async def create(
        self,
        *,
        place: PlaceParam | Place | Omit = omit,
        receiver: PersonParam | Person | Omit = omit,
        sender: PersonParam | Person | Omit = omit,
        stamp: StampParam | Stamp | Omit = omit,
        witness: WitnessParam | Witness | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Place:
        """Sends a form.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"place": place, "receiver": receiver, "sender": sender, "stamp": stamp, "witness": witness},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncFormsRaw:
    """Like AsyncForms, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncForms(api.raw)
        self.create = async_raw_method(resource.create)
