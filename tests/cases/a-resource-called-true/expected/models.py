# Written by nemogen.

from __future__ import annotations

from a_resource_called_true._runtime.model import Model


class OptionTrue(Model):
    a: str | None = None
