"""The fixtures that a package brings for its users' tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.client.planned import TEMPLATES, modules
from tests.naming.small import one, properties
from tests.pythons import ALONE

RUNTIME = TEMPLATES.parent / "generator" / "nemogen" / "runtime"
USERS_TEST = """
import asyncio
import urllib.error
import urllib.request

import pytest

from shop import AsyncShop, Shop
from shop.testing import FakeServer, json_response

pytest_plugins = ["shop.pytest_plugin"]


def test_the_client_talks_to_the_server(fake_server: FakeServer, fake_client: Shop) -> None:
    assert fake_client.base_url == fake_server.url
    fake_server.will_respond(json_response([1]), json_response([2]))
    found = [urllib.request.urlopen(fake_server.url, data=b"x").read() for _ in range(3)]
    assert found == [b"[1]", b"[2]", b"[2]"]
    assert [request.body for request in fake_server.requests] == [b"x"] * 3


def test_a_server_that_was_told_nothing_says_so(fake_server: FakeServer) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(fake_server.url)
    with caught.value as refused:
        assert refused.status == 501
        assert b"will_respond" in refused.read()


def test_the_async_client_opens_in_the_event_loop_of_the_test(
    fake_server: FakeServer, fake_async_client: AsyncShop
) -> None:
    async def main() -> str:
        async with fake_async_client as client:
            return client.base_url

    assert asyncio.run(main()) == fake_server.url
"""


USERS_TEST_WITH_TOKENS = """
from shop import Shop
from shop.testing import FakeServer, http_response

pytest_plugins = ["shop.pytest_plugin"]


def test_the_server_gives_tokens_and_counts_them_apart(fake_server: FakeServer, fake_client: Shop) -> None:
    fake_server.will_respond(http_response(b""))
    fake_client.things.create()
    fake_client.things.create()
    assert [each.headers["authorization"] for each in fake_server.requests] == ["Bearer fake-token-1"] * 2
    assert [each.path for each in fake_server.token_requests] == ["/token"]
"""


def passed(folder: Path, document: Any, test: str) -> str:
    """What pytest says of a user's test of the package for a document."""
    package = folder / "shop"
    for path, text in modules(document).items():
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).write_text(text, encoding="utf-8")
    (package / "_version.py").write_text('__version__ = "1"\n')
    (package / "_runtime").symlink_to(RUNTIME, target_is_directory=True)
    (folder / "test_mine.py").write_text(test)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "test_mine.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", **ALONE},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_its_fixtures_start_a_server_and_give_clients_of_it(tmp_path: Path) -> None:
    assert "3 passed" in passed(tmp_path, one(properties(a={"type": "string"})), USERS_TEST)


def test_its_server_plays_the_token_endpoint(tmp_path: Path) -> None:
    flows = {"clientCredentials": {"tokenUrl": "https://auth.example.com/token", "scopes": {}}}
    document = {**one(), "security": [{"machine": []}]}
    document["components"]["securitySchemes"] = {"machine": {"type": "oauth2", "flows": flows}}
    assert "1 passed" in passed(tmp_path, document, USERS_TEST_WITH_TOKENS)
