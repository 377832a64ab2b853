# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Any

from ._runtime.model import Model


class VisitorReplaceBareBody(Model):
    body: dict[str, Any]
