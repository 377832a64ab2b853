"""One contestant of `make bench-client` in one scenario, as a process of its own.

`contestants.py CONTESTANT SCENARIO URL` prints a JSON object: `processor` and `wall` in seconds for one unit (a call, a
chunk), `memory` in bytes. Nothing is imported before it is measured.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

Messages: TypeAlias = list[dict[str, str]]
Figures: TypeAlias = dict[str, float]

PATH = "/v1/chat/completions"
MODEL = "mistralai/mistral-nemo"
ONE = [{"role": "user", "content": "Hello"}]
HUNDRED = [
    {"role": ("user", "assistant")[number % 2], "content": f"Message {number}, of some length. " * 6}
    for number in range(100)
]
ROUNDS = 6
CLIENTS = 1000


class Contestant:
    """A client, and how it is used. `modules` are what its user imports; `make` and `make_async` give clients."""

    modules: ClassVar[tuple[str, ...]]

    def __init__(self, url: str) -> None:
        self.url = url
        self.client = self.make()

    def make(self) -> Any:
        """A sync client, not connected yet."""
        raise NotImplementedError

    def make_async(self) -> Any:
        """An async client."""
        raise NotImplementedError

    @cached_property
    def async_client(self) -> Any:
        """The async client, made when first used."""
        return self.make_async()

    def call(self, messages: Messages) -> object:
        """Text of an answer."""
        answer = self.client.chat.completions.create(model=MODEL, messages=messages)
        return answer.choices[0].message.content

    async def call_async(self, messages: Messages) -> object:
        """Text of an answer."""
        answer = await self.async_client.chat.completions.create(model=MODEL, messages=messages)
        return answer.choices[0].message.content

    def stream(self) -> int:
        """Number of chunks that held a choice."""
        chunks = self.client.chat.completions.create(model=MODEL, messages=ONE, stream=True)
        return sum(bool(chunk.choices) for chunk in chunks)

    async def stream_async(self) -> int:
        """Number of chunks that held a choice."""
        chunks = await self.async_client.chat.completions.create(model=MODEL, messages=ONE, stream=True)
        return sum([bool(chunk.choices) async for chunk in chunks])

    def close(self) -> None:
        """Close the sync client."""
        self.client.close()


class Generated(Contestant):
    """The client of this project, with httpx2."""

    modules = ("mistral_nemo",)
    connections = "httpx2"

    def make(self) -> Any:
        return import_module("mistral_nemo").MistralNemo(api_key="key", base_url=self.url)

    def make_async(self) -> Any:
        client = import_module("mistral_nemo").AsyncMistralNemo
        return client(api_key="key", base_url=self.url, connections=self.connections)


class GeneratedAiohttp(Generated):
    """The client of this project, with aiohttp; async only."""

    connections = "aiohttp"


class OpenAI(Contestant):
    """The SDK of OpenAI."""

    modules = ("openai",)

    def make(self) -> Any:
        return import_module("openai").OpenAI(api_key="key", base_url=f"{self.url}/v1")

    def make_async(self) -> Any:
        return import_module("openai").AsyncOpenAI(api_key="key", base_url=f"{self.url}/v1")


class MistralAI(Contestant):
    """The SDK of Mistral AI: one class for both, closed by leaving its `with` block alone."""

    modules = ("mistralai.client",)

    def make(self) -> Any:
        return import_module("mistralai.client").Mistral(api_key="key", server_url=self.url)

    def make_async(self) -> Any:
        return self.client

    def call(self, messages: Messages) -> object:
        return self.client.chat.complete(model=MODEL, messages=messages).choices[0].message.content

    async def call_async(self, messages: Messages) -> object:
        return (await self.client.chat.complete_async(model=MODEL, messages=messages)).choices[0].message.content

    def stream(self) -> int:
        with self.client.chat.stream(model=MODEL, messages=ONE) as events:
            return sum(bool(event.data.choices) for event in events)

    async def stream_async(self) -> int:
        async with await self.client.chat.stream_async(model=MODEL, messages=ONE) as events:
            return sum([bool(event.data.choices) async for event in events])

    def close(self) -> None:
        self.client.__exit__(None, None, None)


class Httpx2(Contestant):
    """httpx2 by hand: `json=`, and `json.loads` of what comes."""

    modules: ClassVar[tuple[str, ...]] = ("httpx2",)

    def make(self) -> Any:
        return import_module("httpx2").Client(base_url=self.url, headers={"authorization": "Bearer key"})

    def make_async(self) -> Any:
        httpx2 = import_module("httpx2")
        headers, limits = {"authorization": "Bearer key"}, httpx2.Limits(max_connections=None)
        return httpx2.AsyncClient(base_url=self.url, headers=headers, limits=limits)

    def sent(self, messages: Messages, **more: bool) -> dict[str, Any]:
        """How the body is passed on."""
        return {"json": {"model": MODEL, "messages": messages, **more}}

    def answer(self, body: bytes) -> object:
        """Text of an answer."""
        return json.loads(body)["choices"][0]["message"]["content"]

    def choices(self, event: bytes) -> object:
        """What a chunk holds."""
        return json.loads(event)["choices"]

    def call(self, messages: Messages) -> object:
        return self.answer(self.client.post(PATH, **self.sent(messages)).content)

    async def call_async(self, messages: Messages) -> object:
        return self.answer((await self.async_client.post(PATH, **self.sent(messages))).content)

    def stream(self) -> int:
        events = _Events()
        with self.client.stream("POST", PATH, **self.sent(ONE, stream=True)) as response:
            return sum(bool(self.choices(event)) for data in response.iter_bytes() for event in events.feed(data))

    async def stream_async(self) -> int:
        events, count = _Events(), 0
        async with self.async_client.stream("POST", PATH, **self.sent(ONE, stream=True)) as response:
            async for data in response.aiter_bytes():
                count += sum(bool(self.choices(event)) for event in events.feed(data))
        return count


class Httpx2Pydantic(Httpx2):
    """httpx2 and pydantic by hand: bytes are sent, and models of what is needed are made from bytes."""

    modules = ("httpx2", "pydantic")

    @cached_property
    def models(self) -> Any:
        """The models by hand."""
        return import_module("models_by_hand")

    def sent(self, messages: Messages, **more: bool) -> dict[str, Any]:
        body = {"model": MODEL, "messages": messages, **more}
        return {"content": json.dumps(body).encode(), "headers": {"content-type": "application/json"}}

    def answer(self, body: bytes) -> object:
        return self.models.Completion.model_validate_json(body).choices[0].message.content

    def choices(self, event: bytes) -> object:
        return self.models.Chunk.model_validate_json(event).choices


class _Events:
    """The events of this server, and of no other: `data: …` and an empty line."""

    def __init__(self) -> None:
        self._left = b""

    def feed(self, data: bytes) -> list[bytes]:
        *events, self._left = (self._left + data).split(b"\n\n")
        return [event[6:] for event in events if event != b"data: [DONE]"]


CONTESTANTS: dict[str, type[Contestant]] = {
    "mistral_nemo": Generated,
    "mistral_nemo[aiohttp]": GeneratedAiohttp,
    "openai": OpenAI,
    "mistralai": MistralAI,
    "httpx2": Httpx2,
    "httpx2+pydantic": Httpx2Pydantic,
}


@dataclass(frozen=True, slots=True)
class Run:
    """Who takes part, and where the server is."""

    contestant: type[Contestant]
    url: str

    def make(self) -> Contestant:
        """Imports what is needed, and makes a client."""
        return self.contestant(self.url)


def importing(run: Run) -> Figures:
    """`import` alone."""
    return timed(lambda: [import_module(name) for name in run.contestant.modules], 1)


def first(run: Run) -> Figures:
    """Import, make a client, get an answer; and what the process then holds."""
    found = timed(lambda: run.make().call(ONE), 1)
    return {**found, "memory": resident()}


def one(run: Run) -> Figures:
    """A completion."""
    client = run.make()
    return warm(lambda: client.call(ONE), 100)


def hundred(run: Run) -> Figures:
    """A completion for 100 messages."""
    client = run.make()
    return warm(lambda: client.call(HUNDRED), 40)


def chunk(run: Run) -> Figures:
    """A chunk of a stream."""
    client = run.make()
    return warm(client.stream, 4, units=client.stream())


def chunk_async(run: Run) -> Figures:
    """A chunk of a stream, async."""
    client = run.make()

    async def streams() -> Figures:
        chunks = await client.stream_async()
        return await timed_async(lambda: repeat(client.stream_async, 4), 4 * chunks)

    return asyncio.run(streams())


def one_async(run: Run) -> Figures:
    """A completion, async."""
    return _in_tasks(run, 1, 100)


def in_50_threads(run: Run) -> Figures:
    """A completion, in 50 threads at once."""
    return _in_threads(run, 50)


def in_100_threads(run: Run) -> Figures:
    """A completion, in 100 threads at once."""
    return _in_threads(run, 100)


def in_50_tasks(run: Run) -> Figures:
    """A completion, in 50 tasks at once."""
    return _in_tasks(run, 50, ROUNDS)


def in_100_tasks(run: Run) -> Figures:
    """A completion, in 100 tasks at once."""
    return _in_tasks(run, 100, ROUNDS)


def _in_threads(run: Run, at_once: int) -> Figures:
    client = run.make()
    with ThreadPoolExecutor(at_once) as threads:

        def batches() -> None:
            list(threads.map(lambda _: client.call(ONE), range(at_once * ROUNDS)))

        batches()
        return timed(batches, at_once * ROUNDS)


def _in_tasks(run: Run, at_once: int, count: int) -> Figures:
    client = run.make()

    async def batch() -> None:
        await asyncio.gather(*(client.call_async(ONE) for _ in range(at_once)))

    async def batches() -> Figures:
        await repeat(batch, 2)
        return await timed_async(lambda: repeat(batch, count), at_once * count)

    return asyncio.run(batches())


def clients(run: Run) -> Figures:
    """What clients leave behind that were made, used once and closed; each is one unit of time."""

    def use(count: int) -> None:
        for _ in range(count):
            client = run.make()
            client.call(ONE)
            client.close()
        gc.collect()

    use(CLIENTS // 10)
    before = resident()
    found = timed(lambda: use(CLIENTS), CLIENTS)
    return {**found, "memory": resident() - before}


SCENARIOS: dict[str, Callable[[Run], Figures]] = {
    function.__name__: function
    for function in (
        importing,
        first,
        one,
        one_async,
        hundred,
        chunk,
        chunk_async,
        in_50_threads,
        in_100_threads,
        in_50_tasks,
        in_100_tasks,
        clients,
    )
}


def warm(act: Callable[[], object], count: int, units: int = 1) -> Figures:
    """Time of one unit, after a first act that is not counted."""
    act()

    def acts() -> None:
        for _ in range(count):
            act()

    return timed(acts, count * units)


def timed(act: Callable[[], object], units: int) -> Figures:
    """Time of one unit."""
    processor, wall = time.process_time(), time.perf_counter()
    act()
    return _per_unit(processor, wall, units)


async def timed_async(act: Callable[[], Awaitable[object]], units: int) -> Figures:
    """Time of one unit."""
    processor, wall = time.process_time(), time.perf_counter()
    await act()
    return _per_unit(processor, wall, units)


def _per_unit(processor: float, wall: float, units: int) -> Figures:
    return {"processor": (time.process_time() - processor) / units, "wall": (time.perf_counter() - wall) / units}


async def repeat(act: Callable[[], Awaitable[object]], count: int) -> None:
    """One after the other."""
    for _ in range(count):
        await act()


def resident() -> float:
    """Bytes of memory that this process holds (proc(5): the second number of statm counts pages)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


if __name__ == "__main__":
    name, scenario, url = sys.argv[1:]
    sys.stdout.write(json.dumps(SCENARIOS[scenario](Run(CONTESTANTS[name], url))))
