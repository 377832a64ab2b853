# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model


class TakenAt(Model):
    """Where the photos were taken; one part of type application/json."""

    lat: Annotated[float, Field(ge=-90.0, le=90.0)]
    lon: Annotated[float, Field(ge=-180.0, le=180.0)]


class ParcelPhotoCreateParameters(Model):
    parcel_id: str


class ParcelPhoto(Model):
    stored: int
    """Number of photos."""


class ParcelPhotoRequest(Model):
    caption: Annotated[str, Field(max_length=120)]
    damaged: bool | None = None
    sides: list[Literal["bottom", "left", "right", "top"]] | None = None
    taken_at: TakenAt | None = None
    """Where the photos were taken; one part of type application/json."""

    weight_grams: Annotated[int | None, Field(ge=1)] = None
