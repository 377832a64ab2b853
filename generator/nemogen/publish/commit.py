"""A commit on the branch that is checked out: nemogen's paths alone, with the user's index and hooks respected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nemogen.errors import GitError, Location, Problem
from nemogen.publish.files import digest_of, printable
from nemogen.publish.git import HOOKED, Change, Repository, literal, user_locale

_FROM_STDIN = ("--pathspec-from-file=-", "--pathspec-file-nul")


def ensure_can_commit(
    repository: Repository,
    paths: Iterable[str],
    *,
    ours: Mapping[str, str | None] | None = None,
    untracked: bool = False,
) -> None:
    """Refuse, before anything is generated, what would spoil the commit of `paths` (files or folders) later.

    `ours` is what nemogen wrote and could not commit yet (`write.written_files`): a file that is just that is no
    foreign change. Untracked files count only with `untracked`. Raises GitError with every obstacle.
    """
    known = ours or {}
    foreign = [
        Problem(
            f"this file is {change.kind}, and not by nemogen",
            Location(printable(change.path)),
            "Commit it, stash it, or undo it; --no-commit leaves the commit to you.",
        )
        for change in repository.changes(paths)
        if (change.kind != "untracked" or untracked) and not _is_ours(repository, change, known)
    ]
    problems = [*_state_problems(repository), *_identity_problems(repository), *foreign]
    if problems:
        raise GitError.of(problems)


def commit_paths(repository: Repository, paths: Iterable[str], message: str) -> str | None:
    """Commit these files as they lie in the work tree, and nothing else; the new commit, or None where nothing differs.

    What the user has staged in other files stays staged and out of the commit. Raises GitError, with the words of the
    hook that refused; the index is then as it was.
    """
    wanted = tuple(paths)
    _refuse_ignored(repository, wanted)
    changes = repository.changes(wanted)
    if not changes:
        return None
    everything = _pathspecs(changes)
    new = _pathspecs(change for change in changes if change.kind == "untracked")
    try:
        if new:
            repository.git("add", "--intent-to-add", *_FROM_STDIN, stdin=new, failure="git cannot add the new files")
        repository.git(
            *("commit", "--quiet", "--only", "--cleanup=whitespace", f"--message={message}", *_FROM_STDIN),
            stdin=everything,
            environ=user_locale(),
            timeout=HOOKED,
            failure="git refused the commit",
        )
    except BaseException:
        if new:
            repository.git("rm", "--cached", "--quiet", "--force", "--ignore-unmatch", *_FROM_STDIN, stdin=new)
        raise
    return repository.resolve("HEAD")


def _is_ours(repository: Repository, change: Change, ours: Mapping[str, str | None]) -> bool:
    if change.path not in ours or change.kind in ("in conflict", "staged, and changed again"):
        return False
    return digest_of(repository.project / change.path) == ours[change.path]


def _state_problems(repository: Repository) -> list[Problem]:
    here = Location(str(repository.top))
    problems = []
    if busy := repository.in_progress():
        problems.append(Problem(f"{busy} is in progress", here, "Finish it or abort it (git status says how)."))
    if repository.git("ls-files", "--unmerged", "-z", str(repository.top)).output:
        problems.append(Problem("there are unresolved conflicts", here, "Resolve them (git status lists them)."))
    if repository.branch() is None and not busy:
        remedy = "Switch to a branch (git switch), or use --pull-request or --no-commit."
        problems.append(Problem("no branch is checked out (detached HEAD)", here, remedy))
    return problems


def _identity_problems(repository: Repository) -> list[Problem]:
    outcome = repository.git("var", "GIT_COMMITTER_IDENT")
    if not outcome.status:
        return []
    return [
        Problem(
            f"git does not know who commits: {outcome.errors.splitlines()[-1]}",
            Location(str(repository.top)),
            'Tell it: git config user.name "…" and git config user.email "…".',
        )
    ]


def _refuse_ignored(repository: Repository, paths: Iterable[str]) -> None:
    present = "\0".join(path for path in paths if (repository.project / path).exists())
    if not present:
        return
    found = repository.git("check-ignore", "--verbose", "-z", "--stdin", stdin=present.encode(errors="surrogateescape"))
    fields = found.text.split("\0")
    problems = [
        Problem(
            f"git is told to ignore this file, by {printable(f'{source}:{line}: {pattern}')}",
            Location(printable(path)),
            "Narrow that rule, or except the file with a rule that begins with !",
        )
        for source, line, pattern, path in zip(*(fields[start::4] for start in range(4)), strict=False)
        if not pattern.startswith("!")
    ]
    if problems:
        raise GitError.of(problems)


def _pathspecs(changes: Iterable[Change]) -> bytes:
    return b"".join(literal(change.path).encode(errors="surrogateescape") + b"\0" for change in changes)
