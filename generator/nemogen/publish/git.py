"""A git repository: its commits and branches, the files it tracks, and what changed in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nemogen.errors import GitError, Location, Problem
from nemogen.light_dataclasses import dataclass
from nemogen.publish.git_process import LOCAL, Outcome, literal, run
from nemogen.redact import presentable

_LOCK = re.compile(r"'([^'\n]+\.lock)': File exists")
"""git's message if another git process, or a killed one, holds the lock."""

_IN_PROGRESS = {
    "MERGE_HEAD": "a merge",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "BISECT_LOG": "a bisect",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A path (relative to the project) that differs from the last commit; `index` and `tree` as in `git status`."""

    path: str
    index: str
    tree: str

    @property
    def kind(self) -> str:
        if self.index == "?":
            return "untracked"
        if "U" in self.index + self.tree or self.index + self.tree in ("AA", "DD"):
            return "in conflict"
        if self.index != "." and self.tree != ".":
            return "staged, and changed again"
        if self.index != ".":
            return "staged"
        return "deleted" if self.tree == "D" else "changed"


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that changed a file: `date` is the committer's, ISO 8601; `blob` is None where the file was removed."""

    commit: str
    date: str
    path: str
    blob: str | None


@dataclass(frozen=True, slots=True)
class Repository:
    """A git work tree and the folder in it that nemogen works on; all paths are relative to that folder.

    `prefix` is the folder's own path in the work tree: empty, or ending in /.
    """

    project: Path
    top: Path
    prefix: str
    git_dir: Path

    @classmethod
    def find(cls, project: Path) -> Repository:
        """The repository that `project` is in. Raises GitError: no git, no repository, a bare one, not trusted."""
        outcome = run(project, "rev-parse", "--show-toplevel", "--absolute-git-dir", "--show-prefix")
        if outcome.status:
            raise GitError(
                f"not a git work tree ({outcome.errors})",
                where=Location(str(project)),
                remedy="Run git init here; a sync with --no-commit needs none.",
            )
        top, git_dir, prefix = outcome.text.split("\n")[:3]
        return cls(project, Path(top), prefix, Path(git_dir))

    @classmethod
    def find_clone(cls, folder: Path) -> Repository:
        """The repository of a clone, for reading: a whole work tree, or a bare one. Raises GitError."""
        outcome = run(folder, "rev-parse", "--is-bare-repository", "--absolute-git-dir")
        is_bare, _, git_dir = outcome.line.partition("\n")
        if outcome.status or is_bare != "true":
            return cls.find(cls.find(folder).top)
        return cls(Path(git_dir), Path(git_dir), "", Path(git_dir))

    def git(
        self,
        *arguments: str,
        stdin: bytes = b"",
        environ: Mapping[str, str] | None = None,
        timeout: float = LOCAL,
        inherited: tuple[int, ...] = (),
        failure: str = "",
        remedy: str = "Fix what git reports, then run the command again.",
    ) -> Outcome:
        """Run git in the project's folder. A status other than 0 raises GitError with `failure` and git's message;
        without `failure` the outcome is returned as it is. `inherited` are open files that git and its hooks inherit.
        """
        outcome = run(self.project, *arguments, stdin=stdin, environ=environ, timeout=timeout, inherited=inherited)
        if outcome.status and failure:
            if lock := _LOCK.search(outcome.errors):
                raise GitError.of((lock_problem(lock[1]),))
            words = outcome.errors or presentable(outcome.line) or f"git ended with status {outcome.status}"
            raise GitError(f"{failure}: {words}", where=Location(str(self.project)), remedy=remedy)
        return outcome

    def head(self) -> str | None:
        """The commit that is checked out; None before the first one."""
        outcome = self.git("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return None if outcome.status else outcome.line

    def resolve(self, ref: str) -> str:
        """The commit (40 or 64 hex digits) that `ref` resolves to. Raises GitError."""
        outcome = self.git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if outcome.status:
            raise GitError(
                f"there is no commit {presentable(ref)}",
                where=Location(str(self.project)),
                remedy="Name a commit, branch or tag that is in this clone; git fetch gets those of the remote.",
            )
        return outcome.line

    def resolve_tree(self, commit: str) -> str:
        """The id of a commit's tree. Raises GitError."""
        return self.git("rev-parse", "--verify", f"{commit}^{{tree}}", failure="there is no such commit").line

    def show(self, ref: str, path: str) -> bytes:
        """The content of `path` at `ref`, unfiltered. Raises GitError."""
        commit = self.resolve(ref)
        return self.git(
            "cat-file",
            "blob",
            f"{commit}:{self.prefix}{path}",
            failure=f"{presentable(path)} is not in {presentable(ref)}",
            remedy="Name a file as git ls-tree -r --name-only lists it.",
        ).output

    def branch(self) -> str | None:
        """The branch that is checked out; None on a detached HEAD."""
        outcome = self.git("symbolic-ref", "--quiet", "--short", "HEAD")
        return None if outcome.status else outcome.line

    def in_progress(self) -> str | None:
        """The operation that the user has not finished: "a merge", "a rebase"…"""
        return next((words for name, words in _IN_PROGRESS.items() if (self.git_dir / name).exists()), None)

    def history(self, path: str, ref: str = "HEAD") -> tuple[Revision, ...]:
        """The commits up to `ref` that changed `path`, newest first, followed over renames. Raises GitError."""
        form = ("--format=%H %cI", "--raw", "--no-abbrev", "-z", "--diff-merges=first-parent")
        arguments = ("log", "--follow", *form, self.resolve(ref), "--", literal(path))
        log = self.git(*arguments, failure="git cannot read the history").text
        return tuple(self._revisions(iter(log.split("\0"))))

    def _revisions(self, fields: Iterator[str]) -> Iterator[Revision]:
        """A commit and its date, then git-diff's raw format: modes, blobs and status, then the path or both paths."""
        commit = date = ""
        for field in map(str.strip, fields):
            if field.startswith(":"):
                _, _, _, blob, status = field.split(" ")
                names = [next(fields) for _ in range(2 if status[0] in "RC" else 1)]
                yield Revision(commit, date, names[-1].removeprefix(self.prefix), blob if blob.strip("0") else None)
            elif field:
                commit, date = field.split(" ")

    def read_blob(self, blob: str) -> bytes:
        """The content of a blob in this repository. Raises GitError."""
        return self.git("cat-file", "blob", blob, failure=f"there is no blob {presentable(blob)}").output

    def is_shallow(self) -> bool:
        """Whether the clone has only a part of the history."""
        return self.git("rev-parse", "--is-shallow-repository").line == "true"

    def files(self, paths: Iterable[str]) -> tuple[str, ...]:
        """The files at these paths or below them that git tracks, or would if they were added."""
        named = map(literal, paths)
        listed = ("ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *named)
        return tuple(dict.fromkeys(filter(None, self.git(*listed, failure="git cannot list files").text.split("\0"))))

    def changes(self, paths: Iterable[str]) -> tuple[Change, ...]:
        """What differs from the last commit in these files and folders, untracked files included; writes nothing."""
        named = [literal(path) for path in paths]
        if not named:
            return ()
        options = ("--porcelain=v2", "-z", "--untracked-files=all", "--no-renames")
        quiet = {"GIT_OPTIONAL_LOCKS": "0"}
        found = self.git("status", *options, "--", *named, environ=quiet, failure="git cannot list what changed")
        return tuple(self._change(line) for line in found.text.split("\0") if line)

    def _change(self, line: str) -> Change:
        """One line of git-status(1), porcelain format 2."""
        if line.startswith("? "):
            return Change(line[2:].removeprefix(self.prefix), "?", "?")
        fields = line.split(" ", 10 if line.startswith("u ") else 8)
        return Change(fields[-1].removeprefix(self.prefix), fields[1][0], fields[1][1])


def lock_problem(lock: str) -> Problem:
    """The error for a git lock that is in the way: only a person can know whether it is in use, so it is kept."""
    what = "the git lock exists: another git process is running, or one was killed"
    return Problem(what, Location(lock), "Wait until it has finished; if no git is running, remove this file.")
