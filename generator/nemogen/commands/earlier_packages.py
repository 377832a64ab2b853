"""Generated files that match an earlier lock: they were not committed together with specs/, and were not edited."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from nemogen.commands.api import Api
from nemogen.errors import GitError
from nemogen.publish.git import Repository
from nemogen.source.file_hashes import hash_folder

_LOOKED_AT: Final = 50
"""Versions of the lock, the newest first."""


def files_of_earlier_locks(api: Api, paths: Collection[str]) -> frozenset[str]:
    """Those of `paths` (in the package) whose content on disk is what a lock in git's history has for them."""
    if not paths:
        return frozenset()
    try:
        repository = Repository.find(api.project.root)
        on_disk = hash_folder(api.paths.generated)
        found: set[str] = set()
        for files in _earlier_locks(repository, api.project.relative(api.paths.lock)):
            found |= {path for path in paths if files.get(path) == on_disk.get(path)}
            if len(found) == len(paths):
                break
    except GitError:
        return frozenset()
    return frozenset(found)


def _earlier_locks(repository: Repository, path: str) -> Iterator[Mapping[str, str]]:
    """The files that each committed lock knows. One that cannot be read knows none."""
    for revision in repository.history(path)[:_LOOKED_AT]:
        if revision.blob is None:
            continue
        try:
            value: Any = json.loads(repository.read_blob(revision.blob))
            files = value["files"]
        except (ValueError, RecursionError, TypeError, KeyError):
            continue
        if isinstance(files, dict):
            yield files
