"""Replays calls through a client of openapi-python-client: a function for each operation, in a module of its own.

`python -m … FOLDER` does what `__main__` does for clients whose operations are methods. The calls.json of the folder
has `functions` too: by recording, the module of its operation below the package.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import sys
import typing
import warnings
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from pathlib import Path
from typing import Protocol, cast

from .body_equality import differences
from .build_value import as_json, with_times_of
from .expected_error import one_line
from .function_arguments import arguments_of
from .recorded_calls import Call, Calls, Difference, load_calls
from .replay_driver import KEY, MODES, Server, request_differences, serving
from .wire_format import expected_of

_FUNCTIONS = ("sync_detailed", "asyncio_detailed")


class FunctionResponse(Protocol):
    """What a function returns."""

    status_code: int
    parsed: object


class OperationModule(Protocol):
    """The module of an operation."""

    sync_detailed: Callable[..., FunctionResponse]
    asyncio_detailed: Callable[..., Awaitable[FunctionResponse]]


class FunctionClient(AbstractContextManager[object], AbstractAsyncContextManager[object], Protocol):
    """What the functions send their requests with."""


class FunctionReplay:
    """Replays calls, one at a time; `functions` has the module of each recording's operation."""

    def __init__(self, calls: Calls, functions: dict[str, str], server: Server) -> None:
        self._server = server
        self._package = importlib.import_module(calls.module)
        self._functions = functions

    def run(self, call: Call, mode: str) -> list[Difference]:
        """Everything in which the client and the recording differ; empty where they agree."""
        self._server.expect(call)
        try:
            module = importlib.import_module(f"{self._package.__name__}.{self._functions[call.recording]}")
        except ImportError:
            return [Difference("call", f"the client has no module {self._functions[call.recording]}")]
        lacking = [name for name in _FUNCTIONS if not hasattr(module, name)]
        if lacking:
            return [Difference("call", f"{module.__name__} has no function {lacking[0]}")]
        operation = cast("OperationModule", module)
        client: FunctionClient = self._package.AuthenticatedClient(base_url=self._server.url + call.base, token=KEY)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                response = call_function(operation, client, call, mode)
            except Exception as error:  # noqa: BLE001  # what the client raises is compared with the recording
                return [Difference("decode", f"{type(error).__name__}: {one_line(error)}")]
        # The functions take declared parameters alone.
        sent = request_differences(self._server.received, call, frozenset(call.query))
        return [*_response_differences(response, call, operation), *sent]


def call_function(module: OperationModule, client: FunctionClient, call: Call, mode: str) -> FunctionResponse:
    """The response of one call in this mode. Raises whatever the client raises."""
    if mode == "sync":
        with client:
            return module.sync_detailed(client=client, **arguments_of(module.sync_detailed, call))

    async def run() -> FunctionResponse:
        async with client:
            return await module.asyncio_detailed(client=client, **arguments_of(module.asyncio_detailed, call))

    return asyncio.run(run())


def load_functions(folder: Path) -> dict[str, str]:
    """The module of each recording's operation."""
    found: dict[str, str] = json.loads((folder / "calls.json").read_text("utf-8"))["functions"]
    return found


@contextlib.contextmanager
def replaying_functions(calls: Calls, functions: dict[str, str]) -> Iterator[FunctionReplay]:
    """A replay with its server, until the block ends."""
    with serving() as server:
        yield FunctionReplay(calls, functions, server)


def _response_differences(response: FunctionResponse, call: Call, module: OperationModule) -> Iterator[Difference]:
    recorded = call.exchange["response"]
    if int(response.status_code) != recorded["status"]:
        yield Difference("error", f"the status is {int(response.status_code)}, not {recorded['status']}")
    returned: object = typing.get_type_hints(module.sync_detailed)["return"]
    parsed: tuple[object, ...] = typing.get_args(returned)
    if parsed in ((), (typing.Any,)) or (call.outcome == "error" and response.parsed is None):
        return  # nothing is parsed where the document says nothing of a response
    [expected] = expected_of(recorded, call.end)
    found = with_times_of(as_json(response.parsed), expected)
    yield from (Difference("round-trip", text) for text in differences(expected, found))


def main(folder: Path) -> None:
    """Replays every call, sync and async; each line holds recording, mode and differences."""
    calls = load_calls(folder)
    with replaying_functions(calls, load_functions(folder)) as replay:
        for call in calls.calls:
            for mode in MODES:
                found = [[each.kind, each.message] for each in replay.run(call, mode)]
                line = {"recording": call.recording, "mode": mode, "differences": found}
                sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
