"""`nemogen release`: what is built, tagged and proposed, and what is refused."""

from __future__ import annotations

import io
import json
import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

import jsonschema
import pytest

from nemogen.errors import ConfigError
from nemogen.source.published import dump_published, parse_published
from tests.commands import documents
from tests.commands.workshop import SCHEMA, Workshop
from tests.publish import gitlab_server, pulls_server
from tests.publish.repositories import committed, git
from tests.pythons import other_environments

PUBLISHED = "specs/shop/published.toml"


def distributions(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def sdist_names(content: bytes) -> set[str]:
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


@pytest.mark.slow
def test_wheel_and_sdist_are_the_same_bytes_whoever_builds_them(local: Workshop, tmp_path: Path) -> None:
    report = local.report("release", "shop", status=0)
    built = distributions(local.root / "dist")
    assert sorted(built) == ["shop-0.1.0-py3-none-any.whl", "shop-0.1.0.tar.gz"]
    assert {each["name"] for each in report["apis"][0]["tables"]["release"]["files"]} == set(built)
    (local.root / "generated/shop/src/shop/left-over.py").write_text("", encoding="utf-8")
    git(local.root, "stash", "--quiet", "--include-untracked")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(local.root), str(clone))
    before = os.umask(0o077)
    try:
        done = Workshop(clone, {}).run("release", "--output", "out", PYTHONHASHSEED="7", TZ="Pacific/Apia", LC_ALL="C")
    finally:
        os.umask(before)
    assert done.status == 0, done
    assert distributions(clone / "out") == built


@pytest.mark.slow
def test_every_python_builds_the_same_bytes(local: Workshop, tmp_path: Path) -> None:
    if not (environments := other_environments()):
        pytest.skip("no environment of another Python beside this one")
    assert local.run("release").status == 0
    for environment in environments:
        output = tmp_path / environment.name
        command = [str(environment / "bin/nemogen"), "release", "--output", str(output)]
        subprocess.run(command, cwd=local.root, capture_output=True, check=True)
        assert distributions(output) == distributions(local.root / "dist"), environment.name


@pytest.mark.slow
def test_the_sdist_is_the_whole_package_and_the_wheel_has_its_sbom(local: Workshop) -> None:
    assert local.run("release").status == 0
    built = distributions(local.root / "dist")
    package = {path.removeprefix("generated/shop/") for path in git(local.root, "ls-files", "generated").split("\n")}
    assert package <= sdist_names(built["shop-0.1.0.tar.gz"])
    with zipfile.ZipFile(io.BytesIO(built["shop-0.1.0-py3-none-any.whl"])) as wheel:
        assert wheel.testzip() is None
        sbom = json.loads(wheel.read("shop-0.1.0.dist-info/sboms/nemogen.cdx.json"))
        recorded = {line.split(",")[0] for line in wheel.read("shop-0.1.0.dist-info/RECORD").decode().splitlines()}
        assert recorded == set(wheel.namelist())
    assert sbom["specVersion"] == "1.6"
    assert {each["name"] for each in sbom["components"]} >= {"httpx2", "pydantic"}
    assert sbom["metadata"]["component"]["purl"] == "pkg:pypi/shop@0.1.0"
    spec = sbom["metadata"]["component"]["externalReferences"][0]
    assert spec["hashes"] == [{"alg": "SHA-256", "content": local.lock()["pin"]}]


@pytest.mark.slow
def test_a_tag_has_the_changelog_and_builds_the_same_later(local: Workshop) -> None:
    bare = local.add_remote()
    done = local.run("release", "--tag", "--push")
    assert done.status == 0, done
    first = distributions(local.root / "dist")
    assert done.out.splitlines()[-1] == "next: twine upload " + " ".join(f"dist/{name}" for name in sorted(first))
    tag = git(bare, "for-each-ref", "--format=%(refname) %(contents)", "refs/tags")
    assert tag.startswith("refs/tags/shop-v0.1.0 shop 0.1.0\n\n## 0.1.0")
    local.write("notes.txt", "the user's")
    local.commit()
    assert local.run("release", "--tag", "--push").status == 0
    assert distributions(local.root / "dist") == first
    assert local.states("release", "--approved", status=0) == {"release": "skipped"}


@pytest.mark.parametrize(
    ("path", "content", "status", "said"),
    [
        ("generated/shop/README.md", "mine", 4, "generated/shop/README.md: it is not committed"),
        ("specs/shop/overlay.yaml", "x", 4, "specs/shop/overlay.yaml: it is not committed"),
    ],
)
def test_what_is_not_committed_is_not_released(
    local: Workshop, path: str, content: str, status: int, said: str
) -> None:
    local.write(path, content)
    done = local.run("release")
    assert (done.status, said.partition(": ")[2] in done.out, path in done.out) == (status, True, True), done
    assert not (local.root / "dist").exists()


def test_a_package_that_is_not_up_to_date_is_not_released(local: Workshop) -> None:
    local.write("generated/shop/README.md", "mine")
    local.commit()
    report = local.report("release", status=1)
    states = {each["name"]: each["state"] for each in report["apis"][0]["subjects"]}
    assert (states["generated"], states["release"]) == ("modified by hand", "outdated")
    assert not (local.root / "dist").exists()


def test_a_file_is_no_folder_for_distributions(local: Workshop) -> None:
    done = local.run("release", "--output", "docs/shop.json")
    assert (done.status, "--output is a file" in done.out) == (4, True), done


def test_options_that_contradict_each_other_are_refused(local: Workshop) -> None:
    assert local.run("release", "--push").status == 2
    assert local.run("release", "--pull-request", "--tag").status == 2


def test_a_release_is_proposed_once_and_superseded_by_the_next_version(local: Workshop) -> None:
    bare = local.add_remote()
    with pulls_server.serving(bare) as server:
        environment = {"GITHUB_API_URL": server.url, "GITHUB_REPOSITORY": pulls_server.REPOSITORY}
        environment["GITHUB_TOKEN"] = pulls_server.TOKEN
        for _ in range(2):
            done = local.run("release", "--pull-request", **environment)
            assert done.status == 0, done
        (pull,) = server.pulls
        assert (pull["title"], pull["head"]["ref"]) == ("chore(shop): release 0.1.0", "nemogen-release/shop/0-1-0")
        assert "### Added" in pull["body"]
        assert committed(bare, pull["head"]["ref"]) == [f"A\t{PUBLISHED}"]
        local.write("docs/shop.json", documents.MORE)
        local.commit()
        assert local.run("sync").status == 0
        refused = local.run("release", "--pull-request", **environment)
        assert refused.status == 4, refused
        assert "another package" in refused.out
        git(local.root, "push", "--quiet", "origin", "main")
        assert local.run("release", "--pull-request", **environment).status == 0
        assert server.open_heads() == ["nemogen-release/shop/0-1-1"]
        assert "0.1.0" in server.pulls[1]["body"]


def test_a_sync_does_not_close_the_proposal_of_a_release(local: Workshop) -> None:
    with gitlab_server.serving(local.add_remote()) as server:
        assert local.run("release", "--pull-request", **server.environment).status == 0
        local.write("docs/shop.json", documents.MORE)
        local.commit()
        git(local.root, "push", "--quiet", "origin", "main")
        assert local.run("sync", "--pull-request", **server.environment).status == 0
        assert sorted(head.partition("/")[0] for head in server.open_heads()) == ["nemogen", "nemogen-release"]


def test_only_what_is_approved_is_due(local: Workshop) -> None:
    local.add_remote()
    assert "no version is approved" in local.run("release", "--approved").out
    local.write(PUBLISHED, dump_published("0.0.9"))
    local.write("generated/shop/README.md", "mine")  # what is not due need not be up to date
    local.commit()
    done = local.run("release", "--approved", "--tag", "--push")
    assert done.status == 0, done
    assert "0.0.9 is approved, and the package is 0.1.0" in done.out
    assert not (local.root / "dist").exists()


def test_the_approved_version_is_read_as_it_is_written() -> None:
    assert parse_published(dump_published("10.0.3"), "published.toml") == "10.0.3"


@pytest.mark.parametrize(
    "text", ["", "version = 1", 'version = "1.0"', 'version = "1.0.0"\nx = 1', 'version = "1.0.0rc1"', "version ="]
)
def test_a_version_that_cannot_be_read_is_said_with_its_file(text: str) -> None:
    with pytest.raises(ConfigError, match=r"published\.toml"):
        parse_published(text.encode(), "specs/shop/published.toml")


def test_the_status_as_json_keeps_to_the_schema(local: Workshop) -> None:
    report = json.loads(local.run("status", "--format", "json").out)
    jsonschema.validate(report, SCHEMA)
    assert [each["name"] for each in report["apis"]] == ["shop"]
