from __future__ import annotations

import datetime

import pytest

from nemogen.diff.lifecycle import has_passed, is_too_soon, stability, stability_change, sunset
from nemogen.openapi.json_value import JsonObject, JsonValue

TODAY = datetime.date(2030, 6, 15)


def days_ahead(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2030-06-15", TODAY),
        ('"2030-06-15"', TODAY),
        ("2030-06-15T12:00:00Z", TODAY),
        ("soon", "soon"),
        (5, "5"),
        (None, None),
    ],
)
def test_a_sunset_is_a_day_or_a_text_that_is_none(value: JsonValue, found: datetime.date | str | None) -> None:
    assert sunset({"x-sunset": value}) == found
    assert sunset({}) is None


def test_a_sunset_is_too_soon_where_fewer_days_are_left() -> None:
    assert [is_too_soon(days_ahead(days), TODAY, 30) for days in (29, 30, 31)] == [True, False, False]
    assert not is_too_soon(TODAY, None, 30)
    assert [has_passed(days_ahead(days), TODAY) for days in (-1, 0, 1)] == [True, True, False]
    assert not has_passed(TODAY, None)


def test_a_stability_level_has_a_rank_and_is_stable_where_none_is_named() -> None:
    def level(name: str) -> JsonObject:
        return {"x-stability-level": name}

    ranks = [stability(level(name)) for name in ("draft", "alpha", "beta", "stable")]
    assert ranks == [0, 1, 2, 3]
    assert stability({}) == 3
    assert stability(level("strange")) is None
    assert stability_change(level("alpha"), level("beta")) == "stability-increased"
    assert stability_change({}, level("beta")) == "stability-decreased"
    assert stability_change({}, level("stable")) is None
    assert stability_change(level("strange"), level("beta")) is None
    assert stability_change(level("beta"), level("strange")) is None
