"""What a client is planned to take and to send, from what a document says of credentials."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.client.authentication import Authentication
from nemogen.errors import ConfigError
from tests.client.planned import planned
from tests.naming.small import operation, spec

BEARER = {"type": "http", "scheme": "Bearer"}
BASIC = {"type": "http", "scheme": "basic"}
DIGEST = {"type": "http", "scheme": "digest"}


def key(name: str, location: str = "header") -> dict[str, str]:
    return {"type": "apiKey", "in": location, "name": name}


def oauth2(*flows: str, token_url: str = "https://auth.example.com/token") -> dict[str, Any]:
    return {"type": "oauth2", "flows": {flow: {"tokenUrl": token_url, "scopes": {}} for flow in flows}}


def authentication(schemes: dict[str, Any], *securities: Any, more: str = "", **root: Any) -> Authentication:
    """That of a document with an operation for each of `securities` (None: as the document says)."""
    paths = {
        f"/x{at}": {"get": operation(**({} if each is None else {"security": each}))}
        for at, each in enumerate(securities)
    }
    document = spec(paths, **root)
    document["components"]["securitySchemes"] = schemes
    return planned(document, more).authentication


def arguments(found: Authentication) -> dict[str, str]:
    return {each.name: each.env for each in found.arguments}


@pytest.mark.parametrize(
    ("scheme", "kind", "name"),
    [
        (BEARER, "bearer", ""),
        ({"type": "oauth2"}, "bearer", ""),
        (oauth2("authorizationCode"), "bearer", ""),
        (oauth2("clientCredentials", token_url=""), "bearer", ""),
        ({"type": "openIdConnect", "openIdConnectUrl": "https://x"}, "bearer", ""),
        (key("X-Key"), "header", "X-Key"),
        (key("key", "query"), "query", "key"),
        (key("SID", "cookie"), "cookie", "SID"),
    ],
)
def test_one_key_is_the_argument_api_key_however_it_travels(scheme: Any, kind: str, name: str) -> None:
    found = authentication({"it": scheme, "unused": BASIC}, [{"it": []}])
    assert [(each.kind, each.name.value) for each in found.credentials] == [(kind, name)]
    assert arguments(found) == {"api_key": "SHOP_API_KEY"}
    assert not found.is_named


def test_a_user_name_and_a_password_have_an_argument_each() -> None:
    found = authentication({"it": BASIC}, [{"it": []}])
    assert arguments(found) == {"username": "SHOP_USERNAME", "password": "SHOP_PASSWORD"}


def test_a_scheme_that_is_not_there_or_that_nobody_asks_for_gives_no_argument() -> None:
    assert authentication({"it": BEARER}, [{"lost": []}]) == Authentication(by_operation={"GET /x0": ()})
    assert authentication({"it": BEARER}, None, []).credentials == ()


NAMES: list[tuple[dict[str, Any], list[str]]] = [
    ({"a": key("X-Key"), "b": key("app_id", "query")}, ["api_key", "app_id"]),
    ({"a": key("PLAID-CLIENT-ID"), "b": key("PLAID-SECRET")}, ["client_id", "secret"]),
    ({"a": key("DD-API-KEY"), "b": key("DD-APPLICATION-KEY")}, ["api_key", "application_key"]),
    ({"bearerAuth": BEARER, "a": key("X-Api-Key")}, ["token", "api_key"]),
    ({"ApiKeyAuth": BEARER, "AdminApiKeyAuth": BEARER}, ["api_key", "token"]),
    ({"a": BEARER, "b": oauth2("implicit"), "c": oauth2("password")}, ["api_key", "access_token", "c_token"]),
    ({"a": BASIC, "admin": BASIC}, ["username", "password", "admin_username", "admin_password"]),
    ({"a": oauth2("clientCredentials"), "b": key("Client-Id")}, ["client_id", "client_secret", "b_key"]),
    ({"a": oauth2("clientCredentials", "implicit")}, ["client_id", "client_secret", "access_token"]),
    ({"a": key("timeout"), "b": key("class")}, ["a_key", "b_key"]),
    ({"a": key("\u0416", "query"), "b": key("1")}, ["cyrillic_capital_letter_zhe", "b_key"]),
    ({"a": key("api-key"), "b": key("api_key", "query"), "c": key("X-Api-Key")}, ["api_key", "b_key", "c_key"]),
]


@pytest.mark.parametrize(("schemes", "names"), NAMES)
def test_several_have_names_of_their_own(schemes: dict[str, Any], names: list[str]) -> None:
    found = authentication(schemes, *([{name: []}] for name in schemes))
    assert [each.name for each in found.arguments] == names


def test_what_operations_ask_for_is_kept_for_each() -> None:
    schemes = {"a": key("A"), "b": key("B"), "c": BEARER}
    securities: list[Any] = [[{"a": []}], [{"a": [], "b": []}, {"c": ["read"]}], [], [{}, {"a": []}], None]
    found = authentication(schemes, *securities, security=[{"a": []}])
    assert found.default == ((("a", ()),),)
    assert found.others == (("a", "b"), ("c",))
    assert list(found.by_operation.values()) == [
        ((("a", ()),),),
        ((("a", ()), ("b", ())), (("c", ("read",)),)),
        (),
        ((("a", ()),), ()),
        ((("a", ()),),),
    ]
    assert found.own_of("GET /x0") is None
    assert found.own_of("GET /x2") == ()


def test_what_most_operations_ask_for_is_the_default_where_the_document_says_nothing() -> None:
    schemes = {"a": key("A"), "b": key("B")}
    assert authentication(schemes, [], [{"b": []}], [{"a": []}], [{"b": []}]).default == ((("b", ()),),)
    assert authentication(schemes, [], [{"a": []}]).default == ((("key", ()),),)
    assert authentication(schemes, [], [], [{"a": []}]).default == ()


def test_an_alternative_that_cannot_be_sent_is_left_out_and_a_certificate_is_no_part_of_a_request() -> None:
    schemes = {"a": key("A"), "digest": DIGEST, "tls": {"type": "mutualTLS"}}
    securities: list[Any] = [[{"digest": []}], [{"digest": []}, {"a": []}], [{"tls": []}], [{"a": [], "tls": []}]]
    found = authentication(schemes, *securities)
    assert list(found.by_operation.values()) == [(), ((("key", ()),),), (), ((("key", ()),),)]


def test_a_name_that_no_header_can_have_is_not_sent() -> None:
    assert authentication({"a": key("X Key"), "b": key("X:Key"), "c": key("\u0416")}, [{"a": []}]).credentials == ()


def test_variables_can_be_named_and_a_name_that_fits_nothing_is_refused() -> None:
    schemes = {"a": key("A"), "app": key("app_id", "query")}
    more = '[client]\nkey_env = "PLAID_API_KEY"\ncredential_env = { app_id = "OTHER" }\n'
    found = authentication(schemes, [{"a": [], "app": []}], more=more)
    assert arguments(found) == {"a": "PLAID_A", "app_id": "OTHER"}
    with pytest.raises(ConfigError, match="no argument app_ib") as caught:
        authentication(schemes, [{"a": [], "app": []}], more='[client]\ncredential_env = { app_ib = "X" }\n')
    assert "Did you mean app_id?" in str(caught.value)
    assert authentication({}, [], more='[client]\nkey_env = "SHOP_API_KEY"\n').credentials == ()
