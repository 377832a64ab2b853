"""What upstream removes without a break on the wire stays in the package, deprecated, for two minor releases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from nemogen.canonical import NO_FACTS, CanonicalSchema
from nemogen.client.removed_properties import removed_since, with_removed_properties
from nemogen.commands.next_version import api_of
from nemogen.commands.python_side import NO_SPEC, PlannedSpec, compare_specs, plan_spec
from nemogen.commands.spec_changes import Side, changes_between
from nemogen.document import Document
from nemogen.errors import ConfigError, NemogenError
from nemogen.findings import Finding, Level
from nemogen.given_names import Entry, Names, dump_names, parse_names
from nemogen.old_names import without_expired
from nemogen.schema_text import dump_schema, parse_schema
from nemogen.source.load import load, require_openapi
from tests.commands import documents
from tests.commands.workshop import Workshop
from tests.naming.small import one, operation, prepared, properties, ref, spec
from tests.test_cases import CASES, document_of

UPSTREAM = os.environ.get("NEMOGEN_UPSTREAM")
REVISIONS = sorted(Path(UPSTREAM, "mistral-nemo").glob("*.json")) if UPSTREAM else []
STRING, NUMBER = {"type": "string"}, {"type": "number"}
INNER = properties(id=STRING, parts={"type": "array", "items": properties(of=NUMBER)})
CLOSED = {"additionalProperties": False}
UNION = {"oneOf": [properties(kind={"const": "a"}, a=STRING), properties(kind={"const": "b"}, b=NUMBER)]}
LESS = documents.text(documents.without(documents.shop(), "components", "schemas", "Item", "properties", "price"))
TEMPLATES = Path(__file__).parents[2] / "templates"
CALLER = """
import warnings
from shop import Item, Shop
from shop.testing import FakeServer, json_response

with FakeServer(json_response({"name": "a"}, 201)) as server, warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    made = Shop(base_url=server.url).items.create(name="a", price=2.5)
    assert server.requests[0].json == {"name": "a", "price": 2.5}, server.requests
assert isinstance(made, Item) and made.price is None
assert [str(each.message) for each in caught if each.category is DeprecationWarning], caught
"""


def side(document: Any, name: str = "spec.json") -> Side:
    return Side(name, json.dumps(document).encode(), document)


def breaks(before: Any, after: Any) -> tuple[list[str], list[str]]:
    """The breaks of a change on the wire, and for callers."""
    old, new = side(before), side(after)
    api = api_of(None, None)
    wire = changes_between(old, new)
    base = plan_spec(api, old)
    found = compare_specs(base, plan_spec(api, new, base), wire)
    assert not found.why
    return breaking(wire), breaking(found.changes)


def breaking(findings: tuple[Finding, ...]) -> list[str]:
    return [each.id for each in findings if each.level is Level.BREAKING]


@pytest.mark.parametrize("kind", [STRING, INNER, {"type": "array", "items": INNER}, UNION, ref("Other")], ids=str)
@pytest.mark.parametrize("way", ["sent", "received", "both", "inside"])
def test_a_property_whose_removal_breaks_nothing_on_the_wire_breaks_no_caller(kind: Any, way: str) -> None:
    def document(**more: Any) -> Any:
        thing = properties(name=STRING, **more)
        inside = properties(thing=thing)
        shapes = {"sent": (None, thing), "received": (thing, None), "both": (thing, thing), "inside": (None, inside)}
        return one(*shapes[way], schemas={"Other": properties(x=STRING)})

    assert breaks(document(removed=kind), document()) == ([], [])


def test_what_was_required_of_a_request_may_be_left_out_now() -> None:
    before = one(body={**properties(name=STRING, removed=STRING), "required": ["removed"]})
    assert breaks(before, one(body=properties(name=STRING))) == ([], [])


@pytest.mark.parametrize(
    ("response", "body", "rule"),
    [
        (
            {**properties(name=STRING, removed=STRING), "required": ["removed"]},
            None,
            "response-required-property-removed",
        ),
        (None, {**properties(name=STRING, removed=STRING), **CLOSED}, "request-property-removed-from-closed-object"),
    ],
)
def test_what_breaks_on_the_wire_is_removed_from_the_package_too(response: Any, body: Any, rule: str) -> None:
    after = [each and {**each, "properties": {"name": STRING}, "required": []} for each in (response, body)]
    wire, python = breaks(one(response, body), one(*after))
    assert wire == [rule]
    assert python


@pytest.mark.parametrize("way", ["sent", "received"])
def test_what_undeclared_properties_may_not_hold_is_not_kept(way: str) -> None:
    def kept(kind: Any, rest: Any) -> list[str]:
        def document(**more: Any) -> Document:
            thing = {**properties(a=STRING, **more), "additionalProperties": rest}
            return prepared(one(body=thing) if way == "sent" else one(thing))

        before, after = document(b=kind), document()
        return [key.partition(" ")[2] for key in removed_since(before, after, "0.1.0")]

    assert kept(STRING, NUMBER) == []
    assert kept(STRING, STRING) == kept(STRING, {}) == kept(STRING, True) == ["b"]
    either = {"anyOf": [STRING, NUMBER]}
    assert (kept(STRING, either), kept(either, STRING)) == ((["b"], []) if way == "sent" else ([], ["b"]))


def test_an_entry_ends_when_the_property_is_back_or_its_class_is_removed() -> None:
    before, after = (prepared(one(body=properties(a=STRING, **more))) for more in ({"b": STRING}, {}))
    names = replace(after.names, removed=removed_since(before, after, "0.3.0"))
    assert names.removed == {"ThingRequest b": Entry("ThingRequest", last="0.3.0", schema='{"type": "string"}')}
    assert parse_names(dump_names(names), "names.toml").removed == names.removed
    kept = with_removed_properties(replace(after, names=names)).schemas["ThingRequest"].properties
    assert (list(kept), kept["b"].deprecated) == (["a", "b"], True)
    assert with_removed_properties(replace(before, names=names)).schemas == before.schemas
    other = prepared(spec({"/a": {"get": operation(properties(c=STRING))}}))
    without_class = replace(other, names=replace(other.names, removed=names.removed))
    assert with_removed_properties(without_class).schemas == other.schemas
    assert removed_since(before, other, "0.3.0") == {}
    assert without_expired(names, ["0.4.0", "0.3.0"]).removed
    assert not without_expired(names, ["0.5.0", "0.4.1", "0.4.0", "0.3.0"]).removed


def test_the_same_package_is_made_with_the_order_of_names_toml_and_with_any_other() -> None:
    more = {"z": properties(last=STRING), "b": properties(first=NUMBER), "m": STRING}
    before, after = (prepared(one(body=properties(a=STRING, **each))) for each in (more, {}))
    removed = removed_since(before, after, "0.1.0")
    orders = (
        removed,
        dict(reversed(removed.items())),
        parse_names(dump_names(Names(removed=removed)), "names").removed,
    )
    made = [with_removed_properties(replace(after, names=Names(removed=each))).schemas for each in orders]
    assert len(removed) == 3
    assert [list(each) for each in made] == [list(made[0])] * 3
    assert [list(each["ThingRequest"].properties) for each in made] == [["a", "b", "m", "z"]] * 3


def test_nothing_else_is_called_as_what_a_removed_property_leads_to() -> None:
    before = prepared(one(body=properties(a=STRING, maker=INNER)))
    after = prepared(one(body=properties(a=STRING)))
    kept = Names(removed=removed_since(before, after, "0.1.0"))
    assert "Maker" in before.schemas
    now = prepared(one(body=properties(a=properties(maker=properties(other=NUMBER)))), kept=kept)
    assert "Maker" not in now.schemas
    assert {"Maker", "Part"} <= with_removed_properties(replace(now, names=kept)).schemas.keys()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_schema_is_read_as_it_was_written(case: Path) -> None:
    try:
        schemas = document_of(case).schemas
    except NemogenError:
        return
    for schema in schemas.values():
        written = dump_schema(schema, schemas)
        tree = parse_schema(written)
        assert dump_schema(tree.schema, tree.definitions) == written
        assert tree.definitions == {name: read_back(schemas[name]) for name in tree.definitions}


def read_back(schema: CanonicalSchema) -> CanonicalSchema:
    """The schema without what its text has nothing of."""
    found = schema.with_parts(read_back)
    return replace(found, description="", default=None, deprecated=False, is_closed=False, facts=NO_FACTS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "1",
        pytest.param("[" * 100_000, id="deep"),
        '{"$ref": "x"}',
        '{"$ref": "#/components/schemas/A"}',
        '{"items": 1}',
        '{"type": 3}',
        '{"type": "text"}',
        '{"type": "string", "format": 5}',
        '{"type": "string", "maxLength": -1}',
        '{"type": "string", "pattern": "("}',
        '{"type": "string", "enum": "abc"}',
        '{"type": "string", "enum": [{}]}',
        '{"type": "integer", "minimum": "x"}',
        '{"type": "integer", "minimum": NaN}',
        pytest.param(f'{{"type": "integer", "minimum": 1{"0" * 400}}}', id="huge"),
        '{"type": "integer", "properties": {}}',
        '{"type": "object", "required": "ab"}',
        '{"type": "object", "required": [1]}',
        '{"type": "object", "properties": {"a": {"type": 3}}}',
        '{"discriminator": 0}',
        '{"anyOf": [{}], "discriminator": 0}',
        '{"anyOf": [{}], "discriminator": {"propertyName": "a", "mapping": {"a": "#/components/schemas/A"}}}',
        '{"foo": 1}',
        '{"$defs": 1}',
        '{"$defs": {"A": 1}}',
        '{"$defs": {"class": {}}}',
        '{"$defs": {"None": {}}}',
    ],
)
def test_what_is_no_schema_is_refused_with_its_line(text: str) -> None:
    line = f'"A b" = {{ name = "A", last = "0.1.0", schema = {json.dumps(text)} }}'
    with pytest.raises(ConfigError, match=r"names\.toml:2"):
        parse_names(f"[removed]\n{line}\n".encode(), "names.toml")


def test_check_and_diff_agree_with_sync_that_nothing_breaks(local: Workshop) -> None:
    local.write("docs/shop.json", LESS)
    assert findings_of_source(local.report("check", status=1)) == []
    local.write("templates/client/src/client.py.jinja", (TEMPLATES / "client/src/client.py.jinja").read_bytes())
    assert findings_of_source(local.report("diff", "shop", "docs/shop.json", "--source", status=0)) == []


def findings_of_source(report: dict[str, Any]) -> Any:
    (subject,) = [each for each in report["apis"][0]["subjects"] if each["name"] == "source"]
    return subject["findings"]


@pytest.mark.slow  # a package is generated twice
def test_a_caller_of_what_was_removed_is_warned(local: Workshop) -> None:
    local.write("docs/shop.json", LESS)
    assert findings_of_source(local.report("sync", status=0)) == []
    assert local.run("check", "--offline").status == 0
    source = local.root / "generated/shop/src"
    subprocess.run([sys.executable, "-c", CALLER], env={"PYTHONPATH": str(source)}, check=True, timeout=120)


@pytest.mark.slow
@pytest.mark.skipif(not REVISIONS, reason="NEMOGEN_UPSTREAM is not set")
def test_no_real_revision_breaks_callers_where_the_wire_does_not_break() -> None:
    api, before = api_of(None, None), NO_SPEC
    planned: list[tuple[Side, PlannedSpec]] = []
    for path in REVISIONS:
        try:
            value = require_openapi(load(path.read_bytes(), path.name))
        except NemogenError:
            continue
        found = Side(path.name, path.read_bytes(), value)
        before = plan_spec(api, found, before)
        planned.append((found, before))
    assert len(planned) == len(REVISIONS) - 1
    for (old, base), (new, revision) in pairwise(planned):
        wire = changes_between(old, new)
        if not breaking(wire):
            assert breaking(compare_specs(base, revision, wire).changes) == [], new.name
