"""Git as the tests use it themselves, beside the code that they look at."""

from __future__ import annotations

import subprocess
from pathlib import Path

SETTINGS = """\
[user]
	name = Tester
	email = tester@example.org
[init]
	defaultBranch = main
	templateDir =
[gc]
	auto = 0
[maintenance]
	auto = false
[receive]
	autogc = false
"""
"""The configuration of a user: an identity; no sample hooks in new repositories, and nothing that tidies up after each
commit or push, which would be a process more."""


def git(folder: Path, *arguments: str, status: int = 0) -> str:
    """Run git, expect this status, and return what it printed."""
    outcome = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert outcome.returncode == status, outcome.stderr
    return outcome.stdout.strip()


def initialise(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")


def hook(folder: Path, name: str, script: str) -> None:
    """Install a shell script as a hook of the repository (bare or not) in `folder`."""
    hooks = folder / ("hooks" if (folder / "HEAD").exists() else ".git/hooks")
    hooks.mkdir(exist_ok=True)
    (hooks / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (hooks / name).chmod(0o755)


def committed(folder: Path, ref: str = "HEAD") -> list[str]:
    """The lines of `git show --name-status` of one commit: what it changed."""
    return git(folder, "show", "--format=", "--name-status", "--no-renames", ref).splitlines()


def status(folder: Path) -> list[str]:
    return git(folder, "status", "--porcelain", "--untracked-files=all").splitlines()


def conflict(folder: Path, path: str) -> None:
    """Leave a merge in progress in which `path` is in conflict."""
    start = git(folder, "branch", "--show-current")
    git(folder, "switch", "--quiet", "-c", "other")
    (folder / path).write_text("theirs\n", encoding="utf-8")
    git(folder, "commit", "-qam", "theirs")
    git(folder, "switch", "--quiet", start)
    (folder / path).write_text("mine\n", encoding="utf-8")
    git(folder, "commit", "-qam", "mine")
    git(folder, "merge", "other", status=1)
