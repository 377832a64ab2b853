"""The whole loop, from a document on GitHub to a commit."""

from __future__ import annotations

import json

import pytest

from nemogen.reserved_names import is_reserved
from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import SPEC_PATH, Workshop
from tests.publish.repositories import committed, git, status
from tests.servers.github_api import RATE_LIMITED
from tests.servers.loopback import Reply


def test_a_first_sync_commits_pin_lock_releases_and_package_and_nothing_else(
    workshop: Workshop, upstream: Upstream
) -> None:
    workshop.write("notes.txt", "not committed yet\n")
    git(workshop.root, "add", "notes.txt")
    done = workshop.run("sync", "shop")
    assert done.status == 0, done
    names = [line.partition("\t")[2] for line in committed(workshop.root)]
    beside = [f"specs/shop/{name}" for name in ("lock.json", "names.toml", "openapi.json", "releases.json")]
    assert [name for name in names if not name.startswith("generated/shop/")] == beside
    assert {"generated/shop/pyproject.toml", "generated/shop/CHANGELOG.md"} < set(names)
    assert status(workshop.root) == ["A  notes.txt"]
    assert (workshop.root / "specs/shop/openapi.json").read_bytes() == documents.FIRST
    source = workshop.lock()["source"]
    assert source["commit"] == upstream.repository.branches["main"].sha
    assert source["commit"] in source["url"]
    assert workshop.version() == "0.1.0"


def test_an_unchanged_upstream_is_asked_on_condition_and_nothing_is_committed(
    synced: Workshop, upstream: Upstream
) -> None:
    before, head = synced.tree(), synced.head()
    states = synced.states("sync", status=0)
    assert states["upstream"] == "up to date"
    (asked,) = upstream.raw.requests
    assert asked.headers["if-none-match"] == synced.lock()["source"]["etag"]
    assert (synced.tree(), synced.head()) == (before, head)


def test_other_prose_raises_the_patch_version_and_says_docs_only(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.DOCS)
    states = synced.states("sync", status=0)
    assert (states["upstream"], states["source"]) == ("docs only", "up to date")
    assert synced.version() == "0.1.1"
    assert git(synced.root, "log", "-1", "--format=%s").startswith("docs(shop): ")


def package(workshop: Workshop) -> dict[str, bytes]:
    return {path: content for path, content in workshop.tree().items() if path.startswith("generated/")}


@pytest.mark.slow
@pytest.mark.parametrize("content", [documents.REORDERED, documents.FIRST + b"\n"], ids=["order", "white space"])
def test_a_document_that_means_the_same_changes_no_file_of_the_package(
    synced: Workshop, upstream: Upstream, content: bytes
) -> None:
    before, origin = package(synced), provenance(synced)
    commit = upstream.push(content)
    done = synced.run("sync")
    assert done.status == 0, done
    assert package(synced) == before
    assert committed(synced.root) == ["M\tspecs/shop/lock.json", "M\tspecs/shop/openapi.json"]
    assert git(synced.root, "log", "-1", "--format=%s") == "chore(shop): update the pinned spec"
    assert synced.lock()["source"]["commit"] == commit.sha
    assert synced.run("check", "--full").status == 0
    assert synced.run("sync").out.count("nothing to commit") == 1
    commit = upstream.push(documents.MORE)
    assert synced.run("sync").status == 0
    assert provenance(synced) == {
        **origin,
        "commit": commit.sha,
        "url": synced.lock()["source"]["url"],
        "sha256": synced.lock()["pin"],
    }
    assert synced.run("check", "--full").status == 0


def provenance(workshop: Workshop) -> dict[str, str]:
    found: dict[str, str] = json.loads((workshop.root / "generated/shop/src/shop/provenance.json").read_bytes())
    assert sorted(found) == ["commit", "path", "repository", "sha256", "url"]
    return found


def test_no_file_of_the_package_knows_the_versions_of_the_tools(synced: Workshop) -> None:
    versions = [version for tool, version in synced.lock()["tools"].items() if tool != "nemogen"]
    assert versions
    for path, content in package(synced).items():
        assert not [version for version in versions if version.encode() in content], path


def test_a_property_more_is_additive_and_told_in_commit_and_changelog(synced: Workshop, upstream: Upstream) -> None:
    commit = upstream.push(documents.MORE)
    states = synced.states("sync", status=0)
    assert (states["upstream"], states["source"]) == ("additive", "additive")
    assert synced.version() == "0.1.1"
    message = git(synced.root, "log", "-1", "--format=%B")
    assert message.startswith("feat(shop): ")
    assert f"at {commit.sha}" in message
    assert "Version of the package: 0.1.1" in message
    changelog = (synced.root / "generated/shop/CHANGELOG.md").read_text(encoding="utf-8")
    first, second = changelog.index("## 0.1.1"), changelog.index("## 0.1.0")
    assert "colour" in changelog[first:second]


def test_a_breaking_change_is_held_back_and_nothing_is_written(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.LESS)
    before, head = synced.tree(), synced.head()
    document = synced.report("sync", status=1)
    (api,) = document["apis"]
    states = {subject["name"]: subject for subject in api["subjects"]}
    assert states["upstream"]["state"] == "breaking"
    assert "nothing was written" in states["commit"]["why"]
    assert api["level"] == "breaking"
    assert "next: nemogen sync shop --accept breaking" in synced.run("sync").out
    assert (synced.tree(), synced.head()) == (before, head)


def test_an_accepted_breaking_change_is_committed_with_the_version_that_it_asks_for(
    synced: Workshop, upstream: Upstream
) -> None:
    upstream.push(documents.LESS)
    done = synced.run("sync", "--accept", "breaking")
    assert done.status == 0, done
    assert synced.version() == "0.2.0"
    message = git(synced.root, "log", "-1", "--format=%B")
    assert message.startswith("feat(shop)!: ")
    assert "BREAKING CHANGE: " in message
    assert not any("create" in name for name in committed(synced.root) if name.startswith("A"))
    assert synced.run("sync").status == 0
    assert synced.version() == "0.2.0"


def test_what_was_pushed_by_mistake_and_taken_back_in_between_is_no_change(
    synced: Workshop, upstream: Upstream
) -> None:
    before, head = synced.tree(), synced.head()
    upstream.push(documents.LESS)
    upstream.push(documents.FIRST)
    assert synced.states("sync", status=0)["upstream"] == "up to date"
    assert (synced.tree(), synced.head()) == (before, head)


@pytest.mark.slow
def test_what_was_synced_and_then_taken_back_is_a_release_of_its_own(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    assert synced.run("sync").status == 0
    upstream.push(documents.FIRST)
    assert synced.states("sync", status=0)["upstream"] == "risky"
    assert [row["version"] for row in _releases(synced)] == ["0.1.2", "0.1.1", "0.1.0"]


def test_a_document_that_is_no_spec_any_more_is_refused_and_nothing_is_written(
    synced: Workshop, upstream: Upstream
) -> None:
    upstream.push(documents.NO_SPEC)
    before = synced.tree()
    done = synced.run("sync")
    assert done.status == 3, done
    assert "paths is a JSON list" in done.out
    assert synced.tree() == before


def test_a_document_that_moved_is_found_and_not_followed_unasked(synced: Workshop, upstream: Upstream) -> None:
    upstream.move("reference/shop.json")
    before = synced.tree()
    done = synced.run("sync")
    assert done.status == 1, done
    assert "moved to another path" in done.out
    assert "reference/shop.json (100% equal)" in done.out
    assert synced.tree() == before


def test_a_path_that_was_corrected_after_a_move_is_synced_without_a_new_contract(
    synced: Workshop, upstream: Upstream
) -> None:
    moved = upstream.move("reference/shop.json")
    settings = (synced.root / "specs/shop/api.toml").read_text(encoding="utf-8")
    synced.write("specs/shop/api.toml", settings.replace(SPEC_PATH, "reference/shop.json"))
    done = synced.run("sync")
    assert done.status == 0, done
    assert synced.lock()["source"]["path"] == "reference/shop.json"
    assert synced.lock()["source"]["commit"] == moved.sha


def test_a_document_that_is_gone_is_said_to_be_gone(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(b"other\n", "README.md")
    upstream.push(None)
    before = synced.tree()
    assert synced.states("sync", status=1) == {"upstream": "removed"}
    assert synced.tree() == before


def test_a_rate_limit_of_the_api_leaves_the_commit_unknown_and_the_bytes_are_taken(
    workshop: Workshop, upstream: Upstream
) -> None:
    upstream.api.answer = lambda _: RATE_LIMITED
    done = workshop.run("sync", "--verbose")
    assert done.status == 0, done
    assert "the commit is unknown" in done.out
    source = workshop.lock()["source"]
    assert source["commit"] is None
    assert "/main/" in source["url"]


def test_a_host_that_refuses_for_good_is_not_checked_and_nothing_is_written(
    synced: Workshop, upstream: Upstream
) -> None:
    upstream.always(RATE_LIMITED)
    before = synced.tree()
    done = synced.run("sync")
    assert done.status == 4, done
    assert "rate limited until 2100-01-01" in done.out
    assert synced.tree() == before


def test_a_network_that_is_down_is_said_and_nothing_is_written(synced: Workshop, upstream: Upstream) -> None:
    upstream.always(Reply(drop=True))
    before = synced.tree()
    done = synced.run("sync")
    assert done.status == 4, done
    assert "--offline" in done.out
    assert synced.tree() == before


def test_a_new_commit_upstream_with_the_same_bytes_is_no_news(synced: Workshop, upstream: Upstream) -> None:
    head = synced.head()
    upstream.push(b"other\n", "README.md")
    upstream.push(documents.DOCS)
    upstream.push(documents.FIRST)
    assert synced.run("sync").status == 0
    assert synced.head() == head


def test_generating_twice_raises_the_version_once(local: Workshop) -> None:
    local.write("specs/shop/openapi.json", documents.MORE)
    assert local.run("generate").status == 0
    first = local.tree()
    assert local.version() == "0.1.1"
    assert local.run("generate").status == 0
    assert local.tree() == first
    local.write("specs/shop/openapi.json", documents.LESS)
    assert local.run("generate").status == 0
    assert local.version() == "0.2.0"
    local.write("specs/shop/openapi.json", documents.FIRST)
    assert local.run("generate").status == 0
    assert status(local.root) == []


def versions(workshop: Workshop) -> list[str]:
    """The versions of releases.json, newest first."""
    value = json.loads((workshop.root / "specs/shop/releases.json").read_bytes())
    return [each["version"] for each in value["releases"]]


def test_two_syncs_in_a_row_give_each_version_once(local: Workshop) -> None:
    for content in (documents.MORE, documents.LESS):
        local.write("docs/shop.json", content)
        assert local.run("sync", "--accept", "breaking").status == 0
    assert versions(local) == ["0.2.0", "0.1.1", "0.1.0"]


def test_without_its_lock_a_package_keeps_its_releases(local: Workshop) -> None:
    (local.root / "specs/shop/lock.json").unlink()
    local.commit()
    assert local.run("sync").status == 0
    assert (local.version(), versions(local)) == ("0.1.0", ["0.1.0"])
    (local.root / "specs/shop/lock.json").unlink()
    local.commit()
    local.write("docs/shop.json", documents.MORE)
    assert local.run("sync").status == 3, "nobody knows whether the package was edited"
    assert local.run("sync", "--force").status == 0
    assert (local.version(), versions(local)) == ("0.1.1", ["0.1.1", "0.1.0"])


def test_a_lock_that_is_older_than_the_releases_gives_no_version_twice(local: Workshop) -> None:
    lock = (local.root / "specs/shop/lock.json").read_bytes()
    local.write("docs/shop.json", documents.MORE)
    assert local.run("sync").status == 0
    local.write("specs/shop/lock.json", lock)
    local.commit()
    local.write("docs/shop.json", documents.DOCS)
    assert local.run("sync", "--force", "--accept", "breaking").status == 0
    found = versions(local)
    assert found[1:] == ["0.1.1", "0.1.0"]
    assert found[0] not in found[1:]


def test_a_version_that_a_merge_left_twice_is_refused(local: Workshop) -> None:
    value = json.loads((local.root / "specs/shop/releases.json").read_bytes())
    local.write("specs/shop/releases.json", json.dumps({**value, "releases": value["releases"] * 2}).encode())
    done = local.run("sync")
    assert done.status == 3
    assert "0.1.0 appears twice" in done.out


def test_a_pin_that_was_fetched_first_is_judged_against_what_was_committed(
    synced: Workshop, upstream: Upstream
) -> None:
    upstream.push(documents.LESS)
    fetched = synced.states("fetch", status=0)
    assert fetched == {"upstream": "breaking", "source": "breaking"}
    assert synced.states("check", "--offline", status=1)["lock"] == "outdated"
    states = synced.states("sync", "--offline", status=1)
    assert (states["upstream"], states["pin"], states["commit"]) == ("skipped", "breaking", "outdated")
    states = synced.states("sync", "--accept", "breaking", status=0)
    assert states["pin"] == "breaking"
    assert synced.version() == "0.2.0"


def test_fetch_with_dry_run_says_what_changed_and_keeps_the_pin(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.DOCS)
    before = synced.tree()
    assert synced.states("fetch", "--dry-run", status=1) == {"upstream": "docs only", "source": "up to date"}
    assert synced.tree() == before
    assert synced.states("fetch", status=0) == {"upstream": "docs only", "source": "up to date"}
    assert synced.tree() == {**before, "specs/shop/openapi.json": documents.DOCS}


def test_without_a_commit_the_files_are_written_and_left_to_the_user(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.LESS)
    head = synced.head()
    done = synced.run("sync", "--no-commit")
    assert done.status == 0, done
    assert synced.head() == head
    assert synced.version() == "0.2.0"
    assert any(line.endswith("specs/shop/lock.json") for line in status(synced.root))


@pytest.mark.slow
def test_no_file_has_a_name_that_windows_keeps_and_the_other_name_is_reported(local: Workshop) -> None:
    responses = {"200": {"description": "Fine.", "content": {"application/json": {"schema": {"type": "string"}}}}}
    paths = {f"/{name}": {"get": {"responses": responses}} for name in ("aux", "con", "NUL", "com1")}
    local.write("docs/shop.json", documents.text(documents.shop(paths=paths)))
    local.write(
        "tests/recordings/shop/aux_.retrieve/prn_.json",
        json.dumps(
            {
                "origin": "written",
                "note": "Ours.",
                "request": {"method": "GET", "path": "/v1/aux", "headers": {}},
                "response": {"status": 200, "headers": {"content-type": "application/json"}, "body": {"json": "x"}},
            }
        ),
    )
    local.commit()
    done = local.run("sync", "--verbose")
    assert done.status == 0, done
    assert "the module of client.aux is aux_.py" in done.out
    written = git(local.root, "ls-files").splitlines()
    assert "generated/shop/src/shop/resources/aux_.py" in written
    assert "generated/shop/tests/contract/recordings/aux_.retrieve/prn_.json" in written
    assert not [path for path in written for part in path.split("/") if is_reserved(part)]
    assert local.states("check", "--offline", "--full", status=0)["recordings"] == "ok"


def test_of_two_apis_of_which_one_fails_the_other_is_done_and_the_status_says_so(
    workshop: Workshop, upstream: Upstream
) -> None:
    workshop.write("specs/another/api.toml", '[source]\nfile = "docs/another.json"\n')
    workshop.write("docs/another.json", documents.NO_SPEC)
    workshop.commit()
    document = workshop.report("sync", status=3)
    assert {api["name"]: api["verdict"] for api in document["apis"]} == {"another": "at fault", "shop": "clean"}
    assert workshop.version("shop") == "0.1.0"
    assert not (workshop.root / "generated/another").exists()
    assert not (workshop.root / "specs/another/openapi.json").exists()
    document = workshop.report("check", "--offline", status=1)
    assert {api["name"]: api["verdict"] for api in document["apis"]} == {"another": "drifted", "shop": "skipped"}
    assert upstream.raw.requests


def _releases(workshop: Workshop) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads((workshop.root / "specs/shop/releases.json").read_bytes())["releases"]
    return rows
