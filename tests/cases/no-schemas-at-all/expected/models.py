# Written by nemogen.

from __future__ import annotations

from typing import Any

from no_schemas_at_all._runtime.model import Model


class VisitorReplaceBareBody(Model):
    body: dict[str, Any]
