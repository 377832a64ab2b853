# Written by nemogen.

from __future__ import annotations

from operations_that_clash._runtime.model import Model


class CallRequest(Model):
    number: str
