# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class Entry(Model):
    value_2_nd: Annotated[str, Field(alias="2nd")]
    class_: Annotated[str, Field(alias="class")]
    model_fields_: Annotated[str, Field(alias="model_fields")]
    id: str | None = None
    value: Annotated[str | None, Field(alias="")] = None
    price: Annotated[float | None, Field(alias="$price")] = None
    at: Annotated[str | None, Field(alias="@at")] = None
    none: Annotated[str | None, Field(alias="None")] = None
    slots: Annotated[str | None, Field(alias="__slots__")] = None
    private: Annotated[str | None, Field(alias="_private")] = None
    a_b: Annotated[int | None, Field(alias="a.b")] = None
    async_: Annotated[bool | None, Field(alias="async")] = None
    copy_: Annotated[str | None, Field(alias="copy")] = None
    description: str | None = None
    """A property of this name is no prose."""

    dict_: Annotated[str | None, Field(alias="dict")] = None
    extra_headers: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    json_: Annotated[str | None, Field(alias="json")] = None
    list_: Annotated[list[str] | None, Field(alias="list")] = None
    match: str | None = None
    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    properties: dict[str, str] | None = None
    required: bool | None = None
    schema_: Annotated[str | None, Field(alias="schema")] = None
    self_: Annotated[str | None, Field(alias="self")] = None
    str_: Annotated[str | None, Field(alias="str")] = None
    stream: str | None = None
    timeout: float | None = None
    type: str | None = None
    x_kind: Annotated[str | None, Field(alias="x-kind")] = None
