"""The objects in a request's body, whether a caller gave them as mappings or as models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def members_of(value: Any) -> dict[str, Any]:
    """What an object of a body has, under the API's names; nothing for one that was omitted."""
    if isinstance(value, Mapping):
        return dict(value)
    return value.model_dump(by_alias=True, exclude_unset=True) if hasattr(value, "model_dump") else {}


def with_members(value: Any, within: tuple[str, ...], chosen: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of a body, with the chosen members in the object at the path `within`."""
    own = members_of(value)
    return {**own, within[0]: with_members(own.get(within[0]), within[1:], chosen)} if within else {**own, **chosen}
