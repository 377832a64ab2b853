"""One bad response poisons nothing: what comes from a host is stored only if the next run can use it."""

from __future__ import annotations

import json

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import Workshop
from tests.publish.repositories import committed, status
from tests.servers.loopback import Reply

BAD_ETAGS = ['"caf\xe9"', "*", '"' + "x" * 5000 + '"']
COMMANDS = (("check",), ("fetch",), ("sync",), ("sync", "--no-commit"))


@pytest.mark.parametrize("etag", BAD_ETAGS, ids=["above 0x7f", "star", "long"])
def test_an_etag_that_cannot_be_sent_back_stops_no_later_command(
    synced: Workshop, upstream: Upstream, etag: str
) -> None:
    upstream.push(documents.MORE)
    upstream.raw.answer = lambda _: Reply(200, documents.MORE, {"ETag": etag})
    done = synced.run("sync", "--verbose")
    assert done.status == 0, done
    assert "ETag that is not valid" in done.out
    assert synced.lock()["source"]["etag"] is None
    for command in COMMANDS:
        done = synced.run(*command)
        assert done.status == 0, done
    assert status(synced.root) == []


@pytest.mark.parametrize(("name", "text"), [("etag", '"\xe9"'), ("commit", "--upload-pack=x")])
def test_a_lock_that_was_poisoned_before_is_used_without_it_and_repaired(
    synced: Workshop, upstream: Upstream, name: str, text: str
) -> None:
    lock = synced.lock()
    lock["source"][name] = text
    synced.write("specs/shop/lock.json", json.dumps(lock, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
    synced.commit()
    for command in (("check",), ("check", "--offline"), ("fetch",)):
        done = synced.run(*command, "--verbose")
        assert done.status == 0, done
        assert f"{name} is not" in done.out
    done = synced.run("sync")
    assert done.status == 0, done
    assert synced.lock()["source"][name] is None
    assert committed(synced.root) == ["M\tspecs/shop/lock.json"]
    assert f"{name} is not" not in synced.run("check", "--verbose").out
    assert upstream.raw.requests


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"package_version": "9" * 5000 + ".0.0"}, "not a version"),
        ({"tools": {"ruff": "\ud800"}}, "surrogates not allowed"),
        ({"files": {"a\0b": "0" * 64}}, "a path outside its folder"),
    ],
)
def test_a_lock_that_nobody_could_have_written_is_at_fault(
    synced: Workshop, change: dict[str, object], what: str
) -> None:
    synced.write("specs/shop/lock.json", json.dumps({**synced.lock(), **change}))
    for command in (("check", "--offline"), ("sync", "--offline"), ("generate",)):
        done = synced.run(*command)
        assert done.status == 3, done
        assert what in done.out
