from __future__ import annotations

import pytest

from nemogen.errors import Location as Location
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import EnumValue, Schema, SchemaRef
from tests.openapi.schemas import REF_A, REF_B, read, read_one

SPELLINGS: dict[str, list[JsonValue]] = {
    "any value": [
        True,
        {},
        {"nullable": True},
        {"minLength": 0},
        {"minItems": 0, "uniqueItems": False},
        {"pattern": ".*"},
        {"items": {}},
        {"items": {"nullable": True}},
        {"additionalProperties": True},
        {"additionalProperties": {"nullable": True}},
        {"not": False},
        {"allOf": [{}, True]},
        {"type": ["string", "number", "boolean", "array", "object", "null"]},
        {"required": [], "properties": {}, "patternProperties": {}, "dependentRequired": {"a": []}},
        {"minContains": 2},
    ],
    "no value": [False, {"not": {}}, {"not": True}, {"allOf": [{"type": "string"}, False]}, {"anyOf": [False]}],
    "null": [
        {"type": "null"},
        {"type": ["null"]},
        {"const": None},
        {"enum": [None]},
        {"type": "null", "const": None},
        {"type": "null", "nullable": True},
        {"anyOf": [{"type": "null"}, False]},
    ],
    "a nullable string": [
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
        {"type": ["null", "string"]},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"oneOf": [{"type": "null"}, {"type": "string"}]},
        {"anyOf": [{"type": "string"}, {"enum": [None]}]},
        {"anyOf": [{"type": "string"}, {"type": "null", "default": None, "deprecated": False}]},
        {"anyOf": [{"type": "string"}, {"type": "null", "readOnly": False, "title": "None"}]},
        {"anyOf": [{"type": "string"}, {"const": None, "description": "nothing"}]},
        {"anyOf": [{"type": "string"}, {"type": "null", "nullable": True}]},
        {"anyOf": [{"type": "string"}, {"nullable": True}]},
        {"anyOf": [{"type": ["string", "null"]}]},
        {"allOf": [{"type": "string", "nullable": True}]},
        {"nullable": True, "allOf": [{"type": "string"}]},
        {"type": "string", "nullable": True, "minLength": 0, "pattern": ".*"},
    ],
    "one value": [{"const": "a"}, {"enum": ["a"]}, {"type": "string", "enum": ["a"]}, {"oneOf": [{"const": "a"}]}],
    "two values": [
        {"enum": ["a", "b"]},
        {"type": "string", "enum": ["a", "b"]},
        {"anyOf": [{"const": "a"}, {"const": "b"}]},
        {"oneOf": [{"const": "a"}, {"enum": ["b"]}]},
        {"type": "string", "oneOf": [{"const": "a"}, {"const": "b"}]},
        {"oneOf": [{"const": "a", "type": "string"}, {"const": "b", "type": "string"}]},
        {"anyOf": [{"enum": ["a", "b"]}, {"const": "b"}]},
    ],
    "nullable values": [
        {"enum": ["a", "b", None], "type": ["string", "null"]},
        {"enum": ["a", None, "b"]},
        {"type": "string", "nullable": True, "enum": ["a", "b"]},
        {"type": "string", "nullable": True, "enum": ["a", "b", None]},
        {"anyOf": [{"enum": ["a", "b"]}, {"type": "null"}]},
        {"oneOf": [{"const": "a"}, {"const": "b"}, {"const": None}]},
    ],
    "a boolean": [{"type": "boolean"}, {"enum": [True, False]}, {"type": "boolean", "enum": [False, True]}],
    "values of several types": [{"enum": [1, True]}, {"enum": [1.0, True]}, {"anyOf": [{"const": 1}, {"const": True}]}],
    "types": [
        {"type": ["string", "integer"]},
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        {"oneOf": [{"type": "integer", "title": "T"}, {"type": "string", "description": "d"}]},
        {"anyOf": [{"type": "string"}, {"anyOf": [{"type": "integer"}, {"type": "string"}]}]},
        {"type": ["string", "integer", "boolean"], "anyOf": [{"type": "string"}, {"type": "integer"}]},
    ],
    "a number": [
        {"type": "number"},
        {"type": ["number", "integer"]},
        {"anyOf": [{"type": "integer"}, {"type": "number"}]},
    ],
    "a reference": [
        REF_A,
        {"allOf": [REF_A]},
        {"anyOf": [REF_A]},
        {"oneOf": [REF_A]},
        {"allOf": [{"allOf": [REF_A]}]},
        {"anyOf": [{"allOf": [REF_A]}, False]},
        {"allOf": [REF_A, {}]},
    ],
    "a reference with a description": [
        {**REF_A, "description": "d"},
        {"allOf": [REF_A], "description": "d"},
        {"anyOf": [REF_A], "description": "d"},
        {"allOf": [REF_A, {"description": "d"}]},
    ],
    "a nullable reference": [
        {**REF_A, "nullable": True},
        {"allOf": [REF_A], "nullable": True},
        {"anyOf": [REF_A, {"type": "null"}]},
        {"oneOf": [REF_A, {"enum": [None]}]},
        {"oneOf": [REF_A, {"type": "null"}], "nullable": True},
    ],
    "a narrowed reference": [
        {**REF_A, "required": ["a"]},
        {"allOf": [REF_A], "required": ["a"]},
        {"anyOf": [REF_A], "required": ["a", "a"]},
    ],
    "a union": [
        {"anyOf": [REF_A, REF_B]},
        {"anyOf": [{"anyOf": [REF_A]}, REF_B]},
        {"anyOf": [REF_A, {"anyOf": [REF_B, REF_A]}]},
        {"allOf": [{"anyOf": [REF_A, REF_B]}]},
        {"anyOf": [REF_A, False, REF_B]},
    ],
    "a nullable union": [
        {"anyOf": [REF_A, REF_B, {"type": "null"}]},
        {"anyOf": [REF_A, REF_B], "nullable": True},
        {"anyOf": [REF_A, {"anyOf": [REF_B, {"type": "null"}]}]},
        {"anyOf": [{**REF_A, "nullable": True}, REF_B]},
        {"anyOf": [{"anyOf": [REF_A, REF_B]}, {"type": "null"}]},
    ],
    "an exclusive union": [
        {"oneOf": [REF_A, REF_B]},
        {"oneOf": [REF_A, REF_B, False]},
        {"anyOf": [{"oneOf": [REF_A, REF_B]}]},
    ],
    "integers above zero": [
        {"type": "integer", "minimum": 1},
        {"type": "integer", "exclusiveMinimum": 0},
        {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
        {"type": "integer", "minimum": 0.5},
        {"type": "integer", "minimum": 1, "exclusiveMinimum": -3},
        {"type": "integer", "exclusiveMinimum": 0.5, "multipleOf": 1},
        {"type": "integer", "minimum": 1, "maxLength": 3, "items": {"type": "string"}},
    ],
    "numbers above zero": [
        {"type": "number", "exclusiveMinimum": 0},
        {"type": "number", "minimum": 0, "exclusiveMinimum": True},
        {"type": "number", "minimum": 0, "exclusiveMinimum": 0},
        {"type": "number", "minimum": -1, "exclusiveMinimum": 0.0},
    ],
    "numbers up to ten": [
        {"type": "number", "maximum": 10},
        {"type": "number", "maximum": 10, "exclusiveMaximum": False},
        {"type": "number", "maximum": 10, "exclusiveMaximum": 11},
    ],
    "octets": [
        {"type": "string", "format": "binary"},
        {"type": "string", "contentMediaType": "application/octet-stream"},
    ],
    "base64": [
        {"type": "string", "format": "byte"},
        {"type": "string", "contentEncoding": "base64"},
        {"type": "string", "contentEncoding": "base64", "contentMediaType": "application/octet-stream"},
    ],
    "a tuple": [
        {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}},
        {"type": "array", "items": [{"type": "string"}], "additionalItems": {"type": "integer"}},
    ],
    "dependencies": [
        {"dependencies": {"a": ["b"], "c": {"required": ["d"]}}},
        {"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"c": {"required": ["d"]}}},
    ],
    "a wrapped object": [
        {"type": "object", "properties": {"a": {"type": "string"}}, "title": "T"},
        {"allOf": [{"type": "object", "properties": {"a": {"type": "string"}}}], "title": "T"},
        {"type": "object", "allOf": [{"type": "object", "properties": {"a": {"type": "string"}}}], "title": "T"},
        {"type": "object", "allOf": [{"properties": {"a": {"type": "string"}}, "title": "T"}]},
        {"anyOf": [{"type": "object", "title": "T", "properties": {"a": {"anyOf": [{"type": "string"}]}}}]},
    ],
    "a closed object": [{"additionalProperties": False}, {"additionalProperties": {"not": {}}}],
    "a part that only unevaluated properties kept apart, where no value is an object": [
        {"type": ["integer", "boolean"], "multipleOf": 2},
        {
            "type": ["integer", "boolean"],
            "allOf": [{"unevaluatedProperties": {"type": "number"}, "oneOf": [{"multipleOf": 2}]}],
        },
    ],
}
PAIRS = [(name, index) for name, spellings in SPELLINGS.items() for index in range(1, len(spellings))]


@pytest.mark.parametrize(("name", "index"), PAIRS)
def test_spellings_of_one_thing_give_one_schema(name: str, index: int) -> None:
    first, other = SPELLINGS[name][0], SPELLINGS[name][index]
    assert read(other)[0] == read(first)[0], other


def test_different_things_give_different_schemas() -> None:
    nodes = [read(spellings[0])[0] for spellings in SPELLINGS.values()]
    assert [(a, b) for a, left in enumerate(nodes) for b, right in enumerate(nodes) if a < b and left == right] == []


def test_one_and_true_are_two_values_and_one_and_one_point_zero_are_one() -> None:
    schema, rules = read({"enum": [1, True, 1.0, "1", [1], [True]]})
    assert isinstance(schema, Schema)
    assert schema.enum == tuple(EnumValue(value) for value in (1, True, "1", [1], [True]))
    assert rules == ["enum-duplicate"]


def test_an_enumeration_of_constants_keeps_what_is_said_of_each() -> None:
    schema = read_one({"oneOf": [{"const": "r", "title": "Red", "description": "Like fire"}, {"const": 3}]})
    assert schema.enum == (EnumValue("r", "Red"), EnumValue(3))
    assert schema.enum[0].description == "Like fire"
    assert schema.types == {"string", "integer"}


def test_extensions_name_the_values_of_an_enumeration() -> None:
    schema = read_one({"enum": [1, 2], "x-enum-varnames": ["ONE"], "x-enum-descriptions": {"2": "two"}})
    assert schema.enum == (EnumValue(1, "ONE"), EnumValue(2))
    assert schema.enum[1].description == "two"


def test_null_in_a_type_list_beside_all_of_has_to_satisfy_the_members() -> None:
    schema = read_one({"type": ["object", "null"], "allOf": [REF_A]})
    assert not schema.nullable
    assert isinstance(schema.all_of[0], Schema)
    assert schema.all_of[0].nullable
    assert schema.all_of[0].types == {"object"}
    assert read_one({"type": "object", "nullable": True, "allOf": [REF_A]}).nullable
    assert not read_one({"allOf": [{"type": "object", "nullable": True}, {"type": "object"}]}).nullable


@pytest.mark.parametrize(
    ("raw", "nullable"),
    [
        ({"type": ["object", "null"], "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, True),
        ({"type": ["object", "null"], "not": {"type": "null"}}, False),
        ({"type": ["object", "null"], "not": {"required": ["a"]}}, False),
        ({"type": ["object", "null"], "not": {"type": "object", "required": ["a"]}}, True),
        ({"type": ["object", "null"], "if": {"type": "object"}, "then": {"required": ["a"]}, "else": False}, False),
        ({"type": ["object", "null"], "if": {"type": "object"}, "then": {"required": ["a"]}}, True),
        ({"type": "object", "anyOf": [{"required": ["a"]}, {"type": "null"}]}, False),
        ({"required": ["a"], "nullable": True}, False),
    ],
)
def test_null_is_allowed_where_all_keywords_allow_it(raw: JsonValue, nullable: bool) -> None:
    assert read_one(raw).nullable is nullable


MALFORMED: list[tuple[JsonValue, str]] = [
    (5, "schema-unreadable"),
    ({"type": "text"}, "type-unknown"),
    ({"type": 5}, "keyword-unreadable"),
    ({"type": []}, "keyword-unreadable"),
    ({"type": [["string"]]}, "type-unknown"),
    ({"enum": []}, "enum-empty"),
    ({"enum": "a"}, "keyword-unreadable"),
    ({"required": True}, "keyword-unreadable"),
    ({"required": ["a", 1]}, "keyword-unreadable"),
    ({"properties": ["a"]}, "keyword-unreadable"),
    ({"properties": {"a": "string"}}, "schema-unreadable"),
    ({"properties": {"a": None}}, "schema-unreadable"),
    ({"allOf": {"type": "string"}}, "keyword-unreadable"),
    ({"anyOf": "x"}, "keyword-unreadable"),
    ({"minLength": -1}, "keyword-unreadable"),
    ({"minLength": "1"}, "keyword-unreadable"),
    ({"maxItems": 1.5}, "keyword-unreadable"),
    ({"minimum": True}, "keyword-unreadable"),
    ({"minimum": float("nan")}, "keyword-unreadable"),
    ({"multipleOf": 0}, "keyword-unreadable"),
    ({"pattern": 5}, "keyword-unreadable"),
    ({"format": ["date"]}, "keyword-unreadable"),
    ({"deprecated": "yes"}, "keyword-unreadable"),
    ({"nullable": "yes"}, "keyword-unreadable"),
    ({"discriminator": {"mapping": {}}}, "keyword-unreadable"),
    ({"discriminator": {"propertyName": "a", "mapping": {"b": 1}}}, "keyword-unreadable"),
    ({"discriminator": {"propertyName": "a", "mapping": {"b": "Missing"}}}, "reference-dangling"),
    ({"then": {}}, "keyword-without-if"),
    ({"$ref": 5}, "keyword-unreadable"),
    ({"$ref": "#/nowhere"}, "reference-dangling"),
    ({"$ref": "#/schema"}, "reference-circular"),
    ({"type": "string", "minimum": 1}, "keyword-of-another-type"),
    ({"type": "object", "format": "date"}, "keyword-of-another-type"),
    ({"type": "string", "enum": ["a", 1]}, "enum-type"),
    ({"type": "string", "enum": ["a", None]}, "enum-null"),
    ({"const": "a", "enum": ["b"]}, "enum-const"),
    ({"examples": {"a": 1}}, "keyword-unreadable"),
    ({"x-nemogen-name": "not a name"}, "name-unfit"),
    ({"dependentRequired": {"a": "b"}}, "keyword-unreadable"),
]


@pytest.mark.parametrize(("raw", "rule"), MALFORMED)
def test_what_cannot_be_read_is_noted_and_ignored(raw: JsonValue, rule: str) -> None:
    _, rules = read(raw)
    assert rules == [rule]


def test_siblings_of_a_reference_count_from_3_1_on() -> None:
    raw: JsonValue = {**REF_A, "required": ["a"], "description": "d", "nullable": True}
    both = read_one(raw)
    assert both.objects.required == ("a",)
    schema, rules = read(raw, ignores_siblings=True)
    assert isinstance(schema, Schema)
    assert schema.objects.required == ()
    assert rules == ["reference-sibling"]
    for node in (both, schema):
        assert node.nullable
        assert node.annotations.description == "d"
        assert [member.text for member in node.all_of if isinstance(member, SchemaRef)] == [REF_A["$ref"]]


def test_a_format_is_that_of_what_the_schema_allows() -> None:
    assert read_one({"type": "integer", "format": "int64"}).numbers.format == "int64"
    assert read_one({"type": "string", "format": "int64"}).strings.format == "int64"
    assert read_one({"format": "int64"}).numbers.format == "int64"
    assert read_one({"format": "date"}).strings.format == "date"


def test_keywords_have_locations_through_wrappers() -> None:
    schema = read_one({"title": "T", "allOf": [{"type": "object", "properties": {"a/b": {"type": "string"}}}]})
    assert schema.location == Location("openapi.json", "/schema")
    assert schema.locate("required", "properties") == Location("openapi.json", "/schema/allOf/0/properties")
    assert schema.locate("title").pointer == "/schema/title"
    assert schema.locate("nowhere") == schema.location
    assert list(schema.keywords) == ["title", "allOf", "type", "properties"]
    assert len(schema.keywords) == 4
    inner = schema.objects.properties["a/b"]
    assert inner.location.pointer == "/schema/allOf/0/properties/a~1b"


def test_the_types_keep_the_order_of_the_document() -> None:
    assert read_one({"type": ["string", "null", "integer", "array"]}).type_order == ("string", "integer", "array")
    assert read_one({"anyOf": [{"type": "string"}, {"type": "boolean"}]}).type_order == ("string", "boolean")


def nested(keyword: str, depth: int) -> JsonValue:
    raw: JsonValue = {"type": "string"}
    for _ in range(depth):
        raw = {keyword: [raw, REF_A] if keyword.endswith("Of") else {"a": raw} if keyword == "properties" else raw}
    return raw


def test_eighty_schemas_inside_each_other_are_read() -> None:
    assert read(nested("items", 79))[1] == []
    assert read(nested("items", 80))[1] == ["schema-too-deep"]


@pytest.mark.parametrize("keyword", ["items", "allOf", "anyOf", "oneOf", "properties", "not", "if", "dependentSchemas"])
def test_a_schema_of_any_depth_is_read_or_noted(keyword: str) -> None:
    raw = nested("properties" if keyword == "dependentSchemas" else keyword, 20_000)
    _, rules = read(raw)
    assert "schema-too-deep" in rules
    assert read(nested(keyword if keyword != "dependentSchemas" else "properties", 40))[1] == []


def test_a_value_of_any_depth_is_read_or_noted() -> None:
    deep: JsonValue = []
    for _ in range(20_000):
        deep = [deep]
    assert read({"const": deep})[1] == ["keyword-unreadable"]
    assert read({"enum": [1, deep]})[1] == ["keyword-unreadable"]
    assert read({"default": deep, "example": deep})[1] == ["keyword-unreadable"]
