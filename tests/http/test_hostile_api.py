"""Whatever an API says, it is a result or an error of ours (exit status 4): never a traceback."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nemogen.errors import NetworkError
from nemogen.http.client import Http
from nemogen.http.forges import find_forge
from nemogen.http.github import GitHub, read_hosts
from nemogen.http.github_files import newest_commit, read_revision, revisions, tree
from nemogen.http.limits import Limits
from tests.http.conftest import SOURCE
from tests.servers.loopback import Loopback, Reply

SHA = "a" * 40
COMMIT = {"sha": SHA, "commit": {"message": "m", "committer": {"date": "2026-01-01T00:00:00Z"}}}
PULL = {
    "number": 1,
    "html_url": "https://x/1",
    "title": "t",
    "body": None,
    "state": "open",
    "draft": False,
    "merged_at": None,
    "labels": [{"name": "l"}],
    "head": {"ref": "nemogen/toy/1", "repo": {"id": 7}},
    "base": {"ref": "main", "repo": {"id": 7}},
}
WITH_FILES = {"parents": [{"sha": SHA}], "files": [{"filename": "a", "status": "renamed", "previous_filename": "b"}]}
TREE = {"truncated": False, "tree": [{"path": "a/b", "type": "blob", "sha": SHA, "size": 3}]}
SHAPES: tuple[Any, ...] = ([COMMIT], WITH_FILES, TREE, [PULL], PULL, {"message": "m", "errors": [{"field": "f"}]})

HOSTILE = [
    *("1e999", "-1e999", "NaN", "Infinity", "1e308", "-1", "0", "1.5", "9" * 5000, "null", "true", "[]", "{}", '""'),
    *(r'"\ud800"', r'"a\udfffb"', r'"\u0000"', r'"\u001b[31m\u202e"', '"²"', '"../../x"', '"a//b"', '"/etc/passwd"'),
    *("[" * 500 + "]" * 500, '{"a":' * 100_000, "[" * 100_000, "[[]]", '"' + "x" * 100_000 + '"', '"javascript:x"'),
    *('{"message": [{"message": 1e999}]}', '{"message": {"a": {"b": {"c": []}}}}', "[[[[[1]]]]]"),
]
RAW = [
    *(b"", b"\xff\xfe{\x00}\x00", b"\xef\xbb\xbf[]", b'"\xed\xa0\x80"', b"[]garbage", b"<html>", b"{", b"\x00"),
    *(piece.encode() for piece in HOSTILE),
]
WAITS = [
    *("²", "٣", "1e999", "-1", "9" * 400, "", "Mon, 01 Jan 99999 00:00:00 GMT", "Mon, 32 Foo 2020 99:99:99 +9999"),
    *("a" * 5000, "0x10", "\x80\xff", "(" * 500),
]
LINKS = [
    *('<>; rel="next"', '<http://[::1>; rel="next"', '<\x80>; rel="next"', "<" * 5000, "<a>;" * 15_000),
    *(f'<{url}>; rel="next"' for url in ("https://evil.invalid/x", "file:///etc/passwd", "//", "x" * 9000)),
]
HEADERS = [
    *({"Retry-After": value} for value in WAITS),
    *({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": value} for value in WAITS),
    *({"RateLimit-Remaining": "0", "RateLimit-Reset": value} for value in WAITS),
    {"X-RateLimit-Remaining": "²", "X-RateLimit-Reset": "5"},
    *({"Link": value} for value in LINKS),
    {"ETag": "\x80\xff", "Content-Type": "\xff"},
    {"Content-Encoding": "²"},
]
LOCATIONS = [
    *("http://[::1", "https://", "//", "file:///etc/passwd", "data:,x", "http://a b/", "https://\x80\xff/", "²", " "),
    *("https://user:pw@evil.invalid/", "http://127.0.0.1:99999/", "http://127.0.0.1:0/", "https://" + "x" * 300 + "/"),
    *("https://xn--a/", "/" + "a/" * 4000, "?" + "q" * 8000, "#", "http://evil.invalid/"),
]


@pytest.fixture(scope="module")
def api() -> Iterator[Loopback]:
    with Loopback(lambda _: Reply(200, b"[]")) as server:
        yield server


def calls(http: Http, url: str) -> dict[str, Callable[[], object]]:
    """Everything that is asked of an API."""
    github = GitHub.of(http, read_hosts({"GITHUB_API_URL": url, "GITHUB_TOKEN": "x"}))
    pulls = find_forge(http, {"GITHUB_API_URL": url, "GITHUB_TOKEN": "x", "GITHUB_REPOSITORY": "a/b"}, "/local")

    def history() -> None:
        for revision in revisions(github, SOURCE):
            read_revision(github, SOURCE, revision)

    def label() -> None:
        for pull in pulls.pulls_of("nemogen/toy/1"):
            pulls.label(pull, frozenset({"a"}), frozenset({"b"}))
            pulls.update(pull, title="\ud800", body="b")
            pulls.comment(pull, "c")
            pulls.close(pull, "d")

    return {
        "newest": lambda: newest_commit(github, SOURCE),
        "history": history,
        "tree": lambda: tree(github, SOURCE),
        "pulls": lambda: pulls.open_pulls("nemogen/", "main"),
        "create": lambda: pulls.create(head="h", base="b", title="\ud800", body="b", draft=True),
        "label": label,
    }


def outcome(call: Callable[[], object]) -> NetworkError | None:
    """The error of a call; anything else than a NetworkError goes through."""
    try:
        call()
    except NetworkError as error:
        return error
    return None


def _as_bytes(value: str) -> str:
    """What the server writes as UTF-8 where it is not Latin-1."""
    return value if all(char <= "\xff" for char in value) else value.encode().decode("latin-1")


def holds(api: Loopback, reply: Reply) -> None:
    """Each call ends with a result, or an error of ours that can be shown."""
    headers = {name: _as_bytes(value) for name, value in reply.headers.items()}
    api.answer = lambda _: replace(reply, headers=headers)
    with Http(Limits(total=10, tries=2), sleep=lambda _: None) as http:
        for call in calls(http, api.url).values():
            error = outcome(call)
            if error is not None:
                assert error.exit_code == 4
                assert all(problem.what and problem.where for problem in error.problems)
                assert str(error).encode()


@pytest.mark.parametrize("status", [200, 401, 403, 404, 409, 422, 429, 500])
def test_any_body_is_a_result_or_an_error(api: Loopback, status: int) -> None:
    for body in RAW:
        holds(api, Reply(status, body))


@pytest.mark.parametrize("status", [200, 403, 429, 503])
def test_any_header_is_a_result_or_an_error(api: Loopback, status: int) -> None:
    for headers in HEADERS:
        holds(api, Reply(status, json.dumps([COMMIT]).encode(), headers))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_any_redirect_is_a_result_or_an_error(api: Loopback, status: int) -> None:
    for location in LOCATIONS:
        holds(api, Reply(status, b"", {"Location": location}))


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in rows:
        yield from _paths(each, (*path, key))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_value_of_another_kind_anywhere_is_a_result_or_an_error(api: Loopback, data: st.DataObject) -> None:
    shape = copy.deepcopy(data.draw(st.sampled_from(SHAPES)))
    path = data.draw(st.sampled_from([each for each in _paths(shape) if each]))
    owner = shape
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = "@here@"
    text = json.dumps(shape).replace('"@here@"', data.draw(st.sampled_from(HOSTILE)))
    holds(api, Reply(data.draw(st.sampled_from([200, 200, 403, 422])), text.encode()))
