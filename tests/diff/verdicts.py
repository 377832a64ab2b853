"""Pairs of schemas with a verdict each, which was decided by the text of JSON Schema 2020-12 and OpenAPI, not by a run.

A row: what it is about, the schema before and after (OpenAPI 3.1), and the worst level of the change where callers send
such values (request) and where they receive them (response). The verdict follows from which values are valid: a request
breaks where fewer are, and is additive where more are; a response the other way round, where a value, a variant or a
position that is lost is risky. "same": nothing above docs.
"""

from __future__ import annotations

from typing import Any, Final

TEXT: Final[dict[str, Any]] = {"type": "string"}
WHOLE: Final[dict[str, Any]] = {"type": "integer"}
NUMBER: Final[dict[str, Any]] = {"type": "number"}
EITHER: Final[dict[str, Any]] = {"type": "boolean"}
OBJECT: Final[dict[str, Any]] = {"type": "object"}
LIST: Final[dict[str, Any]] = {"type": "array"}
NULL: Final[dict[str, Any]] = {"type": "null"}


def obj(**properties: Any) -> dict[str, Any]:
    """An object with these properties."""
    return {"type": "object", "properties": properties}


def listed(*values: Any) -> dict[str, Any]:
    """An enumeration."""
    return {"enum": [*values]}


PAIR: Final = obj(a=TEXT, b=WHOLE)
TAGGED: Final = [{**obj(t={"const": tag}, x=TEXT), "required": ["t"]} for tag in ("one", "two")]

BREAKING, RISKY, ADDITIVE, SAME = "breaking", "risky", "additive", "same"
MORE = (ADDITIVE, BREAKING)
"""More values are valid."""
FEWER = (BREAKING, ADDITIVE)
"""Fewer values are valid."""
OTHER = (BREAKING, BREAKING)
"""Some are no longer valid, others newly."""
EQUAL = (SAME, SAME)

Row = tuple[str, Any, Any, tuple[str, str]]

NEGATIONS: list[Row] = [
    ("not of not is the schema", {"not": {"not": TEXT}}, TEXT, EQUAL),
    ("not of not of another type", {"not": {"not": TEXT}}, WHOLE, OTHER),
    ("not of not of not", {"not": {"not": {"not": TEXT}}}, {"not": TEXT}, EQUAL),
    ("not of not beside a type", {**TEXT, "not": {"not": {"maxLength": 5}}}, {**TEXT, "maxLength": 5}, EQUAL),
    ("not of not beside a type, narrower", {**TEXT, "not": {"not": {"maxLength": 5}}}, {**TEXT, "maxLength": 4}, FEWER),
    ("not of not of a union", {"not": {"not": {"anyOf": [PAIR, TEXT]}}}, {"anyOf": [PAIR, TEXT]}, EQUAL),
    ("not of not of null or text", {"not": {"not": {"type": ["string", "null"]}}}, {"type": ["string", "null"]}, EQUAL),
    ("not of not, and null", {"anyOf": [{"not": {"not": TEXT}}, NULL]}, {"type": ["string", "null"]}, EQUAL),
    ("not of not of a property", obj(p={"not": {"not": WHOLE}}), obj(p=WHOLE), EQUAL),
    ("not of not of items", {**LIST, "items": {"not": {"not": WHOLE}}}, {**LIST, "items": WHOLE}, EQUAL),
    ("not of not of another enum", {"not": {"not": listed("a")}}, listed("a", "b"), (ADDITIVE, RISKY)),
    ("not of false", {"not": False}, {}, EQUAL),
    ("not of not of anything", {"not": {"not": {}}}, {}, EQUAL),
    ("not of true", {"not": True}, False, EQUAL),
    ("not of not of nothing", {"not": {"not": False}}, False, EQUAL),
    ("not of another type says nothing", {**TEXT, "not": WHOLE}, TEXT, EQUAL),
    ("not of the empty text", TEXT, {**TEXT, "not": {"const": ""}}, FEWER),
    ("not of a constant goes", {**TEXT, "not": {"const": "x"}}, TEXT, MORE),
    ("not of more values", {**TEXT, "not": listed("x")}, {**TEXT, "not": listed("x", "y")}, FEWER),
    ("not of fewer values", {**TEXT, "not": listed("x", "y")}, {**TEXT, "not": listed("x")}, MORE),
    ("not of other values", {**TEXT, "not": listed("x")}, {**TEXT, "not": listed("y")}, OTHER),
    ("not of a longer text", {**TEXT, "not": {"maxLength": 3}}, {**TEXT, "not": {"maxLength": 4}}, FEWER),
]

CONDITIONS: list[Row] = [
    ("if true is then", {"if": True, "then": TEXT}, TEXT, EQUAL),
    ("if {} is then", {"if": {}, "then": TEXT}, TEXT, EQUAL),
    ("if false is else", {"if": False, "else": TEXT}, TEXT, EQUAL),
    ("if true forgets else", {"if": True, "then": TEXT, "else": WHOLE}, TEXT, EQUAL),
    ("if false forgets then", {"if": False, "then": WHOLE, "else": TEXT}, TEXT, EQUAL),
    ("if true without then", {**TEXT, "if": True, "else": WHOLE}, TEXT, EQUAL),
    ("if false without else", {**TEXT, "if": False, "then": WHOLE}, TEXT, EQUAL),
    ("if not {} is else", {"if": {"not": {}}, "then": WHOLE, "else": TEXT}, TEXT, EQUAL),
    ("if true beside a type", {**TEXT, "if": True, "then": {"maxLength": 5}}, {**TEXT, "maxLength": 5}, EQUAL),
    ("if true, then shorter", {**TEXT, "if": True, "then": {"maxLength": 5}}, {**TEXT, "maxLength": 4}, FEWER),
    ("if false, else longer", {**TEXT, "if": False, "else": {"maxLength": 5}}, {**TEXT, "maxLength": 6}, MORE),
    ("if true, then an object", {"if": True, "then": PAIR}, PAIR, EQUAL),
    ("if true, then properties", {**PAIR, "if": True, "then": {"required": ["a"]}}, {**PAIR, "required": ["a"]}, EQUAL),
    ("if x else false is x", {"if": TEXT, "else": False}, TEXT, EQUAL),
    ("if x then true else false is x", {"if": TEXT, "then": True, "else": False}, TEXT, EQUAL),
    ("if x then false is not x", {**TEXT, "if": {"const": "x"}, "then": False}, {**TEXT, "not": {"const": "x"}}, EQUAL),
    ("then without if", {**TEXT, "then": {"maxLength": 3}}, TEXT, EQUAL),
    ("a condition without consequences", {**TEXT, "if": {"maxLength": 3}}, TEXT, EQUAL),
    ("a consequence that comes", TEXT, {**TEXT, "if": {"maxLength": 3}, "then": {"pattern": "^a"}}, FEWER),
    ("a consequence that goes", {**TEXT, "if": {"maxLength": 3}, "then": {"pattern": "^a"}}, TEXT, MORE),
    (
        "a consequence that is narrower",
        {**TEXT, "if": {"pattern": "^a"}, "then": {"maxLength": 9}},
        {**TEXT, "if": {"pattern": "^a"}, "then": {"maxLength": 8}},
        FEWER,
    ),
]

EMPTY: list[Row] = [
    ("no letters are the empty text", {**TEXT, "maxLength": 0}, {"const": ""}, EQUAL),
    ("no letters are the only value", {**TEXT, "maxLength": 0}, {**TEXT, "enum": [""]}, EQUAL),
    ("no letters, and at least none", {**TEXT, "minLength": 0, "maxLength": 0}, {"const": ""}, EQUAL),
    ("no letters, without a type", {"maxLength": 0}, {"const": ""}, FEWER),
    ("no letters or one value", {**TEXT, "maxLength": 0}, listed("", "a"), (ADDITIVE, RISKY)),
    ("one value of two", listed("", "a"), {**TEXT, "maxLength": 0}, (BREAKING, RISKY)),
    ("no letters, then one", {**TEXT, "maxLength": 0}, {**TEXT, "maxLength": 1}, MORE),
    ("no letters or null", {"type": ["string", "null"], "maxLength": 0}, listed("", None), EQUAL),
    ("no items are the empty list", {**LIST, "maxItems": 0}, {"const": []}, EQUAL),
    ("no items, whatever they are", {**LIST, "maxItems": 0, "items": TEXT}, {"const": []}, EQUAL),
    ("items that nothing is", {**LIST, "items": False}, {"const": []}, EQUAL),
    ("items that nothing is, as a count", {**LIST, "items": False}, {**LIST, "maxItems": 0}, EQUAL),
    ("no items, then one", {**LIST, "maxItems": 0}, {**LIST, "maxItems": 1}, MORE),
    ("no properties are the empty object", {**OBJECT, "maxProperties": 0}, {"const": {}}, EQUAL),
    ("closed without properties", {**OBJECT, "additionalProperties": False}, {"const": {}}, EQUAL),
    ("no properties, then one", {**OBJECT, "maxProperties": 0}, {**OBJECT, "maxProperties": 1}, MORE),
    ("a range of one number", {**WHOLE, "minimum": 3, "maximum": 3}, {"const": 3}, EQUAL),
    ("a range of three numbers", {**WHOLE, "minimum": 1, "maximum": 3}, listed(1, 2, 3), EQUAL),
    ("a range, exclusive", {**WHOLE, "exclusiveMinimum": 0, "exclusiveMaximum": 4}, listed(1, 2, 3), EQUAL),
    ("a range and one more", {**WHOLE, "minimum": 1, "maximum": 3}, listed(1, 2, 3, 4), (ADDITIVE, RISKY)),
    ("a range and one less", {**WHOLE, "minimum": 1, "maximum": 3}, listed(1, 2), (BREAKING, RISKY)),
    ("a range of a property", obj(p={**WHOLE, "minimum": 0, "maximum": 1}), obj(p=listed(0, 1)), EQUAL),
    ("both booleans", listed(True, False), EITHER, EQUAL),
    ("unique among one", {**LIST, "maxItems": 1, "uniqueItems": True}, {**LIST, "maxItems": 1}, EQUAL),
]

NAMES: list[Row] = [
    (
        "pattern .* is any name",
        {**OBJECT, "patternProperties": {".*": TEXT}},
        {**OBJECT, "additionalProperties": TEXT},
        EQUAL,
    ),
    (
        "the empty pattern is any name",
        {**OBJECT, "patternProperties": {"": TEXT}},
        {**OBJECT, "additionalProperties": TEXT},
        EQUAL,
    ),
    (
        "pattern ^.*$ is any name",
        {**OBJECT, "patternProperties": {"^.*$": TEXT}},
        {**OBJECT, "additionalProperties": TEXT},
        EQUAL,
    ),
    (
        "pattern ^ is any name",
        {**OBJECT, "patternProperties": {"^": TEXT}},
        {**OBJECT, "additionalProperties": TEXT},
        EQUAL,
    ),
    (
        "two patterns of any name",
        {**OBJECT, "patternProperties": {".*": TEXT}},
        {**OBJECT, "patternProperties": {"": TEXT}},
        EQUAL,
    ),
    (
        "any name of another type",
        {**OBJECT, "patternProperties": {".*": TEXT}},
        {**OBJECT, "additionalProperties": WHOLE},
        OTHER,
    ),
    (
        "any name of a wider type",
        {**OBJECT, "patternProperties": {".*": WHOLE}},
        {**OBJECT, "additionalProperties": NUMBER},
        MORE,
    ),
    (
        "any name, nothing",
        {**OBJECT, "patternProperties": {".*": False}},
        {**OBJECT, "additionalProperties": False},
        EQUAL,
    ),
    ("any name, anything", {**OBJECT, "patternProperties": {".*": {}}}, OBJECT, EQUAL),
    (
        "a pattern of any name ends what is additional",
        {**OBJECT, "patternProperties": {".*": {}}, "additionalProperties": False},
        OBJECT,
        EQUAL,
    ),
    (
        "a pattern of any name holds for properties",
        {**obj(a={"maxLength": 5}), "patternProperties": {".*": TEXT}},
        {**obj(a={**TEXT, "maxLength": 5}), "additionalProperties": TEXT},
        EQUAL,
    ),
    (
        "additional ones are not declared ones",
        {**obj(a=WHOLE), "patternProperties": {".*": NUMBER}},
        {**obj(a=TEXT), "additionalProperties": NUMBER},
        OTHER,
    ),
    (
        "a pattern of some names",
        {**OBJECT, "patternProperties": {"^x": TEXT}},
        {**OBJECT, "additionalProperties": TEXT},
        OTHER,
    ),
    ("a pattern comes", OBJECT, {**OBJECT, "patternProperties": {"^x-": TEXT}}, FEWER),
    ("a pattern goes", {**OBJECT, "patternProperties": {"^x-": TEXT}}, OBJECT, MORE),
    (
        "a pattern of a longer text",
        {**OBJECT, "patternProperties": {"^x-": {**TEXT, "maxLength": 1}}},
        {**OBJECT, "patternProperties": {"^x-": {**TEXT, "maxLength": 2}}},
        MORE,
    ),
    ("names that are texts", {**OBJECT, "propertyNames": TEXT}, OBJECT, EQUAL),
    ("names that are short", OBJECT, {**OBJECT, "propertyNames": {"maxLength": 5}}, FEWER),
    ("additional ones get a type", OBJECT, {**OBJECT, "additionalProperties": TEXT}, FEWER),
    (
        "additional ones get another type",
        {**OBJECT, "additionalProperties": TEXT},
        {**OBJECT, "additionalProperties": WHOLE},
        OTHER,
    ),
    ("additional ones in so many words", OBJECT, {**OBJECT, "additionalProperties": True}, EQUAL),
]

NUMBERS: list[Row] = [
    ("a stricter unit", {**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 4}, FEWER),
    ("a looser unit", {**WHOLE, "multipleOf": 4}, {**WHOLE, "multipleOf": 2}, (ADDITIVE, RISKY)),
    ("another unit", {**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 3}, (BREAKING, RISKY)),
    ("a stricter unit, in decimals", {**NUMBER, "multipleOf": 0.1}, {**NUMBER, "multipleOf": 0.3}, FEWER),
    ("a unit comes", WHOLE, {**WHOLE, "multipleOf": 2}, FEWER),
    ("a unit goes", {**WHOLE, "multipleOf": 2}, WHOLE, (ADDITIVE, RISKY)),
    ("a unit of one", WHOLE, {**WHOLE, "multipleOf": 1}, EQUAL),
    ("whole numbers are integers", {**NUMBER, "multipleOf": 1}, WHOLE, EQUAL),
    ("integer to number", WHOLE, NUMBER, MORE),
    ("number to integer", NUMBER, WHOLE, FEWER),
    ("a lower bound, exclusive", {**NUMBER, "minimum": 3}, {**NUMBER, "exclusiveMinimum": 3}, FEWER),
    ("a lower bound of integers", {**WHOLE, "minimum": 4}, {**WHOLE, "exclusiveMinimum": 3}, EQUAL),
    ("a lower bound between integers", {**WHOLE, "minimum": 3.5}, {**WHOLE, "minimum": 4}, EQUAL),
    ("an upper bound goes up", {**WHOLE, "maximum": 3}, {**WHOLE, "maximum": 4}, MORE),
    ("a lower bound goes up", {**WHOLE, "minimum": 3}, {**WHOLE, "minimum": 4}, FEWER),
    ("an upper bound comes", WHOLE, {**WHOLE, "maximum": 100}, FEWER),
    ("a bound of texts says nothing of numbers", WHOLE, {**WHOLE, "maxLength": 3}, EQUAL),
    ("int32 to int64", {**WHOLE, "format": "int32"}, {**WHOLE, "format": "int64"}, MORE),
    ("double to float", {**NUMBER, "format": "double"}, {**NUMBER, "format": "float"}, FEWER),
]

UNIONS: list[Row] = [
    ("a variant of an anyOf comes", {"anyOf": [TEXT, PAIR]}, {"anyOf": [TEXT, PAIR, LIST]}, (ADDITIVE, RISKY)),
    ("a variant of an anyOf goes", {"anyOf": [TEXT, PAIR, LIST]}, {"anyOf": [TEXT, PAIR]}, (BREAKING, RISKY)),
    ("a variant of a oneOf comes", {"oneOf": [TEXT, PAIR]}, {"oneOf": [TEXT, PAIR, LIST]}, MORE),
    ("a variant of a oneOf goes", {"oneOf": [TEXT, PAIR, LIST]}, {"oneOf": [TEXT, PAIR]}, (BREAKING, RISKY)),
    ("oneOf of types to anyOf", {"oneOf": [TEXT, PAIR]}, {"anyOf": [TEXT, PAIR]}, EQUAL),
    ("oneOf by tag to anyOf", {"oneOf": TAGGED}, {"anyOf": TAGGED}, EQUAL),
    (
        "oneOf that may overlap to anyOf",
        {"oneOf": [obj(a=TEXT), obj(b=WHOLE)]},
        {"anyOf": [obj(a=TEXT), obj(b=WHOLE)]},
        (ADDITIVE, ADDITIVE),
    ),
    (
        "anyOf to oneOf that may overlap",
        {"anyOf": [obj(a=TEXT), obj(b=WHOLE)]},
        {"oneOf": [obj(a=TEXT), obj(b=WHOLE)]},
        (RISKY, ADDITIVE),
    ),
    (
        "oneOf of null twice to anyOf",
        {"oneOf": [{**PAIR, "type": ["object", "null"]}, {"type": ["string", "null"]}]},
        {"anyOf": [{**PAIR, "type": ["object", "null"]}, {"type": ["string", "null"]}]},
        (ADDITIVE, ADDITIVE),
    ),
    (
        "anyOf of null twice to oneOf",
        {"anyOf": [{**PAIR, "type": ["object", "null"]}, {"type": ["string", "null"]}]},
        {"oneOf": [{**PAIR, "type": ["object", "null"]}, {"type": ["string", "null"]}]},
        (RISKY, ADDITIVE),
    ),
    (
        "oneOf of null once to anyOf",
        {"oneOf": [{**PAIR, "type": ["object", "null"]}, TEXT]},
        {"anyOf": [{**PAIR, "type": ["object", "null"]}, TEXT]},
        EQUAL,
    ),
    (
        "oneOf of an object without its type to anyOf",
        {"oneOf": [{"properties": {"a": WHOLE}}, TEXT]},
        {"anyOf": [{"properties": {"a": WHOLE}}, TEXT]},
        (ADDITIVE, ADDITIVE),
    ),
    (
        "oneOf of numbers to anyOf",
        {"oneOf": [{**WHOLE, "minimum": 5}, {**NUMBER, "maximum": 9}]},
        {"anyOf": [{**WHOLE, "minimum": 5}, {**NUMBER, "maximum": 9}]},
        (ADDITIVE, ADDITIVE),
    ),
    ("order of variants", {"anyOf": [TEXT, PAIR]}, {"anyOf": [PAIR, TEXT]}, EQUAL),
    ("anyOf of one", {"anyOf": [PAIR]}, PAIR, EQUAL),
    ("anyOf inside anyOf", {"anyOf": [{"anyOf": [TEXT, PAIR]}, LIST]}, {"anyOf": [TEXT, PAIR, LIST]}, EQUAL),
    ("anyOf of constants is an enum", {"anyOf": [{"const": "a"}, {"const": "b"}]}, listed("a", "b"), EQUAL),
    ("anyOf of types is a list", {"anyOf": [TEXT, WHOLE]}, {"type": ["string", "integer"]}, EQUAL),
    ("anyOf with anything is anything", {"anyOf": [{}, TEXT]}, {}, EQUAL),
    ("anyOf with nothing", {"anyOf": [False, PAIR]}, PAIR, EQUAL),
    ("null comes", TEXT, {"anyOf": [TEXT, NULL]}, MORE),
    ("null goes", {"type": ["string", "null"]}, TEXT, FEWER),
    ("a part comes", {"allOf": [obj(a=TEXT)]}, {"allOf": [obj(a=TEXT), {"required": ["a"]}]}, FEWER),
    ("a part goes", {"allOf": [obj(a=TEXT), {"required": ["a"]}]}, {"allOf": [obj(a=TEXT)]}, MORE),
    ("allOf is its parts", {"allOf": [obj(a=TEXT), obj(b=WHOLE)]}, PAIR, EQUAL),
    ("allOf of bounds", {"allOf": [{**WHOLE, "minimum": 1}, {"minimum": 3}]}, {**WHOLE, "minimum": 3}, EQUAL),
    ("allOf that nothing meets", {"allOf": [TEXT, WHOLE]}, False, EQUAL),
]

VALUES: list[Row] = [
    ("a value comes", listed("a"), listed("a", "b"), (ADDITIVE, RISKY)),
    ("a value goes", listed("a", "b"), listed("a"), (BREAKING, RISKY)),
    ("another value", {"const": "a"}, {"const": "b"}, OTHER),
    ("a list of values comes", TEXT, {**TEXT, "enum": ["a"]}, FEWER),
    ("a list of values goes", {**TEXT, "enum": ["a", "b"]}, TEXT, (ADDITIVE, RISKY)),
    ("order of values", listed("a", "b"), listed("b", "a"), EQUAL),
    ("enum of one is const", listed("a"), {"const": "a"}, EQUAL),
    ("1 is 1.0", {"const": 1}, {"const": 1.0}, EQUAL),
    ("a type beside its values", {**TEXT, "enum": ["a"]}, listed("a"), EQUAL),
    ("text to number", TEXT, WHOLE, OTHER),
    ("a second type", TEXT, {"type": ["string", "integer"]}, MORE),
    ("any type", TEXT, {}, MORE),
    ("a type of any", {}, TEXT, FEWER),
    ("nothing", TEXT, False, FEWER),
    ("a longer text", {**TEXT, "maxLength": 5}, {**TEXT, "maxLength": 6}, MORE),
    ("a shorter text", {**TEXT, "maxLength": 5}, {**TEXT, "maxLength": 4}, FEWER),
    ("a pattern comes to a text", TEXT, {**TEXT, "pattern": "^a"}, FEWER),
    ("a pattern in other letters", {**TEXT, "pattern": "^[0-9]+$"}, {**TEXT, "pattern": r"^\d+$"}, EQUAL),
    ("a pattern of anything", {**TEXT, "pattern": ".*"}, TEXT, EQUAL),
    ("a format comes", TEXT, {**TEXT, "format": "date"}, FEWER),
    ("a format goes", {**TEXT, "format": "date"}, TEXT, MORE),
    ("a least length of none", {**TEXT, "minLength": 0}, TEXT, EQUAL),
]

OBJECTS: list[Row] = [
    ("an optional property comes", obj(a=TEXT), PAIR, (ADDITIVE, ADDITIVE)),
    ("a required property comes", obj(a=TEXT), {**PAIR, "required": ["b"]}, (BREAKING, ADDITIVE)),
    ("a property becomes required", PAIR, {**PAIR, "required": ["a"]}, FEWER),
    ("a property becomes optional", {**PAIR, "required": ["a"]}, PAIR, MORE),
    ("required twice", {**PAIR, "required": ["a", "a"]}, {**PAIR, "required": ["a"]}, EQUAL),
    ("closed", PAIR, {**PAIR, "additionalProperties": False}, FEWER),
    (
        "closed by another word",
        {**PAIR, "additionalProperties": False},
        {**PAIR, "unevaluatedProperties": False},
        EQUAL,
    ),
    ("fewer properties", {**OBJECT, "maxProperties": 5}, {**OBJECT, "maxProperties": 4}, FEWER),
    (
        "at least as many as required",
        {**PAIR, "required": ["a", "b"], "minProperties": 2},
        {**PAIR, "required": ["a", "b"]},
        EQUAL,
    ),
    ("a dependency comes", PAIR, {**PAIR, "dependentRequired": {"a": ["b"]}}, FEWER),
    ("a dependency of itself", {**PAIR, "dependentRequired": {"a": ["a"]}}, PAIR, EQUAL),
    (
        "a dependency on what is required",
        {**PAIR, "required": ["b"], "dependentRequired": {"a": ["b"]}},
        {**PAIR, "required": ["b"]},
        EQUAL,
    ),
    (
        "a dependent schema that requires",
        {**PAIR, "dependentSchemas": {"a": {"required": ["b"]}}},
        {**PAIR, "dependentRequired": {"a": ["b"]}},
        EQUAL,
    ),
    ("more items", {**LIST, "maxItems": 5}, {**LIST, "maxItems": 6}, MORE),
    ("items of another type", {**LIST, "items": TEXT}, {**LIST, "items": WHOLE}, OTHER),
    ("items of any type", {**LIST, "items": TEXT}, LIST, MORE),
    ("items of any type in so many words", {**LIST, "items": {}}, LIST, EQUAL),
    ("unique items", LIST, {**LIST, "uniqueItems": True}, FEWER),
    ("one that contains", LIST, {**LIST, "contains": TEXT}, FEWER),
    ("contains none at least", {**LIST, "contains": TEXT, "minContains": 0}, LIST, EQUAL),
    (
        "a list of a position in other words",
        {**LIST, "prefixItems": [TEXT], "items": TEXT},
        {**LIST, "items": TEXT},
        EQUAL,
    ),
]

ROWS: Final = [*NEGATIONS, *CONDITIONS, *EMPTY, *NAMES, *NUMBERS, *UNIONS, *VALUES, *OBJECTS]
