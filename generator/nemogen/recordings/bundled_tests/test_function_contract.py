"""The recorded exchanges, replayed through the installed package: request and response, sync and async."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .function_replay import FunctionReplay, load_functions, replaying_functions
from .recorded_calls import Call, load_calls
from .replay_driver import MODES

FOLDER = Path(__file__).parent / "recordings"
CALLS = load_calls(FOLDER)


@pytest.fixture(scope="module")
def replay() -> Iterator[FunctionReplay]:
    """A client's calls to a server on loopback."""
    with replaying_functions(CALLS, load_functions(FOLDER)) as running:
        yield running


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("call", CALLS.calls, ids=str)
def test_a_recorded_exchange_is_replayed(replay: FunctionReplay, call: Call, mode: str) -> None:
    assert [str(difference) for difference in replay.run(call, mode)] == []
