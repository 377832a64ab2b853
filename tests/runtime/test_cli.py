"""`python -m sample_api chat`: from a terminal, with the key from the environment."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .drive import CHUNKS, KEY, chunk
from .sample.sample_api import SampleApi
from .sample.sample_api.__main__ import COMMANDS
from .sample.sample_api._runtime.cli import main
from .sample.sample_api.testing import Answer, FakeServer, json_answer, stream_answer

SAMPLE = Path(__file__).parent / "sample"


def run(reply: Answer, *arguments: str) -> tuple[int, str, object]:
    """Exit status, output, and the body of the request."""
    out = io.StringIO()
    with FakeServer(reply) as server:
        status = main(SampleApi, COMMANDS, ["chat", *arguments, "--base-url", server.url], out)
        return status, out.getvalue(), server.requests[0].json if server.requests else None


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLE_API_KEY", KEY)


def test_the_answer_is_printed_as_text() -> None:
    status, out, body = run(stream_answer(CHUNKS), "Hello", "--system", "Be short.", "--set", "temperature=0.5")
    assert (status, out) == (0, "Hello there\n")
    assert body == {
        "model": "sample-large",
        "messages": [{"role": "system", "content": "Be short."}, {"role": "user", "content": "Hello"}],
        "temperature": 0.5,
        "stream": True,
    }


def test_control_characters_do_not_reach_the_terminal() -> None:
    _, out, _ = run(stream_answer([chunk({"content": "a\x1b[2Jb\r\x07\nc"}, "stop")]), "Hello")
    assert out == "a\ufffd[2Jb\ufffd\ufffd\nc\n"


def test_an_error_is_one_line_and_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(json_answer({"error": {"message": "no credit\x1b[0m"}}, 403), "Hello")
    assert (status, out) == (1, "")
    error = capsys.readouterr().err
    assert error.startswith("error: no credit\ufffd[0m (POST /v1/chat/completions")
    assert error.count("\n") == 1


@pytest.mark.parametrize(("setting", "says"), [("temperature=9", "temperature"), ("temprature=1", "temprature")])
def test_a_wrong_argument_is_an_error(setting: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, body = run(stream_answer(CHUNKS), "Hello", "--set", setting)
    assert (status, body) == (1, None)
    assert says in capsys.readouterr().err


def test_it_runs_as_a_module_and_reads_stdin() -> None:
    with FakeServer(stream_answer(CHUNKS)) as server:
        done = subprocess.run(
            [sys.executable, "-m", "sample_api", "chat"],
            input="Hello from a pipe",
            env={**os.environ, "SAMPLE_API_BASE_URL": server.url, "PYTHONPATH": str(SAMPLE)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "Hello there\n", "")
        assert server.requests[0].json["messages"] == [{"role": "user", "content": "Hello from a pipe"}]
