# Written by nemogen.

"""Operations under `client.parcels`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.files import FileInput
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter, Part
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import ParcelPhoto, TakenAt
from ..params import TakenAtParam

CREATE: Operation[ParcelPhoto] = Operation(
    name="parcels.photos.create",
    method="POST",
    path="/v1/parcels/{parcel_id}/photos",
    parameters=(Parameter("parcel_id", location="path"),),
    arguments="ParcelPhotoCreateParameters",
    body_kind="multipart",
    request="ParcelPhotoRequest",
    files=("cover", "others"),
    parts={
        "taken_at": Part(content_type="application/json"),
    },
    responses={"201": "ParcelPhoto"},
)


class Parcels:
    """Operations under `client.parcels`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def photos(self) -> Photos:
        """Calls /v1/parcels/{parcel_id}/photos."""
        return Photos(self._api)


class Photos:
    """Calls /v1/parcels/{parcel_id}/photos."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PhotosRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PhotosRaw(self._api)

    def create(
        self,
        parcel_id: str,
        *,
        caption: str,
        cover: FileInput,
        damaged: bool | Omit = omit,
        others: Sequence[FileInput] | Omit = omit,
        sides: Sequence[Literal["bottom", "left", "right", "top"]] | Omit = omit,
        taken_at: TakenAtParam | TakenAt | Omit = omit,
        weight_grams: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ParcelPhoto:
        """Attach photos to a parcel.

        Args:
            caption: At most 120 characters.
            cover: Photo of the label.
            damaged: False when left out.
            others: At most 5 items.
            taken_at: Where the photos were taken; one part of type application/json.
            weight_grams: At least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            arguments={"parcel_id": parcel_id},
            body={
                "caption": caption,
                "cover": cover,
                "damaged": damaged,
                "others": others,
                "sides": sides,
                "taken_at": taken_at,
                "weight_grams": weight_grams,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class PhotosRaw:
    """Like Photos, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Photos(api.raw)
        self.create = raw_method(resource.create)


class AsyncParcels:
    """Operations under `client.parcels`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def photos(self) -> AsyncPhotos:
        """Calls /v1/parcels/{parcel_id}/photos."""
        return AsyncPhotos(self._api)


class AsyncPhotos:
    """Calls /v1/parcels/{parcel_id}/photos."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPhotosRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPhotosRaw(self._api)

    async def create(
        self,
        parcel_id: str,
        *,
        caption: str,
        cover: FileInput,
        damaged: bool | Omit = omit,
        others: Sequence[FileInput] | Omit = omit,
        sides: Sequence[Literal["bottom", "left", "right", "top"]] | Omit = omit,
        taken_at: TakenAtParam | TakenAt | Omit = omit,
        weight_grams: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ParcelPhoto:
        """Attach photos to a parcel.

        Args:
            caption: At most 120 characters.
            cover: Photo of the label.
            damaged: False when left out.
            others: At most 5 items.
            taken_at: Where the photos were taken; one part of type application/json.
            weight_grams: At least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            arguments={"parcel_id": parcel_id},
            body={
                "caption": caption,
                "cover": cover,
                "damaged": damaged,
                "others": others,
                "sides": sides,
                "taken_at": taken_at,
                "weight_grams": weight_grams,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncPhotosRaw:
    """Like AsyncPhotos, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPhotos(api.raw)
        self.create = async_raw_method(resource.create)
