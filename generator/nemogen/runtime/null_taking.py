"""The strict reading once more, but for nulls where the API says no more than "or left out": servers write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic_core import SchemaValidator, core_schema

_METADATA: Final = {"null_where_left_out": True}
_REFERENCES: Final = frozenset({"ref", "schema_ref"})
_AS_THEY_WERE: Final = {"union": ("choices",), "definitions": ("definitions",)}


def null_or_left_out(kind: core_schema.NullableSchema) -> core_schema.LaxOrStrictSchema:
    """A field that is `kind`, and null only where it is not read strictly, or by a reader of `null_taking`."""
    return core_schema.lax_or_strict_schema(lax_schema=kind, strict_schema=kind["schema"], metadata=_METADATA)


def null_taking(kind: Any) -> Callable[..., Any]:
    """`validate_json` of a type, which with `strict=True` takes those nulls, and is strict in all else."""
    schema = _changed(TypeAdapter(kind).core_schema, {})
    # Validators that models have already do not take them.
    validate: Callable[..., Any] = SchemaValidator(schema, _use_prebuilt=False).validate_json
    return validate


def _changed(part: Any, known: dict[int, Any]) -> Any:
    """A part of a core schema with the lax form of each such field; parts that stand in it twice are changed once."""
    if not isinstance(part, (dict, list, tuple)):
        return part
    if id(part) not in known:
        known[id(part)] = (
            _changed_schema(part, known)
            if isinstance(part, dict)
            else type(part)(_changed(value, known) for value in part)
        )
    return known[id(part)]


def _changed_schema(schema: dict[str, Any], known: dict[int, Any]) -> dict[str, Any]:
    if schema.get("metadata") == _METADATA:
        found: dict[str, Any] = _changed(schema["lax_schema"], known)
        return found
    result = {key: _changed(value, known) for key, value in schema.items()}
    if not isinstance(schema.get("type"), str):
        # Fields or branches by name: any of these may be called what keywords of schemas are.
        return result
    for key in _REFERENCES & result.keys():
        result[key] = f"{result[key]} or null"
    # What fits as it stands comes first, for branches may differ in nothing but what may be null.
    for key in _AS_THEY_WERE.get(schema["type"], ()):
        result[key] = [*schema[key], *result[key]]
    return result
