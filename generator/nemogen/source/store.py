"""The files next to api.toml: pinned spec, lock and releases, read and serialized. Nothing is written here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Final, TypeGuard

from nemogen.errors import ConfigError, Location, LockError
from nemogen.findings import Level
from nemogen.installed_tools import tool_versions
from nemogen.kept_files import is_kept
from nemogen.light_dataclasses import dataclass
from nemogen.source.bounded_read import read_bounded
from nemogen.source.file_hashes import file_hash, hash_all, hash_folder, is_sha256, sha256
from nemogen.source.lock import TOOLS, VERSION_FORM, Disk, Lock, parse_lock
from nemogen.source.provenance import is_address, is_commit
from nemogen.text_safety import in_json

if TYPE_CHECKING:
    from pathlib import Path

    from nemogen.assets import Assets
    from nemogen.given_names import Names
    from nemogen.project import ApiPaths, Project

_VERSION: Final = 1
"""The version of the releases.json format."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that a version of a package was made from; the first three as in Provenance."""

    url: str
    repository: str | None
    path: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """One version of the generated package. `level` is that of its changes, `lines` its changelog entry.

    `date` is the day (UTC, ISO 8601) on which it was made; `accepted` are the approvals that it depends on, as
    approvals.toml names them. The package itself contains `commit` and `origin`, so they change with its version alone.
    Lists written before `origin` and `date` existed have none.
    """

    version: str
    level: Level
    commit: str | None
    lines: tuple[str, ...]
    origin: Origin | None = None
    date: str | None = None
    accepted: tuple[str, ...] = ()


def read_pin(project: Project, api: str, lock: Lock | None) -> bytes | None:
    """The pinned spec as it was fetched, None if there is none yet. Raises SpecError, MergeConflict, CouldNot.

    Line endings that git changed on checkout are reverted if that gives the locked spec.
    """
    content = _read(project, project.paths(api).pin)
    if content is None or lock is None or sha256(content) == lock.pin:
        return content
    original = content.replace(b"\r\n", b"\n")
    return original if sha256(original) == lock.pin else content


def read_lock(project: Project, api: str) -> Lock | None:
    """The lock, None if there is none yet. Raises LockError, CouldNot."""
    path = project.paths(api).lock
    content = _read(project, path)
    return None if content is None else parse_lock(content, project.relative(path))


def read_notes(project: Project, api: str) -> str:
    """The API's own Markdown for the README of its package, empty if there is none. Raises ConfigError, CouldNot."""
    path = project.paths(api).notes
    try:
        return (_read(project, path) or b"").decode()
    except UnicodeDecodeError:
        raise ConfigError(
            "not UTF-8", where=Location(project.relative(path)), remedy="Save the file as UTF-8."
        ) from None


def read_names(project: Project, api: str, base: Names | None = None) -> Names:
    """The names that the package uses, none if the file does not exist. Raises ConfigError, CouldNot.

    If two merged branches disagree, those of `base` are kept: see `given_names.parse_names`.
    """
    from nemogen.given_names import Names, parse_names

    path = project.paths(api).names
    content = _read(project, path)
    return Names() if content is None else parse_names(content, project.relative(path), base)


def read_releases(project: Project, api: str) -> tuple[Release, ...]:
    """All releases, newest first; none if the file does not exist. Raises LockError, CouldNot."""
    path = project.paths(api).releases
    content = _read(project, path)
    return () if content is None else parse_releases(content, project.relative(path))


def read_disk(
    project: Project,
    api: str,
    pin: bytes | None,
    templates: str,
    runtime: str,
    engine: str,
    keep: Collection[str] = (),
) -> Disk:
    """What is on disk, for compare_lock, without the files that `keep` (of the settings) names.

    `pin` is what read_pin returns; `templates` and `runtime` are the hashes of nemogen's own two folders, `engine` is
    what writes the package.
    """
    paths = project.paths(api)
    files = hash_folder(paths.generated)
    return Disk(
        pin=None if pin is None else sha256(pin),
        inputs=hash_inputs(project, paths, templates, runtime),
        tools=tool_versions(TOOLS[engine]),
        files={path: each for path, each in files.items() if not is_kept(path, keep)} if keep else files,
    )


def hash_inputs(project: Project, paths: ApiPaths, templates: str, runtime: str) -> dict[str, str]:
    """The `inputs` of a lock. An overlay, names, notes, code or recordings that do not exist are omitted."""
    recordings, custom = hash_folder(paths.recordings), hash_folder(paths.custom)
    found = {
        "overlay": _hash(project, paths.overlay),
        "names": _hash(project, paths.names),
        "settings": _hash(project, paths.settings),
        "notes": _hash(project, paths.notes),
        "custom": hash_all(custom) if custom else None,
        "recordings": hash_all(recordings) if recordings else None,
    }
    return {"templates": templates, "runtime": runtime} | {name: value for name, value in found.items() if value}


def hash_assets(assets: Assets) -> tuple[str, str]:
    """The hashes of the templates, a project's own for another engine among them, and of the runtime."""
    templates = hash_folder(assets.templates)
    if assets.tool_templates is not None:
        own = hash_folder(assets.tool_templates)
        templates |= {f"{assets.tool_templates.name}/{path}": each for path, each in own.items()}
    return hash_all(templates), hash_all(hash_folder(assets.runtime))


def dump_releases(releases: tuple[Release, ...]) -> bytes:
    """releases.json, newest first as given."""
    value = {"version": _VERSION, "releases": [_row(release) for release in releases]}
    return in_json(json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _row(release: Release) -> dict[str, object]:
    """A release as it is written: without a date or approvals if it has none, like older lists."""
    row: dict[str, object] = asdict(release)
    return {name: value for name, value in row.items() if value or name not in ("accepted", "date")}


def parse_releases(content: bytes, file: str) -> tuple[Release, ...]:
    """The releases in `content`; `file` is the path for messages. Raises LockError."""
    try:
        value: dict[str, object] = json.loads(content)
        json.dumps(value, ensure_ascii=False).encode()  # a lone surrogate could not be written into a changelog
        if value["version"] != _VERSION:
            raise _other_version(value["version"], file)
        rows = value["releases"]
        if not isinstance(rows, list):
            raise TypeError("releases is not a list")
        return _distinct(tuple(map(_release, rows)))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        what = f"not a list of releases: {type(error).__name__}: {error}"
        raise LockError(what, where=Location(file), remedy="Restore it from git.") from None


def _other_version(version: object, file: str) -> LockError:
    return LockError(
        f"the list of releases has version {version!r}, supported is {_VERSION}",
        where=Location(file, "/version"),
        remedy="Use the version of nemogen that wrote it, or restore the file from git.",
    )


def _distinct(releases: tuple[Release, ...]) -> tuple[Release, ...]:
    twice = [version for version, count in Counter(each.version for each in releases).items() if count > 1]
    if twice:
        raise ValueError(f"{twice[0]} appears twice, probably after a merge of two branches")
    return releases


def _release(row: dict[str, object]) -> Release:
    version, level, commit, lines = row["version"], row["level"], row["commit"], row["lines"]
    if not isinstance(version, str) or not VERSION_FORM.fullmatch(version):
        raise ValueError(f"{version!r} is not a valid version")
    if commit is not None and not (isinstance(commit, str) and is_commit(commit)):
        raise ValueError(f"{commit!r} is not a commit id")
    if not _is_texts(lines):
        raise TypeError(f"release {version}")
    day, accepted = row.get("date"), row.get("accepted", [])
    if day is not None and not (isinstance(day, str) and date.fromisoformat(day).isoformat() == day):
        raise ValueError(f"{day!r} is not a valid date")
    if not _is_texts(accepted):
        raise TypeError(f"release {version}: accepted")
    return Release(version, Level(str(level)), commit, tuple(lines), _origin(row.get("origin")), day, tuple(accepted))


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _origin(row: object) -> Origin | None:
    if row is None:
        return None
    if not isinstance(row, dict):
        raise TypeError("an origin is not an object")
    found = Origin(**row)
    addresses = (found.url, found.repository, found.path)
    if not is_sha256(found.sha256) or not all(text is None or is_address(text) for text in addresses):
        raise ValueError(f"{row!r} is not a valid origin")
    return found


def _read(project: Project, path: Path) -> bytes | None:
    return read_bounded(path, project.relative(path)) if path.exists() else None


def _hash(project: Project, path: Path) -> str | None:
    content = _read(project, path)
    return None if content is None else file_hash(content)
