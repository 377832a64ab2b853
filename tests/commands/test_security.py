"""An API with several credentials, by the installed command: generated, recorded, replayed and served."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse, loopback
from nemogen.recordings.bundled_tests.token_endpoint import token_response
from tests.commands.talks import leaks
from tests.commands.workshop import Workshop, isolate, open_workshop

NAMES = {"200": {"description": "ok", "content": {"application/json": {"schema": {
    "type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}}}}  # fmt: skip
JSON = ("content-type", "application/json")
SECRETS = {
    "DEPOT_API_KEY": "live-key-5f6e7d8c9b0a",
    "DEPOT_APP_ID": "app-id-7391xk22",
    "DEPOT_PASSWORD": "pass-word-20481x",
    "DEPOT_CLIENT_SECRET": "client-secret-99x1",
}
ENVIRONMENT = {**SECRETS, "DEPOT_USERNAME": "keeper", "DEPOT_CLIENT_ID": "machine-1", "NO_PROXY": "127.0.0.1"}
SETTINGS = """
[source]
file = "docs/depot.json"
"""


def depot(**more: Any) -> dict[str, Any]:
    schemes = {
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "app": {"type": "apiKey", "in": "query", "name": "app_id"},
        "basic": {"type": "http", "scheme": "basic"},
        "digest": {"type": "http", "scheme": "digest"},
        "oauth": {
            "type": "oauth2",
            "flows": {
                "clientCredentials": {"tokenUrl": "https://auth.depot.test/oauth/token", "scopes": {"read": "x"}}
            },
        },
    }
    securities = {
        "both": [{"key": [], "app": []}],
        "basic": [{"basic": []}],
        "boat": [{"oauth": ["read"]}],
        "open": [],
    }
    paths = {f"/{name}": {"get": {"security": each, "responses": NAMES}} for name, each in securities.items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Depot", "version": "1"},
        "servers": [{"url": "https://depot.test"}],
        "paths": paths,
        "components": {"securitySchemes": schemes},
        **more,
    }


def opened(root: Path, document: Any, settings: str = SETTINGS) -> Workshop:
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, root.parent)
        files: dict[str, str | bytes] = {"specs/depot/api.toml": settings, "docs/depot.json": json.dumps(document)}
        return open_workshop(root, files, ENVIRONMENT)


@pytest.fixture(scope="module", name="synced")
def _synced(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    workshop = opened(tmp_path_factory.mktemp("depot") / "project", depot())
    done = workshop.run("sync", "--no-commit")
    assert done.status == 0, done
    workshop.commit()
    return workshop


class Api:
    """The API, and its token endpoint."""

    def __init__(self) -> None:
        self.asked: list[ReceivedRequest] = []

    def respond(self, asked: ReceivedRequest) -> ServedResponse:
        self.asked.append(asked)
        return token_response(asked) or ServedResponse(200, (JSON,), (b'{"name": "harbour"}',))


@pytest.fixture
def api() -> Api:
    return Api()


@contextmanager
def served(workshop: Workshop) -> Iterator[str]:
    with workshop.start("serve", "depot", "--port", "0") as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().decode().strip()
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


CALLS = """
import sys
from depot import Depot
with Depot(base_url=sys.argv[1]) as client:
    for resource in (client.both, client.basic, client.boat, client.open):
        print(resource.retrieve().name != "")
"""


def test_each_operation_is_called_on_the_mock_server_which_gives_tokens_too(synced: Workshop) -> None:
    environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": str(synced.root / "generated/depot/src")}
    with served(synced) as url:
        command = [sys.executable, "-c", CALLS, url]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["True"] * 4, done.stderr


def test_recordings_hold_no_credential_and_no_exchange_of_tokens(synced: Workshop, tmp_path: Path, api: Api) -> None:
    document = depot()
    flow = document["components"]["securitySchemes"]["oauth"]["flows"]["clientCredentials"]
    workshop = synced.copy(tmp_path / "project", ENVIRONMENT)
    tokens = Api()
    with loopback(api.respond) as server, loopback(tokens.respond) as auth:
        flow["tokenUrl"] = f"{auth.url}/oauth/token"
        workshop.write("docs/depot.json", json.dumps(document))
        workshop.commit("document")
        assert workshop.run("sync", "--no-commit").status == 0
        for name in ("both", "basic", "boat"):
            done = workshop.run("record", "depot", f"{name}.retrieve", "--case", "one", "--base-url", server.url)
            assert done.status == 0, done
    assert [asked.target for asked in tokens.asked] == ["/oauth/token"]
    assert [asked.target.partition("?")[0] for asked in api.asked] == ["/both", "/basic", "/boat"]
    assert api.asked[2].header("authorization") == "Bearer mock-access-token"
    assert [leaks(workshop, secret) for secret in (*SECRETS.values(), "mock-access-token")] == [[]] * 5
    workshop.commit("recordings")
    done = workshop.run("generate")
    assert done.status == 0, done
    report = workshop.report("check", "--offline", status=0)
    assert "recordings" in json.dumps(report)


HAR = {"log": {"version": "1.2", "entries": [
    {"request": {"method": "POST", "url": "https://depot.test/oauth/token", "headers": [
        {"name": "Content-Type", "value": "application/x-www-form-urlencoded"}],
        "postData": {"mimeType": "application/x-www-form-urlencoded",
                     "text": "grant_type=client_credentials&client_id=m&client_secret=planted-secret-1x"}},
     "response": {"status": 200, "headers": [JSON], "content": {
         "mimeType": "application/json", "text": '{"access_token": "planted-token-77x", "token_type": "Bearer"}'}}},
    {"request": {"method": "GET", "url": "https://depot.test/boat", "headers": [
        {"name": "Authorization", "value": "Bearer planted-token-77x"}]},
     "response": {"status": 200, "headers": [], "content": {
         "mimeType": "application/json", "text": '{"name": "planted-token-77x"}'}}},
]}}  # fmt: skip


def test_an_exchange_of_tokens_is_not_imported_and_what_it_shows_is_taken_out(synced: Workshop, tmp_path: Path) -> None:
    workshop = synced.copy(tmp_path / "project", ENVIRONMENT)
    har = json.loads(json.dumps(HAR))
    for entry in har["log"]["entries"]:
        entry["response"]["headers"] = [{"name": "Content-Type", "value": "application/json"}]
    outside = tmp_path / "tape.har"
    outside.write_text(json.dumps(har))
    done = workshop.run("record", "import", "depot", str(outside))
    assert done.status == 0, done
    assert "1 imported" in done.out
    assert leaks(workshop, "planted-token-77x") == leaks(workshop, "planted-secret-1x") == []


def test_what_cannot_be_sent_is_reported_with_its_location(tmp_path: Path) -> None:
    document = depot()
    document["paths"]["/odd"] = {"get": {"security": [{"digest": []}], "responses": NAMES}}
    report = opened(tmp_path / "project", document).report("sync", "--no-commit", status=0)
    found = [each for api in report["apis"] for subject in api["subjects"] for each in subject["findings"]]
    reported = {each["id"]: each for each in found}
    assert "digest is not supported" in reported["security-scheme-not-supported"]["message"]
    assert reported["security-scheme-not-supported"]["revision"]["pointer"] == "/components/securitySchemes/digest"
    assert reported["security-not-supported"]["revision"]["pointer"].startswith("/paths/~1odd/get")


def test_credentials_that_no_operation_asks_for_are_reported_and_the_settings_can_ask(tmp_path: Path) -> None:
    document = depot(paths={"/boat": {"get": {"responses": NAMES}}})
    workshop = opened(tmp_path / "project", document)
    report = workshop.report("sync", "--no-commit", status=0)
    assert "security-not-asked-for" in json.dumps(report)
    assert '[client] security = [{ "app" = [] }]' in workshop.run("generate", "--no-cache").out
    workshop.write("specs/depot/api.toml", f"{SETTINGS}\n[client]\nsecurity = [{{ key = [], app = [] }}]\n")
    report = workshop.report("generate", status=0)
    assert "security-not-asked-for" not in json.dumps(report)
    client = (workshop.root / "generated/depot/src/depot/client.py").read_text()
    assert 'security=({"app": (), "key": ()},)' in client
    workshop.write("specs/depot/api.toml", f"{SETTINGS}\n[client]\nsecurity = [{{ kye = [] }}]\n")
    done = workshop.run("generate")
    assert done.status == 3
    assert "no security scheme kye" in done.out
    assert "Did you mean key?" in done.out


def test_what_the_client_never_sent_is_no_change_of_a_release(tmp_path: Path) -> None:
    path = {"get": {"responses": NAMES}}
    workshop = opened(tmp_path / "project", depot(paths={"/boat": path}))
    assert "security-not-asked-for" in json.dumps(workshop.report("sync", "--no-commit", status=0))
    workshop.write("docs/depot.json", json.dumps(depot(paths={"/boat": path, "/ship": path})))
    assert "security-not-asked-for" in json.dumps(workshop.report("sync", "--no-commit", status=0))
    entry = (workshop.root / "generated/depot/CHANGELOG.md").read_text().split("## 0.1.0")[0]
    assert "`client.ship` is new" in entry
    assert "credentials" not in entry
