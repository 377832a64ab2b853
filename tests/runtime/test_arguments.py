"""Arguments are checked before anything is sent: one error, which names argument, value and bound."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .drive import COMPLETION, MESSAGES, client
from .sample.sample_api import APIError, ArgumentError, UserMessage
from .sample.sample_api.testing import FakeServer, json_response


def refused_by_json(value: float) -> str:
    """How the standard library puts it, which differs from one Python to the next."""
    with pytest.raises(ValueError, match="not JSON compliant") as caught:
        json.dumps(value, allow_nan=False)
    return str(caught.value)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "too_much": ({"temperature": 3}, "temperature: 3 is not valid: it must be less than or equal to 2"),
    "too_little": ({"max_tokens": 0}, "max_tokens: 0 is not valid: it must be greater than or equal to 1"),
    "text_for_a_number": ({"temperature": "1"}, "temperature: '1' is not valid: it must be a valid number"),
    "number_for_text": ({"class_": 4}, "class_: 4 is not valid: it must be a valid string"),
    "no_such_value": ({"effort": "mid"}, "effort: 'mid' is not valid: it must be 'low' or 'high'"),
    "null_where_none_belongs": (
        {"max_tokens": None},
        "max_tokens: None is not valid: the API does not accept null here; omit the argument",
    ),
    "missing_inside": ({"messages": [{"role": "user"}]}, "messages[0].content: None is not valid: it is missing"),
    "wrong_inside_a_list": (
        {"messages": [*MESSAGES, {"role": "user", "content": 5}]},
        "messages[1].content: 5 is not valid: it must be a valid string",
    ),
    "missing_where_a_branch_has_the_name_of_a_key": (
        {"tools": [{"type": "function", "function": {}}]},
        "tools[0].function.name: None is not valid: it is missing",
    ),
    "wrong_inside_a_model": (
        {"messages": [UserMessage.model_construct(role="user", content=5)]},
        "messages[0].content: 5 is not valid: it must be a valid string",
    ),
    "no_list": ({"messages": "Hello"}, "messages: 'Hello' is not valid: it must be a valid array"),
    "nan": ({"top_p": float("nan")}, f"top_p: nan is not valid: {refused_by_json(float('nan'))}"),
    "two_at_once": (
        {"temperature": 9, "top_p": 7},
        "temperature: 9 is not valid: it must be less than or equal to 2 (and 1 more)",
    ),
    "a_value_of_many_words": (
        {"messages": "x" * 500},
        f"messages: '{'x' * 79}… is not valid: it must be a valid array",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_argument_is_named_with_its_value_and_bound(case: str) -> None:
    arguments, message = WRONG[case]
    with FakeServer() as server, client(server.url) as api:
        with pytest.raises(ArgumentError) as caught:
            api.chat.completions.create(**{"messages": MESSAGES, **arguments})
        assert server.requests == []
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, APIError)
    assert caught.value.argument
    assert caught.value.bound


def test_an_unknown_tag_names_those_that_are_known() -> None:
    with (
        client("http://127.0.0.1:1") as api,
        pytest.raises(ArgumentError, match=r"messages\[0\].*'user', 'system', 'assis"),
    ):
        api.chat.completions.create(messages=[{"role": "robot", "content": "x"}])  # type: ignore[list-item]


@pytest.mark.parametrize("value", [object(), {"a": object()}, b"bytes", "\ud800"])
def test_what_cannot_be_json_is_an_argument_error(value: Any) -> None:
    with client("http://127.0.0.1:1") as api, pytest.raises(ArgumentError, match="class_"):
        api.chat.completions.create(messages=MESSAGES, class_=value)


def test_without_validation_all_is_sent_as_it_is() -> None:
    untyped: dict[str, Any] = {"max_tokens": None}
    with FakeServer(json_response(COMPLETION)) as server, client(server.url, validate=False) as api:
        api.chat.completions.create(messages=[], temperature=99, **untyped)
        assert server.requests[0].json["temperature"] == 99
        assert server.requests[0].json["max_tokens"] is None


@pytest.mark.parametrize(
    "headers", [{"a b": "x"}, {"": "x"}, {"x": "a\nb"}, {"x": "a\r\nEvil: 1"}, {"x": "\u20ac"}, {"x": 5}]
)
def test_a_header_that_would_break_the_request_is_refused(headers: dict[str, Any]) -> None:
    with client("http://127.0.0.1:1") as api:
        with pytest.raises(ArgumentError, match="header"):
            api.chat.completions.create(messages=MESSAGES, extra_headers=headers)
        with pytest.raises(ArgumentError, match="header"):
            api.with_options(headers=headers)
