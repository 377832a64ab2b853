"""`record`: recordings from an API that answers on loopback, by the installed command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from nemogen.source.file_hashes import sha256
from tests.commands.talks import (
    KEY,
    MESSAGES,
    OPERATION,
    PLACE,
    SETTINGS,
    Talk,
    files_of,
    findings,
    leaks,
    open_talks,
    recorded,
    samples,
    spelled,
    talking,
    why,
)
from tests.commands.workshop import Done, Workshop
from tests.recordings.samples import ANSWERED, chat

HELLO = ("--arg", 'model="small"', "--arg", f"messages={MESSAGES}")
RANDOM = "Zx9Qw3Er7Ty1Ui5Op2As"


@pytest.fixture(scope="module", name="synced_talks")
def _synced_talks(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return open_talks(tmp_path_factory.mktemp("talks") / "project").pack()


@pytest.fixture
def talks(synced_talks: Workshop, tmp_path: Path) -> Workshop:
    """A project without recordings."""
    return synced_talks.copy(tmp_path / "project", synced_talks.environment)


@pytest.fixture
def api() -> Iterator[Talk]:
    with talking() as running:
        yield running


def take(talks: Workshop, api: Talk, case: str, *more: str) -> Done:
    return talks.run("record", "talk", OPERATION, "--case", case, *HELLO, "--base-url", api.url, *more)


def test_a_call_of_the_live_api_is_written_and_holds_at_once(talks: Workshop, api: Talk) -> None:
    done = take(talks, api, "hello")
    assert done.status == 0, done
    assert f"{PLACE}/hello.json: 200" in done.out
    assert [asked.header("authorization") for asked in api.asked] == [f"Bearer {KEY}"]
    found = recorded(talks, "hello")
    assert (found.origin, found.recorded) == ("live", datetime.now(UTC).date())
    assert found.spec_sha256 == sha256((talks.root / "specs/talk/openapi.json").read_bytes())
    assert (found.request.method, found.request.path) == ("POST", "/base/v1/chat")
    assert found.request.headers["authorization"] == ("[scrubbed]",)
    assert talks.states("test", status=0) == {"recordings": "ok"}
    assert leaks(talks, KEY) == []


def test_a_stream_is_written_in_the_pieces_in_which_it_came(talks: Workshop, api: Talk) -> None:
    api.chunks = (*api.chunks, b"data: [DONE]\n\n")
    assert take(talks, api, "stream", "--stream").status == 0
    assert getattr(recorded(talks, "stream").response.body, "chunks", ()) == api.chunks


def test_the_base_url_comes_from_the_environment_as_for_the_client(talks: Workshop, api: Talk) -> None:
    command = ("record", "take", "talk", "POST /v1/chat", "--case", "x", *HELLO)
    assert talks.run(*command, TALK_BASE_URL=api.url).status == 0
    assert len(api.asked) == 1


def test_without_a_key_nothing_is_sent_and_nothing_written(talks: Workshop, api: Talk) -> None:
    before = talks.tree()
    done = Workshop(talks.root, {}).run(
        "record", "talk", OPERATION, "--case", "x", *HELLO, "--base-url", api.url, TALK_API_KEY=""
    )
    assert done.status == 4, done
    assert "TALK_API_KEY" in done.err
    assert api.asked == []
    assert talks.tree() == before


@pytest.mark.parametrize(
    ("arguments", "status", "reported"),
    [
        (("talk", OPERATION), 2, "--case"),
        (("talk", OPERATION, "--case", "x", "--arg", "model=small"), 2, "is not valid JSON"),
        (("talk", "chat.sing", "--case", "x"), 3, "It has: chat.completions.create, items.retrieve"),
        (("talk", OPERATION, "--case", "../../x"), 3, "is not a valid name for a recording"),
        (("walk", OPERATION, "--case", "x"), 3, "Did you mean talk?"),
        (("talk", OPERATION, "--case", "x", *HELLO, "--base-url", "http://api.sample.test"), 4, "over https only"),
        (("talk", OPERATION, "--case", "x", *HELLO, "--base-url", "http://127.0.0.1:9"), 4, "could not be reached"),
        (("talk", OPERATION, "--case", "x", "--arg", "model=7", "--arg", "messages=[]"), 4, "instead of one"),
    ],
)
def test_what_cannot_be_recorded_says_why(
    talks: Workshop, arguments: tuple[str, ...], status: int, reported: str
) -> None:
    before = talks.tree()
    done = talks.run("record", *arguments)
    assert done.status == status, done
    assert reported in " ".join(done.err.split())
    assert talks.tree() == before


def test_a_recording_that_is_there_is_overwritten_only_if_told_to(talks: Workshop, api: Talk) -> None:
    assert take(talks, api, "hello").status == 0
    before = talks.tree()
    done = take(talks, api, "hello")
    assert (done.status, talks.tree(), len(api.asked)) == (3, before, 1), done
    assert "--force" in done.err
    api.answer = {**ANSWERED, "id": "other"}
    assert take(talks, api, "hello", "--force").status == 0
    assert talks.tree() != before


def test_a_request_that_the_api_refuses_is_recorded_when_it_is_sent_unchecked(talks: Workshop, api: Talk) -> None:
    api.status, api.answer = 400, {"message": f"heat is wrong, {KEY}", "statusCode": 400}
    assert take(talks, api, "hot", "--arg", "heat=9").status == 4
    assert api.asked == []
    assert take(talks, api, "hot", "--arg", "heat=9", "--unchecked").status == 0
    assert recorded(talks, "hot").response.status == 400
    assert leaks(talks, KEY) == []


SECRETS = (
    KEY,  # the key itself
    "hunter2-hunter2",  # a variable that says it is a password
    "sk-proj-A1b2C3d4E5f6G7h8I9j0",  # the form of a common key
    "acct_12345",  # an account, named in api.toml
)


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_in_any_place_of_an_exchange_never_reaches_the_disk(talks: Workshop, api: Talk, secret: str) -> None:
    talks.write("specs/talk/api.toml", SETTINGS + '[record]\naccounts = ["acct_12345"]\n')
    said = [{"role": "user", "content": f"My key is {secret}."}]
    third = len(secret) // 3
    parts = [secret[:third], secret[third : 2 * third], secret[2 * third :]]
    events = [{"id": "a", "delta": {"role": "assistant", "text": part}, "finish": "stop"} for part in parts]
    whole = b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in events)
    raw = f"data: {json.dumps({**events[0], 'id': secret})}\n\n".encode()
    cut = raw.index(secret.encode()) + third
    api.chunks = (whole[:20], whole[20:], raw[:cut], raw[cut:], b"data: [DONE]\n\n")
    api.headers = (("x-note", f"for {secret}"), ("set-cookie", f"sid={secret}"))
    api.answer = {**ANSWERED, "id": secret, "more": [f"see https://x.test/?a={quote(secret)}"]}
    more = ("--arg", f"messages={json.dumps(said)}")
    command = ("record", "talk", OPERATION, "--arg", 'model="m"', *more, "--base-url", api.url, "--case")
    environment = {"DB_PASSWORD": SECRETS[1]}
    for case, options in (("json", ()), ("stream", ("--stream",))):
        done = talks.run(*command, case, *options, **environment)
        assert done.status == 0, done
        assert not any(form in (done.out + done.err).encode() for form in spelled(secret))
    api.status, api.answer = 400, {"message": f"no such key: {secret}", "statusCode": 400}
    given = ("--arg", f"itemId={json.dumps(secret)}", "--arg", f"tags={json.dumps(['x', secret])}")
    error = ("record", "talk", "items.retrieve", *given, "--base-url", api.url, "--case", "error")
    assert talks.run(*error, **environment).status == 0
    assert any(form.decode() in api.asked[-1].target for form in spelled(secret))
    assert [path for path in leaks(talks, secret) if not path.endswith("api.toml")] == []
    chunks = getattr(recorded(talks, "stream").response.body, "chunks", ())
    texts = [json.loads(line[6:])["delta"]["text"] for line in b"".join(chunks).splitlines() if line[:7] == b"data: {"]
    assert secret not in "".join(texts)


def test_what_looks_like_a_secret_is_not_saved_and_the_place_is_named(talks: Workshop, api: Talk) -> None:
    api.answer = {**ANSWERED, "note": RANDOM}
    before = talks.tree()
    done = take(talks, api, "odd")
    assert done.status == 3, done
    assert "/response/body/json/note" in done.err
    assert RANDOM not in done.err + done.out
    assert (talks.tree(), leaks(talks, RANDOM)) == (before, [])
    talks.write("specs/talk/api.toml", SETTINGS + '[record]\nallow = ["note"]\n')
    assert take(talks, api, "odd").status == 0


def test_a_member_that_the_settings_call_secret_is_scrubbed_however_it_is_spelt(talks: Workshop, api: Talk) -> None:
    talks.write("specs/talk/api.toml", SETTINGS + '[record]\nkeys = ["X-Tenant", "own_word"]\n')
    api.answer, api.headers = {**ANSWERED, "ownWord": "nothing odd"}, (("x-tenant", "nothing odd"),)
    assert take(talks, api, "own").status == 0
    assert leaks(talks, "nothing odd") == []


def test_all_live_recordings_are_recorded_again_and_only_changes_of_shape_are_shown(talks: Workshop, api: Talk) -> None:
    written = replace(chat("written"), origin="written")
    old = [replace(each, spec_sha256="0" * 64) for each in (*samples(), chat("kept", status=200), written)]
    for path, content in files_of(old).items():
        talks.write(path, content)
    before = talks.tree()
    api.answer = {"id": 7, "kind": "answer", "choices": [{"text": "other", "finish": "stop"}], "extra": None}
    report = talks.report("record", "talk", "--again", "--base-url", api.url, status=0)
    assert why(report, "recordings") == "3 of 3 re-recorded"
    assert {each["message"] for each in findings(report, "recordings")} == {
        f"{OPERATION}/{case}: {change}"
        for case in ("hello", "kept")
        for change in ("usage is missing (object)", "extra is new (null)", "id was string, is number")
    }
    assert all(each["revision"]["line"] > 1 for each in findings(report, "recordings"))
    changed = {path for path, content in talks.tree().items() if before[path] != content}
    assert changed == {f"{PLACE}/{case}.json" for case in ("hello", "kept", "stream")}
    assert len(api.asked) == 3
    assert talks.run("record", "talk", OPERATION, "--again", "--case", "kept", "--base-url", api.url).status == 0
    assert len(api.asked) == 4


def test_an_api_that_has_a_bad_day_does_not_cost_the_recordings(talks: Workshop, api: Talk) -> None:
    for path, content in files_of(samples()).items():
        talks.write(path, content)
    before = talks.tree()
    api.status, api.answer = 503, {"message": "later", "statusCode": 503}
    done = talks.run("record", "talk", "--again", "--base-url", api.url)
    assert done.status == 4, done
    assert "responded 503" in done.out
    assert "1 of 2 re-recorded" in done.out
    changed = {path for path, content in talks.tree().items() if before[path] != content}
    assert changed == {f"{PLACE}/stream.json"}
