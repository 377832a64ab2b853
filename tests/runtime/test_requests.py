"""What a call sends: method, path, query, headers, body; and what never is."""

from __future__ import annotations

import datetime
import io
import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from .drive import CHUNKS, COMPLETION, KEY, MESSAGES, chunk, client
from .sample.sample_api import (
    APIResponseError,
    APIStatusError,
    ArgumentError,
    AsyncSampleApi,
    ConfigurationError,
    EventTooLargeError,
    SampleApi,
    Tool,
    ToolFunction,
    UserMessage,
    omit,
)
from .sample.sample_api.testing import (
    FakeServer,
    Request,
    Response,
    fault,
    http_response,
    json_response,
    stream_response,
)

ITEM = json_response({"id": "1", "name": "cup"})


def sent(**call: Any) -> Request:
    """The request for a completion."""
    with FakeServer(json_response(COMPLETION)) as server, client(server.url) as api:
        api.chat.completions.create(**{"messages": MESSAGES, **call})
        return server.requests[0]


def test_a_plain_call_sends_the_arguments_and_nothing_else() -> None:
    request = sent()
    assert (request.method, request.path) == ("POST", "/v1/chat/completions")
    assert request.json == {"messages": MESSAGES, "model": "sample-large"}
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["accept"] == "application/json"
    assert request.headers["content-length"] == str(len(request.body))
    assert request.headers["user-agent"].startswith("sample_api/1.2.0 Python/")


def test_absent_and_null_differ() -> None:
    assert "temperature" not in sent().json
    assert "temperature" not in sent(temperature=omit).json
    assert sent(temperature=None).json["temperature"] is None


def test_a_name_that_python_does_not_allow_is_sent_as_the_api_spells_it() -> None:
    assert sent(class_="fast").json["class"] == "fast"


def test_dicts_and_models_may_be_mixed_at_every_depth() -> None:
    function = ToolFunction(name="f", parameters={"type": "object"})
    request = sent(
        messages=(UserMessage(role="user", content="a"), {"role": "user", "content": "b", "name": "c"}),
        tools=[{"type": "function", "function": function}, Tool(type="function", function=ToolFunction(name="g"))],
    )
    assert request.json["messages"] == [
        {"role": "user", "content": "a"},
        {"role": "user", "content": "b", "name": "c"},
    ]
    assert request.json["tools"] == [
        {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}},
        {"type": "function", "function": {"name": "g"}},
    ]


def test_a_model_keeps_its_unknown_properties() -> None:
    message = UserMessage.model_validate({"role": "user", "content": "a", "cache": {"ttl": 5}})
    assert sent(messages=[message]).json["messages"] == [{"role": "user", "content": "a", "cache": {"ttl": 5}}]


def test_an_answer_that_is_sent_back_leaves_out_the_nulls_that_the_request_does_not_take() -> None:
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    message = {"role": "assistant", "content": None, "tool_calls": None, "audio": None, "reasoning": "because"}
    answer = {**COMPLETION, "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    calling = {**COMPLETION, "choices": [{"index": 0, "message": {"role": "assistant", "tool_calls": [call]}}]}
    with FakeServer(json_response(answer), json_response(calling), json_response(COMPLETION)) as server:
        with client(server.url) as api:
            first, second = (api.chat.completions.create(messages=MESSAGES).choices[0].message for _ in range(2))
            api.chat.completions.create(messages=[*MESSAGES, first, second])
        assert server.requests[2].json["messages"][1:] == [
            {"role": "assistant", "content": None, "reasoning": "because"},
            {"role": "assistant", "tool_calls": [call]},
        ]


def test_none_in_a_model_is_sent_where_the_api_takes_null() -> None:
    function = ToolFunction(name="f", description=None)
    request = sent(
        messages=[UserMessage(role="user", content="a", name=None)], tools=[Tool(type="function", function=function)]
    )
    assert request.json["messages"] == [{"role": "user", "content": "a"}]
    assert request.json["tools"] == [{"type": "function", "function": {"name": "f"}}]


def test_a_null_in_a_dict_is_sent_as_it_is() -> None:
    message = {"role": "assistant", "content": "a", "tool_calls": None}
    assert sent(messages=[message]).json["messages"] == [message]


def test_text_is_sent_as_utf_8_not_escaped() -> None:
    assert "é 😊 \u2028".encode() in sent(messages=[{"role": "user", "content": "é 😊 \u2028"}]).body


def test_values_that_json_does_not_know_have_a_form() -> None:
    day, number = datetime.date(2026, 1, 2), uuid.UUID(int=7)
    request = sent(extra_body={"day": day, "number": number, "set": {1}, "map": {"a": {"b": day}}})
    assert request.json["day"] == "2026-01-02"
    assert request.json["number"] == str(number)
    assert (request.json["set"], request.json["map"]) == ([1], {"a": {"b": "2026-01-02"}})


def test_extras_are_added_and_win() -> None:
    request = sent(
        temperature=1,
        extra_headers={"X-Trace": "7", "Accept": omit, "user-agent": "mine"},
        extra_query={"debug": True, "tag": ["a b", "c&d"], "no": None},
        extra_body={"temperature": 1.5, "new": {"deep": 1}},
    )
    assert request.path == "/v1/chat/completions?debug=true&tag=a%20b&tag=c%26d"
    assert request.headers["x-trace"] == "7"
    assert request.headers["user-agent"] == "mine"
    assert "accept" not in request.headers
    assert (request.json["temperature"], request.json["new"]) == (1.5, {"deep": 1})


def test_headers_and_query_of_the_client_go_with_each_request() -> None:
    with FakeServer(ITEM) as server:
        with client(server.url + "/base/", headers={"X-Team": "a"}, query={"v": 2}) as api:
            api.items.retrieve("1")
            api.with_options(headers={"X-Team": "b", "X-More": "c"}, query={"w": 3}).items.retrieve("2")
        first, second = server.requests
    assert (first.path, first.headers["x-team"]) == ("/base/v1/items/1?v=2", "a")
    assert (second.path, second.headers["x-team"]) == ("/base/v1/items/2?v=2&w=3", "b")
    assert second.headers["x-more"] == "c"


def test_parameters_go_to_path_query_and_header() -> None:
    with FakeServer(ITEM) as server, client(server.url) as api:
        api.items.retrieve("a/b?c", limit=5, fields=["id", "name"], order="asc", x_tenant="me")
        request = server.requests[0]
    assert (request.method, request.body) == ("GET", b"")
    assert request.path == "/v1/items/a%2Fb%3Fc?limit=5&fields=id,name&order=asc"
    assert request.headers["x-tenant"] == "me"
    assert "content-type" not in request.headers


@pytest.mark.parametrize("item", ["", ".", ".."])
def test_an_argument_that_would_be_another_path_is_refused(item: str) -> None:
    with client("http://127.0.0.1:1") as api, pytest.raises(ArgumentError, match="item_id"):
        api.items.retrieve(item)


def test_parameters_are_checked_too() -> None:
    with (
        client("http://127.0.0.1:1") as api,
        pytest.raises(ArgumentError, match=r"limit: 500 .* less than or equal to 100"),
    ):
        api.items.retrieve("1", limit=500)


@pytest.mark.parametrize("name", ["a", "b"])
def test_the_stream_argument_is_sent_as_given(name: str) -> None:
    assert "stream" not in sent(extra_headers={"x": name}).json
    assert sent(stream=False).json["stream"] is False


class TestFiles:
    """Multipart bodies (RFC 7578)."""

    def upload(self, file: Any, **more: Any) -> Request:
        with FakeServer(json_response({"id": "f", "bytes": 3, "filename": "x"})) as server, client(server.url) as api:
            assert api.files.create(file=file, purpose="archive", **more).bytes == 3
            return server.requests[0]

    def test_bytes_a_path_an_open_file_and_a_tuple_are_files(self, tmp_path: Path) -> None:
        path = tmp_path / "note.txt"
        path.write_bytes(b"abc")
        for file, name in [
            (b"abc", "file"),
            (path, "note.txt"),
            (io.BytesIO(b"abc"), "file"),
            (("n.bin", b"abc"), "n.bin"),
            (("n.bin", path), "n.bin"),
        ]:
            request = self.upload(file)
            assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
            assert f'filename="{name}"'.encode() in request.body
            assert b"\r\n\r\nabc\r\n" in request.body
            assert b'name="purpose"\r\n\r\narchive\r\n' in request.body

    def test_a_media_type_goes_with_its_file(self) -> None:
        assert b"Content-Type: audio/flac" in self.upload(("a", b"abc", "audio/flac")).body

    def test_an_open_file_is_sent_whole_again_on_a_retry(self) -> None:
        made = json_response({"id": "f", "bytes": 3, "filename": "x"})
        with FakeServer(json_response({}, 503, retry_after="0.01"), made) as server:
            with client(server.url, max_retries=1) as api:
                api.files.create(file=io.BytesIO(b"abc"), purpose="archive")
            assert all(b"\r\n\r\nabc\r\n" in request.body for request in server.requests)
            assert len(server.requests) == 2

    def test_fields_beside_a_file_are_checked(self) -> None:
        with pytest.raises(ArgumentError, match=r"expires: 5 .* greater than or equal to 60"):
            self.upload(b"abc", expires=5)

    def test_what_is_no_file_is_refused(self, tmp_path: Path) -> None:
        for file, says in [(7, "must be bytes"), (tmp_path / "none", "cannot be read")]:
            with pytest.raises(ArgumentError, match=says):
                self.upload(file)


def test_bytes_of_an_answer_are_kept_as_they_are(tmp_path: Path) -> None:
    sound = bytes(range(256))
    with FakeServer(http_response(sound, content_type="audio/mpeg")) as server, client(server.url) as api:
        speech = api.speech.create(text="hello")
        assert server.requests[0].headers["accept"] == "audio/mpeg"
    assert (bytes(speech), speech.content_type, len(speech)) == (sound, "audio/mpeg", 256)
    assert speech.save(tmp_path / "a.mp3").read_bytes() == sound
    assert repr(speech) == "BinaryContent(256 bytes, 'audio/mpeg')"


def test_a_client_of_the_users_own_is_used_with_all_that_it_adds() -> None:
    import httpx2

    with (
        FakeServer(json_response(COMPLETION)) as server,
        httpx2.Client(headers={"X-Corp": "1"}, cookies={"c": "2"}) as own,
    ):
        with SampleApi(api_key=KEY, base_url=server.url, http_client=own) as api:
            api.chat.completions.create(messages=MESSAGES)
        assert not own.is_closed
        headers = server.requests[0].headers
    assert (headers["x-corp"], headers["cookie"], headers["authorization"]) == ("1", "c=2", f"Bearer {KEY}")


def test_a_client_of_httpx_works_too() -> None:
    httpx = pytest.importorskip("httpx")

    with (
        FakeServer(json_response({}, 500, retry_after="0.01"), json_response(COMPLETION)) as server,
        httpx.Client() as own,
    ):
        api = SampleApi(api_key=KEY, base_url=server.url, http_client=own)
        assert api.chat.completions.create(messages=MESSAGES).id == "chat-1"
        assert json.loads(server.requests[1].body)["messages"] == MESSAGES


def test_a_mock_transport_needs_no_socket() -> None:
    import httpx2

    def reply(request: httpx2.Request) -> httpx2.Response:
        assert json.loads(request.content)["messages"] == MESSAGES
        return httpx2.Response(200, json=COMPLETION)

    with httpx2.Client(transport=httpx2.MockTransport(reply)) as own:
        api = SampleApi(api_key=KEY, base_url="http://sample.test", http_client=own)
        assert api.chat.completions.create(messages=MESSAGES).id == "chat-1"


def say(reply: Response) -> None:
    with FakeServer(reply) as server, client(server.url) as api:
        api.speech.create(text="hello")


def test_a_page_of_html_is_no_sound() -> None:
    with pytest.raises(APIResponseError, match="HTML page"):
        say(fault("html"))


def test_an_error_in_place_of_sound_is_raised() -> None:
    with pytest.raises(APIStatusError, match="no voice"):
        say(json_response({"error": {"message": "no voice"}}))


def test_a_client_of_the_wrong_kind_is_refused() -> None:
    import httpx2

    with pytest.raises(ConfigurationError, match="asynchronous"):
        SampleApi(api_key=KEY, http_client=httpx2.AsyncClient())  # type: ignore[arg-type]
    with httpx2.Client() as own, pytest.raises(ConfigurationError, match="not asynchronous"):
        AsyncSampleApi(api_key=KEY, http_client=own)  # type: ignore[arg-type]


def test_an_event_beyond_the_limit_that_was_set_is_refused() -> None:
    large = stream_response([*CHUNKS[:2], chunk({"content": "x" * 5000})])
    with FakeServer(large) as server, client(server.url, max_event_bytes=2000) as api:
        stream = api.chat.completions.create(messages=MESSAGES, stream=True)
        with pytest.raises(EventTooLargeError, match="2,000") as caught:
            list(stream)
    assert caught.value.partial.choices[0].message.content == "Hello"


def test_a_proxy_is_used() -> None:
    with FakeServer(json_response(COMPLETION)) as server:
        with client("http://sample.test", proxy=server.url) as api:
            assert api.chat.completions.create(messages=MESSAGES).id == "chat-1"
        assert server.requests[0].path == "http://sample.test/v1/chat/completions"


def test_a_fake_server_tells_the_query_of_a_request() -> None:
    query = {"tag": ["a b", "é&"], "empty": ""}
    with FakeServer(json_response(COMPLETION)) as server, client(server.url) as api:
        api.chat.completions.create(messages=MESSAGES, extra_query=query)
        (request,) = server.requests
    assert request.query == {"tag": ["a b", "é&"], "empty": [""]}
    assert request.path.startswith("/v1/chat/completions?")
