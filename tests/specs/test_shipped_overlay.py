"""The overlay that ships with the repository turns the pin into what the API really does."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from nemogen.config import Settings
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.recordings.judge import judge
from nemogen.recordings.recording import JsonBody, Recording, Request, Response, StreamBody, body_bytes
from nemogen.recordings.store import load_recordings
from nemogen.source.overlay import apply
from nemogen.source.overlay_file import read_overlay

ROOT = Path(__file__).parents[2]
SPECS = ROOT / "specs" / "mistral-nemo"
CALL = "POST /v1/chat/completions"
SEED = "gen-1744193377-PR9oTu6vDabN9nj0VUUX"


@pytest.fixture(scope="module")
def pin() -> Any:
    return json.loads((SPECS / "openapi.json").read_bytes())


@pytest.fixture(scope="module")
def corrected(pin: Any) -> Any:
    return apply(pin, read_overlay((SPECS / "overlay.yaml").read_bytes(), "overlay.yaml"))[0]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings("mistral-nemo", (SPECS / "api.toml").read_bytes(), "api.toml")


@pytest.fixture(scope="module")
def recordings() -> tuple[Recording, ...]:
    return load_recordings(ROOT / "tests" / "recordings" / "mistral-nemo")


def test_every_action_matches_something_and_gives_its_reason(pin: Any) -> None:
    _, findings = apply(pin, read_overlay((SPECS / "overlay.yaml").read_bytes(), "overlay.yaml"))
    assert findings == ()


def test_one_operation_is_left_and_it_asks_for_the_key(corrected: Any) -> None:
    [(path, item)] = corrected["paths"].items()
    assert (path, list(item)) == ("/v1/chat/completions", ["post"])
    assert item["post"]["security"] == [{"access-token": []}]


def test_the_recordings_of_the_repository_fit_the_corrected_document(
    corrected: Any, settings: Settings, recordings: tuple[Recording, ...]
) -> None:
    assert _broken(recordings, corrected, settings) == []


def test_every_correction_of_an_answer_is_shown_by_a_recording(
    pin: Any, settings: Settings, recordings: tuple[Recording, ...]
) -> None:
    shown = {place for place, _ in _broken(recordings, pin, settings)}
    assert shown >= {
        "choices[].finish_reason",
        "choices[].delta.role",
        "choices[].delta.content",
        "choices[].delta.tool_calls[].id",
        "choices[].delta.tool_calls[].function.name",
        "choices[].message.content",
        "choices[].logprobs.refusal",
        "choices[].logprobs.content[].bytes",
        "meta.usage.usd_spent",
    }


def test_the_completion_that_the_publisher_shows_is_recorded_as_it_stands_there(
    recordings: tuple[Recording, ...],
) -> None:
    [seed] = [recording for recording in recordings if recording.origin == "documentation"]
    answer = json.loads(body_bytes(seed.response.body))
    [choice] = answer["choices"]
    assert answer["id"] == SEED
    assert choice["message"]["content"].endswith("just want to chat. \N{SMILING FACE WITH SMILING EYES}")
    assert (choice["finish_reason"], choice["logprobs"], choice["message"]["refusal"]) == ("stop", None, None)
    assert answer["usage"] == {"prompt_tokens": 0, "completion_tokens": 5, "total_tokens": 5}


def test_all_other_recordings_say_that_they_were_written(recordings: tuple[Recording, ...]) -> None:
    assert {recording.origin for recording in recordings if recording.case != "hello"} == {"written"}
    assert {recording.response.status for recording in recordings} >= {200, 400, 401, 404, 429, 500}


def test_what_the_api_really_answered_fits_the_corrected_document(corrected: Any, settings: Settings) -> None:
    folder = os.environ.get("NEMOGEN_UPSTREAM")
    if not folder:
        pytest.skip("NEMOGEN_UPSTREAM is not set: no recorded answers of other models to judge")
    recorded = Path(folder, "recorded")
    answers = [
        _recorded(f"answer-{index}", "application/json", JsonBody(entry["body"]))
        for index, entry in enumerate(json.loads((recorded / "completions.json").read_bytes()))
    ]
    streams = [
        _recorded(f"stream-{index}", "text/event-stream", StreamBody(tuple(map(_event, entry["chunks"]))))
        for index, entry in enumerate(json.loads((recorded / "streams.json").read_bytes()))
    ]
    assert answers
    assert streams
    assert _broken([*answers, *streams], corrected, settings) == []


def _broken(recordings: Sequence[Recording], document: Any, settings: Settings) -> list[tuple[str, str]]:
    """Place and kind of all that breaks a client. Values beyond an enum do not: enums of answers are open."""
    stream = settings.operations[CALL].stream
    assert stream is not None
    assert stream.end is not None
    groups = judge(recordings, read_value(document, "openapi.json").document, ends={CALL: stream.end}).groups
    return [
        (group.violation.path, group.violation.kind)
        for group in groups
        if group.is_broken and group.violation.kind != "enum"
    ]


def _recorded(case: str, media_type: str, body: JsonBody | StreamBody) -> Recording:
    request = Request(
        "POST",
        "/v1/chat/completions",
        headers={"content-type": ("application/json",)},
        body=JsonBody({"model": "mistralai/mistral-nemo", "messages": []}),
    )
    return Recording(
        "chat.completions.create", case, request, Response(200, {"content-type": (media_type,)}, body), "live"
    )


def _event(chunk: Any) -> bytes:
    return f"data: {json.dumps(chunk)}\n\n".encode()
