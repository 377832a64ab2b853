"""The files that a commit of an API has, on top of an existing commit: everything that the package is made of."""

from __future__ import annotations

import os
from collections.abc import Mapping

from nemogen.commands.build import BuiltApi
from nemogen.commands.obsolete import obsolete_files
from nemogen.commands.own_files import kept_digests
from nemogen.publish.committed_files import list_files, read_files
from nemogen.publish.files import Changes
from nemogen.publish.git import Repository
from nemogen.source.file_hashes import sha256
from nemogen.source.path_beside import path_beside
from nemogen.source_kinds import FileSource


def changes_on(base: str, inputs: Changes, made: BuiltApi, repository: Repository, changes: Changes) -> Changes:
    """Path to content (None: removed) of what has to differ from `base`, a commit, where `changes` are what differs
    from the disk, and `inputs` the user's own (see `changed_inputs`). Raises GitError.
    """
    return {**inputs, **changes, **dict.fromkeys(removed_on(made, repository, base))}


def removed_on(made: BuiltApi, repository: Repository, base: str | None) -> tuple[str, ...]:
    """The paths that `base` has in the package's folder, and the package no longer has; none without a commit."""
    if base is None:
        return ()
    folder = made.api.project.relative(made.api.paths.generated)
    return tuple(f"{folder}/{path}" for path in sorted(obsolete_files(made.api, made.files, repository, base)))


def changed_inputs(made: BuiltApi, repository: Repository, since: str | None) -> Changes:
    """What a person wrote that the package is made of, and that is not as it was at `since`, a commit: a commit without
    it would not be in step. Files that git ignores and symbolic links are skipped. Raises GitError.
    """
    project, paths = made.api.project, made.api.paths
    inputs = (paths.settings, paths.overlay, paths.notes, paths.custom, paths.approvals, paths.severity)
    named = tuple(map(project.relative, (*inputs, paths.recordings)))
    sources = _files_of_source(made)
    files = {path: project.root / path for path in repository.files((*named, *kept_digests(made.api), *sources))}
    present = {path: each.read_bytes() for path, each in files.items() if each.is_file() and not each.is_symlink()}
    present = {path: each for path, each in present.items() if path not in sources or sources[path] == sha256(each)}
    committed = list_files(repository, since, *named, *sources) if since else {}
    contents = read_files(repository, since, committed) if since else {}
    changed = {path: content for path, content in present.items() if not _is_same(contents.get(path), content)}
    removed = (path for path in committed if path not in sources and not os.path.lexists(project.root / path))
    return changed | dict.fromkeys(removed)


def _files_of_source(made: BuiltApi) -> Mapping[str, str]:
    """The files of the project that the pinned spec was read from, each with the hash of what was read: a clone whose
    source differs would be outdated, and a file that was edited after it was read belongs to another commit."""
    source = made.api.settings.source
    if not isinstance(source, FileSource) or source.is_outside:
        return {}
    parts = made.lock.source.parts
    return {path_beside(source.path, name): digest for name, digest in parts.items()} or {source.path: made.lock.pin}


def _is_same(committed: bytes | None, content: bytes) -> bool:
    """Whether a commit has the content, but for line endings that git changed on checkout (core.autocrlf)."""
    return committed is not None and committed.replace(b"\r\n", b"\n") == content.replace(b"\r\n", b"\n")
