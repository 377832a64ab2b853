"""Documents that nobody should write, and servers that nobody should run."""

from __future__ import annotations

import ast
import functools
import json
from pathlib import Path
from random import Random
from typing import Any

from tests import reference_graphs
from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import IN_A_FILE, ON_GITHUB, Workshop, open_workshop
from tests.hostile_text import TEXTS, commands_in, document, hidden_in, written
from tests.mutations import JUNK, mutated
from tests.mutations import documents as documents_of_cases
from tests.publish.pulls_server import REPOSITORY, TOKEN, Answer
from tests.publish.repositories import git
from tests.servers.loopback import Reply, Request
from tests.torture.bench import Bench, is_orderly

_PARTS = (
    *TEXTS, "#", "[", ":", "::", "##[", "\n", "\t", "\\", '"', "'", '"""', "{", "}}", "{{", "{%", "$(", "`", "\x1b",
    "\x7f", "\u202e", "\u2028", "\ufeff", "\U000e0041", "é", "日本", "\U0001fae8", "PWNED()", "import os",
    "lambda: 0", "/../", "__class__",
)  # fmt: skip


def _shop(bench: Bench, settings: str = IN_A_FILE, environment: dict[str, str] | None = None) -> Workshop:
    files: dict[str, str | bytes] = {"specs/shop/api.toml": settings, "docs/shop.json": documents.FIRST}
    return open_workshop(bench.folder() / "project", files, environment or {})


def graph(random: Random, bench: Bench) -> None:
    """Components that refer to each other at random: a package comes of each, and any two can be compared."""
    workshop = _shop(bench)
    pins = []
    for number in range(2):
        pins.append(f"docs/graph{number}.json")
        workshop.write(pins[-1], documents.text(reference_graphs.document(random)))
        workshop.write("specs/shop/api.toml", IN_A_FILE.replace("docs/shop.json", pins[-1]))
        done = is_orderly(workshop.run("sync", "--no-commit", "--accept", "breaking"))
        assert done.status == 0, done
        _is_code(workshop)
        assert is_orderly(workshop.run("check", "--offline")).status == 0
    assert is_orderly(workshop.run("diff", *pins)).status == 0


def mutant(random: Random, bench: Bench) -> None:
    """A document with faults is generated from, or refused with every file as it was; it can be compared or refused."""
    workshop = _shop(bench)
    original = random.choice(_documents())
    workshop.write("docs/original.json", documents.text(original))
    for _ in range(3):
        workshop.write("docs/shop.json", _text(mutated(original, random)))
        before = workshop.tree()
        done = is_orderly(workshop.run("sync", "--no-commit", "--accept", "breaking"))
        assert done.status in (0, 3), done
        if done.status == 3:
            assert workshop.tree() == before, done
        else:
            _is_code(workshop)
        done = is_orderly(workshop.run("diff", "docs/original.json", "docs/shop.json"))
        assert done.status in (0, 3) or (done.status == 1 and "document-not-openapi" in done.out), done


def hostile_text(random: Random, bench: Bench) -> None:
    """Text that something would obey, in every position: no output and no module obeys it."""
    texts = ["".join(random.choices(_PARTS, k=random.randint(1, 4))) for _ in range(4)]
    texts = [f"{text}{number}" for number, text in enumerate(texts)]
    workshop = _shop(bench)
    workshop.write("docs/plain.json", written(document("plain")))
    workshop.write("docs/shop.json", written(document(*texts)))
    done = is_orderly(workshop.run("sync", "--verbose", "--accept", "breaking"))
    assert done.status in (0, 3), done
    if done.status == 0:
        _is_code(workshop)
        message = git(workshop.root, "log", "-1", "--format=%B")
        assert (hidden_in(message) <= {"\u200b"}, commands_in(message)) == (True, [])
    is_orderly(workshop.run("diff", "docs/plain.json", "docs/shop.json", "--verbose"))


def source_server(random: Random, bench: Bench) -> None:
    """A host of documents that answers at random: an error of ours, every file as it was, and nothing that stays."""
    with Upstream() as upstream:
        upstream.push(documents.FIRST)
        workshop = _shop(bench, ON_GITHUB, dict(upstream.environment))
        assert is_orderly(workshop.run("sync")).status == 0
        upstream.push(documents.MORE)
        raw, api = upstream.raw.answer, upstream.api.answer
        for _ in range(3):
            upstream.raw.answer = functools.partial(_at_random, random, raw)
            upstream.api.answer = functools.partial(_at_random, random, api)
            command = random.choice((("check",), ("fetch",), ("sync", "--accept", "breaking"), ("history", "shop")))
            before = workshop.tree()
            done = is_orderly(workshop.run(*command))
            assert done.status in (0, 1) or workshop.tree() == before, done
        upstream.raw.answer, upstream.api.answer = raw, api
        assert is_orderly(workshop.run("sync", "--accept", "breaking")).status == 0, "one bad response poisons nothing"
        assert is_orderly(workshop.run("check")).status == 0


def forge_server(random: Random, bench: Bench) -> None:
    """A forge that answers at random: an error of ours that does not show the token, and the work tree stays."""
    with Upstream() as upstream:
        upstream.push(documents.FIRST)
        workshop = _shop(bench, ON_GITHUB, dict(upstream.environment))
        assert is_orderly(workshop.run("sync")).status == 0
        upstream.push(documents.MORE)
        pulls = upstream.take_pulls(workshop.add_remote())
        pulls.faults = [_fault(random) if random.random() < 0.5 else None for _ in range(12)]
        before = workshop.tree()
        variables = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": REPOSITORY}
        done = is_orderly(workshop.run("sync", "--pull-request", "--no-test", "--verbose", **variables))
        assert TOKEN not in done.out + done.err
        assert workshop.tree() == before
        pulls.faults = []
        done = is_orderly(workshop.run("sync", "--pull-request", "--no-test", **variables))
        assert done.status == 0, done


@functools.cache
def _documents() -> list[Any]:
    return documents_of_cases()


def _text(value: Any) -> bytes:
    return json.dumps(value, indent=1, default=str, skipkeys=True).encode("utf-8", "surrogatepass")


def _is_code(workshop: Workshop) -> None:
    """Each module is Python in which nothing of the document is more than a string."""
    for path in _modules(workshop.root):
        source = path.read_text(encoding="utf-8")
        names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
        assert "PWNED" not in names, path
        assert hidden_in(source) == set(), path
        assert commands_in(source) == [], path


def _modules(root: Path) -> list[Path]:
    return [path for path in root.glob("generated/*/src/**/*.py") if "_runtime" not in path.parts]


_HEADERS = (
    ("ETag", '"\xff\xe9"'), ("ETag", "W/\x1b[31m"), ("Retry-After", "\xb2"), ("Retry-After", "0"),
    ("Location", "http://[::1"),
    ("Location", "file:///etc/passwd"), ("Location", "/"), ("Content-Encoding", "gzip"),
    ("Content-Encoding", "br, gzip"),
    ("Link", '<http://[::1>; rel="next"'), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1e999"),
    ("Content-Type", "text/html; charset=\xe9"), ("Last-Modified", "never"), ("Date", "1e999"),
)  # fmt: skip
_BODIES = (
    b"", b"{", b"[" * 60_000, b"null", b"1e999", b'"\\ud800"', b"\xff\xfe\x00", b"<html>", b"a: &a [*a, *a]\n",
    b"\x1f\x8b",
    b'{"message": {"a": 1e999}, "errors": [{"message": "\\ud800\\u001b[31m"}]}', b'[{"sha": 1e999}]', b"%" * 100_000,
)  # fmt: skip
_STATUSES = (200, 200, 200, 201, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 409, 422, 500, 501, 599)
# No 429 and 503: they are waited for, as they ask it.


def _body(random: Random) -> bytes:
    kind = random.random()
    if kind < 0.4:
        return random.choice(_BODIES)
    if kind < 0.7:
        return _text(mutated(random.choice(_documents()), random))
    return _text(random.choice(JUNK))


def _at_random(random: Random, honest: Any, request: Request) -> Reply:
    if random.random() < 0.4:
        found: Reply = honest(request)
        return found
    body = _body(random)
    return Reply(
        random.choice(_STATUSES),
        body,
        dict(random.sample(_HEADERS, random.randint(0, 3))),
        declared=random.choice((None, None, None, len(body) + 5)),
        cut=random.choice((None, None, None, len(body) // 2)),
        drop=random.random() < 0.05,
    )


def _fault(random: Random) -> Answer:
    headers = dict(random.sample(_HEADERS, random.randint(0, 2)))
    return Answer(random.choice(_STATUSES), _body(random).decode("latin-1"), headers)
