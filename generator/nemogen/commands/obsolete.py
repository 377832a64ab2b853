"""Files that nemogen wrote into a commit, and that the package no longer has: the next commit removes them.

The work tree does not show them: a run without a commit, or one that was killed, has removed them there and has written
a lock without them. So the lock and the tree of the commit decide. A file that is not in the commit's lock is
nemogen's only if the lock of the commit that last changed it has it with this content: then a deletion was never
committed. All other files are a person's, also one that a person restored from history.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from nemogen.commands.api import Api
from nemogen.publish.committed_files import last_change, list_files, read_files
from nemogen.publish.git import Repository
from nemogen.source.file_hashes import file_hash


def obsolete_files(api: Api, new: Collection[str], repository: Repository, commit: str) -> Mapping[str, str]:
    """The files that `commit` holds in the package's folder and nemogen wrote, without those that are in `new`: by path
    in the package, the hash of what nemogen wrote.

    A file that was edited by hand, in the commit and here, is left out: it is a person's now. Raises GitError.
    """
    folder = f"{api.project.relative(api.paths.generated)}/"
    blobs = list_files(repository, commit, folder.rstrip("/"))
    old = {path.removeprefix(folder) for path in blobs} - set(new)
    if not old:
        return {}
    contents = read_files(repository, commit, (f"{folder}{path}" for path in old))
    committed = {path.removeprefix(folder): file_hash(content) for path, content in contents.items()}
    locked = _locked_files(api, repository, commit)
    ours = {path: locked[path] for path in old & locked.keys() if not _is_edited(api, path, committed, locked)}
    left = committed.keys() - locked.keys()
    return ours | {path: committed[path] for path in left if _is_left(api, path, committed[path], repository, commit)}


def _is_edited(api: Api, path: str, committed: Mapping[str, str], locked: Mapping[str, str]) -> bool:
    """Whether neither the commit nor the disk has the content that the lock knows.

    The commit alone does not decide: a filter of git (line ends, large files) may have stored another content.
    """
    if committed.get(path) == locked[path]:
        return False
    file = api.paths.generated / path
    return file.is_file() and file_hash(file.read_bytes()) != locked[path]


def _is_left(api: Api, path: str, digest: str, repository: Repository, commit: str) -> bool:
    """Whether the commit that last changed a file was one of nemogen's, which wrote it with this content."""
    changed = last_change(repository, api.project.relative(api.paths.generated / path), commit)
    return changed is not None and _locked_files(api, repository, changed).get(path) == digest


def _locked_files(api: Api, repository: Repository, commit: str) -> Mapping[str, str]:
    """The files that the lock of a commit knows. One of another version, or that cannot be read, knows what it can."""
    path = api.project.relative(api.paths.lock)
    try:
        value: Any = json.loads(read_files(repository, commit, (path,)).get(path, b""))
    except (ValueError, RecursionError):
        return {}
    files = value.get("files") if isinstance(value, dict) else None
    if not isinstance(files, dict):
        return {}
    return {path: digest for path, digest in files.items() if isinstance(digest, str)}
