# Written by nemogen.

from __future__ import annotations

from bodies_of_items._runtime.model import Model

from ._runtime.values import Date_


class Row(Model):
    id: int
    day: Date_ | None = None


class RecordCreateBareBody(Model):
    body: list[int]
