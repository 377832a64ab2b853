# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""pytest fixtures for tests without a key and a network.

To use them, put `pytest_plugins = ["mistral_nemo.pytest_plugin"]` in conftest.py or in a test module.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ._runtime.fake_server import FakeServer
from .client import AsyncMistralNemo, MistralNemo


@pytest.fixture
def fake_server() -> Iterator[FakeServer]:
    """A server on loopback, in place of the API. `will_respond` sets its responses; `requests` lists its requests."""
    with FakeServer() as server:
        yield server


@pytest.fixture
def fake_client(fake_server: FakeServer) -> Iterator[MistralNemo]:
    """A client of `fake_server` that does not retry."""
    with MistralNemo(api_key="fake-key", base_url=fake_server.url, max_retries=0) as client:
        yield client


@pytest.fixture
def fake_async_client(fake_server: FakeServer) -> AsyncMistralNemo:
    """An async client of `fake_server`. Open it with `async with` in the event loop of the test."""
    return AsyncMistralNemo(api_key="fake-key", base_url=fake_server.url, max_retries=0)
