"""Which patterns of a spec a generated model can check."""

from __future__ import annotations


def is_pattern(value: object) -> bool:
    """Whether a pattern of the spec (ECMA 262) can be checked by pydantic's engine, which has no look-around."""
    if not isinstance(value, str):
        return False
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    try:
        SchemaValidator(core_schema.str_schema(pattern=value))
    except SchemaError:
        return False
    return True
