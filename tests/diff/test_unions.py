"""Branches of unions are matched by what they mean, not by where they stand."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.findings import Level
from tests.diff.documents import request, response

TEXT: dict[str, Any] = {"type": "object", "title": "Text", "properties": {"text": {"type": "string"}}}
IMAGE: dict[str, Any] = {"type": "object", "title": "Image", "properties": {"url": {"type": "string"}}}
SOUND: dict[str, Any] = {"type": "object", "title": "Sound", "properties": {"data": {"type": "string"}}}


def tagged(tag: str, **properties: str) -> dict[str, Any]:
    kinds = {name: {"type": kind} for name, kind in properties.items()}
    return {"type": "object", "required": ["type"], "properties": {"type": {"enum": [tag]}, **kinds}}


def ids(base: Any, revision: Any) -> list[str]:
    return [finding.id for finding in compare(base, revision)]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_branch_that_moved_is_no_change(keyword: str) -> None:
    assert ids(request({keyword: [TEXT, IMAGE, SOUND]}), request({keyword: [SOUND, TEXT, IMAGE]})) == []


def test_a_part_of_an_all_of_that_moved_changes_nothing_but_the_title_that_counts() -> None:
    base, revision = request({"allOf": [TEXT, IMAGE, SOUND]}), request({"allOf": [SOUND, TEXT, IMAGE]})
    assert ids(base, revision) == ["title-changed"]


def test_a_branch_is_found_again_by_its_tag() -> None:
    base = request({"oneOf": [tagged("a", x="string"), tagged("b", x="string")]})
    revision = request({"oneOf": [tagged("b", x="integer"), tagged("a", x="string")]})
    findings = compare(base, revision)
    assert [finding.id for finding in findings] == ["request-property-type-changed"]
    assert "(type=b)" in findings[0].message


def test_a_branch_is_found_again_by_its_component() -> None:
    def union(*names: str, **schemas: Any) -> dict[str, Any]:
        return request(
            {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}, components={"schemas": schemas}
        )

    base = union("A", "B", A={"type": "string", "maxLength": 5}, B={"type": "string", "maxLength": 7})
    revision = union("B", "A", A={"type": "string", "maxLength": 5}, B={"type": "string", "maxLength": 6})
    assert ids(base, revision) == ["request-property-max-length-decreased"]


def test_a_branch_is_found_again_by_its_title_and_its_shape() -> None:
    more = {**IMAGE, "properties": {**IMAGE["properties"], "alt": {"type": "string"}}}
    assert ids(request({"oneOf": [TEXT, IMAGE]}), request({"oneOf": [more, TEXT]})) == ["new-optional-request-property"]
    plain = [{key: value for key, value in schema.items() if key != "title"} for schema in (IMAGE, more)]
    assert ids(request({"oneOf": [plain[0], TEXT]}), request({"oneOf": [TEXT, plain[1]]})) == [
        "new-optional-request-property"
    ]


def test_the_order_of_a_list_of_scalar_branches_says_nothing() -> None:
    base = {"anyOf": [{"type": "string", "maxLength": 5}, {"type": "integer", "maximum": 3}]}
    revision = {"anyOf": [{"type": "integer", "maximum": 4}, {"type": "string", "maxLength": 5}]}
    assert ids(response(base), response(revision)) == ["response-property-max-increased"]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("beside", [{}, {"type": "object"}, {"type": ["object", "string"]}])
def test_variants_that_are_one_in_other_words_are_that_one_also_beside_its_type(
    keyword: str, beside: dict[str, Any]
) -> None:
    named, inline = ({"type": "object", "properties": {"size": each}} for each in (ref("Size"), size(2)))
    components = {"schemas": {"Size": size(2)}}
    revision = request({keyword: [named, inline], **beside}, components=components)
    assert ids(request(inline), revision) == []
    assert ids(revision, request(inline)) == []
    before = request({"type": "object", "properties": {"size": size(3)}})
    assert ids(before, revision) == ["request-property-min-decreased"]
    assert ids(revision, before) == ["request-property-min-increased"]


def size(least: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": least}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def test_an_object_that_became_one_of_several_is_one_finding() -> None:
    assert ids(response(TEXT), response({"oneOf": [IMAGE, TEXT]})) == ["response-body-wrapped-in-one-of"]
    assert ids(response({"oneOf": [IMAGE, TEXT]}), response(TEXT)) == ["response-body-unwrapped-from-one-of"]


def test_a_further_form_of_another_type_cannot_be_mistaken_so_senders_are_safe() -> None:
    union = {"oneOf": [{"type": "string", "maxLength": 5}, TEXT]}
    assert ids(request({"type": "string", "maxLength": 5}), request(union)) == ["request-body-one-of-added"]


def test_a_schema_that_has_nothing_in_common_with_a_union_is_another_type() -> None:
    assert ids(request({"type": "boolean"}), request({"oneOf": [TEXT, IMAGE]})) == ["request-body-type-changed"]
    assert ids(request({}), request({"oneOf": [TEXT, IMAGE]})) == ["request-body-type-changed"]
    assert ids(request({"oneOf": [TEXT, IMAGE]}), request({})) == ["request-body-type-generalized"]


def test_null_as_a_branch_is_the_same_as_nullable() -> None:
    nullable = {"anyOf": [TEXT, {"type": "null"}]}
    assert ids(request(TEXT), request(nullable)) == ["request-body-became-nullable"]
    assert ids(request(nullable), request({**TEXT, "type": ["null", "object"]})) == []


def test_a_branch_that_is_written_twice_says_nothing_new() -> None:
    assert ids(request({"anyOf": [TEXT, IMAGE]}), request({"anyOf": [TEXT, IMAGE, TEXT]})) == []


def test_a_union_of_types_that_got_a_real_branch_is_compared_as_a_union() -> None:
    base = {"oneOf": [{"type": "string"}, {"type": "integer"}]}
    assert ids(request(base), request({"oneOf": [{"type": "string"}, {"type": "integer"}, TEXT]})) == [
        "request-body-one-of-added"
    ]


def test_several_losses_without_a_name_are_findings_that_are_approved_one_by_one() -> None:
    texts = [{"type": "string", "pattern": pattern} for pattern in "abc"]
    findings = compare(
        request({"anyOf": [{"type": "integer"}, TEXT, *texts]}), request({"anyOf": [{"type": "integer"}, TEXT]})
    )
    assert [finding.id for finding in findings] == ["request-body-any-of-removed"] * 3
    assert len({finding.fingerprint for finding in findings}) == 3


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("is_named", [False, True])
def test_variants_that_are_one_but_for_null_are_that_one_or_null(keyword: str, is_named: bool) -> None:
    nullable = {"type": ["string", "null"]}
    components = {"components": {"schemas": {"N": nullable}}} if is_named else {}
    variant = {"$ref": "#/components/schemas/N"} if is_named else nullable
    union = {**request({"properties": {"p": {keyword: [{"type": "string"}, variant]}}}), **components}
    plain, never_null = (request({"properties": {"p": each}}) for each in (nullable, {"type": "string"}))
    levels = {finding.level for pair in ((plain, union), (union, plain)) for finding in compare(*pair)}
    assert not levels & {Level.BREAKING, Level.RISKY, Level.ADDITIVE}
    assert "request-property-became-nullable" in ids(never_null, union)
    assert "request-property-became-not-nullable" in ids(union, never_null)
