"""Random words in paths and URLs, and the ids that belong there."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.errors import RecordingError
from nemogen.recordings.operations import Operations
from nemogen.recordings.recording import JsonBody
from nemogen.recordings.scrub import scrubbed
from nemogen.recordings.secrets import Secrets, with_ids
from tests.recordings.samples import document, read
from tests.recordings.test_scrub import in_request, in_response

RANDOM = "9fK2mQ8rT5vX1zB7nC3dL6pW0sYhJ4gA"


@pytest.mark.parametrize(
    "path",
    [f"/v1/hooks/{RANDOM}", f"/v1/hooks/T0/{RANDOM}/send", f"/v1/hook:{RANDOM}", f"/a%2F{RANDOM}",
     "/x/123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", f"/v1/key_{RANDOM}"],
)  # fmt: skip
def test_a_random_segment_of_a_path_is_refused(path: str) -> None:
    with pytest.raises(RecordingError) as caught:
        scrubbed(in_request(path=path), Secrets())
    [problem] = caught.value.problems
    assert problem.where is not None
    assert problem.where.pointer == "/request/path"
    assert RANDOM not in str(caught.value)


@pytest.mark.parametrize("name", ["hook_url", "uri", "secret_id", "secret_digest", "path"])
def test_a_random_word_is_refused_under_a_name_that_does_not_promise_one(name: str) -> None:
    with pytest.raises(RecordingError):
        scrubbed(in_response(JsonBody({name: f"https://h.test/x/{RANDOM}"})), Secrets())


def test_the_token_of_a_bot_goes_from_the_path() -> None:
    clean = scrubbed(in_request(path="/bot123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11/send"), Secrets())
    assert clean.request.path == "/bot[scrubbed]/send"


@pytest.mark.parametrize(
    "path",
    [
        f"/v1/messages/msg_{RANDOM[:24]}",
        f"/v1/chat/completions/chatcmpl-{RANDOM[:29]}",
        f"/v1/files/file-{RANDOM}.jsonl",
        "/v1/models/mistralai%2Fmistral-nemo-instruct-2407",
        "/v1/models/ft:small-7b-2024-07-18:org::AbC123xY",
        "/v1/days/2026-01-02T03:04:05.678901Z",
        f"/v1/runs/{uuid.UUID(int=0x3F9A8B7C6D5E4F3A2B1C0D9E8F7A6B5C)}",
        "/v1/objects/507f1f77bcf86cd799439011",
    ],
)
def test_ids_that_show_what_they_are_stay_in_a_path(path: str) -> None:
    recording = in_request(path=path)
    assert scrubbed(recording, Secrets()) == recording


@pytest.mark.parametrize(
    "url",
    [
        f"https://cdn.test/img/{RANDOM}.png",
        "https://git.test/a/b/blob/3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c00112233/x.py",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
    ],
)
def test_files_commits_and_data_stay_in_a_url(url: str) -> None:
    recording = in_response(JsonBody({"image_url": {"url": url}}))
    assert scrubbed(recording, Secrets()) == recording


def test_a_parameter_of_the_path_is_an_id_by_the_spec() -> None:
    recording = in_request(method="GET", path=f"/base/v1/items/{RANDOM}", body=None)
    ids = Operations(read(document())).ids("GET", recording.request.path)
    assert ids == {RANDOM}
    assert scrubbed(recording, with_ids(Secrets(), ids)) == recording
    assert Operations(read(document())).ids("GET", "/elsewhere") == frozenset()


def test_a_parameter_of_the_path_that_is_named_as_a_secret_is_no_id() -> None:
    spec: dict[str, Any] = {"openapi": "3.0.3", "paths": {"/hooks/{hook_token}/{id}": {"post": {"responses": {}}}}}
    assert Operations(read(spec)).ids("POST", f"/hooks/{RANDOM}/7") == {"7"}


@given(
    st.uuids(),
    st.sampled_from(["msg_", "chatcmpl-", "resp_", "batch_req_", "run-"]),
    st.text("0123456789abcdefXYZ", min_size=8, max_size=40),
)
def test_ordinary_ids_can_be_saved(one: uuid.UUID, prefix: str, other: str) -> None:
    recording = in_request(path=f"/v1/a/{one}/b/{prefix}{other}")
    assert scrubbed(recording, Secrets()) == recording
