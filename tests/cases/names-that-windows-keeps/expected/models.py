# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class Com1ClosePortParameters(Model):
    id: str
