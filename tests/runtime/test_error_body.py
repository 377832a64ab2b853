"""What an error body tells, in the forms that APIs give it."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.runtime.error_body import read_problem


@pytest.mark.parametrize(
    "body",
    [
        {"message": "no", "requestId": "req-7", "statusCode": "404"},
        {"error": {"message": "no", "request_id": "req-7"}},
        {"message": '{"error": {"message": "no", "requestId": "req-7"}}'},
    ],
)
def test_the_id_of_the_request_is_read_wherever_the_body_has_it(body: Any) -> None:
    assert read_problem(body).request_id == "req-7"


@pytest.mark.parametrize("body", [{"message": "no"}, {"requestId": 7}, "no", None, []])
def test_a_body_without_an_id_tells_none(body: Any) -> None:
    assert read_problem(body).request_id is None
