"""A repository as GitHub's hosts see it: commits in a line, each with all its files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Commit:
    """A state of all files; `sha` depends on everything before it."""

    sha: str
    files: Mapping[str, bytes]
    message: str
    date: str
    parent: Commit | None


@dataclass(slots=True)
class Repository:
    """`name` is owner/name. `branches` maps a branch to its newest commit."""

    name: str
    private: bool = False
    branches: dict[str, Commit] = field(default_factory=dict)

    def commit(self, changes: Mapping[str, bytes | None], message: str = "change", branch: str = "main") -> Commit:
        """Add a commit that writes the given files, or removes those whose content is None."""
        parent = self.branches.get(branch)
        files = {**(parent.files if parent else {}), **changes}
        kept = {path: content for path, content in files.items() if content is not None}
        number = 1 + len(self.log(branch))
        text = f"{parent.sha if parent else ''}{message}{number}{sorted(kept.items())}"
        sha = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
        commit = Commit(sha, kept, message, f"2026-01-{number:02}T10:00:00Z", parent)
        self.branches[branch] = commit
        return commit

    def find(self, ref: str) -> Commit | None:
        """The commit of a branch, `refs/heads/` and branch, or a full commit."""
        branch = self.branches.get(ref.removeprefix("refs/heads/"))
        if branch:
            return branch
        return next((commit for name in self.branches for commit in self.log(name) if commit.sha == ref), None)

    def log(self, ref: str) -> list[Commit]:
        """The commit and all before it, newest first."""
        commit = self.branches.get(ref) or (self.find(ref) if len(ref) == 40 else None)
        commits = []
        while commit:
            commits.append(commit)
            commit = commit.parent
        return commits


def blob(content: bytes) -> str:
    """git's hash of a file."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
