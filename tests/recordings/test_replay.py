"""Recordings driven through a client that behaves, and through clients that do not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nemogen.errors import ToolError
from nemogen.findings import Finding
from nemogen.recordings.recording import StreamBody, TextBody
from nemogen.recordings.replay import replay, shipped_files
from tests.pythons import ALONE
from tests.recordings.samples import ANSWERED, ENDS, chat, document, read, stream, thing

FAKE = Path(__file__).parent / "fake"
FAILED = {"message": "no", "statusCode": 400}
UNKNOWN: dict[str, Any] = {**ANSWERED, "provider": {"name": "x"}}


def run(*recordings: Any, client: str = "FakeApi", module: str = "fake_api") -> list[str]:
    findings: tuple[Finding, ...] = replay(
        recordings, read(document()), source=FAKE, module=module, client=client, ends=ENDS
    )
    return [f"{finding.id} {finding.message}" for finding in findings]


def test_a_client_that_behaves_holds_sync_and_async() -> None:
    broken = [b'data: {"id": "a1"}\n\n', b'data: {"error": {"message": "over"}}\n\n']
    recordings = [
        chat("hello", UNKNOWN),
        chat("extra", heat=1.5, classy="yes"),
        stream(),
        thing(),
        chat("bad", FAILED, status=400),
        chat("busy", FAILED, status=429),
        chat("down", FAILED, status=500),
        chat("html", status=503, body=TextBody("<html>")),
        chat("error-in-200", {"error": {"message": "no"}}),
        chat("cut", body=StreamBody(tuple(broken)), stream=True),
    ]
    assert run(*recordings) == []


def test_a_member_that_the_client_loses_is_named() -> None:
    assert run(chat("hello", UNKNOWN), client="Lossy") == [
        "replay-round-trip chat.completions.create/hello: [0].provider is lost ({'name': 'x'})"
    ]


def test_a_request_that_differs_is_reported_with_its_place() -> None:
    assert run(chat(), client="Forgetful") == [
        "replay-request chat.completions.create/hello: body.messages[0].content is 'Hallo' instead of 'Hello'"
    ]


def test_an_error_of_a_wrong_kind_or_none_is_reported() -> None:
    recordings = [chat("bad", FAILED, status=400), chat("busy", FAILED, status=429), chat("down", FAILED, status=500)]
    assert run(*recordings, client="Meek") == [
        "replay-error chat.completions.create/bad: InternalServerError is not the error of status 400",
        "replay-error chat.completions.create/busy: builtins.ValueError is not an error of fake_api",
        "replay-error chat.completions.create/down: nothing is raised, though the response has status 500",
    ]


def test_a_method_that_the_client_lacks_is_reported() -> None:
    from dataclasses import replace

    lost = replace(chat(), operation="chat.messages.send")
    assert run(lost) == ["replay-call chat.messages.send/hello: the client has no method chat.messages.send"]


def test_a_package_that_cannot_be_imported_is_an_error_that_says_so() -> None:
    with pytest.raises(ToolError, match="No module named 'nothing_here'"):
        run(chat(), module="nothing_here")


def test_our_own_process_never_imports_the_client() -> None:
    run(chat())
    assert "fake_api" not in sys.modules


def test_the_shipped_tests_stand_alone(tmp_path: Path) -> None:
    recordings = [chat("hello", UNKNOWN), stream(), thing(), chat("bad", FAILED, status=400)]
    files = shipped_files(recordings, read(document()), module="fake_api", client="FakeApi", ends=ENDS)
    for name, content in files.items():
        path = tmp_path / "tests" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert b"nemogen" not in b"".join(content for name, content in files.items() if name.endswith(".py"))
    environment = {**os.environ, "PYTHONPATH": str(FAKE), **ALONE}
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "8 passed" in done.stdout
