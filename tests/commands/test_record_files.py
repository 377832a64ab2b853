"""`record import` and `record export`: other tools' files, by the installed command."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nemogen.recordings.har import write_har
from tests.commands.talks import KEY, OPERATION, files_of, findings, leaks, open_talks, recorded, samples, why
from tests.commands.workshop import Workshop
from tests.recordings.samples import ANSWERED, chat, stream

RANDOM = "Zx9Qw3Er7Ty1Ui5Op2As"


@pytest.fixture(scope="module", name="synced_talks")
def _synced_talks(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return open_talks(tmp_path_factory.mktemp("talks") / "project").pack()


@pytest.fixture
def talks(synced_talks: Workshop, tmp_path: Path) -> Workshop:
    """A project without recordings."""
    return synced_talks.copy(tmp_path / "project", synced_talks.environment)


CASSETTE = """
interactions:
- request:
    method: POST
    uri: https://api.sample.test/base/v1/chat
    headers: {Authorization: [Bearer PLANTED], Content-Type: [application/json]}
    body: '{"model": "small", "messages": [{"role": "user", "content": "Hello"}]}'
  response:
    status: {code: 200, message: OK}
    headers: {Content-Type: [application/json], Date: ["Mon, 05 Jan 2026 10:00:00 GMT"]}
    body: {string: 'ANSWER'}
- request: {method: GET, uri: "https://api.sample.test/elsewhere?api_key=PLANTED", headers: {}, body: null}
  response: {status: {code: 200, message: OK}, headers: {}, body: {string: ""}}
version: 1
"""


def test_a_cassette_is_imported_scrubbed_and_what_is_not_of_the_api_is_reported(talks: Workshop) -> None:
    content = CASSETTE.replace("PLANTED", KEY).replace("ANSWER", json.dumps(ANSWERED))
    outside = talks.root.parent / "my tape+.yaml"
    outside.write_text(content)
    report = talks.report("record", "import", "talk", str(outside), status=0)
    assert why(report, "recordings") == "1 imported, 1 skipped"
    assert [each["message"] for each in findings(report, "recordings")] == [
        "GET /elsewhere is of no operation of the spec"
    ]
    found = recorded(talks, "my-tape-1")
    assert found.response.headers == {"content-type": ("application/json",)}
    assert leaks(talks, KEY) == []
    assert talks.states("test", status=0) == {"recordings": "ok"}
    before = talks.tree()
    assert talks.run("record", "import", "talk", str(outside)).status == 3
    assert talks.tree() == before
    assert talks.run("record", "import", "talk", str(outside), "--force").status == 0


def test_undeclared_query_parameters_of_an_import_are_replayed(talks: Workshop) -> None:
    content = CASSETTE.replace("PLANTED", KEY).replace("ANSWER", json.dumps(ANSWERED))
    content = content.replace("/base/v1/chat", "/base/v1/chat?debug=1&debug=2&trace=a%20b&empty=&token=" + RANDOM)
    talks.write("tape.yaml", content)
    talks.report("record", "import", "talk", "tape.yaml", status=0)
    found = recorded(talks, "tape-1").request.query
    assert found == {"debug": ("1", "2"), "trace": ("a b",), "empty": ("",), "token": ("[scrubbed]",)}
    assert talks.states("test", status=0) == {"recordings": "ok"}


def test_what_is_exported_can_be_imported_again_without_loss(talks: Workshop) -> None:
    written = replace(chat("told"), origin="documentation", recorded=None, source="https://x.test", note="Two\nlines.")
    old = [replace(each, file="") for each in (*samples(), replace(written, spec_sha256="a" * 64))]
    for path, content in files_of(old).items():
        talks.write(path, content)
    target = talks.root.parent / "out.har"
    done = talks.run("record", "export", "talk", "--output", str(target))
    assert (done.status, done.out) == (0, ""), done
    assert target.read_bytes() == write_har(old, server="https://api.sample.test")
    assert talks.run("record", "export", "talk").out.encode() == target.read_bytes()
    done = talks.run("record", "import", "talk", str(target), "--case", "again", "--operation", OPERATION)
    assert done.status == 0, done
    assert recorded(talks, "again-2").response == stream().response
    assert recorded(talks, "again-1").request == chat().request
    for path in files_of(old):
        (talks.root / path).unlink()
    assert talks.run("record", "import", "talk", str(target)).status == 0
    assert {path: (talks.root / path).read_bytes() for path in files_of(old)} == files_of(old)


@pytest.mark.parametrize(
    ("content", "reported"),
    [
        (b"{", "not JSON"),
        (b'{"log": 7}', "not a HAR 1.2 file"),
        (b"a: 1", "not a VCR cassette"),
        (b"\xff\xfe", "not valid UTF-8"),
        (b'{"log": {"entries": []}}', "no exchange in it"),
        (b'{"log": {"entries": [{"request": {}, "response": {"status": 1e999}}]}}', "1 of its entries cannot be read"),
        (b'{"log": {"entries": [{"request": %s}]}}' % (b"[" * 50_000 + b"]" * 50_000), "nested too deeply"),
        (b'{"interactions": %s' % (b"[" * 50_000), "nested too deeply"),
        (b'{"interactions": [{"request": {}, "response": {"status": %s}}]}' % (b"9" * 5000), "out of range"),
    ],
)
def test_a_file_that_cannot_be_taken_over_says_why(talks: Workshop, content: bytes, reported: str) -> None:
    (talks.root.parent / "an odd+name.har").write_bytes(content)
    before = talks.tree()
    done = talks.run("record", "import", "talk", str(talks.root.parent / "an odd+name.har"))
    assert done.status == 3, done
    assert reported in done.err
    assert talks.tree() == before


def test_of_many_exchanges_one_with_a_secret_keeps_all_from_being_written(talks: Workshop) -> None:
    odd: Any = chat("odd", {**ANSWERED, "note": RANDOM})
    (talks.root.parent / "in.har").write_bytes(write_har([chat(), odd], server="https://api.sample.test"))
    before = talks.tree()
    done = talks.run("record", "import", "talk", str(talks.root.parent / "in.har"))
    assert done.status == 3, done
    assert f"{OPERATION}/odd is not saved" in done.err
    assert talks.tree() == before


def test_a_credential_that_one_exchange_shows_is_scrubbed_from_all_and_from_what_is_reported(talks: Workshop) -> None:
    secret = "someone-elses-credential"
    first = chat("first")
    first = replace(first, request=replace(first.request, headers={"authorization": (f"Bearer {secret}",)}))
    second: Any = chat("second", {**ANSWERED, "id": f"made for {secret}"})
    log = json.loads(write_har([first, second], server="https://api.sample.test"))
    log["log"]["entries"].append(
        {"request": {"method": "GET", "url": f"http://[{secret}"}, "response": {"status": 200}}
    )
    packed = talks.root.parent / "a.har.gz"
    packed.write_bytes(gzip.compress(json.dumps(log).encode()))
    done = talks.run("record", "import", "talk", str(packed), "--verbose")
    assert done.status == 0, done
    assert "2 imported, 1 skipped" in done.out
    assert secret not in done.out + done.err
    assert leaks(talks, secret) == []
    assert recorded(talks, "first").request.headers["authorization"] == ("[scrubbed]",)


def test_an_export_does_not_tell_the_password_of_the_base_url(talks: Workshop) -> None:
    for path, content in files_of(samples()).items():
        talks.write(path, content)
    done = talks.run("record", "export", "talk", "--base-url", "https://some:one-knows@api.sample.test/base")
    assert done.status == 0, done
    assert "one-knows" not in done.out
    assert '"https://api.sample.test/base/v1/chat"' in done.out
    done = talks.run("record", "talk", "--again", "--base-url", "http://some:one-knows@api.sample.test/base")
    assert done.status == 4, done
    assert "one-knows" not in done.out + done.err
