"""Laws that hold for any two documents."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.diff.compare import compare, verdict
from nemogen.diff.side import Side
from nemogen.findings import Finding, Level
from nemogen.openapi.schema import SchemaNode
from tests.diff.documents import is_same, request, response
from tests.diff.places import check_places
from tests.diff.respelling import EXAMPLES, Respelling, documents, schemas

NOT_ABOUT_THE_WIRE = ("openapi-version-changed",)


def about_the_wire(findings: tuple[Finding, ...]) -> list[Finding]:
    return [each for each in findings if each.id not in NOT_ABOUT_THE_WIRE and each.level is not Level.DOCS]


@given(documents())
@settings(max_examples=50, deadline=None)
def test_a_document_does_not_differ_from_itself(base: dict[str, Any]) -> None:
    assert compare(base, {**base}) == ()
    assert compare(base, {**base, "x-new": 1})[0].level is Level.DOCS


@given(documents(), st.integers())
@settings(max_examples=EXAMPLES, deadline=None)
def test_another_spelling_of_a_document_is_no_change(base: dict[str, Any], seed: int) -> None:
    other = Respelling(seed).document(base)
    assert [finding.id for finding in about_the_wire(compare(base, other))] in ([], ["unreachable-component-added"])
    assert [finding.id for finding in about_the_wire(compare(other, base))] in ([], ["api-schema-removed"])
    assert is_same(base, other)


@given(schemas, schemas)
@settings(max_examples=100, deadline=None)
def test_digests_are_equal_only_where_the_wire_is(left: dict[str, Any], right: dict[str, Any]) -> None:
    base, revision = request({"properties": {"p": left}}), request({"properties": {"p": right}})
    digests = [side.digests.of(body_schema(side)) for side in (Side(base, "base"), Side(revision, "revision"))]
    assert (digests[0] == digests[1]) == is_same(base, revision)


def body_schema(side: Side) -> SchemaNode:
    body = side.document.operations[0].body
    assert body is not None
    assert body.content[0].schema is not None
    return body.content[0].schema


OPPOSITE = {
    "new-optional-request-property": "request-property-removed",
    "new-required-request-property": "request-property-removed",
    "request-property-became-nullable": "request-property-became-not-nullable",
    "request-property-became-required": "request-property-became-optional",
    "request-property-enum-value-added": "request-property-enum-value-removed",
    "request-property-one-of-added": "request-property-one-of-removed",
    "request-property-any-of-added": "request-property-any-of-removed",
    "request-property-max-increased": "request-property-max-decreased",
    "request-property-min-set": "request-property-min-unset",
}


@given(schemas, schemas)
@settings(max_examples=100, deadline=None)
def test_the_way_back_mirrors_the_way_there(left: dict[str, Any], right: dict[str, Any]) -> None:
    base, revision = (request({"properties": {"p": schema}}) for schema in (left, right))
    there = [finding.id for finding in compare(base, revision)]
    back = [finding.id for finding in compare(revision, base)]
    for one, other in OPPOSITE.items():
        if one in there:
            closed = f"{other}-from-closed-object"
            assert other in back or closed in back


@given(documents(), documents(), st.integers())
@settings(max_examples=50, deadline=None)
def test_every_place_exists_in_any_two_documents(base: dict[str, Any], revision: dict[str, Any], seed: int) -> None:
    check_places(base, Respelling(seed).document(revision))


@given(schemas, schemas)
@settings(max_examples=50, deadline=None)
def test_fingerprints_are_apart_and_do_not_depend_on_the_order(left: dict[str, Any], right: dict[str, Any]) -> None:
    findings = compare(response(left), response(right))
    assert len({finding.fingerprint for finding in findings}) == len(findings)
    backwards = {key: left[key] for key in reversed(left)}
    assert {f.fingerprint for f in compare(response(backwards), response(right))} == {f.fingerprint for f in findings}


def test_a_verdict_is_the_worst_level() -> None:
    findings = compare(request({"type": "string"}), request({"type": "object", "description": "Words"}))
    assert verdict(findings) is Level.BREAKING
    assert verdict(()) is Level.NOTE
