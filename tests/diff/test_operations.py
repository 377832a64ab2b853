"""Which operations are the same, what is judged for whom, and what is reported once."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from nemogen.change_policy import ChangePolicy
from nemogen.diff.compare import compare
from nemogen.diff.servers import looks_like_trial
from nemogen.findings import Finding, Level
from tests.diff.documents import OK, document, holder, request, response


def item(**operation: Any) -> dict[str, Any]:
    return {"post": {"responses": OK, **operation}}


def ids(base: Any, revision: Any, **options: Any) -> list[str]:
    return [finding.id for finding in compare(base, revision, **options)]


def test_a_changed_prefix_of_many_paths_is_one_finding_and_the_operations_are_still_compared() -> None:
    base = document(paths={f"/v1/{name}": item() for name in "abc"})
    revision = document(paths={f"/v2/{name}": item(tags=["new"]) for name in "abc"})
    findings = compare(base, revision)
    assert (findings[0].id, findings[0].count) == ("api-path-prefix-changed", 3)
    assert [finding.id for finding in findings[1:]] == ["api-tag-added"] * 3


def test_the_names_of_path_parameters_do_not_make_another_path() -> None:
    def of(name: str) -> dict[str, Any]:
        parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}}]
        return document(paths={f"/x/{{{name}}}": item(parameters=parameters)})

    assert ids(of("a"), of("b")) == ["api-path-parameter-renamed"]


def test_unlike_operations_under_unlike_paths_are_removed_and_added() -> None:
    base = document(paths={"/v1/chat": item(operationId="a")})
    revision = document(paths={"/other/{model}": item(operationId="b")})
    assert ids(base, revision) == [
        "api-path-removed-without-deprecation",
        "path-parameter-undeclared",
        "endpoint-added",
    ]


def test_parameters_of_a_path_and_of_its_operations_are_one_list() -> None:
    own = [{"name": "p", "in": "query", "schema": {"type": "string"}}]
    assert (
        ids(document(paths={"/x": {**item(), "parameters": own}}), document(paths={"/x": item(parameters=own)})) == []
    )


def may_be_empty(*, allowed: bool, **members: Any) -> dict[str, Any]:
    given = {"name": "p", "in": "query", "schema": {"type": "string"}, "allowEmptyValue": allowed, **members}
    return document({"parameters": [{key: value for key, value in given.items() if value is not None}]})


@pytest.mark.parametrize(
    "members",
    [
        {"schema": {"type": "integer", "minimum": 1}},
        {"schema": {"type": "array", "items": {"type": "string"}}, "explode": False},
        {"schema": None, "content": {"application/json": {"schema": {"type": "string"}}}},
    ],
    ids=["number", "array", "content"],
)
def test_an_empty_value_of_a_query_that_is_allowed_is_compared_beside_the_schema(members: dict[str, Any]) -> None:
    with_it, without = (may_be_empty(allowed=allowed, **members) for allowed in (True, False))
    (lost,), (won,) = compare(with_it, without), compare(without, with_it)
    assert (lost.id, lost.level) == ("request-parameter-empty-value-forbidden", Level.BREAKING)
    assert (won.id, won.level) == ("request-parameter-empty-value-allowed", Level.ADDITIVE)
    assert str(lost.base).endswith("/paths/~1x/post/parameters/0/allowEmptyValue")


@pytest.mark.parametrize(
    "members",
    [{"in": "header"}, {"in": "cookie"}, {"style": "deepObject", "schema": {"type": "object"}}],
    ids=["header", "cookie", "style"],
)
def test_an_empty_value_says_nothing_where_openapi_ignores_it(members: dict[str, Any]) -> None:
    assert ids(may_be_empty(allowed=True, **members), may_be_empty(allowed=False, **members)) == []


def test_the_case_of_a_header_says_nothing() -> None:
    def of(name: str) -> dict[str, Any]:
        return document({"parameters": [{"name": name, "in": "header", "schema": {"type": "string"}}]})

    assert ids(of("X-A"), of("x-a")) == []


def test_a_status_that_became_a_range_is_compared_with_it() -> None:
    base = document({"responses": {"200": {"description": "ok"}}})
    revision = document({"responses": {"2XX": {"description": "ok"}}})
    assert ids(base, revision) == ["response-success-status-generalized"]
    assert ids(revision, base) == ["response-success-status-specialized"]


def test_what_a_webhook_sends_is_judged_as_what_callers_receive() -> None:
    def hook(schema: dict[str, Any]) -> dict[str, Any]:
        body = {"content": {"application/json": {"schema": schema}}}
        return document(webhooks={"w": item(requestBody=body)})

    base, revision = hook(holder({"type": "string"}, required=True)), hook(holder({"type": "string"}))
    assert ids(base, revision) == ["response-property-became-optional"]


def test_a_callback_is_compared_as_what_callers_receive() -> None:
    def of(schema: dict[str, Any]) -> dict[str, Any]:
        body = {"content": {"application/json": {"schema": schema}}}
        return document({"callbacks": {"c": {"{$request.body#/url}": item(requestBody=body)}}})

    assert ids(of({"type": "integer"}), of({"type": "number"})) == ["response-body-type-generalized"]


@pytest.mark.parametrize(("enums", "level"), [("open", Level.RISKY), ("closed", Level.BREAKING)])
def test_a_new_value_in_a_response_is_judged_by_whether_the_enum_is_open(enums: str, level: Level) -> None:
    base, revision = (response({"type": "string", "enum": values}) for values in (["a"], ["a", "b"]))
    assert [finding.level for finding in compare(base, revision, policy=ChangePolicy(enums=enums))] == [level]
    base, revision = (request({"type": "string", "enum": values}) for values in (["a"], ["a", "b"]))
    assert [finding.level for finding in compare(base, revision, policy=ChangePolicy(enums=enums))] == [Level.ADDITIVE]


def test_an_unstable_operation_does_not_break() -> None:
    base, revision = request({"type": "string"}), request({"type": "integer"})
    base["paths"]["/x"]["post"]["x-stability-level"] = "alpha"
    revision["paths"]["/x"]["post"]["x-stability-level"] = "alpha"
    assert [finding.level for finding in compare(base, revision)] == [Level.RISKY]


def test_a_sunset_counts_as_ahead_while_today_is_not_known() -> None:
    base = document(paths={"/x": item(), "/y": item(**{"deprecated": True, "x-sunset": "2001-01-01"})})
    assert ids(base, document()) == ["api-path-removed-before-sunset"]
    assert ids(base, document(), today=datetime.date(2026, 1, 1)) == ["api-path-removed-with-deprecation"]


def shared(schema: dict[str, Any], *paths: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Shared"}}}
    answers = {"200": {"description": "ok", "content": content}}
    return document(paths={path: item(responses=answers) for path in paths}, components={"schemas": {"Shared": schema}})


def test_a_change_of_a_component_is_reported_once_however_often_it_is_used() -> None:
    paths = [f"/{index}" for index in range(60)]
    findings = compare(shared(holder({"type": "string"}), *paths), shared(holder({"type": "integer"}), *paths))
    assert [finding.id for finding in findings] == ["response-property-type-changed"]
    assert findings[0].revision is not None
    assert findings[0].revision.pointer == "/components/schemas/Shared/properties/p/type"


def test_different_changes_of_one_component_are_distinguished() -> None:
    def of(*names: str) -> dict[str, Any]:
        return shared({"type": "object", "properties": {name: {"type": "string"} for name in names}}, "/a", "/b")

    removed = [finding.key for finding in compare(of("a", "b", "c"), of("c"))]
    assert removed == ["response 200 a", "response 200 b"]
    added = [finding.key for finding in compare(of("c"), of("a", "b", "c"))]
    assert added == ["response 200 a", "response 200 b"]


def test_a_change_of_a_shared_parameter_is_reported_once() -> None:
    def of(*parameters: dict[str, Any]) -> dict[str, Any]:
        reference = [{"$ref": "#/components/parameters/P"}]
        paths = {f"/{index}": item(parameters=reference if parameters else []) for index in range(5)}
        return document(paths=paths, components={"parameters": dict(zip("P", parameters, strict=False))})

    parameter = {"name": "p", "in": "query", "schema": {"type": "string"}}
    findings = compare(of(), of(parameter))
    assert [(finding.id, finding.operation) for finding in findings] == [
        ("new-optional-request-parameter", "5 operations")
    ]


def test_the_same_change_written_down_in_many_operations_is_reported_once_with_its_places() -> None:
    def of(kind: str) -> dict[str, Any]:
        content = {"application/json": {"schema": holder({"type": kind})}}
        answers = {"200": {"description": "ok", "content": content}}
        return document(paths={f"/{index}": item(responses=answers) for index in range(5)})

    findings = compare(of("string"), of("integer"))
    assert [(finding.id, finding.count, finding.operation) for finding in findings] == [
        ("response-property-type-changed", 5, "5 operations")
    ]


def test_what_no_operation_uses_is_distinguished() -> None:
    def of(kind: str) -> dict[str, Any]:
        return document(components={"schemas": {"Unused": {"type": kind}}})

    assert [finding.level for finding in compare(of("string"), of("integer"))] == [Level.UNREACHABLE]


@pytest.mark.parametrize(
    ("old", "new", "level", "rules"),
    [
        ([{"k": []}], [{"k": []}, {}], "additive", ["api-security-became-optional"]),
        ([{"k": []}], [{}, {"k": []}], "additive", ["api-security-became-optional"]),
        ([{"k": []}, {}], [{"k": []}], "breaking", ["api-security-credential-required"]),
        ([{"k": []}], [{"k": [], "l": []}], "breaking", ["api-security-credential-required"]),
        ([{"k": [], "l": []}], [{"k": []}], "additive", ["api-security-removed"]),
        (
            [{"k": []}],
            [{"k": [], "l": []}, {"k": [], "m": []}],
            "breaking",
            ["api-security-added", "api-security-added", "api-security-alternative-removed"],
        ),
        ([{"k": []}], [{"k": []}, {"l": []}], "additive", ["api-security-added"]),
        ([{"k": []}, {"l": []}], [{"l": []}], "breaking", ["api-security-alternative-removed"]),
        ([{"k": []}], [], "additive", ["api-security-removed"]),
        ([], [{"k": []}], "breaking", ["api-security-credential-required"]),
        (None, [{"k": []}, {}], "additive", ["api-security-became-optional"]),
        (None, [{"k": ["write"]}], "breaking", ["api-security-scope-added"]),
        ([{"k": []}, {"l": []}], [{"l": []}, {"k": []}], None, []),
    ],
)
def test_what_an_operation_asks_for_is_judged_for_it_alone(
    old: Any, new: Any, level: str | None, rules: list[str]
) -> None:
    def of(security: Any) -> Any:
        own = {} if security is None else {"security": security}
        scheme = {"type": "http", "scheme": "bearer"}
        paths = {"/x": item(**own), "/y": item()}
        schemes = {"securitySchemes": {"k": scheme, "l": scheme}}
        return document(paths=paths, components=schemes, security=[{"k": []}])

    found = [each for each in compare(of(old), of(new)) if each.id != "security-scheme-without-requirement"]
    found = [each for each in found if "component" not in each.id]
    assert sorted(each.id for each in found) == rules
    assert {each.operation for each in found} <= {"POST /x"}
    assert min(found, key=lambda each: each.level.rank).level == level if found else level is None


def test_a_credential_that_may_be_left_out_is_no_new_demand() -> None:
    schemes = {"securitySchemes": {"k": {"type": "http", "scheme": "bearer"}}}
    base, revision = document(components=schemes), document(components=schemes, security=[{}, {"k": []}])
    assert "api-global-security-added" in ids(base, revision)
    assert all(finding.level is not Level.BREAKING for finding in compare(base, revision))


def test_a_server_spelt_otherwise_is_the_same_server() -> None:
    base = document(servers=[{"url": "https://API.example.com:443/v1/"}])
    assert ids(base, document(servers=[{"url": "https://api.example.com/v1"}])) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://api-staging.example.com",
        "https://dev.example.com",
        "http://localhost:8080",
        "https://10.0.0.1",
        "http://192.168.7.1",
        "http://127.0.0.2",
        "http://[::1]:8080/v1",
        "https://api.uat2.example.com",
    ],
)
def test_a_host_for_trials_is_known_by_its_name(url: str) -> None:
    assert looks_like_trial(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://[2001:db8::1]",
        "https://api.example.com",
        "https://contest.example.com",
        "/v1",
        "http://[",
        "https://devices.example.com",
    ],
)
def test_another_host_is_not_taken_for_one_for_trials(url: str) -> None:
    assert not looks_like_trial(url)


def test_a_renamed_property_is_one_finding_where_its_letters_or_its_words_tell() -> None:
    described = {"type": "string", "description": "The words of a person."}
    base, revision = request({"properties": {"a": described}}), request({"properties": {"b": described}})
    assert ids(base, revision) == ["request-property-renamed"]
    base, revision = (
        request({"properties": {"a": {"type": "string"}}}),
        request({"properties": {"b": {"type": "string"}}}),
    )
    assert ids(base, revision) == ["request-property-removed", "new-optional-request-property"]


def test_the_fingerprint_does_not_depend_on_where_a_finding_stands() -> None:
    def fingerprints(*before: str) -> set[str]:
        extra = {name: {"type": "string"} for name in before}
        base = request({"properties": {**extra, "p": {"type": "string"}}})
        revision = request({"properties": {"p": {"type": "object"}, **extra}})
        return {finding.fingerprint for finding in compare(base, revision)}

    assert fingerprints() == fingerprints("a", "b")


def test_findings_are_in_the_order_of_their_weight() -> None:
    findings: tuple[Finding, ...] = compare(
        request({"type": "string"}), request({"type": "object", "description": "Words"})
    )
    assert [finding.level for finding in findings] == [Level.BREAKING, Level.DOCS]


def test_a_change_in_a_shared_component_names_all_that_lead_to_it_in_the_component_s_own_words() -> None:
    def document(**more: Any) -> Any:
        order = {"type": "object", "properties": {"total": {"type": "number"}, **more}}
        one = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}
        many = {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}
        listed = {"content": {"application/json": {"schema": many}}}
        paths = {
            "/orders": {"get": {"responses": {"200": listed}}, "post": {"responses": {"201": one}}},
            "/order": {"get": {"responses": {"200": one}}},
        }
        info = {"title": "t", "version": "1"}
        return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": {"Order": order}}}

    (finding,) = compare(document(), document(rush={"type": "boolean"}))
    assert finding.operation == "GET /orders, POST /orders, GET /order"
    assert finding.message == "rush of Order in responses is new"
