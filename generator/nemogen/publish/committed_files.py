"""Reads files and their contents from commits, with one git process for many files."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from nemogen.document import Files
from nemogen.publish.git import Repository
from nemogen.publish.git_process import literal

_REGULAR = ("100644", "100755")


def list_files(repository: Repository, commit: str, *folders: str) -> Mapping[str, str]:
    """The regular files of `commit` in these folders (or at these paths), relative to the project, with their blobs.

    Symbolic links and submodules are skipped. Raises GitError.
    """
    if not folders:
        return {}
    arguments = (
        "ls-tree",
        "-r",
        "-z",
        "--full-tree",
        commit,
        "--",
        *(f"{repository.prefix}{each}" for each in folders),
    )
    listing = repository.git(*arguments, failure="git cannot list what was committed").text
    found = {}
    for line in filter(None, listing.split("\0")):
        # git-ls-tree(1): "<mode> <type> <object>", a tab, the path.
        entry, _, path = line.partition("\t")
        mode, _, blob = entry.split(" ")
        if mode in _REGULAR:
            found[path.removeprefix(repository.prefix)] = blob
    return found


def read_files(repository: Repository, commit: str, paths: Iterable[str]) -> Files:
    """The content of those of `paths` (relative to the project) that `commit` holds. Raises GitError."""
    names = {f"{commit}:{repository.prefix}{path}": path for path in paths if "\n" not in path}
    return {names[name]: content for name, content in read_objects(repository, names).items()}


def read_objects(repository: Repository, names: Iterable[str]) -> Files:
    """The content of the objects with these names; missing ones are skipped. Raises GitError."""
    wanted = [name for name in names if "\n" not in name]
    stdin = "".join(f"{name}\n" for name in wanted).encode(errors="surrogateescape")
    failure = "git cannot read what was committed"
    output = io.BytesIO(repository.git("cat-file", "--batch", stdin=stdin, failure=failure).output)
    found: dict[str, bytes] = {}
    for name in wanted:
        # git-cat-file(1): "<object> blob <size>", a line feed, the content, a line feed; or "<name> missing".
        head = output.readline().rstrip(b"\n")
        if not head.endswith(b" missing"):
            content = output.read(int(head.rpartition(b" ")[2]))
            output.read(1)
            if head.split(b" ")[1] == b"blob":
                found[name] = content
    return found


def last_change(repository: Repository, path: str, commit: str) -> str | None:
    """The last commit up to `commit` that changed `path`; None if this clone has none. Raises GitError."""
    arguments = ("log", "-1", "--format=%H", commit, "--", literal(path))
    return repository.git(*arguments, failure="git cannot read the history").line or None


def merge_base(repository: Repository, commit: str) -> str | None:
    """The merge base of `commit` and the current branch, or the current commit if none is known."""
    return repository.git("merge-base", "HEAD", commit).line or repository.head()
