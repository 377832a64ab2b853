"""Values made from schemas: valid, the same for the same seed, and for patterns too."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from nemogen.recordings.fake_values import CannotMake, make
from nemogen.recordings.regex_sample import UnknownPattern, text_for
from tests.recordings.samples import schema_of

SCHEMAS: list[Any] = [
    {},
    {"type": "string", "minLength": 30, "maxLength": 31},
    {"type": "string", "maxLength": 0},
    {"type": "string", "pattern": r"^[A-F]{2}-\d+(a|b)?$"},
    {"type": "string", "format": "uuid"},
    {"type": "integer", "minimum": 5, "maximum": 5},
    {"type": "integer", "exclusiveMinimum": 5, "exclusiveMaximum": 7},
    {"type": "number", "minimum": 0.2, "maximum": 0.3},
    {"type": "number", "maximum": -7},
    {"type": "number", "multipleOf": 0.25, "exclusiveMinimum": 0},
    {"enum": [None, "a"]},
    {"const": {"a": 1}},
    {"type": "null"},
    {"type": ["string", "null"]},
    {"type": "array", "minItems": 3, "items": {"type": "integer"}},
    {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": {"type": "null"}},
    {"type": "object", "required": ["free"], "minProperties": 2, "additionalProperties": {"type": "integer"}},
    {"allOf": [{"type": "integer", "minimum": 3}, {"type": "integer", "maximum": 4}]},
    {
        "allOf": [
            {"properties": {"a": {"const": 1}}, "required": ["a"]},
            {"properties": {"b": {"const": 2}}, "required": ["b"]},
        ]
    },
    {"oneOf": [{"type": "object", "properties": {"t": {"const": "x"}}, "required": ["t"]}, {"type": "string"}]},
    {"anyOf": [{"type": "string"}, {"type": "null"}], "examples": [7, "chosen"]},
    {"$ref": "#/$defs/tree", "$defs": {"tree": {"type": "object", "properties": {"next": {"$ref": "#/$defs/tree"}}}}},
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
def test_what_is_made_is_valid_and_the_same_for_a_seed(schema: Any) -> None:
    node, judge = schema_of(schema)
    for seed in ("1", "2", "3"):
        value = make(node, judge, seed=seed)
        assert jsonschema.Draft202012Validator(schema).is_valid(value), value
        assert make(node, judge, seed=seed) == value


def test_an_example_of_the_spec_is_used_where_it_is_valid() -> None:
    node, judge = schema_of({"type": "string", "maxLength": 6, "example": "chosen"})
    assert make(node, judge, seed="1") == "chosen"


def test_an_item_that_says_its_place_says_the_right_one_where_the_spec_lets_it() -> None:
    for most, expected in (({}, [0, 1, 2]), ({"minimum": 7, "maximum": 7}, [7, 7, 7])):
        item = {"type": "object", "properties": {"index": {"type": "integer", **most}}, "required": ["index"]}
        node, judge = schema_of({"type": "array", "items": item, "minItems": 3, "maxItems": 3})
        found: Any = make(node, judge, seed="1")
        assert [each["index"] for each in found] == expected


def test_what_is_made_for_a_branch_has_the_tag_that_means_it() -> None:
    pet = {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]}
    components = {"schemas": {"Cat": pet, "Dog": pet}}
    discriminator = {"propertyName": "kind", "mapping": {"dog": "#/components/schemas/Dog"}}
    union = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in components["schemas"]]}
    node, judge = schema_of({**union, "discriminator": discriminator}, {"components": components})
    found: list[Any] = [make(node, judge, seed=str(seed)) for seed in range(10)]
    assert {each["kind"] for each in found} == {"Cat", "dog"}


def test_numbers_are_whole_where_they_may_be() -> None:
    node, judge = schema_of({"type": "number"})
    assert {type(make(node, judge, seed=str(seed))) for seed in range(20)} == {int}


@pytest.mark.parametrize(
    "schema", [{"not": {}}, {"type": "string", "pattern": "(?=a)b"}, {"type": "integer", "minimum": 3, "maximum": 2}]
)
def test_what_cannot_be_made_is_said(schema: Any) -> None:
    node, judge = schema_of(schema)
    with pytest.raises(CannotMake):
        make(node, judge, seed="1")


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "abc",
        "^a.c$",
        r"\d{3}-\w+\s?",
        "[a-c0-9_]*",
        "[^a-z]",
        "(ab|c(?:d|e))+",
        r"a{2,}b{1,2}?",
        r"\.\/\-\u0041\x42\t",
        "x|",
        r"[\d\-]",
        "(?<year>[0-9]{4})",
    ],
)
def test_a_text_is_made_that_the_pattern_matches(pattern: str) -> None:
    python = pattern.replace("(?<", "(?P<")
    for seed in range(10):
        assert re.search(python, text_for(pattern, random.Random(seed)))


@pytest.mark.parametrize(
    "pattern", ["(", "[a", "*", "a)", r"\p{L}", r"(a)\1", "(?=a)", "(?!a)", "\\", "a{2000}", r"\u00"]
)
def test_a_pattern_beyond_us_is_said_to_be(pattern: str) -> None:
    with pytest.raises(UnknownPattern):
        text_for(pattern, random.Random(1))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_what_is_made_does_not_depend_on_the_process(seed: str) -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", MAKE], env={**os.environ, "PYTHONHASHSEED": hashed, "SEED": seed},
            capture_output=True, text=True, check=True, cwd=ROOT,
        ).stdout
        for hashed in ("0", "1", "5")
    }  # fmt: skip
    assert len(made) == 1
    assert "made" in made.pop()


ROOT = Path(__file__).resolve().parents[2]
MAKE = """
import json, os
from nemogen.recordings.bundled_tests.loopback import ReceivedRequest
from nemogen.recordings.serve import Mock
from tests.recordings.samples import ENDS, chat, document, read, stream

mock = Mock([chat(heat=2), stream()], read(document()), ends=ENDS, seed=os.environ["SEED"])
for more in ({}, {"stream": True}):
    sent = {"model": "m", "heat": 1, "class": "c", "messages": [{"role": "user", "content": "a"}], **more}
    asked = ReceivedRequest("POST", "/v1/chat", (("content-type", "application/json"),), json.dumps(sent).encode())
    print(mock.respond(asked))
"""
