"""A person's own files inside the folder of a package, which `[package] keep` names, and faults of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from nemogen.commands.api import Api
from nemogen.document import Files
from nemogen.errors import ConfigError, Problem
from nemogen.kept_files import clashes_of_keep, is_kept, unused_of_keep
from nemogen.publish.files import digest_of
from nemogen.source.file_hashes import hash_folder

_KEY: Final = ("package", "keep")
"""The location of the entries in api.toml."""


def kept_files(api: Api) -> Files:
    """Their contents, by path in the package."""
    folder, keep = api.paths.generated, api.settings.package.keep
    if not keep:
        return {}
    paths = (path for path in hash_folder(folder) if is_kept(path, keep))
    return {path: (folder / path).read_bytes() for path in paths if (folder / path).is_file()}


def kept_digests(api: Api) -> dict[str, str | None]:
    """The digest of each of them, by path in the project: a change of one does not prevent a commit."""
    folder = api.paths.generated
    return {api.project.relative(folder / path): digest_of(folder / path) for path in kept_files(api)}


def problems_of_kept(api: Api, generated: Collection[str]) -> tuple[Problem, ...]:
    """What is wrong with the entries where these files are generated, with the line in api.toml."""
    keep = api.settings.package.keep
    if not keep:
        return ()
    where = api.settings.locations.get(_KEY)
    clashes = dict(clashes_of_keep(keep, generated, where))
    own = hash_folder(api.paths.generated).keys() - set(generated) - (api.lock.files.keys() if api.lock else set())
    return (*clashes.values(), *unused_of_keep([each for each in keep if each not in clashes], own, where))


def refuse_kept_that_is_generated(api: Api, generated: Collection[str]) -> None:
    """Raises ConfigError where an entry names one of the files that a package is made of."""
    where = api.settings.locations.get(_KEY)
    if clashes := dict(clashes_of_keep(api.settings.package.keep, generated, where)):
        raise ConfigError.of(tuple(clashes.values()))
