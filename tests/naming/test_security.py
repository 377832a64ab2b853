from __future__ import annotations

from typing import Any

import pytest

from tests.naming.small import findings, one, prepared


def with_schemes(**schemes: Any) -> Any:
    document = one()
    document["components"]["securitySchemes"] = schemes
    return prepared(document)


def test_a_scheme_is_kept_with_its_texts() -> None:
    key = {"type": "apiKey", "in": "header", "name": "X-Key", "x-other": {"a": 1}}
    assert with_schemes(key=key).security_schemes == {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}


def test_a_place_has_no_meaning_in_an_http_scheme() -> None:
    document = with_schemes(key={"type": "http", "scheme": "bearer", "in": "header"})
    assert document.security_schemes == {"key": {"type": "http", "scheme": "bearer"}}
    assert findings(document) == ["security-scheme-in"]


@pytest.mark.parametrize("scheme", [5, None, [], {}, {"type": []}, {"$ref": "#/nowhere"}])
def test_what_is_no_scheme_is_left_out_and_reported(scheme: Any) -> None:
    document = with_schemes(key=scheme)
    assert document.security_schemes == {}
    costly = {"security-scheme-unreadable", "document-part-malformed", "reference-dangling"}
    assert costly.issuperset(findings(document))
    assert findings(document)


def test_requirements_hold_scopes_that_are_texts() -> None:
    document = prepared({**one(), "security": [{"a": ["read", 5]}, 5, {"b": "x"}, {}]})
    assert document.security == ({"a": ["read"]}, {"b": []}, {})
