"""The strict reading once more, except for nulls where the API says no more than "or left out": servers write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol, TypeAlias

from pydantic import BaseModel, TypeAdapter
from pydantic_core import SchemaValidator, core_schema

_METADATA: Final = {"null_where_left_out": True}
_REFERENCES: Final = frozenset({"ref", "schema_ref"})


class ValidateJson(Protocol):
    """`validate_json` of a validator of pydantic, for one type."""

    def __call__(self, data: bytes | str, /, *, strict: bool) -> object:
        """The value in the JSON. Raises ValidationError."""


def null_or_left_out(kind: core_schema.NullableSchema) -> core_schema.LaxOrStrictSchema:
    """A field that is `kind`, and null only where it is not read strictly, or by a reader of `null_taking`."""
    return core_schema.lax_or_strict_schema(lax_schema=kind, strict_schema=kind["schema"], metadata=_METADATA)


def null_taking(kind: object) -> ValidateJson:
    """`validate_json` of a type, which with `strict=True` takes those nulls, and is strict in all else."""
    adapter: TypeAdapter[object] = TypeAdapter(kind)  # type: ignore[arg-type]  # known at run time only
    # Models are built when first used, and so is what is asked of the adapter, but for its schema.
    adapter.rebuild()
    schema = _changed(adapter.core_schema, {})
    assert isinstance(schema, dict), "what a dict is changed to"
    return SchemaValidator(schema).validate_json


def _changed(part: object, known: dict[int, object]) -> object:
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


def _changed_schema(schema: dict[str, object], known: dict[int, object]) -> object:
    if schema.get("metadata") == _METADATA:
        return _changed(schema["lax_schema"], known)
    result = {key: _changed(value, known) for key, value in schema.items()}
    if not isinstance(schema.get("type"), str):
        # Fields or variants by name: any of these may be called what keywords of schemas are.
        return result
    for key in _REFERENCES & result.keys():
        result[key] = f"{result[key]} or null"
    if schema["type"] == "definitions":
        result["definitions"] = [*_entries_of(schema["definitions"]), *_entries_of(result["definitions"])]
    if schema["type"] == "union":
        return _as_it_stands_or(schema, result)
    return _built(result) if schema["type"] == "model" else result


def _entries_of(part: object) -> list[object]:
    assert isinstance(part, list), "pydantic has a list here"
    return part


def _as_it_stands_or(union: dict[str, object], changed: dict[str, object]) -> dict[str, object]:
    """What fits as it stands comes first, for variants may differ in nothing but what may be null."""
    names = {"ref": changed.pop("ref")} if "ref" in changed else {}
    unnamed = {key: value for key, value in union.items() if key != "ref"}
    return {"type": "union", "mode": "left_to_right", "choices": [unnamed, changed], **names}


def _built(model: dict[str, Any]) -> dict[str, object]:
    """A model by its fields and the class: as a model, it would be read by the class's own validator."""
    fields = {**model["schema"], "extra_behavior": "allow"}
    names = {"ref": model["ref"]} if "ref" in model else {}
    make = {"type": "no-info", "function": _maker(model["cls"])}
    return {"type": "function-after", "function": make, "schema": fields, **names}


_Read: TypeAlias = tuple[dict[str, object], dict[str, object] | None, set[str]]
"""What the fields of a model are read to: those that it has, others, and the names of those that were given."""


def _maker(kind: type[BaseModel]) -> Callable[[_Read], BaseModel]:
    """A function that makes a model of what its fields are read to."""

    def make(read: _Read) -> BaseModel:
        fields, others, given = read
        return construct(kind, fields, others or {}, given)

    return make


def construct(
    kind: type[BaseModel], fields: Mapping[str, object], others: Mapping[str, object], given: set[str]
) -> BaseModel:
    """A model of these fields, by the names of its attributes, and other properties; nothing is checked."""
    # Not as arguments: a property may be called as an argument of `model_construct` is.
    made = kind.model_construct(given)
    made.__dict__.update(fields)
    assert made.model_extra is not None, "models keep what the API does not declare"
    made.model_extra.update(others)
    return made
