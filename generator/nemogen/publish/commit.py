"""A commit on the branch that is checked out: only nemogen's paths, with the user's index and hooks respected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from nemogen.errors import GitError, Location, Problem
from nemogen.interrupts import deferred
from nemogen.publish.files import digest_of
from nemogen.publish.git import Change, Repository
from nemogen.publish.git_index import Staged, find_locks, prepare_private, restore_users, stage_in_users, using
from nemogen.publish.git_process import HOOKED, literal, user_locale
from nemogen.publish.project_lock import make_private
from nemogen.temporary_folders import held_folder
from nemogen.text_safety import spelt

_REMEDY: Final = "Commit, stash or revert it; --no-commit leaves the commit to you."


def ensure_can_commit(
    repository: Repository,
    paths: Iterable[str],
    *,
    ours: Mapping[str, str | None] | None = None,
    untracked: bool = False,
    remedies: Mapping[str, str] | None = None,
) -> None:
    """Reject, before anything is generated, what would block the commit of `paths` (files or folders) later.

    `ours` is what nemogen wrote and could not commit yet (`write.written_files`): such a file is not a
    foreign change. Untracked files count only with `untracked`. `remedies` say how to go on with some of the files, by
    path. Raises GitError with every obstacle.
    """
    known = ours or {}
    foreign = [
        Problem(
            f"the file has uncommitted changes that nemogen did not make ({change.kind})",
            Location(spelt(change.path)),
            (remedies or {}).get(change.path, _REMEDY),
        )
        for change in repository.changes(paths)
        if (change.kind != "untracked" or untracked) and not _is_ours(repository, change, known)
    ]
    problems = [*_state_problems(repository), *_identity_problems(repository), *find_locks(repository), *foreign]
    if problems:
        raise GitError.of(problems)


def commit_paths(
    repository: Repository, paths: Iterable[str], message: str, removed: Collection[str] = ()
) -> str | None:
    """Commit these files as they are in the work tree, without those in `removed` whatever is there, and nothing
    else; the new commit, or None if nothing differs.

    What the user has staged in other files stays staged and out of the commit. Raises GitError, with the output of the
    hook that rejected it; the index is then unchanged. Once the commit is made, nothing raises: a later Ctrl-C
    waits for the end of the `deferred` block that this is called in.
    """
    wanted = tuple(paths)
    _refuse_ignored(repository, wanted)
    changes = repository.changes((*wanted, *removed))
    staged = Staged(tuple(each.path for each in changes if each.path not in removed), tuple(removed))
    if not staged.paths:
        return None
    # What a user staged at the path of a removed file stays staged.
    kept = {each.path for each in changes if each.path in removed and each.index in "AM"}
    in_users = replace(staged, removed=tuple(path for path in staged.removed if path not in kept))
    with deferred() as interrupts, held_folder(make_private(repository.project)) as private:
        index, head = private.path / "index", repository.head()
        prepare_private(repository, index, head, staged)
        before = stage_in_users(repository, in_users)
        try:
            with interrupts.allowed():
                _commit(repository, index, message, private.descriptor)
        except BaseException as error:  # whatever stopped it: the user's index is restored unless the commit was made
            if not _is_made(repository, index, head, staged):
                restore_users(repository, before)
                raise
            # git failed after it, by a later hook or by Ctrl-C, which `deferred` raises again at the end.
            if not isinstance(error, GitError | KeyboardInterrupt):
                raise
        return repository.resolve("HEAD")


def _commit(repository: Repository, index: Path, message: str, lock: int) -> None:
    """Commit a private index. git and its hooks hold the lock of its folder: it is not cleaned up while they run."""
    # Only the user's index references what the user staged: a garbage collection would not see it here.
    settings = ("-c", "gc.auto=0", "-c", "maintenance.auto=false")
    repository.git(
        *(*settings, "commit", "--quiet", "--cleanup=whitespace", f"--message={message}"),
        environ={**user_locale(), **using(index)},
        timeout=HOOKED,
        inherited=(lock,),
        failure="git rejected the commit",
    )


def _is_made(repository: Repository, index: Path, before: str | None, staged: Staged) -> bool:
    """Whether the commit was made, although git failed afterwards: by Ctrl-C or a later hook."""
    head = repository.head()
    if head is None or head == before:
        return False
    named = map(literal, staged.paths)
    arguments = ("diff-index", "--cached", "--quiet", "--no-ext-diff", head, "--", *named)
    return repository.git(*arguments, environ=using(index)).status == 0


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
            f"git has no author for the commit: {outcome.errors.splitlines()[-1]}",
            Location(str(repository.top)),
            'Set it: git config user.name "…" and git config user.email "…".',
        )
    ]


def _refuse_ignored(repository: Repository, paths: Iterable[str]) -> None:
    present = "\0".join(path for path in paths if (repository.project / path).exists())
    if not present:
        return
    found = repository.git("check-ignore", "--verbose", "-z", "--stdin", stdin=present.encode(errors="surrogateescape"))
    fields = found.text.split("\0")
    rows = zip(fields[0::4], fields[1::4], fields[2::4], fields[3::4], strict=False)
    problems = [
        Problem(
            f"git ignores this file because of {spelt(f'{source}:{line}: {pattern}')}",
            Location(spelt(path)),
            "Narrow that rule, or add an exception that begins with !",
        )
        for source, line, pattern, path in rows
        if not pattern.startswith("!")
    ]
    if problems:
        raise GitError.of(problems)
