from __future__ import annotations

import pytest

from nemogen.openapi.credentials import describe_unsent, is_sent, sent_schemes, unsent_schemes
from nemogen.openapi.json_value import JsonValue
from tests.openapi.documents import document, operation, read

SCHEMES: dict[str, JsonValue] = {
    "header": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "query": {"type": "apiKey", "in": "query", "name": "a key"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "k"},
    "basic": {"type": "http", "scheme": "basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "oauth": {"type": "oauth2", "flows": {}},
    "openid": {"type": "openIdConnect", "openIdConnectUrl": "https://a"},
    "bad header": {"type": "apiKey", "in": "header", "name": "X Key"},
    "body": {"type": "apiKey", "in": "body", "name": "k"},
    "digest": {"type": "http", "scheme": "digest"},
    "tls": {"type": "mutualTLS"},
    "strange": {"type": "strange"},
}
NOT_SENT = ["bad header", "body", "digest", "tls", "strange"]


def test_keys_basic_bearer_and_tokens_are_sent() -> None:
    asked = operation(security=[{name: []} for name in SCHEMES])
    found = read(document({"/x": asked}, components={"securitySchemes": SCHEMES})).document
    assert [name for name, each in found.security_schemes.items() if not is_sent(each)] == NOT_SENT
    assert [each.name for each in unsent_schemes(found)] == NOT_SENT
    for name, words in (
        ("bad header", "a key in header under the name 'X Key' is not"), ("body", "a key in body under the name 'k'"),
        ("digest", "digest is not supported"), ("tls", "`http_client`"), ("strange", "type 'strange' is not"),
    ):  # fmt: skip
        assert words in describe_unsent(found.security_schemes[name])


@pytest.mark.parametrize(
    ("requirement", "sent"),
    [
        ([], ()),
        (["header"], ("header",)),
        (["header", "basic"], ("header", "basic")),
        (["header", "tls"], ("header",)),
        (["header", "digest"], None),
        (["tls"], None),
        (["undeclared"], None),
    ],
)
def test_an_alternative_is_met_where_all_but_the_certificate_is_sent(
    requirement: list[str], sent: tuple[str, ...] | None
) -> None:
    asked = operation(security=[{name: [] for name in requirement}])
    found = read(document({"/x": asked}, components={"securitySchemes": SCHEMES})).document
    (alternative,) = found.operations[0].security
    assert sent_schemes(alternative, found) == sent


def test_what_no_operation_asks_for_is_not_missed() -> None:
    found = read(document({"/x": operation()}, components={"securitySchemes": SCHEMES})).document
    assert [*unsent_schemes(found)] == []
