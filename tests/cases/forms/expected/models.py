# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class NameReplaceBareBody(Model):
    body: Annotated[list[str], Field(min_length=1)]


NameReplaceResponse = TypeAliasType("NameReplaceResponse", int)


class NameRequest(Model):
    name: str
    days: list[int] | None = None
    vegetarian: bool | None = None


class NameUpdateRequest(Model, nullable=["name"]):
    name: str | None = None


class Name(Model):
    name: str | None = None
