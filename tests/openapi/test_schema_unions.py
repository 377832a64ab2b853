from __future__ import annotations

from dataclasses import replace

from nemogen.errors import Location
from nemogen.openapi.schema import EnumValue, Schema
from nemogen.openapi.schema_unions import booleans_as_values, folded

AT = Location("spec.json", "/union")
BOOLEAN = Schema(AT, frozenset({"boolean"}))
WHOLE = Schema(AT, frozenset({"integer"}))
NUMBER = Schema(AT, frozenset({"number"}))
ONE_TEXT = Schema(AT, frozenset({"string"}), enum=(EnumValue("a"),))
TWO_TEXTS = replace(ONE_TEXT, enum=(EnumValue("a"), EnumValue("b")))


def test_the_type_boolean_is_its_two_values_where_another_variant_is_of_values() -> None:
    values = replace(BOOLEAN, enum=(EnumValue(False), EnumValue(True)))
    assert booleans_as_values([BOOLEAN, ONE_TEXT, WHOLE]) == [values, ONE_TEXT, WHOLE]
    assert booleans_as_values([BOOLEAN, WHOLE]) == [BOOLEAN, WHOLE]


def test_types_and_values_become_one_schema_where_no_value_fits_two_of_a_one_of() -> None:
    assert folded("oneOf", [BOOLEAN, WHOLE], AT) == Schema(AT, frozenset({"boolean", "integer"}))
    assert folded("oneOf", [NUMBER, WHOLE], AT) is None
    assert folded("anyOf", [NUMBER, WHOLE], AT) == NUMBER
    assert folded("anyOf", [ONE_TEXT, TWO_TEXTS], AT) == Schema(AT, enum=TWO_TEXTS.enum)
    assert folded("oneOf", [ONE_TEXT, TWO_TEXTS], AT) is None
    assert folded("anyOf", [ONE_TEXT, WHOLE], AT) is None
