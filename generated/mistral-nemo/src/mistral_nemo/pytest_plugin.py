# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""Fixtures for pytest, for tests without a key and a network.

`pytest_plugins = ["mistral_nemo.pytest_plugin"]` in conftest.py, or in a module of tests, makes them known.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ._runtime.fake_server import FakeServer
from .client import AsyncMistralNemo, MistralNemo


@pytest.fixture
def fake_server() -> Iterator[FakeServer]:
    """A server on loopback, in place of the API: `will_answer` tells it what, `requests` are those that came."""
    with FakeServer() as server:
        yield server


@pytest.fixture
def fake_client(fake_server: FakeServer) -> Iterator[MistralNemo]:
    """A client of `fake_server` that tries once."""
    with MistralNemo(api_key="fake-key", base_url=fake_server.url, max_retries=0) as client:
        yield client


@pytest.fixture
def fake_async_client(fake_server: FakeServer) -> AsyncMistralNemo:
    """An async client of `fake_server`: `async with` opens it, and closes it, in the event loop of the test."""
    return AsyncMistralNemo(api_key="fake-key", base_url=fake_server.url, max_retries=0)
