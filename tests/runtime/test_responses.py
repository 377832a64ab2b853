"""Answers that break the contract: nothing of them is lost, nothing of it is silent."""

from __future__ import annotations

import copy
import json
import pickle
import warnings
from typing import Any

import pytest

from .drive import CHUNKS, COMPLETION, MESSAGES, chunk, client
from .sample.sample_api import (
    APIResponseError,
    ChatCompletion,
    Choice,
    ContractWarning,
    Item,
    Mismatch,
    StreamDecodeError,
    ToolCall,
)
from .sample.sample_api.testing import FakeServer, http_response, json_response, stream_response


def changed(**choice: Any) -> dict[str, Any]:
    return {**COMPLETION, "choices": [{**COMPLETION["choices"][0], **choice}]}


def get(document: Any, **options: Any) -> Any:
    with FakeServer(json_response(document, x_request_id="req-9")) as server, client(server.url, **options) as api:
        return api.chat.completions.create(messages=MESSAGES)


@pytest.fixture(autouse=True)
def _forget_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{Mismatch.__module__}._warned", set())


def test_an_answer_that_keeps_the_contract_has_no_mismatches() -> None:
    answer = get(COMPLETION)
    assert answer.mismatches == ()
    assert answer.request_id == "req-9"
    assert answer.model_dump(exclude_unset=True) == COMPLETION


def test_unknown_properties_are_kept_and_can_be_read() -> None:
    answer = get({**changed(native_finish_reason="STOP"), "system_fingerprint": "fp", "meta": {"cost": 1.5}})
    assert answer.system_fingerprint == "fp"
    assert answer.meta == {"cost": 1.5}
    assert answer.choices[0].native_finish_reason == "STOP"
    assert answer.mismatches == ()
    assert "system_fingerprint" in repr(answer)


def test_a_new_value_of_an_open_enum_passes() -> None:
    answer = get(changed(finish_reason="end_turn"))
    assert (answer.choices[0].finish_reason, answer.mismatches) == ("end_turn", ())


BREAKS: dict[str, tuple[Any, Mismatch]] = {
    "missing": (
        {name: value for name, value in COMPLETION.items() if name != "created"},
        Mismatch("/created", "int", "nothing"),
    ),
    "null": ({**COMPLETION, "model": None}, Mismatch("/model", "a valid string", "null")),
    "text_for_a_number": ({**COMPLETION, "created": "5"}, Mismatch("/created", "a valid integer", '"5"')),
    "number_for_text": ({**COMPLETION, "id": 5}, Mismatch("/id", "a valid string", "5")),
    "list_for_an_object": ({**COMPLETION, "usage": []}, Mismatch("/usage", "an object", "[]")),
    "object_for_a_list": ({**COMPLETION, "choices": {}}, Mismatch("/choices", "a valid array", "{}")),
    "deep_inside": (
        changed(message={"role": "assistant", "content": ["a"]}),
        Mismatch("/choices/0/message/content", "a valid string", '["a"]'),
    ),
    "half_of_a_surrogate_pair": (
        changed(message={"role": "assistant", "content": "\ud800"}),
        Mismatch("/choices/0/message/content", "readable JSON", '"\\ud800"'),
    ),
    "another_constant": (
        {**COMPLETION, "object": "completion"},
        Mismatch("/object", "'chat.completion'", '"completion"'),
    ),
    "fraction_for_a_whole_number": ({**COMPLETION, "created": 5.5}, Mismatch("/created", "a valid integer", "5.5")),
}


@pytest.mark.parametrize("case", BREAKS)
def test_a_break_gives_the_object_with_all_that_fits_and_says_where(case: str) -> None:
    document, mismatch = BREAKS[case]
    with pytest.warns(ContractWarning, match=mismatch.pointer):
        answer = get(document)
    assert type(answer) is ChatCompletion
    assert [found.pointer for found in answer.mismatches] == [mismatch.pointer]
    found = answer.mismatches[0]
    assert mismatch.expected in found.expected or mismatch.expected == "an object"
    assert found.found == mismatch.found
    assert case == "list_for_an_object" or answer.usage.total_tokens == 3
    assert case == "object_for_a_list" or type(answer.choices[0]) is Choice
    assert answer.model_dump(exclude_unset=True, warnings=False) == document


def test_a_missing_property_reads_as_none_but_is_not_set() -> None:
    document = {name: value for name, value in COMPLETION.items() if name != "usage"}
    with pytest.warns(ContractWarning):
        answer = get(document)
    assert answer.usage is None
    assert "usage" not in answer.model_fields_set


def test_several_breaks_are_all_listed() -> None:
    document = changed(index="0", message={"content": 7})
    with pytest.warns(ContractWarning):
        answer = get(document)
    assert [found.pointer for found in answer.mismatches] == [
        "/choices/0/index",
        "/choices/0/message/role",
        "/choices/0/message/content",
    ]
    assert answer.choices[0].message.content == 7


def test_a_whole_number_written_as_a_fraction_is_no_break() -> None:
    assert get({**COMPLETION, "created": 5.0}).created == 5


def test_a_union_is_rebuilt_where_its_branch_is_plain() -> None:
    calls = [{"id": "c", "type": "function", "function": {"name": "f"}}]
    with pytest.warns(ContractWarning, match="/choices/0/message/tool_calls/0/function/arguments"):
        answer = get(changed(message={"role": "assistant", "tool_calls": calls}))
    call = answer.choices[0].message.tool_calls[0]
    assert type(call) is ToolCall
    assert call.function.name == "f"
    assert "arguments" not in call.function.model_fields_set


def test_a_type_that_refers_to_itself_is_rebuilt() -> None:
    document = {"id": "1", "name": "a", "parent": {"id": "2", "name": "b", "parent": {"id": 3, "name": "c"}}}
    with FakeServer(json_response(document)) as server, client(server.url) as api, pytest.warns(ContractWarning):
        item = api.items.retrieve("1")
    assert item.mismatches[0].pointer == "/parent/parent/id"
    assert item.parent is not None
    assert type(item.parent.parent) is Item


@pytest.mark.parametrize("body", [[], "text", 5, None])
def test_an_answer_of_another_kind_altogether_is_an_error(body: Any) -> None:
    with pytest.raises(APIResponseError, match="the response does not match the spec at /: expected"):
        get(body)


def test_strict_raises_with_all_places() -> None:
    with pytest.raises(APIResponseError, match="at /created: expected int, found nothing") as caught:
        get(BREAKS["missing"][0], strict=True)
    assert [found.pointer for found in caught.value.mismatches] == ["/created"]
    assert pickle.loads(pickle.dumps(caught.value)).mismatches == caught.value.mismatches


def test_each_place_is_warned_about_once() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        two = {**COMPLETION, "choices": [{**COMPLETION["choices"][0], "index": "x"}] * 2}
        get(two)
        get(two)
        get({**COMPLETION, "id": 1})
    assert [str(warning.message).split(": expected")[0].rsplit(" ")[-1] for warning in caught] == [
        "/choices/0/index",
        "/id",
    ]


def test_copies_and_pickles_keep_the_mismatches_and_equality_ignores_them() -> None:
    with pytest.warns(ContractWarning):
        answer = get({**COMPLETION, "created": "5"})
    for other in (copy.deepcopy(answer), answer.model_copy(), pickle.loads(pickle.dumps(answer))):
        assert other.mismatches == answer.mismatches
        assert other == answer
    assert ChatCompletion.model_validate(COMPLETION) == get(COMPLETION)


def stream(*documents: Any, **options: Any) -> list[Any]:
    with FakeServer(stream_response(documents)) as server, client(server.url, **options) as api:
        return list(api.chat.completions.create(messages=MESSAGES, stream=True))


def test_chunks_that_break_the_contract_are_given_with_their_mismatches() -> None:
    with pytest.warns(ContractWarning, match="/choices/0/index"):
        chunks = stream({**chunk({"content": "a"}), "choices": [{"index": None, "delta": {"content": "a"}}]}, CHUNKS[3])
    assert chunks[0].choices[0].delta.content == "a"
    assert [found.pointer for found in chunks[0].mismatches] == ["/choices/0/index"]


@pytest.mark.parametrize(
    ("document", "mismatch"),
    [
        (changed(message={"role": "assistant", "content": None, "tool_calls": None}), None),
        ({**COMPLETION, "id": 'is "class": null'}, None),
        ({**COMPLETION, "unknown": None}, None),
        ({**COMPLETION, "service_tier": None}, Mismatch("/service_tier", "str", "null")),
        (
            {**COMPLETION, "created": "5", "service_tier": None},
            Mismatch("/service_tier", "str", "null"),
        ),
    ],
)
def test_a_null_is_reported_where_the_api_says_that_a_property_is_there_or_not(
    document: Any, mismatch: Mismatch | None
) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        answer = get(document)
    assert answer.mismatches[-1:] == (() if mismatch is None else (mismatch,))
    assert len(caught) == len(answer.mismatches)
    assert answer.model_dump(exclude_unset=True, warnings=False) == document


def test_a_null_with_a_name_in_escapes_is_found_too() -> None:
    text = json.dumps({**COMPLETION, "service_tier": None}).replace("service_tier", r"service\u005ftier")
    server = FakeServer(http_response(text, 200, "application/json"))
    with server, client(server.url) as api, pytest.warns(ContractWarning):
        found = api.chat.completions.create(messages=MESSAGES)
    assert [each.pointer for each in found.mismatches] == ["/service_tier"]


def test_a_null_in_a_chunk_is_reported_and_strict_raises() -> None:
    odd = {**chunk({"content": "a"}), "choices": [{"index": 0, "delta": {"content": "a", "role": None}}]}
    with pytest.warns(ContractWarning, match="/choices/0/delta/role"):
        chunks = stream(odd, CHUNKS[3])
    assert [found.found for found in chunks[0].mismatches] == ["null"]
    with pytest.raises(StreamDecodeError, match="/choices/0/delta/role"):
        stream(odd, CHUNKS[3], strict=True)


def test_what_was_read_can_be_kept_as_json_and_read_again() -> None:
    with pytest.warns(ContractWarning):
        found = get({**COMPLETION, "service_tier": None})
    assert ChatCompletion.model_validate_json(found.model_dump_json()) == found


def test_what_breaks_the_contract_is_dumped_without_another_warning() -> None:
    with pytest.warns(ContractWarning):
        found = get({**changed(index="zero"), "created": "now"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert found.model_dump()["created"] == "now"
        assert '"index":"zero"' in found.model_dump_json()


def test_a_strict_stream_raises_at_the_chunk() -> None:
    with pytest.raises(StreamDecodeError, match="/created") as caught:
        stream(CHUNKS[0], {**CHUNKS[1], "created": None}, strict=True)
    assert caught.value.chunks == 1
    assert [found.pointer for found in caught.value.mismatches] == ["/created"]


def test_a_repr_is_short_and_leaves_out_what_is_not_there() -> None:
    text = repr(get(changed(message={"role": "assistant", "content": "x" * 5000, "tool_calls": None})))
    assert len(text) < 400
    assert "refusal" not in text
    assert "'xxx" in text


def test_a_raw_response_has_head_bytes_and_object() -> None:
    with FakeServer(json_response(COMPLETION, x_request_id="req-9")) as server, client(server.url) as api:
        raw = api.chat.completions.with_raw_response.create(messages=MESSAGES)
    assert (raw.status, raw.request_id) == (200, "req-9")
    assert raw.headers["content-type"] == "application/json"
    assert raw.content.startswith(b'{"id": "chat-1"')
    assert raw.parsed.id == "chat-1"
    assert raw.parsed is raw.parsed
    assert raw.mismatches == ()


def test_a_raw_response_of_a_stream_gives_the_stream() -> None:
    with FakeServer(stream_response(CHUNKS)) as server, client(server.url) as api:
        raw = api.chat.completions.with_raw_response.create(messages=MESSAGES, stream=True)
        assert raw.headers["content-type"] == "text/event-stream"
        assert len(list(raw.parsed)) == len(CHUNKS)
