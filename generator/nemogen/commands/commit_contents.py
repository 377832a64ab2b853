"""What a commit of an API holds, on top of a commit that is there already: everything that the package is made of."""

from __future__ import annotations

import os

from nemogen.commands.build import BuiltApi
from nemogen.commands.obsolete import obsolete_files
from nemogen.commands.own_files import kept_digests
from nemogen.publish.committed_files import list_files, read_files
from nemogen.publish.files import Changes
from nemogen.publish.git import Repository


def changes_on(base: str, since: str | None, made: BuiltApi, repository: Repository, changes: Changes) -> Changes:
    """Path to content (None: removed) of what has to differ from `base`, a commit, where `changes` are what differs
    from the disk. Inputs that are as they were at `since` are left as `base` has them. Raises GitError.
    """
    removed = dict.fromkeys(removed_on(made, repository, base))
    return {**changed_inputs(made, repository, since), **changes, **removed}


def removed_on(made: BuiltApi, repository: Repository, base: str | None) -> tuple[str, ...]:
    """The paths of the package that `base` holds, and the package no longer has; none without a commit."""
    if base is None:
        return ()
    folder = made.api.project.relative(made.api.paths.generated)
    return tuple(f"{folder}/{path}" for path in sorted(obsolete_files(made.api, made.files, repository, base)))


def changed_inputs(made: BuiltApi, repository: Repository, since: str | None) -> Changes:
    """What a person wrote that the package is made of, and that is not as it was at `since`, a commit: a commit without
    it would not be in step. What git is told to ignore, and symbolic links, are left out. Raises GitError.
    """
    project, paths = made.api.project, made.api.paths
    inputs = (paths.settings, paths.overlay, paths.notes, paths.custom, paths.approvals, paths.severity)
    named = tuple(map(project.relative, (*inputs, paths.recordings)))
    files = {path: project.root / path for path in repository.files((*named, *kept_digests(made.api)))}
    present = {path: each.read_bytes() for path, each in files.items() if each.is_file() and not each.is_symlink()}
    committed = list_files(repository, since, *named) if since else {}
    contents = read_files(repository, since, committed) if since else {}
    changed = {path: content for path, content in present.items() if not _is_same(contents.get(path), content)}
    return changed | {path: None for path in committed if not os.path.lexists(project.root / path)}


def _is_same(committed: bytes | None, content: bytes) -> bool:
    """Whether a commit has the content, but for line endings that git changed on checkout (core.autocrlf)."""
    return committed is not None and committed.replace(b"\r\n", b"\n") == content.replace(b"\r\n", b"\n")
