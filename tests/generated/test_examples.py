"""Every example of the package's README is run against a server on loopback, in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from nemogen.runtime.fake_server import RESET, FakeServer, Request, Response, fault, json_response, stream_response
from tests.forked_python import run_python
from tests.generated.canned import (
    CALL,
    HELLO,
    PIECES,
    STREAM,
    STREAMED_TOOL_CALL,
    TOOL_CALL,
    completion,
)
from tests.generated.examples import command, python_code
from tests.generated.readme import PACKAGE, SOURCE, Block, blocks
from tests.pythons import ALONE

README = blocks(PACKAGE / "README.md")
ELSEWHERE = {"Install: bash 1": "needs a clone and an environment: test_install.py"}
QUESTION = [{"role": "user", "content": "Hello"}]

Sent = Callable[[Sequence[Request]], Any]


def first_body(requests: Sequence[Request]) -> Any:
    return requests[0].json


@dataclass(frozen=True)
class Case:
    """What the server answers with, what the example then prints (a regular expression, of stdout and of stderr), and
    what has arrived at the server (compared with what `sent` takes from the requests)."""

    answers: tuple[Response, ...] = (HELLO,)
    prints: str = ""
    logs: str = ""
    sent: Sent = first_body
    arrived: Any = field(default_factory=lambda: {"model": "mistralai/mistral-nemo", "messages": QUESTION})


STREAMED = {"model": "mistralai/mistral-nemo", "messages": QUESTION, "stream": True}
INCOMPLETE = {**{name: value for name, value in completion().items() if name != "created"}, "provider": "x"}
CASES = {
    "First call: python 1": [Case(prints="Hello!\n")],
    "First call: javascript 1": [Case(prints="Hello!\n")],
    "First call: bash 1": [Case(prints=r'\{"id": "gen-1", .*\}')],
    "Arguments: python 1": [Case()],
    "Arguments: python 2": [
        Case(
            sent=lambda requests: (requests[0].path, requests[0].headers["x-trace"]),
            arrived=("/v1/chat/completions?trial=1", "42"),
        )
    ],
    "Bounds: python 1": [Case(prints="temperature is 5 and must be .*2.*\n", sent=len, arrived=0)],
    "Streams: python 1": [Case((STREAM,), "Hello!", arrived=STREAMED)],
    "Streams: python 2": [Case((STREAM,), "Hello!\nHello!\n", arrived=STREAMED)],
    "Streams: python 3": [
        Case((stream_response(PIECES, None, then=RESET),), r"StreamInterruptedError after 3 chunks: .*'Hello!'.*\n",
             arrived=STREAMED),
        Case((stream_response(PIECES, None),), r"StreamTruncatedError after 3 chunks: .*\n", arrived=STREAMED),
    ],
    "Async: python 1": [
        Case((HELLO, STREAM), "Hello!\nHello!\n", sent=lambda requests: requests[1].json, arrived=STREAMED)
    ],
    "Async: python 2": [Case(prints="5 responses\n", sent=len, arrived=5)],
    "Errors: python 1": [
        Case((json_response({"message": "Slow down"}, 429, retry_after="120"),),
             r"rate limited; retry after 120\.0 seconds\n"),
        Case((fault("reset"),), "no connection: .*\n"),
        Case((json_response({"message": "No such thing", "statusCode": 400}, 400, x_request_id="r1"),),
             "400 No such thing r1\n"),
    ],
    "Errors: python 2": [
        Case((json_response({"message": "No such thing", "statusCode": 400}, 400),),
             "the API rejected the request: .*No such thing.*\n"),
    ],
    "Retries and timeouts: python 1": [
        Case((json_response({}, 503, retry_after_ms="1"), HELLO), sent=len, arrived=2)
    ],
    "Retries and timeouts: python 2": [Case((fault("reset"), HELLO), sent=len, arrived=2)],
    "Raw responses: python 1": [Case(prints=r"200 req-1 application/json \d+\n")],
    "Responses that do not match the spec: python 1": [
        Case((json_response(INCOMPLETE),),
             r"/created expected \S.* found nothing\nundeclared: \{'provider': 'x'\}\nstrict: 1 mismatches\n")
    ],
    "Client settings: python 1": [
        Case(
            sent=lambda requests: (requests[0].path, requests[0].headers["x-team"]),
            arrived=("/v1/chat/completions?trial=1", "blue"),
        )
    ],
    "Client settings: python 2": [
        Case(sent=lambda requests: requests[0].headers["x-desk"], arrived="7")
    ],
    "Hooks and middleware: python 1": [
        Case(prints=r"calling chat\.completions\.create\nchat\.completions\.create 200 None\n",
             logs=r"(mistral_nemo (DEBUG|INFO)\n)+",
             sent=lambda requests: requests[0].headers["x-trace"], arrived="attempt-1")
    ],
    "Tool calls: python 1": [
        Case(
            (TOOL_CALL, HELLO),
            "Hello!\n",
            sent=lambda requests: requests[1].json["messages"][1:],
            arrived=[
                {"role": "assistant", "refusal": None, "tool_calls": [CALL]},
                {"role": "tool", "tool_call_id": "call_1", "content": "Rain in Bergen."},
            ],
        )
    ],
    "Tool calls: python 2": [
        Case((STREAMED_TOOL_CALL,), r'weather \{"town": "Bergen"\}\n', sent=len, arrived=1)
    ],
    "Answers in JSON: python 1": [
        Case((json_response(completion('["Oslo", "Bergen", "Hamar"]')),), r"\['Oslo', 'Bergen', 'Hamar'\]\n",
             sent=lambda requests: requests[0].json["response_format"]["type"], arrived="json_schema")
    ],
    "Coming from the openai package: python 1": [
        Case(prints=r'Hello! 5\n\{"id":"gen-1",.*\n', sent=lambda requests: requests[0].json["max_tokens"], arrived=50)
    ],
}  # fmt: skip


def run(block: Block, url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    environment = {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}",
        "PYTHONPATH": str(SOURCE),
        "PYTHONIOENCODING": "utf-8",
        "AIMLAPI_API_KEY": "a-key-of-nobody",
        "AIMLAPI_BASE_URL": url,
    }
    if block.language == "python":
        return run_python(python_code(block), folder=folder, environment=environment)
    return subprocess.run(
        command(block, folder), cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


RUNS = [
    pytest.param(block, case, id=f"{block.name}{'' if number == 1 else f', again {number}'}")
    for block in README
    for number, case in enumerate(CASES.get(block.name, ()), 1)
]


@pytest.mark.parametrize(("block", "case"), RUNS)
def test_an_example_prints_and_sends_what_it_says(block: Block, case: Case, tmp_path: Path) -> None:
    with FakeServer(*case.answers) as server:
        done = run(block, server.url, tmp_path)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(case.prints, done.stdout, re.DOTALL), done.stdout
    assert re.fullmatch(case.logs, done.stderr), done.stderr
    assert case.sent(server.requests) == case.arrived
    assert all(request.headers["authorization"] == "Bearer a-key-of-nobody" for request in server.requests)
    assert "a-key-of-nobody" not in done.stdout + done.stderr


def test_the_tests_that_a_reader_is_shown_pass(tmp_path: Path) -> None:
    block = next(each for each in README if each.name == "Testing your own code: python 1")
    (tmp_path / "test_mine.py").write_text(block.code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "test_mine.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **ALONE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout


def test_every_block_of_the_readme_is_run_and_every_case_has_its_block() -> None:
    names = {block.name for block in README}
    assert names == {*CASES, *ELSEWHERE, "Testing your own code: python 1"}
