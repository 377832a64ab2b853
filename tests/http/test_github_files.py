from __future__ import annotations

from dataclasses import replace

import pytest

from nemogen.http.client import Http
from nemogen.http.failures import NotFound, RateLimited, Refused, UnexpectedResponse
from nemogen.http.github import GitHub, pages_url, read_hosts
from nemogen.http.github_files import Revision, read_revision, revisions, tree
from nemogen.source.moved_file import blob_hash, find_moved, search
from tests.http.conftest import SOURCE, SPEC
from tests.servers.github_api import GitHubApi
from tests.servers.loopback import Reply
from tests.servers.raw_host import RawHost
from tests.servers.repository import Repository, blob

LONG = b'{"openapi": "3.0.3", "paths": {' + b", ".join(b'"/path%d": {"get": {}}' % n for n in range(50)) + b"}}"


def test_the_history_holds_the_commits_that_touched_the_file_newest_first(
    github: GitHub, repository: Repository
) -> None:
    first = repository.branches["main"]
    repository.commit({"README.md": b"no spec"})
    second = repository.commit({SOURCE.path: LONG}, "more paths")

    assert list(revisions(github, SOURCE)) == [
        Revision(second.sha, SOURCE.path, "2026-01-03T10:00:00Z", "more paths"),
        Revision(first.sha, SOURCE.path, "2026-01-01T10:00:00Z", "the first"),
    ]


def test_the_history_goes_on_over_all_pages(github: GitHub, api: GitHubApi, repository: Repository) -> None:
    made = [repository.commit({SOURCE.path: SPEC + b" " * n}).sha for n in range(1, 251)]
    found = [revision.commit for revision in revisions(github, SOURCE)]
    assert found[:-1] == made[::-1]
    assert [request.query.get("page") for request in api.requests[:3]] == [None, "2", "3"]


def test_the_history_follows_renames(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: None, "b/openapi.json": SPEC}, "to b")
    repository.commit({"b/openapi.json": None, "c/spec.json": SPEC}, "to c")
    source = replace(SOURCE, path="c/spec.json")
    assert [(revision.path, revision.title) for revision in revisions(github, source)] == [
        ("c/spec.json", "to c"),
        ("b/openapi.json", "to b"),
        (SOURCE.path, "the first"),
    ]


def test_the_history_follows_a_move_that_also_changed_the_file(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: None, "b/openapi.json": LONG}, "to b, with more paths")
    source = replace(SOURCE, path="b/openapi.json")
    assert [revision.path for revision in revisions(github, source)] == ["b/openapi.json", SOURCE.path]


def test_a_file_that_moved_there_and_back_does_not_go_round_for_ever(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: None, "b/openapi.json": SPEC})
    repository.commit({"b/openapi.json": None, SOURCE.path: SPEC})
    assert len(list(revisions(github, SOURCE))) == 3


def test_each_revision_can_be_read(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: LONG})
    assert [read_revision(github, SOURCE, revision) for revision in revisions(github, SOURCE)] == [LONG, SPEC]


def test_a_revision_that_removed_the_file_is_gone(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: None})
    newest = next(revisions(github, SOURCE))
    with pytest.raises(NotFound):
        read_revision(github, SOURCE, newest)


def test_a_next_page_at_another_host_is_not_followed(github: GitHub, api: GitHubApi) -> None:
    row = b'[{"sha": "%s", "commit": {"message": "", "committer": null}}]' % (b"a" * 40)
    api.script = [Reply(200, row, {"Link": '<http://127.0.0.1:9/x>; rel="next"'})]
    found = revisions(github, SOURCE)
    assert next(found).commit == "a" * 40
    with pytest.raises(Refused, match="another host for the next page"):
        next(found)


@pytest.mark.parametrize("body", [b"nope", b"{}", b"[1]", b'[{"sha": 5, "commit": {}}]'])
def test_a_history_of_nonsense_is_reported(body: bytes, github: GitHub, api: GitHubApi) -> None:
    api.script = [Reply(200, body)]
    with pytest.raises(UnexpectedResponse, match="not what GitHub's API returns"):
        list(revisions(github, SOURCE))


def test_the_tree_of_a_branch_with_a_slash_is_listed(github: GitHub, repository: Repository) -> None:
    repository.commit({"x.json": SPEC}, branch="feature/new")
    assert [entry.path for entry in tree(github, replace(SOURCE, branch="feature/new")).entries] == ["x.json"]


def test_a_moved_file_is_found_by_its_hash_without_being_read(
    github: GitHub, repository: Repository, raw: RawHost
) -> None:
    repository.commit({SOURCE.path: None, "new/place/renamed.json": SPEC, "other.json": LONG})
    found = find_moved(github, SOURCE, SPEC)
    assert [(candidate.path, candidate.similarity) for candidate in found.candidates] == [("new/place/renamed.json", 1)]
    assert found.complete
    assert raw.requests == []


def test_of_equal_files_the_one_of_the_same_name_comes_first(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: None, "a.json": SPEC, "v2/openapi.json": SPEC})
    found = find_moved(github, SOURCE, SPEC)
    assert [candidate.path for candidate in found.candidates] == ["v2/openapi.json", "a.json"]


def test_a_file_that_moved_and_changed_is_found_by_its_words(github: GitHub, repository: Repository) -> None:
    changed = LONG.replace(b"/path7", b"/other7")
    repository.commit({SOURCE.path: None, "v2/openapi.json": changed, "v2/unlike.json": b'{"x": %s}' % (b"[1]" * 200)})
    found = find_moved(github, SOURCE, LONG)
    assert [candidate.path for candidate in found.candidates] == ["v2/openapi.json"]
    assert 0.9 < found.candidates[0].similarity < 1


def test_a_file_of_another_kind_or_size_is_not_proposed(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: None, "openapi.yaml": LONG + b" ", "big/other.json": LONG * 10})
    assert find_moved(github, SOURCE, LONG).candidates == ()


def test_a_list_that_github_cut_proves_nothing(github: GitHub, api: GitHubApi, repository: Repository) -> None:
    repository.commit({SOURCE.path: None, "a.json": b"1", "b.json": b"2"})
    api.most = 1
    found = find_moved(github, SOURCE, SPEC)
    assert (found.candidates, found.complete) == ((), False)


def test_a_candidate_that_cannot_be_read_does_not_hide_the_others(github: GitHub, repository: Repository) -> None:
    repository.commit({SOURCE.path: None, "a/openapi.json": LONG + b" ", "b/openapi.json": LONG + b"  "})
    listing = tree(github, SOURCE)
    found = search(listing, SOURCE.path, LONG, lambda path: None if path.startswith("a/") else LONG)
    assert [candidate.path for candidate in found.candidates] == ["b/openapi.json"]


def test_a_search_that_cannot_read_says_so_and_not_that_nothing_is_there(
    github: GitHub, raw: RawHost, repository: Repository
) -> None:
    repository.commit({SOURCE.path: None, "a/openapi.json": LONG + b" "})
    raw.script = [Reply(429, b"", {"Retry-After": "3600"})]
    with pytest.raises(RateLimited):
        find_moved(github, SOURCE, LONG)


def test_the_hash_is_that_of_git() -> None:
    assert blob_hash(b"hello\n") == "ce013625030ba8dba906f756967f9e9ca394464a" == blob(b"hello\n")


def test_a_listing_needs_the_token_of_a_private_repository(http: Http, repository: Repository) -> None:
    repository.private = True
    with GitHubApi(repository, token="s3cret") as api:
        with pytest.raises(NotFound):
            tree(GitHub.of(http, read_hosts({"GITHUB_API_URL": api.url})), SOURCE)
        hosts = read_hosts({"GITHUB_API_URL": api.url, "GITHUB_TOKEN": "s3cret"})
        assert tree(GitHub.of(http, hosts), SOURCE).complete


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "https://github.com"),
        ({"GITHUB_API_URL": "https://api.github.com/"}, "https://github.com"),
        ({"GITHUB_API_URL": "https://git.test/api/v3"}, "https://git.test"),
        ({"GITHUB_API_URL": "https://api.git.test", "GITHUB_SERVER_URL": "https://git.test/"}, "https://git.test"),
        ({"GITHUB_API_URL": "https://api.git.test"}, ""),
        ({"GITHUB_API_URL": "https://api.git.test", "GITHUB_SERVER_URL": "javascript:x) [a"}, ""),
    ],
)
def test_people_see_repositories_at_the_pages_of_their_server(environ: dict[str, str], expected: str) -> None:
    assert pages_url(environ) == expected
