"""The names that the pinned spec of an API may have. Cheap to import."""

from __future__ import annotations

from typing import Final

PIN_NAMES: Final = ("openapi.json", "openapi.yaml")


def pin_name_for(address: str) -> str:
    """The name for a spec from this path or URL: what upstream writes as YAML stays YAML for editors and readers."""
    return PIN_NAMES[address.partition("?")[0].lower().endswith((".yaml", ".yml"))]
