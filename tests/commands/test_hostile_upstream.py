"""An upstream or a forge that answers with nonsense: each command ends with an error of ours, and every file stays."""

from __future__ import annotations

import pytest

from tests.commands import documents
from tests.commands.test_bad_input import refused
from tests.commands.upstream import Upstream
from tests.commands.workshop import Workshop
from tests.publish.pulls_server import REPOSITORY as PROJECT
from tests.publish.pulls_server import TOKEN, Answer
from tests.servers.loopback import Reply, Request

SHA = "a" * 40
BODIES = {
    "deep": b"[" * 50_000,
    "closed": b"[" * 900 + b"]" * 900,
    "number": b'[{"sha": 1e999, "commit": {"message": "m"}}]',
    "date": b'[{"sha": "%s", "commit": {"message": "m", "committer": {"date": 1e999}}}]' % SHA.encode(),
    "surrogate": b'[{"sha": "%s", "commit": {"message": "\\ud800"}}]' % SHA.encode(),
    "bytes": b'"\xed\xa0\x80"',
}
REPLIES = {
    **{name: Reply(200, body) for name, body in BODIES.items()},
    "wait": Reply(429, b"{}", {"Retry-After": "\xb2"}),
    "reset": Reply(403, b"{}", {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "\xb2"}),
    "redirect": Reply(302, b"", {"Location": "http://[::1"}),
    "file": Reply(302, b"", {"Location": "file:///etc/passwd"}),
    "link": Reply(200, b"[]", {"Link": '<http://[::1>; rel="next"'}),
    "words": Reply(422, b'{"message": {"a": 1e999}, "errors": [{"message": "\\ud800\\u001b[31m"}]}'),
}


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_an_api_that_answers_with_nonsense_is_reported(synced: Workshop, upstream: Upstream, reply: Reply) -> None:
    upstream.push(documents.MORE)
    upstream.api.answer = lambda _: reply
    done = synced.run("fetch", "shop", "--verbose")
    if reply.status == 200 and reply.body == b"[]":
        assert "never was on branch main" in done.out
    else:
        assert done.status == 0, done
        assert "GitHub's API did not return the commit" in done.out, "the branch serves instead"
    refused(synced, "history", "shop", status=4)


PATHS = (r"\ud800.json", r"a/\udfff/shop.json", "../../shop.json", "/etc/shop.json", r"a\u0000")


@pytest.mark.parametrize("path", PATHS)
def test_a_file_that_no_repository_can_have_is_reported_where_a_moved_one_is_looked_for(
    synced: Workshop, upstream: Upstream, path: str
) -> None:
    upstream.push(None)
    entry = f'{{"path": "{path}", "type": "blob", "sha": "{SHA}", "size": 9}}'
    tree = f'{{"truncated": false, "tree": [{entry}]}}'
    others = upstream.api.answer

    def answer(request: Request) -> Reply:
        return Reply(200, tree.encode()) if "/git/trees/" in request.path else others(request)

    upstream.api.answer = answer
    (api,) = synced.report("check", status=1)["apis"]
    (found,) = [subject for subject in api["subjects"] if subject["name"] == "upstream"]
    assert found["state"] == "removed"
    assert "where it went is not known: the response is not what GitHub's API returns" in found["why"]


FAULTS = {
    **{name: Answer(201, body.decode("latin-1")) for name, body in BODIES.items()},
    "wait": Answer(429, {}, {"Retry-After": "\xb2"}),
    "redirect": Answer(307, {}, {"Location": "http://[::1"}),
    "words": Answer(422, '{"message": {"a": 1e999}, "errors": [{"message": "\\ud800\\u001b[31m"}]}'),
}


@pytest.mark.parametrize(
    ("calls", "fault"),
    [*((1, name) for name in FAULTS), (0, "number"), (2, "words")],
    ids=[*FAULTS, "first", "label"],
)
def test_a_forge_that_answers_with_nonsense_is_reported(
    synced: Workshop, upstream: Upstream, calls: int, fault: str
) -> None:
    upstream.push(documents.MORE)
    pulls = upstream.take_pulls(synced.add_remote())
    pulls.faults = [*[None] * calls, *[FAULTS[fault]] * 9]
    variables = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": PROJECT}
    done = refused(synced, "sync", "--pull-request", "--no-test", status=4, **variables)
    assert TOKEN not in done.out + done.err
    assert "\x1b" not in done.out
    assert ("was already pushed to origin" in done.out) == (calls > 0)
    assert ("Run the command again to continue" in done.out) == (calls > 0)
