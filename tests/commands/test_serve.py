"""`serve`: the installed command as a server, asked by curl, and by a client that nobody here wrote."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.commands.talks import open_talks, samples, text
from tests.commands.workshop import Workshop, isolate, open_workshop
from tests.recordings.samples import ANSWERED, chat
from tests.recordings.test_serve import STRANGER, completions_document

HELLO: dict[str, Any] = {"model": "small", "messages": [{"role": "user", "content": "Hello"}]}
COMPLETIONS = """
[source]
file = "docs/talk.json"

[operations."POST /v1/chat/completions".stream]
end = "[DONE]"
"""

needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@pytest.fixture(scope="module", name="talks")
def _talks(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    busy = chat("busy", {"message": "slow down", "statusCode": 429}, status=429)
    return open_talks(tmp_path_factory.mktemp("talks") / "project", [*samples(), busy])


@contextmanager
def running(talks: Workshop, *options: str, name: str = "talk") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The URL that the server says, and its process, which is gone after the block."""
    with talks.start("serve", name, *options) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().decode(), process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


@pytest.fixture(scope="module")
def server(talks: Workshop) -> Iterator[str]:
    with running(talks, "--port", "0") as (line, _):
        yield line.strip()


def curl(server: str, body: Any, *options: str) -> tuple[str, str]:
    """Head and body of the answer."""
    command = ["curl", "-sS", "-N", "-i", "--noproxy", "*", f"{server}/base/v1/chat"]
    command += ["-H", "content-type: application/json", "-H", "authorization: Bearer key", *options]
    done = subprocess.run([*command, "-d", json.dumps(body)], capture_output=True, text=True, check=False)
    head, _, rest = done.stdout.partition("\n\n")
    return head, rest + done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_its_url_in_one_line_and_ends_well_when_told_to(talks: Workshop, number: signal.Signals) -> None:
    with running(talks) as (line, process):
        assert line.startswith("http://127.0.0.1:")
        assert line.endswith("\n")
        port = int(line.rpartition(":")[2])
        socket.create_connection(("127.0.0.1", port), timeout=10).close()
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        assert (process.returncode, out, err) == (0, b"", b"")


def test_a_port_that_is_taken_and_an_api_that_is_not_there_are_reported(talks: Workshop, server: str) -> None:
    done = talks.run("serve", "talk", "--port", server.rpartition(":")[2])
    assert (done.status, done.out) == (4, "")
    assert "cannot listen on port" in done.err
    assert talks.run("serve", "walk").status == 3


@needs_curl
def test_curl_gets_the_recorded_answer_and_the_recorded_stream(server: str) -> None:
    head, body = curl(server, HELLO)
    assert head.startswith("HTTP/1.1 200 OK")
    assert "x-mock-response: recorded chat.completions.create/hello" in head
    assert json.loads(body) == ANSWERED
    head, body = curl(server, {**HELLO, "stream": True})
    assert "text/event-stream" in head
    assert body.endswith("data: [DONE]\n\n")


@needs_curl
def test_curl_gets_faults_by_header(server: str) -> None:
    head, body = curl(server, HELLO, "-H", "x-mock-status: 429")
    assert head.startswith("HTTP/1.1 429")
    assert json.loads(body)["message"] == "slow down"
    _, body = curl(server, {**HELLO, "stream": True}, "-H", "x-mock-error-event: too much")
    assert "event: error" in body
    assert "too much" in body
    _, body = curl(server, {**HELLO, "stream": True}, "-H", "x-mock-cut: 1")
    assert "[DONE]" not in body
    assert "curl: (18)" in body
    assert curl(server, HELLO, "-H", "x-mock-delay: soon")[0].startswith("HTTP/1.1 400")


@needs_curl
def test_what_the_spec_refuses_is_refused_and_what_is_not_recorded_is_made(server: str) -> None:
    head, body = curl(server, {**HELLO, "heat": 9})
    assert head.startswith("HTTP/1.1 400")
    assert "heat is 9" in json.loads(body)["message"]
    first, second = (curl(server, {**HELLO, "heat": 1}) for _ in range(2))
    assert "x-mock-response: made" in first[0]
    assert first[1] == second[1]


def test_the_generated_client_talks_to_it(talks: Workshop, server: str) -> None:
    code = f"""
import talk
with talk.Talk(api_key="k", base_url={server!r}) as client:
    print(client.chat.completions.create(**{HELLO!r}).id)
    print(len(list(client.chat.completions.create(**{HELLO!r}, stream=True))))
"""
    environment = {**os.environ, "PYTHONPATH": str(talks.root / "generated/talk/src"), "NO_PROXY": "127.0.0.1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["a1", "2"], done.stderr


def test_the_openai_package_talks_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = os.environ.get("NEMOGEN_OPENAI_PYTHON", sys.executable)
    if subprocess.run([python, "-c", "import openai"], capture_output=True, check=False).returncode:
        pytest.skip("NEMOGEN_OPENAI_PYTHON names no Python that has the openai package")
    isolate(monkeypatch, tmp_path)
    files: dict[str, str | bytes] = {
        "specs/talk/api.toml": COMPLETIONS,
        "specs/talk/openapi.json": text(completions_document()),
    }
    project = open_workshop(tmp_path / "project", files, {"NO_PROXY": "127.0.0.1"})
    with running(project) as (line, _):
        command = [python, "-c", STRANGER, line.strip()]
        done = subprocess.run(
            command, env=os.environ | project.environment, capture_output=True, text=True, check=False
        )
    assert done.stdout == "good\n", done.stderr
