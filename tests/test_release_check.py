"""What .ci/release-check says of a commit: the same by hand and in the release workflow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.repositories import git

SCRIPT = Path(__file__).parents[1] / ".ci/release-check"
CHANGELOG = "# Changelog\n\n## Unreleased\n\n## 1.2.0\n\n- More.\n\n## 1.1.0\n\n- Less.\n"


def check(folder: Path, *tag: str) -> tuple[int, str]:
    """Exit status, and what was said."""
    done = subprocess.run([sys.executable, SCRIPT, *tag], cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def commit(folder: Path, version: str, changelog: str = CHANGELOG) -> None:
    (folder / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n', encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", version)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A repository with a release, 1.1.0, and a commit that is ready for 1.2.0."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for name, value in (("user.name", "Ann"), ("user.email", "ann@example.com")):
        git(tmp_path, "config", name, value)
    commit(tmp_path, "1.1.0")
    git(tmp_path, "tag", "v1.1.0")
    commit(tmp_path, "1.2.0")
    return tmp_path


def test_a_commit_that_is_ready_names_its_tag_before_and_after_tagging(folder: Path) -> None:
    head = git(folder, "rev-parse", "HEAD").strip()
    ready = (0, f"v1.2.0 releases nemogen 1.2.0 from commit {head}\n")
    assert check(folder) == ready
    git(folder, "tag", "v1.2.0")
    assert check(folder, "v1.2.0") == ready


@pytest.mark.parametrize(
    ("version", "changelog", "tag", "said"),
    [
        ("1.2.0", CHANGELOG, "v1.3.0", "the tag v1.3.0 does not name the version of pyproject.toml, 1.2.0"),
        ("1.2.0.dev3", CHANGELOG.replace("1.2.0", "1.2.0.dev3"), "", "1.2.0.dev3 is not of the form 1.2.3"),
        ("1.1.0rc1", CHANGELOG.replace("1.2.0", "1.1.0rc1"), "", "1.1.0rc1 is not higher than the last release, 1.1.0"),
        ("1.2.0", CHANGELOG.replace("Unreleased\n", "Unreleased\n\n- New.\n"), "", "what is under Unreleased"),
        ("1.3.0", CHANGELOG, "", "the newest section is not one of 1.3.0"),
        ("1.2.0", "# Changelog\n", "", "the newest section is not one of 1.2.0"),
    ],
)
def test_a_commit_that_is_not_ready_is_refused(folder: Path, version: str, changelog: str, tag: str, said: str) -> None:
    (folder / "other").touch()  # so that there is something to commit
    commit(folder, version, changelog)
    status, text = check(folder, *filter(None, [tag]))
    assert (status, text.count("error: ")) == (1, 1)
    assert said in text


def test_a_release_names_the_account_of_its_repository(folder: Path) -> None:
    urls = '[project.urls]\nSource = "https://github.com/OWNER/nemogen"\nDocs = "https://ann.example/nemogen"\n'
    (folder / "pyproject.toml").write_text(f'[project]\nversion = "1.2.0"\n\n{urls}', encoding="utf-8")
    git(folder, "commit", "--quiet", "--all", "--message", "Say where")
    assert check(folder) == (
        1,
        "error: pyproject.toml: replace OWNER in the URLs (Source) with the account of the repository\n",
    )


def test_a_release_is_committed_tagged_once_and_a_part_of_main(folder: Path) -> None:
    git(folder, "tag", "v1.2.0", "HEAD~1")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    (folder / "CHANGELOG.md").write_text(CHANGELOG + "\n- Least.\n", encoding="utf-8")
    status, text = check(folder, "v1.2.0")
    assert status == 1
    assert [
        each
        for each in ("differ from the commit", "names another commit", "not a part of origin/main")
        if each not in text
    ] == []
