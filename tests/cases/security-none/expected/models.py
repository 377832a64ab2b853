# Written by nemogen.

from __future__ import annotations

from security_none._runtime.model import Model


class Time(Model):
    time: str | None = None
