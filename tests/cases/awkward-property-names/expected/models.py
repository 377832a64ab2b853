# Written by nemogen.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from awkward_property_names._runtime.model import Model


class Entry(Model):
    class_: Annotated[str, Field(alias="class")]
    from_: Annotated[str | None, Field(alias="from")] = None
    none: Annotated[str | None, Field(alias="None")] = None
    match: str | None = None
    async_: Annotated[bool | None, Field(alias="async")] = None
    self_: Annotated[str | None, Field(alias="self")] = None
    model_fields_: Annotated[str, Field(alias="model_fields")]
    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    schema_: Annotated[str | None, Field(alias="schema")] = None
    json_: Annotated[str | None, Field(alias="json")] = None
    copy_: Annotated[str | None, Field(alias="copy")] = None
    dict_: Annotated[str | None, Field(alias="dict")] = None
    list_: Annotated[list[str] | None, Field(alias="list")] = None
    str_: Annotated[str | None, Field(alias="str")] = None
    type: str | None = None
    id: str | None = None
    timeout: float | None = None
    extra_headers: str | None = None
    stream: str | None = None
    properties: dict[str, str] | None = None
    required: bool | None = None
    description: str | None = None
    """A property of this name is no prose."""

    private: Annotated[str | None, Field(alias="_private")] = None
    slots: Annotated[str | None, Field(alias="__slots__")] = None
    value_2_nd: Annotated[str, Field(alias="2nd")]
    x_kind: Annotated[str | None, Field(alias="x-kind")] = None
    at: Annotated[str | None, Field(alias="@at")] = None
    price: Annotated[float | None, Field(alias="$price")] = None
    a_b: Annotated[int | None, Field(alias="a.b")] = None
    value: Annotated[str | None, Field(alias="")] = None
