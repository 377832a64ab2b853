# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from arguments_declared_once._runtime.model import Model


class Draft(Model, nullable=["height"]):
    title: str
    """What the plan is called. Shown to everybody."""

    kind: Literal["floor"]
    class_: Annotated[str, Field(alias="class")]
    stream: bool | None = None
    width: Annotated[float | None, Field(ge=1.0)] = None
    height: float | None = None
    max_cost: Annotated[int | None, Field(alias="max-cost")] = None


class RoomPlanCreateParameters(Model):
    room: str
    dry_run: Annotated[bool | None, Field(alias="dry-run")] = None


class Plan(Model):
    id: str


class Problem(Model):
    message: str | None = None


class PlanListParameters(Model):
    cursor: str | None = None
    limit: Annotated[int | None, Field(le=100)] = None
    author: str | None = None
    room: str | None = None
    status: Literal["drawn", "built"] | None = None
    before: str | None = None
    after: str | None = None
    tag: list[str] | None = None
    min_price: Annotated[float | None, Field(alias="min-price")] = None
    max_price: Annotated[float | None, Field(alias="max-price")] = None
    x_trace: Annotated[str | None, Field(alias="X-Trace")] = None


class PlanList(Model):
    data: list[Plan]
    next_cursor: str | None


class SketchRequest(Model):
    stream: bool | None = None
    str_: Annotated[str | None, Field(alias="str")] = None
    """Called like a type."""

    one: str | None = None
    two: str | None = None
    three: str | None = None
    four: str | None = None
    five: str | None = None
