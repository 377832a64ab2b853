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

from nemogen.client.environment import Text, line
from nemogen.client.http_snippets import curl, javascript
from nemogen.client.plan import ClientPlan
from nemogen.client.sample_call import Request
from nemogen.client.servers import ServerPlan
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
    auth_scheme="bearer",
    auth_name=Text(""),
    key_env="SHOP_API_KEY",
    idempotency_header=None,
    returned={},
    server=ServerPlan("https://shop.example.com", "", "", ()),
    text_formats=(),
    resources=(),
    models=(),
    params=(),
)
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
    code = javascript(PLAN, replace(REQUEST, body=body), "Order", "answer")
    found = re.search(r"JSON\.stringify\((.*)\),\n\}\);", code, re.DOTALL)
    assert found
    assert json.loads(found[1]) == body


def in_lines(text: str) -> str:
    """The text as a shell gets it: it has no escapes that every shell knows, so what nobody sees is spelt out."""
    return "\n".join("\t".join(map(spelt, row.split("\t"))) for row in text.split("\n"))


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_no_text_of_a_document_is_expanded_or_leaves_its_quotes(name: str, value: str) -> None:
    plan = replace(PLAN, auth_scheme="header", auth_name=Text(name))
    request = replace(REQUEST, headers=((name, value),), kind="form", body={name: value})
    assert arguments(curl(plan, request, binary=False))[3:] == [
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
        ("basic", '--user "$SHOP_API_KEY"', "`Basic ${btoa(process.env.SHOP_API_KEY)}`"),
        ("header", '--header "X-Key: $SHOP_API_KEY"', '"X-Key": process.env.SHOP_API_KEY'),
        ("query", '--url-query "X-Key=$SHOP_API_KEY"', '"?X-Key=" + encodeURIComponent(process.env.SHOP_API_KEY)'),
    ],
)
def test_the_key_travels_as_the_document_says(scheme: str, in_curl: str, in_javascript: str) -> None:
    plan = replace(PLAN, auth_scheme=scheme, auth_name=Text("X-Key"))
    assert in_curl in curl(plan, REQUEST, binary=False)
    assert in_javascript in javascript(plan, REQUEST, "Order", "answer")


def test_without_a_key_none_is_sent() -> None:
    plan = replace(PLAN, auth_scheme="none")
    assert "SHOP_API_KEY" not in curl(plan, REQUEST, binary=False) + javascript(plan, REQUEST, "Order", "answer")


def test_files_and_bytes_are_handed_over_as_such() -> None:
    parts = replace(REQUEST, kind="multipart", media="multipart/form-data", body={"n": 1}, files=("photo",))
    assert "--form photo=@file.bin" in curl(PLAN, parts, binary=False)
    assert 'form.append("photo", new Blob(["Hello"]), "file.bin");' in javascript(PLAN, parts, "Order", "answer")
    assert javascript(PLAN, replace(REQUEST, verb="GET"), "Order", "answer") == ""
    get = replace(REQUEST, verb="GET", kind=None, body=None)
    assert curl(PLAN, get, binary=True).endswith("--output answer.bin")
    assert "response.arrayBuffer()" in javascript(PLAN, get, "BinaryContent", "answer")
