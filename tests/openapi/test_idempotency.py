from __future__ import annotations

import pytest

from nemogen.openapi.idempotency import is_idempotency_key
from nemogen.openapi.json_value import JsonValue
from tests.openapi.documents import document, only, operation, read


@pytest.mark.parametrize(
    ("name", "place", "schema", "is_key"),
    [
        ("Idempotency-Key", "header", {"type": "string"}, True),
        ("x-idempotency-key", "header", {}, True),
        ("Idempotency-Key", "header", {"type": ["string", "null"], "format": "uuid"}, True),
        ("Idempotency-Key", "header", {"type": "string", "minLength": 36, "maxLength": 36}, True),
        ("Idempotency-Key", "header", {"type": "string", "minLength": 37}, False),
        ("Idempotency-Key", "header", {"type": "string", "maxLength": 35}, False),
        ("Idempotency-Key", "header", {"type": "string", "pattern": "^a"}, False),
        ("Idempotency-Key", "header", {"type": "string", "format": "date"}, False),
        ("Idempotency-Key", "header", {"enum": ["a", "b"]}, False),
        ("Idempotency-Key", "header", {"type": "integer"}, False),
        ("Idempotency-Key", "query", {"type": "string"}, False),
        ("Idempotency", "header", {"type": "string"}, False),
    ],
)
def test_a_header_of_that_name_is_a_key_where_any_uuid_is_right(
    name: str, place: str, schema: JsonValue, is_key: bool
) -> None:
    found = read(document({"/x": operation(parameters=[{"name": name, "in": place, "schema": schema}])}))
    (parameter,) = only(found).parameters
    assert is_idempotency_key(parameter, found.document) is is_key
