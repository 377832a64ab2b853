from __future__ import annotations

import gzip
import time
import tracemalloc
from collections.abc import Iterator
from email.utils import formatdate
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.http.body import BrokenBody, read_body
from nemogen.http.client import Http
from nemogen.http.exchange import user_agent
from nemogen.http.failures import BadToken, NotFound, RateLimited, Refused, TooLarge, Unreachable
from nemogen.http.github import GITHUB_API, GITHUB_RAW, read_hosts
from nemogen.http.limits import Budget, Limits, OverLimit
from nemogen.http.messages import Request as Asked
from nemogen.http.messages import Response, make_credential
from nemogen.http.statuses import retry_after
from nemogen.http.target import origin_of
from nemogen.http.urls import shown
from tests.http.conftest import NOW
from tests.servers.loopback import Loopback, Reply, Request

BODY = b'{"answer": 42}'


def _answer(_: Request) -> Reply:
    return Reply(200, BODY)


def get(client: Http, url: str) -> Response:
    return client.send(Asked(url))


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback(_answer) as server:
        yield server


@pytest.fixture
def client(http: Http) -> Http:
    return http


def test_the_request_says_who_asks_and_what_it_reads(client: Http, server: Loopback) -> None:
    assert get(client, server.url).content == BODY
    headers = server.requests[0].headers
    assert headers["user-agent"] == user_agent()
    assert headers["user-agent"].startswith("nemogen")
    assert headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_passing_fault_is_tried_again(status: int, client: Http, server: Loopback, slept: list[float]) -> None:
    server.script = [Reply(status), Reply(status)]
    assert get(client, server.url).content == BODY
    assert len(slept) == 2
    assert slept[1] > slept[0]


@pytest.mark.parametrize("status", [400, 405, 418, 501])
def test_a_fault_that_stays_is_not_tried_again(status: int, client: Http, server: Loopback) -> None:
    server.script = [Reply(status)]
    with pytest.raises(Refused, match=str(status)):
        get(client, server.url)
    assert len(server.requests) == 1


def test_after_the_last_try_the_status_is_reported(client: Http, server: Loopback) -> None:
    server.script = [Reply(502)] * 3
    with pytest.raises(Unreachable, match="502") as caught:
        get(client, server.url)
    assert caught.value.exit_code == 4
    assert len(server.requests) == 3


def test_a_wait_in_seconds_is_kept(client: Http, server: Loopback, slept: list[float]) -> None:
    server.script = [Reply(429, headers={"Retry-After": "3"})]
    assert get(client, server.url).content == BODY
    assert slept == [3.0]


def test_a_wait_until_a_date_is_kept(client: Http, server: Loopback, slept: list[float]) -> None:
    server.script = [Reply(503, headers={"Retry-After": formatdate(NOW + 4, usegmt=True)})]
    assert get(client, server.url).content == BODY
    assert slept == [4.0]


def test_a_wait_above_the_cap_fails_at_once(client: Http, server: Loopback, slept: list[float]) -> None:
    server.script = [Reply(429, headers={"Retry-After": "86400"})]
    with pytest.raises(RateLimited, match="2023-11-15 22:14 UTC"):
        get(client, server.url)
    assert slept == []
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "120"}, 120.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:30 GMT"}, 10.0),
        ({"retry-after": "Tue, 14 Nov 2000 22:13:30 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1700000060"}, 60.0),
        ({"x-ratelimit-remaining": "7", "x-ratelimit-reset": "1700000060"}, None),
        ({}, None),
    ],
)
def test_the_wait_that_a_host_asks_for_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_retry_after_makes_us_fail(value: str) -> None:
    seconds = retry_after({"retry-after": value}, NOW)
    assert seconds is None or seconds >= 0


def test_a_rate_limit_of_github_is_distinguished_from_a_refusal(client: Http, server: Loopback) -> None:
    # By the host's clock, which is that of the day; told by ours.
    reset = str(int(time.time()) + 900)
    server.script = [Reply(403, headers={"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset})]
    with pytest.raises(RateLimited, match="2023-11-14 22:29 UTC"):
        get(client, server.url)
    server.script = [Reply(403, b'{"message": "You have exceeded a secondary rate limit."}')]
    with pytest.raises(RateLimited):
        get(client, server.url)
    server.script = [Reply(403, b'{"message": "Forbidden"}')]
    with pytest.raises(Refused):
        get(client, server.url)


def test_a_secondary_limit_of_github_that_says_when_is_waited_for(
    client: Http, server: Loopback, slept: list[float]
) -> None:
    server.script = [Reply(403, b'{"message": "secondary rate limit"}', {"Retry-After": "2"})]
    assert get(client, server.url).content == BODY
    assert slept == [2.0]


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_gone(status: int, client: Http, server: Loopback) -> None:
    server.script = [Reply(status)]
    with pytest.raises(NotFound):
        get(client, server.url)


def test_a_connection_that_is_dropped_is_tried_again(client: Http, server: Loopback) -> None:
    server.script = [Reply(drop=True), Reply(drop=True)]
    assert get(client, server.url).content == BODY


def test_a_body_that_is_cut_off_is_tried_again(client: Http, server: Loopback) -> None:
    server.script = [Reply(200, BODY, cut=5)]
    assert get(client, server.url).content == BODY
    assert len(server.requests) == 2


def test_a_body_that_is_always_shorter_than_declared_is_reported(client: Http, server: Loopback) -> None:
    server.script = [Reply(200, BODY, declared=999)] * 3
    with pytest.raises(Unreachable, match="RemoteProtocolError"):
        get(client, server.url)


def test_a_host_that_falls_silent_is_abandoned(client: Http, server: Loopback) -> None:
    server.script = [Reply(200, BODY, stall=True)] * 3
    with pytest.raises(Unreachable, match="ReadTimeout"):
        get(client, server.url)


def test_a_host_that_drips_is_abandoned_when_the_time_of_all_is_over(server: Loopback) -> None:
    server.script = [Reply(200, b"x" * 10_000, drip=True)]
    with Http(Limits(read=5, total=0.2, tries=1)) as client, pytest.raises(Unreachable, match=r"within 0\.2 seconds"):
        get(client, server.url)


def test_a_closed_port_is_unreachable(client: Http) -> None:
    with Loopback(_answer) as server:
        url = server.url
    with pytest.raises(Unreachable, match="nothing listens on this port"):
        get(client, url)


def test_a_name_that_does_not_resolve_is_unreachable(client: Http) -> None:
    with pytest.raises(Unreachable, match="name of the host is not known"):
        get(client, "https://nowhere.invalid/x")


def test_a_port_that_does_not_speak_tls_is_reported(server: Loopback, client: Http) -> None:
    with pytest.raises(Unreachable, match="speaks https"):
        get(client, server.url.replace("http:", "https:"))


@pytest.mark.parametrize("url", ["https://[::1", "https://exa mple/", "https:///x", "ftp://127.0.0.1/x"])
def test_an_address_that_is_none_is_reported(url: str, client: Http) -> None:
    with pytest.raises((Unreachable, Refused)):
        get(client, url)


def test_a_body_in_gzip_is_unpacked(client: Http, server: Loopback) -> None:
    server.script = [Reply(200, gzip.compress(BODY, mtime=0), {"Content-Encoding": "gzip"})]
    assert get(client, server.url).content == BODY


@pytest.mark.parametrize(
    "body", [gzip.compress(BODY, mtime=0)[:-6], b"no gzip at all", gzip.compress(BODY, mtime=0)[:12]]
)
def test_a_broken_gzip_is_reported(body: bytes, client: Http, server: Loopback) -> None:
    server.script = [Reply(200, body, {"Content-Encoding": "gzip"})] * 3
    with pytest.raises(Unreachable, match=r"gzip|cut off"):
        get(client, server.url)


def test_an_encoding_that_we_did_not_ask_for_is_refused(client: Http, server: Loopback) -> None:
    server.script = [Reply(200, BODY, {"Content-Encoding": "br"})] * 3
    with pytest.raises(Unreachable, match="'br'"):
        get(client, server.url)


def test_a_declared_length_above_the_limit_is_refused_unread(client: Http, server: Loopback) -> None:
    server.script = [Reply(200, BODY, declared=1 << 30)]
    with pytest.raises(TooLarge, match="larger than"):
        get(client, server.url)
    assert len(server.requests) == 1


def test_a_gzip_bomb_stops_at_the_limit(client: Http, server: Loopback) -> None:
    bomb = gzip.compress(bytes(64 << 20))
    server.script = [Reply(200, bomb, {"Content-Encoding": "gzip"})]
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match="larger than"):
            get(client, server.url)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 16 << 20


def test_a_body_without_a_declared_length_is_counted_as_it_comes() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield bytes(1000)

    with pytest.raises(OverLimit, match="larger than 5,000 bytes"):
        list(read_body(endless(), "", "", 5000, Budget(5, 0)))
    assert taken == 6


@settings(deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=4), st.integers(1, 50))
def test_gzip_in_any_pieces_and_members_gives_the_bytes_that_went_in(members: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, members))
    chunks = [packed[start : start + size] for start in range(0, len(packed), size)]
    assert b"".join(read_body(chunks, "gzip", "", 1 << 20, Budget(60, 0))) == b"".join(members)


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=300), st.data())
def test_gzip_that_is_cut_anywhere_is_never_taken_for_whole(content: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(content, mtime=0)
    cut = data.draw(st.integers(1, len(packed) - 1))
    with pytest.raises(BrokenBody):
        list(read_body([packed[:cut]], "gzip", "", 1 << 20, Budget(60, 0)))


def test_a_redirect_to_http_is_refused(client: Http, server: Loopback) -> None:
    server.script = [Reply(302, headers={"Location": f"{server.url}/elsewhere"})]
    with pytest.raises(Refused, match="not https"):
        get(client, server.url)
    assert len(server.requests) == 1


def test_a_redirect_from_https_to_http_is_refused(client: Http, server: Loopback) -> None:
    secure = Loopback(lambda _: Reply(301, headers={"Location": server.url}), tls=True)
    with secure, pytest.raises(Refused, match="not https"):
        get(client, secure.url)
    assert server.requests == []


@pytest.mark.parametrize("target", ["file:///etc/passwd", "https://", "//", "https://[::1", "data:,x"])
def test_a_redirect_to_what_is_no_address_is_refused(target: str, client: Http, server: Loopback) -> None:
    server.script = [Reply(302, headers={"Location": target})]
    with pytest.raises(Refused):
        get(client, server.url)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_https_is_followed(status: int, client: Http, server: Loopback) -> None:
    with Loopback(_answer, tls=True) as secure:
        server.script = [Reply(status, headers={"Location": f"{secure.url}/new"})]
        answer = get(client, server.url)
    assert (answer.content, answer.url) == (BODY, f"{secure.url}/new")


def test_a_relative_redirect_stays_on_https(client: Http) -> None:
    with Loopback(_answer, tls=True) as secure:
        secure.script = [Reply(302, headers={"Location": "../b"})]
        assert get(client, f"{secure.url}/a/a").content == BODY
        assert secure.paths() == ["/a/a", "/b"]


def test_redirects_in_a_circle_end(client: Http) -> None:
    with Loopback(lambda request: Reply(302, headers={"Location": request.path}), tls=True) as secure:
        with pytest.raises(Refused, match="more than 3 redirects"):
            get(client, f"{secure.url}/x")
        assert len(secure.requests) == 4


def test_the_token_is_dropped_on_the_way_to_another_host(client: Http) -> None:
    with Loopback(_answer, tls=True) as other, Loopback(_answer, tls=True) as api:
        api.script = [Reply(302, headers={"Location": f"{other.url}/file"})]
        secret = make_credential(api.url, "Authorization", "Bearer s3cret", "GITHUB_TOKEN")
        assert client.send(Asked(f"{api.url}/repos", credentials=(secret,))).content == BODY
        assert api.requests[0].headers["authorization"] == "Bearer s3cret"
        assert "authorization" not in other.requests[0].headers


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        (f"{GITHUB_API}/repos/a/b", True),
        (f"{GITHUB_RAW}/a/b/main/x.json", True),
        ("http://api.github.com/repos/a/b", False),
        ("https://api.github.com:8443/", False),
        ("https://api.github.com.evil.example/", False),
        ("https://evil.example/https://api.github.com/", False),
        ("https://api.github.com@evil.example/", False),
        ("https://example.com/spec.json", False),
    ],
)
def test_the_token_is_for_github_over_https_only(url: str, sent: bool) -> None:
    found = read_hosts({"GITHUB_TOKEN": "s3cret"}).credentials
    assert {each.value for each in found} == {"Bearer s3cret"}
    assert any(origin_of(each.url) == origin_of(url) for each in found) == sent


def test_the_token_of_an_enterprise_server_is_not_for_github_com() -> None:
    hosts = read_hosts({"GITHUB_API_URL": "https://git.example.com/api/v3", "GITHUB_TOKEN": "s3cret"})
    assert hosts.raw is None
    assert [each.url for each in hosts.credentials] == ["https://git.example.com/api/v3"]


def test_no_secret_is_in_any_error_or_repr(client: Http, server: Loopback) -> None:
    url = server.url.replace("http://", "http://user:s3cret@") + "/x?token=s3cret#s3cret"
    echo = b'{"message": "no s3cret for you", "errors": ["Bearer s3cret"]}'
    replies = [Reply(status, echo) for status in (401, 403, 404, 418, 422)]
    secret = make_credential(server.url, "Authorization", "Bearer s3cret", "GITHUB_TOKEN")
    for reply in (*replies, Reply(302, headers={"Location": url})):
        server.script = [reply]
        with pytest.raises((BadToken, Refused, NotFound)) as caught:
            client.send(Asked(url, credentials=(secret,)))
        assert "s3cret" not in f"{caught.value} {caught.value!r} {caught.value.__cause__}"
    assert len(server.requests) == 6
    assert {each.headers["authorization"] for each in server.requests} == {"Bearer s3cret"}
    assert "s3cret" not in f"{secret!r} {Asked(url, credentials=(secret,))!r}"
    assert shown(url) == f"{server.url}/x"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_an_address_is_shown_in_printable_letters(url: str) -> None:
    assert shown(f"https://example.com/{url}").isprintable()


def test_a_certificate_that_nobody_vouches_for_is_refused(
    client: Http, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path_factory.mktemp("empty")))
    with Loopback(_answer, tls=True) as secure, pytest.raises(Unreachable, match="certificate"):
        get(client, secure.url)


def test_a_proxy_of_the_environment_is_used(client: Http, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", server.url)
    assert get(client, "http://spec.invalid/openapi.json").content == BODY
    assert urlsplit(server.requests[0].target).hostname == "spec.invalid"


def test_a_host_in_no_proxy_is_asked_directly(client: Http, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert get(client, server.url).content == BODY


def test_a_proxy_that_nothing_listens_at_is_named_without_its_password(
    client: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Loopback(_answer) as closed:
        address = closed.url.removeprefix("http://")
    monkeypatch.setenv("HTTPS_PROXY", f"http://ann:secret@{address}")
    named = r"the way there is the proxy http://127\.0\.0\.1:.*nothing listens"
    with pytest.raises(Unreachable, match=named) as caught:
        get(client, "https://spec.invalid/openapi.json")
    assert "secret" not in str(caught.value)


def test_a_proxy_that_refuses_https_is_named(client: Http, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", server.url)
    with pytest.raises(Unreachable, match="proxy"):
        get(client, "https://spec.invalid/openapi.json")
