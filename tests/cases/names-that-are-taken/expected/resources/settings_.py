# Written by nemogen.

"""Operations under `client.settings_`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import OmitModel

RETRIEVE: Operation[OmitModel] = Operation(
    name="settings_.object_.omit_.retrieve",
    method="GET",
    path="/v1/settings/object/omit",
    parameters=(Parameter("omit", location="query"),),
    arguments="SettingsObjectOmitRetrieveParameters",
    responses={"200": "OmitModel"},
)


class SettingsResource:
    """Operations under `client.settings_`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def object_(self) -> Object:
        """Operations under `client.settings_.object_`."""
        return Object(self._api)


class Object:
    """Operations under `client.settings_.object_`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def omit_(self) -> ObjectOmit:
        """Calls /v1/settings/object/omit."""
        return ObjectOmit(self._api)


class ObjectOmit:
    """Calls /v1/settings/object/omit."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ObjectOmitRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ObjectOmitRaw(self._api)

    def retrieve(
        self,
        *,
        omit: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> OmitModel:
        """Resources that are called like a type, and like the default of an argument.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"omit": omit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ObjectOmitRaw:
    """Like ObjectOmit, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = ObjectOmit(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncSettingsResource:
    """Operations under `client.settings_`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def object_(self) -> AsyncObject:
        """Operations under `client.settings_.object_`."""
        return AsyncObject(self._api)


class AsyncObject:
    """Operations under `client.settings_.object_`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def omit_(self) -> AsyncObjectOmit:
        """Calls /v1/settings/object/omit."""
        return AsyncObjectOmit(self._api)


class AsyncObjectOmit:
    """Calls /v1/settings/object/omit."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncObjectOmitRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncObjectOmitRaw(self._api)

    async def retrieve(
        self,
        *,
        omit: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> OmitModel:
        """Resources that are called like a type, and like the default of an argument.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"omit": omit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncObjectOmitRaw:
    """Like AsyncObjectOmit, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncObjectOmit(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
