"""Commits to branches that are not checked out; pushes to and fetches from a remote.

A commit is built from git objects alone: the user's files, index and branch are not touched, and hooks for commits do
not run (those for pushes do).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from nemogen.errors import GitError, Location
from nemogen.light_dataclasses import dataclass
from nemogen.publish.files import Changes
from nemogen.publish.git import Repository
from nemogen.publish.git_index import using
from nemogen.publish.git_process import HOOKED, NETWORK, literal, user_locale
from nemogen.temporary_folders import temporary_folder
from nemogen.text_safety import spelt

_OURS = "Nemogen-Tree"
_LENGTH_SHA256 = 64
_REMOTE = "Check git remote -v, the network and git's credentials for it."


class PushRejected(GitError):
    """The remote has commits that are not expected there. Fetch and review them first."""


class PushRefused(GitError):
    """The remote rejects this push: a protected branch, a hook, missing rights."""


@dataclass(frozen=True, slots=True)
class Tip:
    """A commit, its tree, its first parent, and whether its content is exactly what nemogen wrote."""

    commit: str
    tree: str
    parent: str | None
    untouched: bool


def tip(repository: Repository, commit: str) -> Tip:
    """Read a commit of this clone. Raises GitError."""
    form = f"%T%n%P%n%(trailers:key={_OURS},valueonly,separator=%x2C)"
    lines = repository.git("show", "--no-patch", f"--format={form}", commit, failure="no such commit").line.split("\n")
    tree, parents, signature = (*lines, "", "")[:3]
    parent, *others = parents.split() or [""]
    return Tip(commit, tree, parent or None, untouched=signature == tree and not others)


def commit_on(repository: Repository, base: str, changes: Changes, message: str) -> Tip:
    """Make a commit on top of `base` (a commit) in which the paths of `changes` (relative to the project) have this
    content, or are removed (None). No branch moves. A trailer records the tree, so that `tip` can see later whether
    somebody else changed it. Raises GitError.
    """
    tree = _tree(repository, base, changes)
    sign = repository.git("config", "--type=bool", "--default=false", "commit.gpgSign").line == "true"
    arguments = ("commit-tree", *(["-S"] if sign else []), "-p", base, "-F", "-", tree)
    text = f"{message.rstrip()}\n\n{_OURS}: {tree}\n"
    made = repository.git(*arguments, stdin=text.encode(), failure="git cannot make the commit", timeout=HOOKED)
    return Tip(made.line, tree, base, untouched=True)


def holds(repository: Repository, commit: str, changes: Changes) -> bool:
    """Whether the paths of `changes` already have the wanted content in `commit`. Raises GitError."""
    return _tree(repository, commit, changes) == repository.resolve_tree(commit)


def differs(repository: Repository, one: str, other: str, paths: Iterable[str]) -> bool:
    """Whether any of `paths` differs between two commits. Raises GitError."""
    named = [literal(path) for path in paths]
    outcome = repository.git("diff-tree", "--quiet", "--no-ext-diff", one, other, "--", *named)
    if outcome.status not in (0, 1):
        where = Location(str(repository.project))
        remedy = "In a shallow clone, run git fetch --unshallow."
        raise GitError(f"git cannot compare two commits: {outcome.errors}", where=where, remedy=remedy)
    return outcome.status == 1


def _tree(repository: Repository, base: str, changes: Changes) -> str:
    present = _entries(repository, base)
    no_object = "0" * len(base)
    # Records of git-update-index(1) --index-info. Removals come first: a folder may become a file.
    records = [f"0 {no_object}\t{repository.prefix}{path}" for path, content in changes.items() if content is None]
    for path, content in changes.items():
        if content is not None:
            full = f"{repository.prefix}{path}"
            mode, blob = present.get(full, ("", ""))
            # Most files of a package are those of the branch: git need not be started for each of them.
            blob = blob if blob == _blob_id(content, len(base)) else _blob(repository, path, content)
            records.append(f"{'100755' if mode == '100755' else '100644'} {blob}\t{full}")
    stdin = "".join(f"{record}\0" for record in records).encode(errors="surrogateescape")
    with temporary_folder() as folder:
        index = using(folder / "index")
        repository.git("read-tree", base, environ=index, failure="git cannot read the branch")
        failure = "git cannot add the files"
        repository.git("update-index", "-z", "--index-info", stdin=stdin, environ=index, failure=failure)
        return repository.git("write-tree", environ=index, failure="git cannot write the tree").line


def _blob(repository: Repository, path: str, content: bytes) -> str:
    # The path selects the filters (line ends, large files) of .gitattributes.
    arguments = ("hash-object", "-w", "--stdin", f"--path={path}")
    return repository.git(*arguments, stdin=content, failure=f"git cannot store {spelt(path)}").line


def _blob_id(content: bytes, length: int) -> str:
    """The id of content as it is, unfiltered, in a repository whose ids have this length: SHA-1, or SHA-256."""
    object_ = b"blob %d\0" % len(content) + content
    hashed = hashlib.sha256(object_) if length == _LENGTH_SHA256 else hashlib.sha1(object_, usedforsecurity=False)
    return hashed.hexdigest()


def _entries(repository: Repository, base: str) -> Mapping[str, tuple[str, str]]:
    """Mode and id of the content of each file of a commit, by its path."""
    listing = repository.git("ls-tree", "-r", "-z", "--full-tree", base, failure="git cannot list the branch").text
    entries = (line.split("\t", 1) for line in listing.split("\0") if line)
    return {path: (mode, blob) for meta, path in entries for mode, _, blob in [meta.split(" ")]}


def local_head(repository: Repository, branch: str) -> str | None:
    """The commit of a local branch, None if it does not exist."""
    outcome = repository.git("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
    return None if outcome.status else outcome.line


def move_branch(repository: Repository, branch: str, commit: str, expected: str | None) -> None:
    """Move a local branch that is not checked out to `commit`, if it is at `expected` (None: it does not exist).

    Raises GitError.
    """
    ref = f"refs/heads/{branch}"
    repository.git("check-ref-format", ref, failure=f"{spelt(branch)} is not a valid branch name")
    used = repository.git("for-each-ref", "--format=%(worktreepath)", ref).line
    if used:
        raise GitError(
            f"the branch {spelt(branch)} is checked out",
            where=Location(used),
            remedy="Switch to another branch there.",
        )
    arguments = ("update-ref", "-m", "nemogen", ref, commit, expected or "0" * len(commit))
    repository.git(*arguments, failure="git cannot move the branch")


def remote_url(repository: Repository, remote: str) -> str:
    """The URL that pushes to `remote` go to. Raises GitError."""
    arguments = ("remote", "get-url", "--push", remote)
    return repository.git(*arguments, failure=f"remote {spelt(remote)} not found", remedy=_REMOTE).line


def default_branch(repository: Repository, remote: str) -> str:
    """The branch that the remote's HEAD names. Raises GitError."""
    arguments = ("ls-remote", "--symref", remote, "HEAD")
    listing = repository.git(*arguments, timeout=NETWORK, failure="the remote does not respond", remedy=_REMOTE).text
    found = re.search(r"^ref: refs/heads/(.+)\tHEAD$", listing, re.MULTILINE)
    if not found:
        raise GitError(
            "the remote does not name its default branch",
            where=Location(spelt(remote)),
            remedy="Pass the base branch explicitly.",
        )
    return found[1]


def remote_heads(repository: Repository, remote: str, *patterns: str, timeout: float = NETWORK) -> Mapping[str, str]:
    """The remote's branches that match (a pattern may end in `*`), with their commits. Raises GitError."""
    refs = [f"refs/heads/{pattern}" for pattern in patterns]
    arguments = ("ls-remote", remote, *refs)
    listing = repository.git(*arguments, timeout=timeout, failure="the remote does not respond", remedy=_REMOTE).text
    pairs = (line.split("\t", 1) for line in listing.splitlines())
    return {ref.removeprefix("refs/heads/"): commit for commit, ref in pairs}


def fetch(repository: Repository, remote: str, *commits_or_branches: str) -> None:
    """Fetch the objects; no file and no branch of the user changes. Raises GitError."""
    quiet = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules")
    repository.git(*quiet, remote, *commits_or_branches, timeout=NETWORK, failure="git cannot fetch", remedy=_REMOTE)


def push(repository: Repository, remote: str, branch: str, commit: str) -> None:
    """Push `commit` to `branch` as an ordinary push, which never drops commits.

    Raises PushRejected if the remote has moved, PushRefused if it rejects this push for good, GitError.
    """
    _push(repository, remote, f"{commit}:refs/heads/{branch}")


def push_own(repository: Repository, remote: str, branch: str, commit: str | None, expected: str | None) -> None:
    """Move our own remote branch, last seen at `expected` (None: it did not exist), to `commit`;
    None removes it. Raises as `push`; PushRejected if it has changed since.
    """
    lease = f"--force-with-lease=refs/heads/{branch}:{expected or ''}"
    _push(repository, remote, f"{commit or ''}:refs/heads/{branch}", lease)


def _push(repository: Repository, remote: str, refspec: str, *options: str) -> None:
    outcome = repository.git(
        *("push", "--porcelain", *options, remote, refspec), environ=user_locale(), timeout=NETWORK + HOOKED
    )
    if not outcome.status:
        return
    said = "\n".join(part for part in (outcome.errors, _rejections(outcome.text)) if part)
    where = Location(spelt(refspec.rpartition(":")[2].removeprefix("refs/heads/")))
    if re.search(r"\[rejected\]|\[remote rejected\] \((?:cannot lock ref|failed to update ref)", outcome.text):
        raise PushRejected(
            f"the remote branch has moved in the meantime: {said}",
            where=where,
            remedy="Run git pull --rebase, then run the command again. The commit is kept locally.",
        )
    if "[remote rejected]" in outcome.text:
        raise PushRefused(
            f"the remote rejected the push: {said}",
            where=where,
            remedy="If the branch is protected, use --pull-request, or ask somebody with push rights.",
        )
    raise GitError(f"git cannot push: {said}", where=where, remedy=_REMOTE)


def _rejections(output: str) -> str:
    return "\n".join(spelt(line.partition("\t")[2]) for line in output.splitlines() if line.startswith("!"))
