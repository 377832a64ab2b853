"""The objects in a request's body, whether a caller gave them as mappings or as models."""

from __future__ import annotations

from collections.abc import Mapping

from .encode import is_model, one_level, wire_name


def members_of(value: object) -> dict[str, object]:
    """What an object of a body has, one level deep, under the API's names; nothing for one that was omitted."""
    if isinstance(value, Mapping):
        return dict(value)
    members = one_level(value) if is_model(value) else None
    return members if isinstance(members, dict) else {}


def with_members(value: object, within: tuple[str, ...], chosen: Mapping[str, object]) -> object:
    """A copy of a body, with the chosen members in the object at the path `within`. Copies of models are models, as
    what is sent of one depends on its class.
    """
    if within:
        chosen = {within[0]: with_members(members_of(value).get(within[0]), within[1:], chosen)}
    fields = type(value).model_fields if is_model(value) else {}
    names = {wire_name(name, field): name for name, field in fields.items()}
    if is_model(value) and (chosen.keys() <= names.keys() or value.model_extra is not None):
        return value.model_copy(update={names.get(name, name): member for name, member in chosen.items()})
    # A class of the caller's own may have no room for them.
    return {**members_of(value), **chosen}
