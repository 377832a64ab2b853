"""What hosts say of a document's origin is stored only if it can be used later."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.document import Provenance
from nemogen.errors import LockError
from nemogen.findings import Level
from nemogen.source.lock import dump_lock, parse_lock
from nemogen.source.provenance import is_address, is_commit, is_etag
from nemogen.source.store import Release, dump_releases, parse_releases
from tests.source.test_lock import LOCK

BAD_ETAGS = [
    '"caf\xe9"',
    '"\u20ac"',
    "*",
    "bare",
    '"open',
    '"a"b"',
    '"a b"',
    '"\x7f"',
    '"\ud800"',
    f'"{"x" * 600}"',
    '"a\r\nX: y"',
]
BAD_COMMITS = ["", "main", "--upload-pack=x", "ABCDEF1234", "1" * 65, "0123456\n", "\u0661" * 40]
BAD_ADDRESSES = ["", "https://a/\x1b[31m", "https://a/\u202e", "a\nb", "a\x00b", "a\u2028b"]


@given(st.text())
def test_an_etag_that_is_taken_can_be_sent(text: str) -> None:
    for etag in (text, f'"{text}"', f'W/"{text}"'):
        if is_etag(etag):
            assert httpx2.Headers({"If-None-Match": etag}).raw == [(b"If-None-Match", etag.encode("ascii"))]


@pytest.mark.parametrize("etag", ['"abc"', 'W/"abc"', '""', '"a!#~"'])
def test_what_the_standard_allows_is_an_etag(etag: str) -> None:
    assert is_etag(etag)


@pytest.mark.parametrize("etag", BAD_ETAGS)
def test_what_no_header_can_hold_or_means_something_else_is_no_etag(etag: str) -> None:
    assert not is_etag(etag)


@pytest.mark.parametrize("commit", BAD_COMMITS)
def test_what_is_no_hexadecimal_is_no_commit(commit: str) -> None:
    assert not is_commit(commit)
    assert is_commit("0123abc")


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_what_cannot_be_seen_is_no_address(address: str) -> None:
    assert not is_address(address)
    assert is_address("docs/sch\xf6n und gut.json")


@pytest.mark.parametrize(
    ("name", "text"), [*(("etag", each) for each in BAD_ETAGS), *(("commit", each) for each in BAD_COMMITS)]
)
def test_a_lock_is_read_without_what_cannot_be_used_and_says_so(name: str, text: str) -> None:
    value = json.loads(dump_lock(LOCK))
    value["source"][name] = text
    content = json.dumps(value).encode()
    if "\ud800" in text:
        with pytest.raises(LockError, match="not valid JSON"):
            parse_lock(content, "lock.json")
        return
    read = parse_lock(content, "lock.json")
    without = Provenance(**{**asdict(LOCK.source), name: None})
    assert read == replace(LOCK, source=without)
    (problem,) = read.ignored
    assert name in problem.what
    assert str(problem.where) == f"lock.json#/source/{name}"
    assert parse_lock(dump_lock(read), "lock.json").ignored == ()


@pytest.mark.parametrize("name", ["url", "repository", "path", "branch"])
@pytest.mark.parametrize("text", BAD_ADDRESSES)
def test_a_lock_whose_source_cannot_be_shown_is_refused(name: str, text: str) -> None:
    value = {**json.loads(dump_lock(LOCK)), "source": {**asdict(LOCK.source), name: text}}
    with pytest.raises(LockError, match="contains an invalid location"):
        parse_lock(json.dumps(value).encode(), "lock.json")


@pytest.mark.parametrize(
    "change",
    [
        {"package_version": "1"},
        {"package_version": "9" * 5000 + ".0.0"},
        {"package_version": "1.0.0\n"},
        {"package_version": "\u0661.0.0"},
        {"tools": {"ruff": "\ud800"}},
        {"unused": ["\udfff"]},
        {"files": {"a\x00b": "0" * 64}},
        {"files": {"a\nb": "0" * 64}},
        {"files": {"\ud800": "0" * 64}},
    ],
)
def test_a_lock_that_could_not_be_written_again_is_refused(change: dict[str, object]) -> None:
    value = {**json.loads(dump_lock(LOCK)), **change}
    with pytest.raises(LockError):
        parse_lock(json.dumps(value).encode(), "lock.json")


@pytest.mark.parametrize(
    "change",
    [
        {"commit": "--x"},
        {"commit": 5},
        {"lines": ["\ud800"]},
        {"version": "9" * 5000 + ".0.0"},
        {"version": "\u0661.0.0"},
    ],
)
def test_releases_that_could_not_be_written_again_are_refused(change: dict[str, object]) -> None:
    value = json.loads(dump_releases((Release("0.1.0", Level.ADDITIVE, "0" * 40, ("Added: x",)),)))
    value["releases"][0] |= change
    with pytest.raises(LockError, match="not a list of releases"):
        parse_releases(json.dumps(value).encode(), "releases.json")
