"""After a fork: a process never uses the connections of another, nor disturbs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.forked_python import run_python

from .drive import COMPLETION, chunk
from .sample.sample_api.testing import FakeServer, Request, Response, json_response, stream_response

SAMPLE = Path(__file__).parent / "sample"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")

COMMON = """
import asyncio, os, sys, traceback
from sample_api import APIError, AsyncSampleApi, SampleApi, StreamInterruptedError

MODE, URL = sys.argv[1:]


def say(text):
    return [{"role": "user", "content": text}]


def client():
    options = {"api_key": "k", "base_url": URL, "max_retries": 0, "timeout": 40}
    if MODE == "sync":
        return SampleApi(**options)
    return AsyncSampleApi(**options, connections="aiohttp" if MODE == "aiohttp" else "httpx2")


def in_children(work, count=3):
    '''True where `work`, given a number, gave True in each of so many processes at once.'''
    children = []
    for number in range(count):
        child = os.fork()
        if not child:
            try:
                os._exit(0 if work(number) else 1)
            except BaseException:
                traceback.print_exc()
                os._exit(2)
        children.append(child)
    return [os.waitpid(child, 0)[1] for child in children] == [0] * count
"""


def run(code: str, mode: str, url: str) -> str:
    """What a process of its own prints, without a word on stderr."""
    environment = {**os.environ, "PYTHONPATH": str(SAMPLE)}
    done = run_python(COMMON + code, mode, url, folder=SAMPLE, environment=environment, strict=True)
    assert done.stderr == ""
    return done.stdout


def echo(request: Request) -> Response:
    """Answers with the question, as one piece or word by word."""
    text = request.json["messages"][-1]["content"]
    if request.json.get("stream"):
        return stream_response(
            [*(chunk({"content": f"{word} "}) for word in text.split()), chunk({}, "stop")], pause=0.05
        )
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return json_response({**COMPLETION, "choices": [choice]})


SYNC_CALLS = """
with client() as api:
    def right(number):
        questions = [f"{os.getpid()} {number} {turn}" for turn in range(40)]
        answers = [api.chat.completions.create(messages=say(text)).choices[0].message.content for text in questions]
        return answers == questions

    print(right(0), in_children(right), right(1))
"""

ASYNC_CALLS = """
api = client()

async def ask(text):
    return (await api.chat.completions.create(messages=say(text))).choices[0].message.content

async def ask_many(number):
    questions = [f"{os.getpid()} {number} {turn}" for turn in range(40)]
    return await asyncio.gather(*map(ask, questions)) == questions

async def and_close(number):
    async with api:
        return await ask_many(number)

with asyncio.Runner() as runner:
    right = runner.run(ask_many(0))
    # The parent's event loop is neither closed nor used in the children.
    print(right, in_children(lambda number: asyncio.run(and_close(number))), runner.run(and_close(1)))
"""


@pytest.mark.parametrize("mode", ["sync", "async", "aiohttp"])
def test_each_process_gets_its_own_answers(mode: str) -> None:
    with FakeServer(echo) as server:
        assert run(SYNC_CALLS if mode == "sync" else ASYNC_CALLS, mode, server.url) == "True True True\n"
        assert server.connections >= 4


SYNC_STREAM = """
text = " ".join(map(str, range(20)))
with client() as api, api.chat.completions.create(messages=say(text), stream=True) as stream:
    chunks = iter(stream)
    read = next(chunks).choices[0].delta.content

    def is_refused(number):
        try:
            if number == 0:
                # What had arrived before the fork may be read.
                list(chunks)
            if number == 1:
                stream.finish()
        except StreamInterruptedError as error:
            return "another process" in str(error)
        # Leaving it must not take away what the parent is still to read.
        stream.close()
        return number == 2

    refused = in_children(is_refused)
    for chunk in chunks:
        read += chunk.choices[0].delta.content or ""
    print(refused, read.split() == text.split(), api.chat.completions.create(messages=say("x")).id)
"""

ASYNC_STREAM = """
text = " ".join(map(str, range(20)))

async def is_refused(stream, number):
    try:
        if number == 0:
            # What had arrived before the fork may be read.
            [chunk async for chunk in stream]
        if number == 1:
            await stream.finish()
    except StreamInterruptedError as error:
        return "another process" in str(error)
    await stream.close()
    return number == 2

async def begin():
    stream = await api.chat.completions.create(messages=say(text), stream=True)
    return stream, (await anext(stream)).choices[0].delta.content

async def end(stream, read):
    async for chunk in stream:
        read += chunk.choices[0].delta.content or ""
    async with api:
        return read.split() == text.split(), (await api.chat.completions.create(messages=say("x"))).id

with asyncio.Runner() as runner:
    api = client()
    stream, read = runner.run(begin())
    print(in_children(lambda number: asyncio.run(is_refused(stream, number))), *runner.run(end(stream, read)))
"""


@pytest.mark.parametrize("mode", ["sync", "async", "aiohttp"])
def test_a_stream_is_read_by_the_process_that_opened_it_alone(mode: str) -> None:
    with FakeServer(echo) as server:
        assert run(SYNC_STREAM if mode == "sync" else ASYNC_STREAM, mode, server.url) == "True True chat-1\n"


OWN = """
import httpx2
from sample_api import ConfigurationError

with httpx2.Client() as unused, httpx2.Client() as used:
    clients = [SampleApi(api_key="k", base_url=URL, http_client=own) for own in (unused, used)]
    ask = lambda api: api.chat.completions.create(messages=say("x")).id
    ask(clients[1])

    def is_told(number):
        try:
            ask(clients[1])
        except ConfigurationError as error:
            return "process" in str(error) and ask(clients[0]) == "chat-1"

    print(in_children(is_told), ask(clients[1]))
"""


def test_a_client_of_the_users_own_is_refused_where_another_process_used_it() -> None:
    with FakeServer(echo) as server:
        assert run(OWN, "sync", server.url) == "True chat-1\n"
