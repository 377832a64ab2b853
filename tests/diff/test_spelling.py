"""Two spellings of one schema or one document are no change, in requests and in responses, wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.findings import Finding, Level
from tests.diff.documents import document, holder, parameter, request, response

STRING = {"type": "string"}
OBJECT = {"type": "object", "properties": {"a": STRING, "b": {"type": "integer"}}, "required": ["a"]}
NAMED: dict[str, Any] = {
    "A": {"type": "object", "properties": {"a": STRING}, "required": ["a"]},
    "B": {"type": "object", "properties": {"b": {"type": "integer"}}},
    "C": {"type": "object", "properties": {"c": STRING}},
    "AB": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]},
    "Alias": {"$ref": "#/components/schemas/A"},
    "Or null": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]},
    "Text": {"type": "string", "maxLength": 5},
    "Letter": {"enum": ["a", "b"]},
}
DISCRIMINATED = {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


SAME: list[tuple[str, Any, Any]] = [
    (
        "null in a union in a union, beside a reference and values",
        {"anyOf": [{"oneOf": [{"oneOf": [STRING, {"type": "null"}]}, ref("Text")]}, {"enum": ["x"]}]},
        {"anyOf": [{"oneOf": [STRING, ref("Text"), {"type": "null"}]}, {"enum": ["x"]}]},
    ),
    (
        "a variant twice in a oneOf",
        {"oneOf": [STRING, {"type": "integer"}, STRING]},
        {"oneOf": [STRING, {"type": "integer"}]},
    ),
    ("one variant twice in a oneOf", {"oneOf": [OBJECT, OBJECT]}, OBJECT),
    ("one component twice in a oneOf, or null", {"oneOf": [ref("A"), ref("A"), {"type": "null"}]}, ref("Or null")),
    ("a group around a pattern", {"type": "string", "pattern": "^(?:x)$"}, {"type": "string", "pattern": "^x$"}),
    ("a pattern that goes on", {"type": "string", "pattern": "^x.*"}, {"type": "string", "pattern": "^x"}),
    ("digits", {"type": "string", "pattern": r"^\d+$"}, {"type": "string", "pattern": "^[0-9]{1,}$"}),
    (
        "a union in a union",
        {"anyOf": [{"anyOf": [ref("A"), ref("B")]}, ref("C")]},
        {"anyOf": [ref("A"), ref("B"), ref("C")]},
    ),
    (
        "an integer beside any number",
        {"anyOf": [ref("A"), {"anyOf": [{"type": "number"}, {"type": "integer"}]}]},
        {"anyOf": [{"type": "integer"}, {"type": "number"}, {"title": "A", **NAMED["A"]}]},
    ),
    ("an alias of a union", {"anyOf": [ref("AB"), ref("C")]}, {"anyOf": [ref("C"), ref("B"), ref("A")]}),
    ("an alias of a schema", {"anyOf": [ref("Alias"), ref("C")]}, {"anyOf": [ref("A"), ref("C")]}),
    ("a union that is nothing but an alias", ref("AB"), {"anyOf": [ref("A"), ref("B")]}),
    ("null inside an alias", {"anyOf": [ref("Or null"), ref("B")]}, {"anyOf": [ref("A"), ref("B"), {"type": "null"}]}),
    (
        "a base in a variant",
        {"oneOf": [{"allOf": [ref("A"), {"properties": {"x": STRING}}]}, ref("B")]},
        {"oneOf": [{"type": "object", "properties": {"a": STRING, "x": STRING}, "required": ["a"]}, ref("B")]},
    ),
    (
        "a base of a base in a variant",
        {"anyOf": [{"allOf": [{"allOf": [ref("A")]}, ref("B")]}, STRING]},
        {
            "anyOf": [
                {"type": "object", "properties": {"a": STRING, "b": {"type": "integer"}}, "required": ["a"]},
                STRING,
            ]
        },
    ),
    (
        "an object taken apart",
        OBJECT,
        {"allOf": [{"type": "object", "properties": {"a": STRING}}, {"required": ["a"]}, ref("B")]},
    ),
    (
        "oneOf of constants",
        {"oneOf": [{"const": "a"}, {"const": "b", "title": "B"}]},
        {"type": "string", "enum": ["b", "a"]},
    ),
    (
        "anyOf of enumerations",
        {"anyOf": [{"enum": ["a"]}, {"type": "string", "enum": ["b", "c"]}]},
        {"enum": ["a", "b", "c"]},
    ),
    ("anyOf of a component and a constant", {"anyOf": [ref("Letter"), {"const": "c"}]}, {"enum": ["a", "b", "c"]}),
    ("constants of several types", {"oneOf": [{"const": 1}, {"const": "b"}]}, {"enum": [1, "b"]}),
    (
        "constants and null",
        {"anyOf": [{"const": "a"}, {"const": "b"}, {"type": "null"}]},
        {"type": ["string", "null"], "enum": ["a", "b", None]},
    ),
    ("a constant", {"const": "a"}, {"type": "string", "enum": ["a"]}),
    ("a number written otherwise", {"enum": [1, 2]}, {"enum": [2.0, 1.0]}),
    ("a value twice", {"enum": ["a", "b"]}, {"enum": ["a", "b", "a"]}),
    ("both booleans", {"type": "boolean"}, {"enum": [True, False]}),
    ("both booleans and their type", {"type": "boolean"}, {"type": "boolean", "enum": [False, True]}),
    ("booleans as a union", {"type": "boolean"}, {"oneOf": [{"const": True}, {"const": False}]}),
    *(
        (f"null with {key}", {"anyOf": [OBJECT, {"type": "null"}]}, {"anyOf": [OBJECT, {"type": "null", key: value}]})
        for key, value in (
            ("const", None),
            ("enum", [None]),
            ("default", None),
            ("deprecated", False),
            ("readOnly", False),
            ("writeOnly", False),
            ("nullable", True),
            ("minLength", 0),
            ("title", "Null"),
            ("example", None),
            ("description", "Nothing"),
            ("x-a", 1),
        )
    ),
    ("null as a type", {"anyOf": [ref("Text"), {"type": "null"}]}, {"type": ["string", "null"], "maxLength": 5}),
    (
        "null as the only value",
        {"anyOf": [ref("Text"), {"enum": [None]}]},
        {"type": ["null", "string"], "maxLength": 5},
    ),
    (
        "null in a union of a union",
        {"anyOf": [{"type": "boolean"}, {"oneOf": [{"type": ["string", "null"]}, {"type": "integer"}]}]},
        {"anyOf": [{"type": "null"}, {"type": "boolean"}, {"anyOf": [STRING, {"type": "integer"}]}]},
    ),
    (
        "null in a variant that is there twice",
        {"oneOf": [{"type": "boolean"}, {"anyOf": [{"type": ["string", "null"]}] * 2}, ref("A")]},
        {"oneOf": [{"type": "boolean"}, {"type": ["null", "string"]}, ref("A")]},
    ),
    (
        "both booleans among other values",
        {"anyOf": [{"anyOf": [{"type": "boolean"}, {"enum": ["x"]}]}, {"type": "integer"}]},
        {"anyOf": [{"type": "integer"}, {"enum": ["x", True, False]}]},
    ),
    ("null first", {"oneOf": [{"type": "null"}, ref("A")]}, {"anyOf": [ref("A"), {"type": "null"}]}),
    (
        "null twice",
        {"anyOf": [{"type": ["object", "null"], "properties": {"a": STRING}}, {"type": "null"}]},
        {"type": ["object", "null"], "properties": {"a": STRING}},
    ),
    (
        "raw bytes",
        {"type": "string", "format": "binary"},
        {"type": "string", "contentMediaType": "application/octet-stream"},
    ),
    ("base64", {"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}),
    *(
        (f"any value as {spelling!r} in {keyword}", {"type": kind, keyword: {}}, {"type": kind, keyword: spelling})
        for kind, keyword in (("object", "additionalProperties"), ("array", "items"))
        for spelling in (True, {"nullable": True}, {"description": "Any"}, {"minLength": 0})
    ),
    (
        "any value that need not be said",
        {"type": "object"},
        {"type": "object", "additionalProperties": {"nullable": True}},
    ),
    ("a list of any", {"type": "array"}, {"type": "array", "items": {"nullable": True}}),
    (
        "a whole bound",
        {"type": "integer", "minimum": 1, "maximum": 9},
        {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 10},
    ),
    ("a broken bound of whole numbers", {"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 0.5}),
    ("two bounds", {"type": "number", "exclusiveMinimum": 3}, {"type": "number", "minimum": 3, "exclusiveMinimum": 3}),
    (
        "the looser of two bounds",
        {"type": "number", "maximum": 3},
        {"type": "number", "maximum": 3, "exclusiveMaximum": 4},
    ),
    ("a multiple of one", {"type": "integer"}, {"type": "integer", "multipleOf": 1}),
    *(
        (f"{keyword} of another type", {"type": kind}, {"type": kind, keyword: value})
        for kind, keyword, value in (
            ("integer", "maxLength", 5),
            ("string", "maximum", 5),
            ("string", "minItems", 1),
            ("array", "required", ["a"]),
            ("object", "items", STRING),
            ("number", "pattern", "a"),
            ("boolean", "multipleOf", 2),
            ("string", "properties", {"a": STRING}),
            ("object", "uniqueItems", True),
            ("array", "additionalProperties", False),
            ("integer", "contentEncoding", "base64"),
        )
    ),
    *(
        (f"{keyword} that says nothing", {"type": kind}, {"type": kind, keyword: value})
        for kind, keyword, value in (
            ("string", "minLength", 0),
            ("array", "minItems", 0),
            ("object", "minProperties", 0),
            ("array", "uniqueItems", False),
            ("object", "required", []),
            ("object", "properties", {}),
            ("string", "pattern", ".*"),
            ("string", "pattern", ""),
            ("array", "minContains", 2),
            ("object", "additionalProperties", True),
            ("object", "unevaluatedProperties", True),
            ("object", "patternProperties", {}),
            ("string", "not", False),
            ("object", "allOf", []),
            ("string", "deprecated", False),
            ("array", "items", True),
            ("string", "then", {}),
        )
    ),
    (
        "no further properties",
        {"type": "object", "additionalProperties": False},
        {"type": "object", "unevaluatedProperties": False},
    ),
    (
        "no further items",
        {"type": "array", "prefixItems": [STRING], "items": False},
        {"type": "array", "items": [STRING], "additionalItems": False},
    ),
    ("a list of one type", STRING, {"type": ["string"]}),
    ("integers are numbers", {"type": "number"}, {"type": ["integer", "number"]}),
    ("types as a union", {"type": ["integer", "string"]}, {"anyOf": [STRING, {"type": "integer"}]}),
    ("types as a union of one", {"type": ["integer", "string"]}, {"oneOf": [STRING, {"type": "integer"}]}),
    ("every type", {}, {"type": ["array", "boolean", "null", "number", "object", "string"]}),
    ("a union of one", ref("Text"), {"oneOf": [ref("Text")]}),
    ("a union with nothing", ref("Text"), {"anyOf": [ref("Text"), False]}),
    ("a part that says nothing", ref("Text"), {"allOf": [ref("Text"), {"description": "Words"}]}),
    ("a part that is everything", ref("A"), {"type": "object", "allOf": [ref("A")]}),
    ("a variant twice", {"anyOf": [ref("A"), STRING]}, {"anyOf": [ref("A"), STRING, ref("Alias")]}),
    ("a variant twice, once written out", {"anyOf": [ref("A"), STRING]}, {"anyOf": [ref("A"), STRING, NAMED["A"]]}),
    ("a variant of any value", {}, {"anyOf": [STRING, {}]}),
    ("dependencies", {"dependentRequired": {"a": ["b"]}}, {"dependencies": {"a": ["b"]}}),
    ("dependencies on schemas", {"dependentSchemas": {"a": OBJECT}}, {"dependencies": {"a": OBJECT}}),
    (
        "parts in another order",
        {"allOf": [{"pattern": "a"}, {"pattern": "b"}]},
        {"allOf": [{"pattern": "b"}, {"pattern": "a"}]},
    ),
    (
        "negations in another order",
        {"allOf": [{"not": ref("A")}, {"not": ref("B")}]},
        {"allOf": [{"not": ref("B")}, {"not": ref("A")}]},
    ),
    (
        "unions in another order",
        {"allOf": [{"oneOf": [ref("A"), ref("B")]}, {"oneOf": [ref("B"), ref("C")]}]},
        {"allOf": [{"oneOf": [ref("B"), ref("C")]}, {"oneOf": [ref("B"), ref("A")]}]},
    ),
    (
        "a part that is the schema's own",
        {"pattern": "a", "allOf": [{"pattern": "b"}]},
        {"allOf": [{"pattern": "a"}, {"pattern": "b"}]},
    ),
    (
        "tags that the names are",
        {**DISCRIMINATED, "discriminator": {"propertyName": "t"}},
        {**DISCRIMINATED, "discriminator": {"propertyName": "t", "mapping": {"A": "#/components/schemas/A", "B": "B"}}},
    ),
    ("an if without consequences", {"type": "object"}, {"type": "object", "if": OBJECT}),
    (
        "a negation of a negation's order",
        {"not": {"anyOf": [ref("A"), ref("B")]}},
        {"not": {"anyOf": [ref("B"), ref("A")]}},
    ),
]


def above_docs(base: Any, revision: Any) -> list[tuple[str, str]]:
    found: tuple[Finding, ...] = compare(base, revision)
    return [(finding.id, finding.message) for finding in found if finding.level.rank < Level.DOCS.rank]


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_two_spellings_of_a_schema_are_no_change(left: Any, right: Any) -> None:
    for place in (lambda schema: schema, holder, lambda schema: {"type": "array", "items": schema}):
        for body in (request, response):
            base, revision = (body(place(schema), components={"schemas": NAMED}) for schema in (left, right))
            assert above_docs(base, revision) == []
            assert above_docs(revision, base) == []


OK = {"description": "ok"}
QUERY = {"name": "q", "in": "query", "schema": {"type": "array", "items": STRING}}
DOCUMENTS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (
        "a reference into a property",
        request({"properties": {"a": STRING, "b": STRING}}),
        request({"properties": {"a": STRING, "b": {"$ref": "#/properties/a"}}}),
    ),
    *(
        (
            f"schemas in {key}",
            request({"properties": {"a": STRING}}),
            request({"properties": {"a": {"$ref": f"#/{key}/S"}}, key: {"S": STRING}}),
        )
        for key in ("$defs", "definitions")
    ),
    (
        "a default of a required parameter",
        parameter({**STRING, "default": "a"}, required=True),
        parameter({**STRING, "default": "b"}, required=True),
    ),
    (
        "a default of a path parameter",
        parameter({**STRING, "default": "a"}, required=True),
        parameter(STRING, required=True),
    ),
    (
        "a default of a required property",
        request(holder({**STRING, "default": "a"}, required=True)),
        request(holder(STRING, required=True)),
    ),
    (
        "the usual style",
        document({"parameters": [QUERY]}),
        document({"parameters": [{**QUERY, "style": "form", "explode": True}]}),
    ),
    (
        "a parameter of the path item",
        document({"parameters": [QUERY]}),
        document(paths={"/x": {"parameters": [QUERY], "post": {"responses": {"200": OK}}}}),
    ),
    (
        "a parameter as a component",
        document({"parameters": [QUERY]}),
        document({"parameters": [{"$ref": "#/components/parameters/Q"}]}, components={"parameters": {"Q": QUERY}}),
    ),
    (
        "a response as a component",
        document({"responses": {"200": OK}}),
        document({"responses": {"200": {"$ref": "#/components/responses/R"}}}, components={"responses": {"R": OK}}),
    ),
    ("a range in lower case", document({"responses": {"2XX": OK}}), document({"responses": {"2xx": OK}})),
    ("a media type in upper case", response(STRING), response(STRING, media="Application/JSON")),
    (
        "a parameter of a media type",
        response(STRING, media="text/plain; charset=utf-8"),
        response(STRING, media="text/plain;charset=utf-8"),
    ),
    (
        "a server with its port",
        document(servers=[{"url": "https://a.example.com"}]),
        document(servers=[{"url": "https://A.example.com:443/"}]),
    ),
    (
        "security at the operation",
        document(security=[{"k": []}], components={"securitySchemes": {"k": {"type": "http", "scheme": "bearer"}}}),
        document(
            {"security": [{"k": []}]}, components={"securitySchemes": {"k": {"type": "http", "scheme": "Bearer"}}}
        ),
    ),
    (
        "alternatives in another order",
        document(security=[{"k": []}, {"l": []}]),
        document(security=[{"l": []}, {"k": []}]),
    ),
    (
        "an exclusive bound of 3.0",
        {**request({"type": "number", "minimum": 3, "exclusiveMinimum": True}), "openapi": "3.0.3"},
        request({"type": "number", "exclusiveMinimum": 3}),
    ),
    (
        "null of 3.0",
        {**request(holder({"nullable": True, "allOf": [ref("A")]}), components={"schemas": NAMED}), "openapi": "3.0.3"},
        request(holder({"anyOf": [ref("A"), {"type": "null"}]}), components={"schemas": NAMED}),
    ),
    (
        "null of 3.0 in an enumeration",
        {**request(holder({**STRING, "nullable": True, "enum": ["a", None]})), "openapi": "3.0.3"},
        request(holder({"anyOf": [{"const": "a"}, {"type": "null"}]})),
    ),
]


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in DOCUMENTS], ids=[case[0] for case in DOCUMENTS])
def test_two_spellings_of_a_document_are_no_change(left: Any, right: Any) -> None:
    assert above_docs(left, right) == []
    assert above_docs(right, left) == []


def test_null_inside_a_union_inside_a_union_is_null_wherever_it_is_written() -> None:
    numbers = {"type": "integer", "minimum": 0}
    nullable = {"type": ["string", "null"]}
    deep = [
        {"anyOf": [{"type": "string", "pattern": "^a", "maxLength": 6}, STRING]},
        {"type": "array", "items": numbers},
    ]
    texts = {"anyOf": [{"type": "string", "enum": ["x"]}, nullable, nullable]}
    inner: dict[str, Any] = {"oneOf": [*deep, texts]}
    base = {"oneOf": [{"anyOf": [STRING, nullable, numbers]}, {**numbers, "maximum": 11}, inner]}
    moved = {"oneOf": [*reversed(deep), {"anyOf": [{"anyOf": [ref("Null"), *texts["anyOf"]]}, ref("Null")]}]}
    revision = {"oneOf": [{**numbers, "maximum": 11}, ref("Inner"), {"anyOf": [STRING, ref("Null"), numbers]}]}
    components = {"schemas": {"Null": nullable, "Inner": moved}}
    documents = response(base, components=components), response(revision, components=components)
    assert [
        each.id for pair in (documents, documents[::-1]) for each in compare(*pair) if each.level.rank < Level.DOCS.rank
    ] == []


UNIONS = ("anyOf", "oneOf")


@pytest.mark.parametrize("outer", UNIONS)
@pytest.mark.parametrize("middle", UNIONS)
@pytest.mark.parametrize("inner", UNIONS)
def test_a_nullable_component_in_unions_is_the_same_as_one_in_its_place(outer: str, middle: str, inner: str) -> None:
    """Also where the branches of a oneOf cannot be told apart: a text, and a union of texts or null."""
    text_or_null = {"type": ["string", "null"]}
    known = {"type": "string", "enum": ["x"]}
    first, second = {inner: [text_or_null, known]}, {inner: [STRING, known]}
    base = holder({outer: [{middle: [STRING, first]}, {middle: [text_or_null, second]}]})
    revision = holder(
        {outer: [{middle: [text_or_null, {inner: [known, ref("Text")]}]}, {middle: [STRING, ref("Any")]}]}
    )
    schemas = {"Any": {inner: [ref("Null"), known]}, "Null": text_or_null, "Text": STRING}
    documents = request(base), request(revision, components={"schemas": schemas})
    assert above_docs(*documents) == above_docs(*reversed(documents)) == []


TEXT_OR_NUMBER: dict[str, Any] = {"oneOf": [{"type": ["string", "null"]}, {"type": "integer", "minimum": 5}]}
TWO_NAMES: dict[str, Any] = {
    "One": TEXT_OR_NUMBER,
    "Other": {"oneOf": [{"type": "integer", "exclusiveMinimum": 4}, {"anyOf": [STRING, {"type": "null"}]}]},
}


@pytest.mark.parametrize("null", [[], [{"type": "null"}]], ids=["without null", "with null"])
@pytest.mark.parametrize("around", [request, response])
def test_equal_unions_under_two_names_are_the_union(around: Any, null: list[dict[str, Any]]) -> None:
    components = {"schemas": TWO_NAMES}
    base = around({"anyOf": [TEXT_OR_NUMBER, TWO_NAMES["Other"], *null]}, components=components)
    revision = around({"anyOf": [ref("One"), *null, ref("Other")]}, components=components)
    assert above_docs(base, revision) == above_docs(revision, base) == []


def test_a_change_of_equal_schemas_under_two_names_is_found_inside_them() -> None:
    old, new = (holder({"type": "integer", "minimum": least}) for least in (5, 4))
    revision = request({"anyOf": [ref("New"), ref("Twin")]}, components={"schemas": {"New": new, "Twin": new}})
    assert [id_ for id_, _ in above_docs(request(old), revision)] == ["request-property-min-decreased"]
