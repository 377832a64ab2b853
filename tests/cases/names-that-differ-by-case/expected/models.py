# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class UserModel(Model):
    id: str | None = None
    iD: Annotated[bool | None, Field(alias="ID")] = None
    value_Id: Annotated[int | None, Field(alias="Id")] = None


class UserCreateParameters(Model):
    value_Limit: Annotated[int | None, Field(alias="Limit")] = None
    limit: int | None = None


class User(Model):
    foo_hyphen_minus_bar: Annotated[str | None, Field(alias="foo-bar")] = None
    foo_full_stop_bar: Annotated[str | None, Field(alias="foo.bar")] = None
    fooBar: str | None = None
    foo_bar: str | None = None
