"""Calls in a shell and in JavaScript hold what a document says as text, whatever it says."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.client.authentication import Argument, Authentication, Credential
from nemogen.client.environment import Text, line
from nemogen.client.http_snippets import Shown, curl, javascript
from nemogen.client.plan import ClientPlan
from nemogen.client.sample_call import Request
from nemogen.client.servers import ServerPlan
from nemogen.runtime.settings import AuthScheme
from nemogen.text_safety import spelt

PLAN = ClientPlan(
    client="Shop",
    async_client="AsyncShop",
    module="shop",
    distribution="shop",
    title=Text("Shop"),
    description=Text("A shop."),
    base_url=Text("https://shop.example.com/v1"),
    base_url_env="SHOP_BASE_URL",
    server=ServerPlan("https://shop.example.com/v1", "", "", ()),
    authentication=Authentication(),
    idempotency_header=None,
    returned={},
    text_formats=(),
    resources=(),
    models=(),
    params=(),
)


def sent(kind: AuthScheme, name: str = "", *variables: str, token_url: str = "", scopes: tuple[str, ...] = ()) -> Shown:
    given = variables or ("SHOP_API_KEY",)
    arguments = tuple(Argument(each.lower(), each, Text(""), "fake") for each in given)
    return ((Credential("key", kind, Text(name), arguments, Text(token_url)), scopes),)


REQUEST = Request("POST", "/orders", (), (), "json", "application/json", {"text": "Hello"}, ())
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)


def arguments(command: str) -> list[str]:
    """What a real shell gives to curl."""
    script = f"curl() {{ printf '%s\\0' \"$@\"; }}\n{command}"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eu", "-c", script],
        env={"SHOP_API_KEY": "the key", "SHOP_BASE_URL": ""},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.decode().split("\0")[:-1]


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_a_body_of_json_arrives_as_it_is(body: Any) -> None:
    command = arguments(curl(PLAN, replace(REQUEST, body=body), binary=False))
    assert json.loads(command[command.index("--data") + 1]) == body
    code = javascript(PLAN, replace(REQUEST, body=body), "Order", "data")
    found = re.search(r"JSON\.stringify\((.*)\),\n\}\);", code, re.DOTALL)
    assert found
    assert json.loads(found[1]) == body


def in_lines(text: str) -> str:
    """The text as a shell gets it: it has no escapes that every shell knows, so what nobody sees is spelt out."""
    return "\n".join("\t".join(map(spelt, row.split("\t"))) for row in text.split("\n"))


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_no_text_of_a_document_is_expanded_or_leaves_its_quotes(name: str, value: str) -> None:
    request = replace(REQUEST, headers=((name, value),), kind="form", body={name: value})
    assert arguments(curl(PLAN, request, binary=False, sent=sent("header", name)))[3:] == [
        "https://shop.example.com/v1/orders",
        "--header",
        f"{line(name)}: {line(value)}",
        "--header",
        f"{line(name)}: the key",
        "--data-urlencode",
        f"{line(name)}={in_lines(value)}",
    ]


def test_an_address_cannot_hold_code_of_a_shell() -> None:
    plan = replace(PLAN, base_url=Text('https://shop.example.com/$(id)"`id`}'))
    assert '"${SHOP_BASE_URL:-https://shop.example.com/%24%28id%29%22%60id%60%7D}"/orders' in curl(plan, REQUEST, False)


@pytest.mark.parametrize(
    ("scheme", "in_curl", "in_javascript"),
    [
        ("bearer", '--header "Authorization: Bearer $SHOP_API_KEY"', "`Bearer ${process.env.SHOP_API_KEY}`"),
        ("header", '--header "X-Key: $SHOP_API_KEY"', '"X-Key": process.env.SHOP_API_KEY'),
        ("query", '--url-query "X-Key=$SHOP_API_KEY"', '"?X-Key=" + encodeURIComponent(process.env.SHOP_API_KEY)'),
        ("cookie", '--cookie "X-Key=$SHOP_API_KEY"', 'Cookie: "X-Key=" + process.env.SHOP_API_KEY'),
    ],
)
def test_the_key_travels_as_the_document_says(scheme: AuthScheme, in_curl: str, in_javascript: str) -> None:
    shown = sent(scheme, "X-Key")
    assert in_curl in curl(PLAN, REQUEST, binary=False, sent=shown)
    assert in_javascript in javascript(PLAN, REQUEST, "Order", "data", shown)


def test_a_user_name_and_a_password_travel_as_basic() -> None:
    shown = sent("basic", "", "SHOP_USERNAME", "SHOP_PASSWORD")
    assert '--user "$SHOP_USERNAME:$SHOP_PASSWORD"' in curl(PLAN, REQUEST, binary=False, sent=shown)
    pair = "`${process.env.SHOP_USERNAME}:${process.env.SHOP_PASSWORD}`"
    code = javascript(PLAN, REQUEST, "Order", "data", shown)
    assert f'`Basic ${{Buffer.from({pair}).toString("base64")}}`' in code


def test_keys_that_go_together_are_all_sent() -> None:
    shown = (*sent("query", "key"), *sent("query", "app_id", "SHOP_APP_ID"), *sent("cookie", "SID", "SHOP_SID"))
    command = curl(PLAN, REQUEST, binary=False, sent=shown)
    for part in ('"key=$SHOP_API_KEY"', '"app_id=$SHOP_APP_ID"', '"SID=$SHOP_SID"'):
        assert part in command
    request = replace(REQUEST, headers=(("Cookie", "a=b"),), query=(("q", "1"),))
    code = javascript(PLAN, request, "Order", "data", shown)
    assert '"/orders?q=1" + "&key=" + encodeURIComponent(process.env.SHOP_API_KEY) + "&app_id="' in code
    assert 'Cookie: "a=b" + "; " + "SID=" + process.env.SHOP_SID' in code


def test_a_token_is_fetched_before_the_call() -> None:
    shown = sent(
        "client_credentials", "", "SHOP_CLIENT_ID", "SHOP_CLIENT_SECRET", token_url="/token", scopes=("a", "b")
    )
    command = curl(PLAN, REQUEST, binary=False, sent=shown)
    fetched, called = command.split("TOKEN=")[1].split(".*/\\1/p')")
    for part in ("https://shop.example.com/token", '"$SHOP_CLIENT_ID:$SHOP_CLIENT_SECRET"', "'scope=a b'"):
        assert part in fetched
    assert '--header "Authorization: Bearer $TOKEN"' in called
    code = javascript(PLAN, REQUEST, "Order", "data", shown)
    assert 'fetch("https://shop.example.com/token", {' in code
    assert 'grant_type: "client_credentials", scope: "a b"' in code
    assert "Authorization: `Bearer ${token}`" in code


def test_without_a_key_none_is_sent() -> None:
    assert "SHOP_API_KEY" not in curl(PLAN, REQUEST, binary=False) + javascript(PLAN, REQUEST, "Order", "data")


def test_files_and_bytes_are_handed_over_as_such() -> None:
    parts = replace(REQUEST, kind="multipart", media="multipart/form-data", body={"n": 1}, files=("photo",))
    assert "--form photo=@file.bin" in curl(PLAN, parts, binary=False)
    assert 'form.append("photo", new Blob(["Hello"]), "file.bin");' in javascript(PLAN, parts, "Order", "data")
    assert javascript(PLAN, replace(REQUEST, http_method="GET"), "Order", "data") == ""
    get = replace(REQUEST, http_method="GET", kind=None, body=None)
    assert curl(PLAN, get, binary=True).endswith("--output response.bin")
    assert "response.arrayBuffer()" in javascript(PLAN, get, "BinaryContent", "data")
