"""The recorded exchanges, replayed through the installed package: request, response and errors, sync and async."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .recorded_calls import Call, load_calls
from .replay_driver import MODES, Replay, replaying

CALLS = load_calls(Path(__file__).parent / "recordings")


@pytest.fixture(scope="module")
def replay() -> Iterator[Replay]:
    """A client's calls to a server on loopback."""
    with replaying(CALLS) as running:
        yield running


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("call", CALLS.calls, ids=str)
def test_a_recorded_exchange_is_replayed(replay: Replay, call: Call, mode: str) -> None:
    assert [str(difference) for difference in replay.run(call, mode)] == []
