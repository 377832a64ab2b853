from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from nemogen.errors import ConfigError
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.source.security_settings import check_security, with_security

SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "paths": {
        "/a": {"get": {"responses": {}}},
        "/b": {"get": {"security": [{"old": []}], "responses": {}}},
        "/open": {"get": {"security": [], "responses": {}}},
    },
    "components": {"securitySchemes": {"old": {"type": "http", "scheme": "basic"}}},
}
SCHEME = 'security_schemes = { key = { type = "apiKey", in = "header", name = "X-Key" } }\n'


def securities(toml: str, spec: Any = SPEC) -> dict[str, list[dict[str, list[str]]]]:
    settings = read_settings("my-api", f'[source]\nfile = "a.json"\n{toml}'.encode(), "api.toml")
    before = deepcopy(spec)
    changed = with_security(spec, settings)
    assert spec == before
    check_security(changed, settings, "api.toml")
    return {
        each.label: [{name: list(scopes) for name, scopes in one.schemes.items()} for one in each.security]
        for each in read_value(changed, "spec.json").document.operations
    }


def test_without_settings_the_spec_holds() -> None:
    assert securities("") == {"GET /a": [], "GET /b": [{"old": []}], "GET /open": []}


def test_the_settings_hold_for_all_operations_that_are_not_open() -> None:
    found = securities(f'[client]\n{SCHEME}security = [{{ key = [] }}, {{ old = ["x"] }}]\n')
    both = [{"key": []}, {"old": ["x"]}]
    assert found == {"GET /a": both, "GET /b": both, "GET /open": []}


def test_an_operation_may_have_its_own() -> None:
    toml = '[operations."GET /a"]\nsecurity = [{ old = [] }, {}]\n[operations."GET /b"]\nsecurity = []\n'
    assert securities(toml) == {"GET /a": [{"old": []}, {}], "GET /b": [], "GET /open": []}
    toml = f'[client]\n{SCHEME}security = [{{ key = [] }}]\n[operations."GET /open"]\nsecurity = [{{ old = [] }}]\n'
    assert securities(toml)["GET /open"] == [{"old": []}]


def test_swagger_has_its_schemes_elsewhere() -> None:
    spec = {"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": {"responses": {}}}}}
    assert securities(f"[client]\n{SCHEME}security = [{{ key = [] }}]\n", spec) == {"GET /a": [{"key": []}]}


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[client]\nsecurity = [{ odl = [] }]\n", "Did you mean old?"),
        ('[operations."GET /b"]\nsecurity = [{ olds = [] }]\n', "Did you mean old?"),
        ('[operations."GET /bb"]\nsecurity = []\n', "Did you mean GET /b?"),
        ('[client]\nsecurity = "old"\n', "must be a list of alternatives"),
        ("[client]\nsecurity = [{ old = [1] }]\n", "must be a list of alternatives"),
        ("[client]\nsecurity_schemes = { old = 1 }\n", "must be a table of schemes"),
        ('[client]\ncredential_env = { app_id = "the secret itself" }\n', "must map arguments to names"),
    ],
)
def test_what_matches_nothing_is_an_error_with_a_suggestion(toml: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        securities(toml)
    assert says in str(caught.value)
    assert "the secret itself" not in str(caught.value)


def test_the_security_of_the_settings_applies_to_every_method() -> None:
    methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace", "query"]
    operation: dict[str, Any] = {"security": [{"old": []}], "responses": {}}
    item = {**dict.fromkeys(methods, operation), "additionalOperations": {"COPY": operation}}
    spec = {**SPEC, "openapi": "3.2.0", "paths": {"/a": item}}
    found = securities(f"[client]\n{SCHEME}security = [{{ key = [] }}]\n", spec)
    assert found == {f"{method.upper()} /a": [{"key": []}] for method in (*methods, "copy")}


def test_one_operation_of_any_method_may_have_security_of_its_own() -> None:
    methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"]
    spec = {**SPEC, "paths": {"/a": {key: {"responses": {}} for key in methods}}}
    for method in methods:
        label = f"{method.upper()} /a"
        found = securities(f'[operations."{label}"]\nsecurity = [{{ old = [] }}]\n', spec)
        assert [name for name, each in found.items() if each] == [label]
