"""The bodies of errors as objects: by status, by media type, of RFC 9457, and what is of another shape."""

from __future__ import annotations

import json
import pickle
from types import ModuleType
from typing import Any

import pytest

from tests.servers.loopback import Reply
from tests.wire.packages import MODES, TEXT, WHOLE, Mode, api, array, call, obj, package, ref


def error(**content: Any) -> dict[str, Any]:
    return {"description": "An error.", "content": {name: {"schema": schema} for name, schema in content.items()}}


DOCUMENT = api(
    {
        "GET /things": {
            "responses": {
                "200": {"description": "Fine."},
                "404": error(**{"application/json": ref("Missing")}),
                "409": error(**{"application/json": ref("Missing"), "application/problem+json": ref("Clash")}),
                "422": error(**{"application/json": array(ref("Missing"))}),
                "4XX": error(**{"application/vnd.shop+json; v=1": ref("Other")}),
                "500": error(**{"application/json": {}, "text/plain": TEXT}),
                "default": error(**{"application/json": obj(reason=TEXT)}),
            }
        },
        "GET /bare": {},
    },
    {
        "Missing": {**obj(what=TEXT, count=WHOLE), "required": ["what"]},
        "Clash": obj(title=TEXT, other=ref("Missing")),
        "Other": {"oneOf": [obj(one=TEXT), ref("Missing")]},
    },
)
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def module() -> ModuleType:
    return package(DOCUMENT)


def problem_of(
    module: ModuleType, mode: Mode, status: int, body: Any, media: str = "application/json", at: str = "GET /things"
) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    result = call(module, at, mode, Reply(status, content, {"Content-Type": media}))
    assert isinstance(result.error, module.APIStatusError)
    assert result.error.status == status
    again = pickle.loads(pickle.dumps(result.error))
    assert again.problem == result.error.problem
    return result.error.problem


@pytest.mark.parametrize("mode", MODES)
def test_the_class_is_that_of_the_status(module: ModuleType, mode: Mode) -> None:
    found = problem_of(module, mode, 404, {"what": "cup", "count": 2})
    assert isinstance(found, module.Missing)
    assert (found.what, found.count) == ("cup", 2)
    (entry,) = problem_of(module, mode, 422, [{"what": "cup"}])
    assert entry.what == "cup"
    assert problem_of(module, mode, 503, {"reason": "full"}).reason == "full"


@pytest.mark.parametrize("mode", MODES)
def test_the_class_of_a_media_type_is_that_of_the_response(module: ModuleType, mode: Mode) -> None:
    assert isinstance(problem_of(module, mode, 409, {"title": "x"}, PROBLEM), module.Clash)
    assert isinstance(problem_of(module, mode, 409, {"what": "x"}), module.Missing)
    assert isinstance(problem_of(module, mode, 418, {"what": "x"}, "application/vnd.shop+json"), module.Missing)


@pytest.mark.parametrize("mode", MODES)
def test_a_problem_that_nothing_describes_is_generic(module: ModuleType, mode: Mode) -> None:
    body = {"title": "Not today", "status": "403", "detail": "closed", "balance": 30}
    found = problem_of(module, mode, 403, body, f"{PROBLEM}; charset=utf-8", "GET /bare")
    assert isinstance(found, module.GenericProblem)
    assert (found.type, found.title, found.detail, found.balance) == ("about:blank", "Not today", "closed", 30)


@pytest.mark.parametrize(
    ("status", "body", "media", "at"),
    [
        (404, b"<html>", "text/html", "GET /things"),
        (404, ["cup"], "application/json", "GET /things"),
        (500, {"any": 1}, "application/json", "GET /things"),
        (404, {"title": "x"}, "application/json", "GET /bare"),
        (404, ["x"], PROBLEM, "GET /bare"),
        (404, b"", PROBLEM, "GET /bare"),
    ],
)
def test_what_is_not_described_or_of_another_shape_is_none(
    module: ModuleType, status: int, body: Any, media: str, at: str
) -> None:
    assert problem_of(module, "sync", status, body, media, at) is None


def test_a_property_of_the_wrong_type_does_not_hide_the_others(module: ModuleType) -> None:
    found = problem_of(module, "sync", 404, {"what": "cup", "count": "many"})
    assert isinstance(found, module.Missing)
    assert found.what == "cup"


def test_a_key_that_the_api_repeats_is_masked_in_the_problem() -> None:
    secured = {
        **DOCUMENT,
        "security": [{"key": []}],
        "components": {
            **DOCUMENT["components"],
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "key"}},
        },
    }
    body = json.dumps({"what": "no key fake:key"}).encode()
    result = call(package(secured), "GET /things", "sync", Reply(404, body, {"Content-Type": "application/json"}))
    assert result.error is not None
    assert "fake:key" not in str(vars(result.error))
