"""Runs cases of the JSON-Schema-Test-Suite through reader, model, writer and jsonschema-rs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jsonschema_rs
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]  # it has no types

from nemogen.errors import Location as Location
from nemogen.errors import SpecError
from nemogen.openapi.bundle_schema import bundle_schema
from nemogen.openapi.document import Document, Info
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.references import References
from nemogen.openapi.schema import SchemaNode, SchemaRef, Target
from nemogen.openapi.schema_resources import SchemaResources
from nemogen.openapi.schema_store import SchemaStore
from nemogen.recordings.judge_value import ValueJudge

DRAFT = "draft2020-12"
SERVER = "http://localhost:1234/"
"""Where the suite expects its remote schemas to be served."""


@dataclass(frozen=True)
class Case:
    """One instance of the suite. `name` is unique: "file: group: case"."""

    name: str
    schema: JsonValue
    instance: JsonValue
    is_valid: bool


@dataclass(frozen=True)
class Outcome:
    """What came of a case: whether the instance was found valid, or what went wrong."""

    case: Case
    found: bool | str

    @property
    def is_right(self) -> bool:
        return self.found is self.case.is_valid


def cases(suite: Path) -> Iterator[Case]:
    """All cases of the suite, in order."""
    for path in sorted((suite / "tests" / DRAFT).glob("*.json")):
        for group in json.loads(path.read_text(encoding="utf-8")):
            for case in group["tests"]:
                name = f"{path.stem}: {group['description']}: {case['description']}"
                yield Case(name, group["schema"], case["data"], case["valid"])


def outcomes(suite: Path) -> Iterator[Outcome]:
    """What comes of each case; a schema with several instances is read once."""
    validator: jsonschema_rs.Validator | str = ""
    schema: JsonValue = None
    for case in cases(suite):
        if case.schema is not schema:
            schema = case.schema
            validator = compiled(case.schema, suite)
        found = validator if isinstance(validator, str) else validator.is_valid(case.instance)
        yield Outcome(case, found)


def judge_of(schema: JsonValue, suite: Path) -> tuple[SchemaNode, ValueJudge]:
    """What judges the values of recordings by a schema."""
    document, root, _ = read(schema, suite)
    return root, ValueJudge(document)


def read(schema: JsonValue, suite: Path) -> tuple[Document, SchemaRef, SchemaResources]:
    """A schema as a document of its own, and a reference to it."""
    reading = References(schema, "schema.json", lambda name: load(name, suite))
    resources = SchemaResources(reading)
    document = Document("3.1.0", Info(), (), resolve_target=SchemaStore(reading).resolve, resources=resources)
    return document, SchemaRef(Target("", ""), "#", Location("schema.json")), resources


def compiled(schema: JsonValue, suite: Path) -> jsonschema_rs.Validator | str:
    """The validator of a schema that went through the model, or what went wrong."""
    document, root, resources = read(schema, suite)
    bundle = bundle_schema(document, root, resources)
    try:
        return jsonschema_rs.Draft202012Validator(dict(bundle.schema), validate_formats=False, offline=True)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def load(name: str, suite: Path) -> JsonValue:
    """A remote schema of the suite, or a metaschema. Raises SpecError where there is none of this name."""
    path = suite / "remotes" / name.removeprefix(SERVER)
    if name.startswith(SERVER) and path.is_file():
        found: JsonValue = json.loads(path.read_text(encoding="utf-8"))
        return found
    known: Mapping[str, JsonValue] = {uri: REGISTRY.contents(uri) for uri in REGISTRY if uri == name}
    if name not in known:
        raise SpecError(f"{name} is not a schema of the suite")
    return known[name]
