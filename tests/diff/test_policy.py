"""What [policy] of api.toml asks of changes: a sunset in time, stability levels, open or closed enums."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from nemogen.change_policy import ChangePolicy
from nemogen.diff.compare import compare
from nemogen.findings import Finding, Level
from tests.diff.documents import document, holder, parameter, request, response

TODAY = datetime.date(2026, 11, 22)
A_MONTH = ChangePolicy(deprecation_days=30)
STRING: dict[str, Any] = {"type": "string"}


def found(base: Any, revision: Any, policy: ChangePolicy = A_MONTH) -> list[tuple[str, Level]]:
    return [(each.id, each.level) for each in compare(base, revision, policy=policy, today=TODAY) if _is_reported(each)]


def _is_reported(finding: Finding) -> bool:
    return finding.level.rank <= Level.ADDITIVE.rank


def deprecated(**more: Any) -> dict[str, Any]:
    return {"deprecated": True, **more}


@pytest.mark.parametrize(
    ("said", "rule", "level"),
    [
        ({}, "api-deprecated-sunset-missing", Level.BREAKING),
        ({"x-sunset": "2026-12-01"}, "api-sunset-date-too-small", Level.BREAKING),
        ({"x-sunset": "2026-12-22"}, "endpoint-deprecated-with-sunset", Level.ADDITIVE),
        ({"x-sunset": "2026-12-01", "x-stability-level": "beta"}, "api-sunset-date-too-small", Level.BREAKING),
        ({"x-stability-level": "alpha"}, "endpoint-deprecated", Level.ADDITIVE),
    ],
)
def test_a_deprecated_operation_needs_a_sunset_in_time(said: dict[str, Any], rule: str, level: Level) -> None:
    stability = {key: value for key, value in said.items() if key == "x-stability-level"}
    assert found(document(stability), document(deprecated(**said))) == [(rule, level)]


def test_without_a_policy_no_sunset_is_needed() -> None:
    reported = found(document(), document(deprecated()), ChangePolicy())
    assert reported == [("endpoint-deprecated", Level.ADDITIVE)]


def test_a_beta_operation_may_have_a_period_of_its_own() -> None:
    policy = ChangePolicy(deprecation_days=180, deprecation_days_beta=0)
    beta = {"x-stability-level": "beta"}
    assert found(document(beta), document(deprecated(**beta)), policy) == [("endpoint-deprecated", Level.ADDITIVE)]
    assert found(document(), document(deprecated()), policy)[0][1] is Level.BREAKING


@pytest.mark.parametrize(
    ("around", "scope"),
    [
        (lambda schema: request(holder(schema)), "request-property"),
        (lambda schema: response(holder(schema)), "response-property"),
    ],
)
def test_a_deprecated_property_needs_a_sunset_in_time(around: Any, scope: str) -> None:
    missing, soon, fine = (around({**STRING, **deprecated(**each)}) for each in SUNSETS)
    assert found(around(STRING), missing) == [(f"{scope}-deprecated-sunset-missing", Level.BREAKING)]
    assert found(around(STRING), soon) == [(f"{scope}-sunset-date-too-small", Level.BREAKING)]
    assert found(around(STRING), fine) == [(f"{scope}-deprecated-with-sunset", Level.ADDITIVE)]


SUNSETS: list[dict[str, Any]] = [{}, {"x-sunset": "2026-12-01"}, {"x-sunset": "2027-01-01"}]


def test_a_deprecated_parameter_needs_a_sunset_in_time() -> None:
    def of(**said: Any) -> dict[str, Any]:
        made = parameter(STRING)
        made["paths"]["/x"]["post"]["parameters"][0] |= said
        return made

    missing, soon, fine = (of(**deprecated(**each)) for each in SUNSETS)
    assert found(of(), missing) == [("request-parameter-deprecated-sunset-missing", Level.BREAKING)]
    assert found(of(), soon) == [("request-parameter-sunset-date-too-small", Level.BREAKING)]
    assert found(of(), fine) == [("request-parameter-deprecated", Level.ADDITIVE)]


@pytest.mark.parametrize(("day", "level"), [("2027-01-01", Level.RISKY), ("2026-12-01", Level.BREAKING)])
def test_a_sunset_that_moved_to_an_earlier_day_breaks_where_less_than_the_period_is_left(
    day: str, level: Level
) -> None:
    base, revision = (document(deprecated(**{"x-sunset": each})) for each in ("2028-01-01", day))
    assert found(base, revision) == [("api-sunset-date-changed-too-small", level)]


@pytest.mark.parametrize(("stability", "level"), [("beta", Level.BREAKING), ("stable", Level.RISKY)])
def test_what_is_below_the_lowest_stable_level_may_change(stability: str, level: Level) -> None:
    beta = {"x-stability-level": "beta"}
    base, revision = ({**document(beta), "paths": {"/x": {"post": {**beta, **each}}}} for each in BODIES)
    assert found(base, revision, ChangePolicy(stability=stability)) == [("request-body-type-changed", level)]


BODIES: list[dict[str, Any]] = [
    {
        "requestBody": {"content": {"application/json": {"schema": {"type": kind}}}},
        "responses": {"200": {"description": "ok"}},
    }
    for kind in ("string", "integer")
]


@pytest.mark.parametrize(
    ("around", "rule"),
    [
        (document, "api-sunset-date-too-small"),
        (lambda said: parameter(STRING, **said), "request-parameter-sunset-date-too-small"),
        (lambda said: response(holder({**STRING, **said})), "response-property-sunset-date-too-small"),
    ],
    ids=["operation", "parameter", "property"],
)
def test_a_sunset_that_comes_after_the_deprecation_has_to_be_in_time_too(around: Any, rule: str) -> None:
    without, soon, fine = (around(deprecated(**each)) for each in SUNSETS)
    assert found(without, soon) == [(rule, Level.BREAKING)]
    assert found(without, fine) == []
