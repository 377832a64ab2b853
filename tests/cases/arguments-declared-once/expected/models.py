# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model


class PlanListParameters(Model):
    x_trace: Annotated[str | None, Field(alias="X-Trace")] = None
    after: str | None = None
    author: str | None = None
    before: str | None = None
    cursor: str | None = None
    limit: Annotated[int | None, Field(le=100)] = None
    max_price: Annotated[float | None, Field(alias="max-price")] = None
    min_price: Annotated[float | None, Field(alias="min-price")] = None
    room: str | None = None
    status: Literal["built", "drawn"] | None = None
    tag: list[str] | None = None


class Plan(Model):
    id: str


class Draft(Model, nullable=["height"]):
    class_: Annotated[str, Field(alias="class")]
    kind: Literal["floor"]
    title: str
    """What the plan is called. Shown to everybody."""

    height: float | None = None
    max_cost: Annotated[int | None, Field(alias="max-cost")] = None
    stream: bool | None = None
    width: Annotated[float | None, Field(ge=1.0)] = None


class RoomPlanCreateParameters(Model):
    room: str
    dry_run: Annotated[bool | None, Field(alias="dry-run")] = None


class Problem(Model):
    message: str | None = None


class SketchRequest(Model):
    five: str | None = None
    four: str | None = None
    one: str | None = None
    str_: Annotated[str | None, Field(alias="str")] = None
    """Called like a type."""

    stream: bool | None = None
    three: str | None = None
    two: str | None = None


class PlanList(Model):
    data: list[Plan]
    next_cursor: str | None
