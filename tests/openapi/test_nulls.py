"""Whether null is valid, where a schema says so by other keywords than its type."""

from __future__ import annotations

import pytest

from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.nulls import admits_null
from tests.openapi.schemas import REF_A, read_one

NULL: JsonValue = {"type": "null"}
TEXT: JsonValue = {"type": "string"}
UNKNOWN = REF_A
"""What a reference leads to is not looked at here."""


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"if": NULL, "then": NULL, "else": TEXT}, True),
        ({"if": NULL, "then": TEXT, "else": NULL}, False),
        ({"if": TEXT, "then": NULL, "else": TEXT}, False),
        ({"if": TEXT, "then": TEXT, "else": NULL}, True),
        ({"if": TEXT, "then": TEXT}, True),
        ({"if": NULL, "else": TEXT}, True),
        ({"if": UNKNOWN, "then": NULL, "else": NULL}, True),
        ({"if": UNKNOWN, "then": TEXT, "else": TEXT}, False),
        ({"if": UNKNOWN, "then": TEXT, "else": NULL}, None),
        ({"if": UNKNOWN, "then": NULL}, True),
        ({"if": NULL, "then": UNKNOWN, "else": TEXT}, None),
    ],
)
def test_null_takes_the_way_that_the_condition_leads_to(schema: JsonValue, expected: bool | None) -> None:
    assert admits_null(read_one(schema)) is expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"not": NULL}, False),
        ({"not": TEXT}, True),
        ({"not": UNKNOWN}, None),
        ({"allOf": [UNKNOWN, NULL]}, None),
        ({"allOf": [UNKNOWN, TEXT]}, False),
        ({"anyOf": [UNKNOWN, NULL]}, True),
        ({"anyOf": [UNKNOWN, TEXT]}, None),
        ({"oneOf": [TEXT, {"type": "integer"}]}, False),
    ],
)
def test_what_is_known_decides_where_it_is_enough(schema: JsonValue, expected: bool | None) -> None:
    assert admits_null(read_one(schema)) is expected
