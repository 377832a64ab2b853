"""Who asks for a document is said by the environment, to one host, over https: no file, commit or message has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nemogen.commands.secret_urls import refuse_secret
from nemogen.config import UrlSource
from nemogen.errors import ConfigError, Location
from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import Workshop, open_workshop
from tests.publish.repositories import git
from tests.servers.loopback import CERTIFICATE, Loopback, Reply, Request

TOKEN = "s3cr3t-0f-th3-t3sts"
VALUE = f"Bearer {TOKEN}"
COMMANDS = (("check",), ("fetch",), ("sync",), ("history", "shop"))

SECRET = [
    f"?token={TOKEN}",
    "?token=hunter2",
    "?access_token=hunter2",
    "?a=b&API_KEY=hunter2",
    "?apikey=hunter2",
    "?key=hunter2",
    "?sig=hunter2",
    "?X-Amz-Signature=hunter2",
    "?private_token=hunter2",
    "?password=hunter2",
    "?user=me&pass=hunter2",
    "?to%6ben=hunter2",
    "?a=b;token=hunter2",
    "?authorization=Bearer%20hunter2",
    "?code=hunter2",
    "?a=b&Code=h",
    "?c%6fde=hunter2",
    "?access_code=hunter2",
    "?ticket=hunter2",
    "#access_token=hunter2",
    "?t=ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "?t=Zx81hGq29PqLm4Tw7VbN",
    "/ghp_0123456789abcdefghijABCDEFGHIJ012345/x",
]
PLAIN = [
    "?v=1",
    "?code=DE",
    "?lang_code=german&code=pt-BR&x=1",
    "?code=404",
    "?format=json&version=2026-01-01",
    "/api/v4/projects/1/repository/files/openapi.json/raw?ref=main",
    "?path=/specs/openapi.json&api-version=2024-05-01",
    f"/{'0123456789abcdef' * 2}01234567/openapi.yaml?ref={'0123456789abcdef' * 4}",
    "?id=550e8400-e29b-41d4-a716-446655440000",
    "?max_tokens=5&page_token=abc",
    "#tag/pets",
]


def of_url(url: str, more: str = "") -> str:
    return f'[source]\nurl = "{url}"\n{more}'


@pytest.mark.parametrize("part", SECRET)
def test_a_secret_in_the_address_of_a_document_is_found(part: str) -> None:
    with pytest.raises(ConfigError, match="what looks like a secret") as caught:
        refuse_secret(UrlSource(f"https://example.com/openapi.json{part}"), Location("api.toml"))
    assert "headers_env" in caught.value.problems[0].remedy
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("part", PLAIN)
def test_an_ordinary_address_of_a_document_is_not_taken_for_a_secret(part: str) -> None:
    assert not is_refused(f"https://example.com/openapi.json{part}")


def is_refused(url: str) -> bool:
    try:
        refuse_secret(UrlSource(url), Location("api.toml"))
    except ConfigError:
        return True
    return False


@pytest.fixture
def host() -> Iterator[Loopback]:
    """Gives the document to whoever sends the token."""

    def answer(request: Request) -> Reply:
        if request.headers.get("x-spec-auth") == VALUE:
            return Reply(200, documents.FIRST, {"ETag": '"1"'})
        return Reply(401, b'{"message": "who are you? You sent %s"}' % str(dict(request.headers)).encode())

    with Loopback(answer) as server:
        yield server


@pytest.fixture
def private(tmp_path: Path, host: Loopback) -> Workshop:
    """A project whose document is for those with the token."""
    settings = of_url(f"{host.url}/openapi.json", 'headers_env = { X-Spec-Auth = "SPEC_AUTH" }\n')
    return open_workshop(tmp_path / "project", {"specs/shop/api.toml": settings}, {})


def everything(workshop: Workshop) -> bytes:
    """All files, and all commits with their messages."""
    return b"".join(workshop.tree().values()) + git(workshop.root, "log", "-p").encode()


@pytest.mark.parametrize("part", [f"?token={TOKEN}", f"#{TOKEN}=x&key={TOKEN}"])
def test_an_address_with_a_secret_is_refused_before_it_is_asked(host: Loopback, tmp_path: Path, part: str) -> None:
    settings = of_url(f"{host.url}/openapi.json{part}")
    workshop = open_workshop(tmp_path / "project", {"specs/shop/api.toml": settings}, {})
    for command in COMMANDS[:3]:
        done = workshop.run(*command)
        assert done.status == 3, done
        assert "headers_env" in done.out
        assert "specs/shop/api.toml:2" in done.out
        assert TOKEN not in done.out + done.err
    assert host.requests == []


@pytest.mark.parametrize("url", ["{0}/x?token=" + TOKEN, "http://me:" + TOKEN + "@{1}/x", "http://" + TOKEN + "@{1}/x"])
def test_an_api_is_not_added_from_an_address_with_a_secret(host: Loopback, tmp_path: Path, url: str) -> None:
    workshop = open_workshop(tmp_path / "project", {"pyproject.toml": ""}, {})
    before = workshop.tree()
    done = workshop.run("add", "shop", url.format(host.url, host.url.removeprefix("http://")))
    assert done.status == 3, done
    assert "headers_env" in done.err
    assert TOKEN not in done.out + done.err
    assert workshop.tree() == before
    assert host.requests == []


def test_a_header_from_the_environment_opens_a_document_and_stays_there(private: Workshop, host: Loopback) -> None:
    done = private.run("sync", SPEC_AUTH=VALUE)
    assert done.status == 0, done
    assert private.run("check", SPEC_AUTH=VALUE).status == 0
    assert {request.headers["x-spec-auth"] for request in host.requests} == {VALUE}
    assert TOKEN.encode() not in everything(private)
    assert TOKEN not in done.out + done.err


def test_a_variable_that_is_missing_is_named(private: Workshop, host: Loopback) -> None:
    for command in ("fetch", "sync"):
        done = private.run(command)
        assert done.status == 4, done
        assert "SPEC_AUTH is not set" in done.out
    assert host.requests == []


def test_a_refusal_says_what_was_sent_and_never_its_value(private: Workshop, host: Loopback) -> None:
    done = private.run("sync", SPEC_AUTH=f"Bearer wrong-{TOKEN}")
    assert done.status == 4, done
    assert "401 Unauthorized to a request with X-Spec-Auth from SPEC_AUTH" in done.out
    assert "Check the value of SPEC_AUTH" in done.out
    assert TOKEN not in done.out + done.err
    private.write("specs/shop/api.toml", of_url(f"{host.url}/openapi.json"))
    done = private.run("sync", "--no-commit")
    assert "401 Unauthorized to a request without credentials" in done.out
    assert "headers_env = { Authorization =" in done.out


@pytest.mark.parametrize("value", ["a\nb: c", "\x07", "é", "a\r\n\r\nGET / HTTP/1.1"])
def test_a_value_that_no_header_can_have_is_refused_unshown(private: Workshop, host: Loopback, value: str) -> None:
    done = private.run("sync", SPEC_AUTH=f"{TOKEN}{value}{TOKEN}")
    assert done.status == 4, done
    assert "SPEC_AUTH" in done.out
    assert TOKEN not in done.out + done.err
    assert host.requests == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_takes_no_header_to_another_host(
    private: Workshop, host: Loopback, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Loopback(lambda _: Reply(200, documents.FIRST), tls=True) as other:
        host.script = [Reply(status, headers={"Location": f"{other.url}/openapi.json"})]
        assert private.run("fetch", SPEC_AUTH=VALUE).status == 0
        assert [request.headers.get("x-spec-auth") for request in other.requests] == [None]


@pytest.mark.parametrize("api", ["http://ghe.invalid/api/v3", "http://127.0.0.2/api/v3", "http://localhost.invalid"])
def test_a_token_is_not_sent_over_http(synced: Workshop, upstream: Upstream, api: str) -> None:
    upstream.push(documents.MORE)
    with Loopback(lambda _: Reply(200, b"[]")) as proxy:
        for command in (*COMMANDS, ("sync", "--pull-request")):
            variables = {"GITHUB_API_URL": api, "GITHUB_TOKEN": TOKEN, "HTTP_PROXY": proxy.url}
            done = synced.run(*command, GITHUB_REPOSITORY="a/b", **variables)
            assert done.status == 4, done
            assert "GITHUB_TOKEN is sent over https only" in done.out + done.err
            assert TOKEN not in done.out + done.err
        assert proxy.requests == []
        synced.run("fetch", GITHUB_API_URL=api, HTTP_PROXY=proxy.url)
        assert all("authorization" not in request.headers for request in proxy.requests)
        assert proxy.requests or "127.0.0.2" in api, "without a token it is asked"


def test_a_token_that_only_the_loopback_api_is_for_is_not_sent_through_a_proxy(
    synced: Workshop, upstream: Upstream
) -> None:
    with Loopback(lambda _: Reply(200, b"[]")) as proxy:
        synced.run("fetch", GITHUB_TOKEN=TOKEN, HTTP_PROXY=proxy.url)
        assert proxy.requests == []
    assert upstream.api.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("variable", ["GITHUB_API_URL", "NEMOGEN_RAW_URL"])
@pytest.mark.parametrize("url", ["http://me:{0}@{1}", "http://{0}@{1}", "http://{1}/?token={0}"])
def test_the_address_of_a_mirror_must_not_hold_a_secret(
    workshop: Workshop, upstream: Upstream, variable: str, url: str
) -> None:
    host = upstream.raw.url.removeprefix("http://")
    done = workshop.run("sync", **{variable: url.format(TOKEN, host)})
    assert done.status == 4, done
    assert variable in done.out
    assert TOKEN not in done.out + done.err
    assert TOKEN.encode() not in everything(workshop)


def test_the_report_of_a_refusal_has_no_secret(private: Workshop) -> None:
    report = private.report("sync", status=4, SPEC_AUTH=f"Bearer wrong-{TOKEN}")
    assert TOKEN not in json.dumps(report)
