"""A server that behaves as the real API did, deviations and all: recorded, tested, and the spec made true to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse, loopback
from nemogen.recordings.recording import JsonBody, Recording, Response
from nemogen.recordings.store import load_recordings
from tests.commands.talks import JSON, STREAM, files_of, findings, text
from tests.commands.workshop import open_workshop
from tests.recordings.samples import JSON_TYPE
from tests.recordings.upstream import REVISION, needs_upstream, recorded, revision

pytestmark = needs_upstream

SETTINGS = """
[source]
file = "docs/talk.json"

[operations."POST /v1/chat/completions"]
name = "chat.completions.create"
"""
ONE_PATH = """overlay: 1.1.0
info: {title: One of two equal paths, version: "1"}
actions:
  - target: $.paths['/chat/completions']
    description: The same operation.
    remove: true
"""


def asking(recording: Recording) -> Recording:
    """A live recording of an old day, whose request names it, and whose answer is yet to come."""
    asked = recording.request.body
    assert isinstance(asked, JsonBody)
    body = JsonBody({**asked.value, "messages": [{"role": "user", "content": recording.case}]})
    request = replace(recording.request, body=body)
    return replace(
        recording,
        request=request,
        response=Response(200, JSON_TYPE, JsonBody({})),
        origin="live",
        recorded=date(2020, 1, 1),
    )


class Real:
    """Answers as it was recorded: the message of a request says which answer is meant."""

    def __init__(self, recordings: list[Recording]) -> None:
        self.answers: Mapping[str, Recording] = {each.case: each for each in recordings}

    def respond(self, asked: ReceivedRequest) -> ServedResponse:
        body = self.answers[json.loads(asked.body)["messages"][0]["content"]].response.body
        if isinstance(body, JsonBody):
            return ServedResponse(200, (JSON,), (json.dumps(body.value).encode(),))
        return ServedResponse(200, (STREAM,), getattr(body, "chunks", ()), is_stream=True)


def kinds(report: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Rule and last part of the place of everything that fails."""
    found = findings(report, "recordings")
    return {(each["id"], each["key"].rpartition(".")[2]) for each in found if each["level"] == "error"}


def test_what_the_api_really_does_is_recorded_and_the_spec_made_true_to_it(tmp_path: Path) -> None:
    real = recorded()
    start: dict[str, str | bytes] = {
        "specs/talk/api.toml": SETTINGS,
        "specs/talk/overlay.yaml": ONE_PATH,
        "docs/talk.json": text(revision(REVISION)),
    }
    project = open_workshop(tmp_path / "project", start, {"TALK_API_KEY": "k-1234567890"})
    assert project.run("sync", "--no-commit").status == 0
    for path, content in files_of(map(asking, real)).items():
        project.write(path, content)
    with loopback(Real(real).respond) as server:
        report = project.report("record", "talk", "--again", "--base-url", server.url, status=0)
    assert len({each["message"].split(":")[0] for each in findings(report, "recordings")}) == len(real)
    taken = {each.case: each for each in load_recordings(project.root / "tests/recordings/talk")}
    assert [each.case for each in real if taken[each.case].response.body != each.response.body] == []

    report = project.report("test", "talk", status=1)
    assert kinds(report) == {
        ("recording-missing", "role"),
        ("recording-missing", "finish_reason"),
        ("recording-missing", "credits_used"),
        ("recording-missing", "usd_spent"),
        ("recording-null", "content"),
        ("recording-null", "finish_reason"),
    }
    proposed = project.run("test", "--propose").out
    project.write("specs/talk/overlay.yaml", ONE_PATH + proposed[proposed.index("actions:\n") + len("actions:\n") :])
    assert project.run("sync", "--no-commit").status == 0
    assert project.states("test", "--strict", status=0) == {"recordings": "ok"}
