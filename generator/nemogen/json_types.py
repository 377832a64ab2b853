"""The types of parsed JSON, where no model says more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Json: TypeAlias = Any
"""A parsed JSON value. Phases treat it as frozen: they build a new one and never write into what they got."""

JsonObject: TypeAlias = Mapping[str, Any]
