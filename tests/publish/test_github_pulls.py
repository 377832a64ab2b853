"""What GitHub's answers lead to, and that the token goes nowhere else."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from nemogen.errors import CouldNot, NetworkError
from nemogen.http.client import Http
from nemogen.http.forge import RemoteAddress, remote_address
from nemogen.http.forges import find_forge
from nemogen.http.github_pulls import GitHubPulls
from nemogen.http.limits import Limits
from nemogen.redact import presentable
from tests.publish.pulls_server import REPOSITORY, TOKEN, Answer, GitHubServer, connected, serving


def ask(github: GitHubServer) -> tuple[int, list[float]]:
    """How many open pull requests there are, and how long was waited."""
    waits: list[float] = []
    with Http(sleep=waits.append) as http:
        return len(connected(http, github.url).open_pulls("", "main")), waits


def test_all_pages_are_read(github: GitHubServer) -> None:
    for number in range(7):
        github.add(f"nemogen/toy/{number}")
    github.page_size = 3
    assert ask(github) == (7, [])
    assert len(github.requests) == 3


def test_pages_without_end_are_abandoned(github: GitHubServer) -> None:
    for number in range(60):
        github.add(f"nemogen/toy/{number}")
    github.page_size = 1
    with pytest.raises(NetworkError, match="more than 50 pages"):
        ask(github)


@pytest.mark.parametrize(
    ("answer", "message", "remedy"),
    [
        (Answer(401, {"message": "Bad credentials"}), "401 Unauthorized .* GITHUB_TOKEN: Bad credentials", "expired"),
        (Answer(403, {"message": "Resource not accessible by integration"}), "403 .* GITHUB_TOKEN", "permissions"),
        (Answer(404, {"message": "Not Found"}), "404 .* GITHUB_TOKEN: Not Found", "GITHUB_REPOSITORY"),
        (Answer(410, {"message": "Gone"}), "410 Gone .*: Gone", "address"),
        (Answer(200, "<html>"), "not what GitHub's API returns", "proxies"),
        (Answer(200, {"not": "a list"}), "not what GitHub's API returns", "proxies"),
        (Answer(200, [{"number": 1}]), r"returns: 0\.\w+: Field required", "proxies"),
        (Answer(200, [3]), "not what GitHub's API returns", "proxies"),
        (Answer(404, "<html>"), "404", "GITHUB_REPOSITORY"),
        (Answer(400, [1]), "returned 400 Bad Request", "later"),
    ],
)
def test_an_answer_that_does_not_help_is_explained(
    github: GitHubServer, answer: Answer, message: str, remedy: str
) -> None:
    github.faults = [answer]
    with pytest.raises(NetworkError, match=message) as caught:
        ask(github)
    assert caught.value.exit_code == 4
    assert remedy in caught.value.problems[0].remedy
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("status", [403, 429])
def test_a_short_wait_that_github_asks_for_is_kept(github: GitHubServer, status: int) -> None:
    github.faults = [Answer(status, {"message": "secondary rate limit"}, {"Retry-After": "7"})]
    assert ask(github) == (0, [7.0])


def test_a_long_wait_is_reported_instead_of_kept(github: GitHubServer) -> None:
    github.faults = [Answer(429, {"message": "slow down"}, {"Retry-After": "3600"})]
    with pytest.raises(NetworkError, match=r"rate limited until .* UTC \(429 Too Many Requests\): slow down"):
        ask(github)


def test_the_end_of_a_rate_limit_is_reported_by_github_s_clock(github: GitHubServer) -> None:
    headers = {
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "1000000900",
        "Date": "Sun, 09 Sep 2001 01:46:40 GMT",
    }
    github.faults = [Answer(403, {"message": "API rate limit exceeded"}, headers)]
    with Http(now=lambda: 1_700_000_000.0) as http, pytest.raises(NetworkError, match="until 2023-11-14 22:29 UTC"):
        connected(http, github.url).open_pulls("", "main")


def test_a_rate_limit_that_does_not_end_is_not_waited_for_without_end(github: GitHubServer) -> None:
    github.faults = [Answer(429, {}, {"Retry-After": "1"})] * 5
    with pytest.raises(NetworkError, match="rate limit"):
        ask(github)
    assert len(github.requests) == Limits().tries


def test_reading_is_tried_again_after_an_outage_but_opening_is_not(github: GitHubServer) -> None:
    github.faults = [Answer(502), Answer(503)]
    found, waits = ask(github)
    assert (found, len(waits)) == (0, 2)
    assert 0 < waits[0] < waits[1]
    github.faults = [Answer(502)]
    github.requests.clear()
    with Http() as http, pytest.raises(NetworkError, match="502"):
        connected(http, github.url).create(head="x", base="main", title="", body="", draft=False)
    assert len(github.requests) == 1


def test_a_repository_that_was_renamed_is_followed_with_method_and_content(github: GitHubServer) -> None:
    github.add("nemogen/toy/1")
    github.former_name = "octo/former"
    with Http() as http:
        client = connected(http, github.url, "octo/former")
        (pull,) = client.pulls_of("nemogen/toy/1")
        client.label(pull, frozenset({"a b/c"}), frozenset())
        assert github.pulls[0]["labels"] == [{"name": "a b/c"}]
        client.label(pull, frozenset(), frozenset({"a b/c", "never there"}))
    assert github.pulls[0]["labels"] == []


def test_the_token_is_not_sent_to_another_host(github: GitHubServer, bare: Path) -> None:
    with serving(bare) as elsewhere:
        for fault in (
            Answer(307, {}, {"Location": f"{elsewhere.url}/repos/{REPOSITORY}/pulls"}),
            Answer(200, [], {"Link": f'<{elsewhere.url}/repos/{REPOSITORY}/pulls?page=2>; rel="next"'}),
        ):
            github.faults = [fault]
            with pytest.raises(NetworkError, match="another host"):
                ask(github)
        assert elsewhere.requests == []


def test_redirects_without_end_are_abandoned(github: GitHubServer) -> None:
    github.faults = [Answer(302, {}, {"Location": f"/repos/{REPOSITORY}/pulls"})] * 9
    with pytest.raises(NetworkError, match="more than 5 redirects"):
        ask(github)


def test_a_server_that_is_not_there_is_reported_without_the_token(github: GitHubServer) -> None:
    with Http() as http:
        client = connected(http, "http://127.0.0.1:9")
        with pytest.raises(NetworkError, match="cannot be reached") as caught:
            client.pulls_of("x")
        assert TOKEN not in "".join(traceback.format_exception(caught.value)) + repr(client)
    assert github.requests == []


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://github.com/octo/clients.git", "github.com", "octo/clients"),
        ("https://github.com/octo/clients/", "github.com", "octo/clients"),
        ("https://user:secret@GitHub.com:443/octo/clients", "github.com", "octo/clients"),
        ("git@github.com:octo/clients.git", "github.com", "octo/clients"),
        ("github.com:octo/clients", "github.com", "octo/clients"),
        ("ssh://git@github.com/octo/clients.git", "github.com", "octo/clients"),
        ("ssh://git@ssh.github.com:443/octo/clients.git", "github.com", "octo/clients"),
        ("git://git.example.org/octo/clients.git", "git.example.org", "octo/clients"),
        ("git@git.example.org:octo/clients.v2.git", "git.example.org", "octo/clients.v2"),
    ],
)
def test_every_form_of_a_remote_is_read(url: str, host: str, path: str) -> None:
    assert remote_address(url) == RemoteAddress(host, path)


@pytest.mark.parametrize("url", ["/srv/git/clients.git", "../clients", "file:///srv/git/clients", "ext::sh -c x", ""])
def test_a_local_remote_is_on_no_host(url: str) -> None:
    assert remote_address(url) is None


@pytest.mark.parametrize(
    ("environ", "remote", "api", "repository"),
    [
        ({}, "git@github.com:octo/clients.git", "https://api.github.com", "octo/clients"),
        ({}, "https://acme.ghe.com/octo/clients", "https://api.acme.ghe.com", "octo/clients"),
        (
            {"GITHUB_API_URL": "https://git.acme.test/api/v3/"},
            "git@git.acme.test:a/b.git",
            "https://git.acme.test/api/v3",
            "a/b",
        ),
        ({"GITHUB_REPOSITORY": "acme/x"}, "https://github.com/octo/clients", "https://api.github.com", "acme/x"),
        ({"GITHUB_REPOSITORY": "a/b", "GITHUB_API_URL": "http://127.0.0.1:1"}, "/local", "http://127.0.0.1:1", "a/b"),
    ],
)
def test_the_forge_is_found(environ: dict[str, str], remote: str, api: str, repository: str) -> None:
    found = find_forge(Http(), {"GITHUB_TOKEN": TOKEN, **environ}, remote)
    assert isinstance(found, GitHubPulls)
    assert (found.api.base, found.repository) == (api, repository)
    assert [(each.url, each.value) for each in found.api.credentials] == [(api, f"Bearer {TOKEN}")]


@pytest.mark.parametrize(
    ("environ", "remote", "message"),
    [
        ({"GITHUB_TOKEN": ""}, "https://github.com/octo/clients", "no token"),
        ({}, "git@bitbucket.org:octo/clients.git", "on GitHub and GitLab only"),
        ({}, "https://codeberg.org/octo/clients.git", "on GitHub and GitLab only"),
        ({}, "https://gitlab.acme.test/octo/clients.git", "no token is sent to an unknown host"),
        ({}, "https://git.acme.test/octo/clients.git", "no token is sent to an unknown host"),
        ({}, "https://github.com.evil.test/octo/clients.git", "no token is sent to an unknown host"),
        ({}, "https://evil-ghe.com/octo/clients.git", "no token is sent to an unknown host"),
        ({}, "/srv/git/clients.git", "no token is sent to an unknown host"),
        ({"GITHUB_API_URL": "http://git.acme.test/api/v3"}, "https://git.acme.test/a/b", "over https only"),
        ({}, "https://github.com/octo", "which GitHub repository"),
        ({}, "https://github.com/octo/clients/x", "which GitHub repository"),
        ({"GITHUB_REPOSITORY": "../x"}, "https://github.com/octo/clients", "which GitHub repository"),
        ({"GITHUB_REPOSITORY": "x/.."}, "https://github.com/octo/clients", "which GitHub repository"),
        ({"GITHUB_REPOSITORY": "../x?"}, "https://github.com/octo/clients", "which GitHub repository"),
    ],
)
def test_what_is_no_forge_of_ours_is_reported(environ: dict[str, str], remote: str, message: str) -> None:
    with pytest.raises(CouldNot, match=message) as caught:
        find_forge(Http(), {"GITHUB_TOKEN": TOKEN, **environ}, remote)
    assert caught.value.problems[0].remedy


def test_a_token_of_the_environment_is_the_last_thing_that_a_message_shows() -> None:
    environ = {"AIMLAPI_API_KEY": "0123456789abcdef", "GITHUB_TOKEN": TOKEN, "SHORT_TOKEN": "a"}
    said = presentable(f"a key 0123456789abcdef and {TOKEN} at https://u:p@host/x ghs_abcdefghijklmnop", environ)
    assert said == "a key *** and *** at https://***@host/x ***"


def test_of_a_flood_of_words_the_end_is_kept() -> None:
    said = presentable("x\n" * 5000 + "the reason")
    assert said.startswith("…")
    assert said.endswith("the reason")
    assert len(said) < 2100


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://h/x.git?private_token=SECRET/1&a=b",
            "https://h/x.git#SECRET",
            "https://SECRET@h/x",
            "ssh://h?SECRET",
        ),
        *("https://user:SEC/RET@h/x", "https://us/er:SECRET@h:8443/x", "https://u:SEC:/?RET@h"),
    ],
)
def test_no_part_of_an_address_that_may_be_secret_is_shown(url: str) -> None:
    said = presentable(f"fatal: unable to access '{url}': see https://h:8443/a@b", {})
    assert "SEC" not in said
    assert "RET" not in said
    assert said.endswith("': see https://h:8443/a@b")
