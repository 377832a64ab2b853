"""lock.json: hashes of a generated package's inputs and files. Cheap to import: `check` reads it first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, field
from typing import Any, Final, NotRequired, TypedDict, cast

from nemogen.errors import Location, LockError, Problem
from nemogen.light_dataclasses import dataclass
from nemogen.pin_provenance import Provenance
from nemogen.source.file_hashes import is_sha256
from nemogen.source.provenance import OPTIONAL, is_address
from nemogen.text_safety import in_json

VERSION: Final = 1
INPUTS: Final = ("overlay", "names", "settings", "notes", "custom", "templates", "runtime", "recordings")
TOOLS: Final[Mapping[str, tuple[str, ...]]] = {
    "nemogen": ("nemogen", "datamodel-code-generator", "ruff", "pydantic"),
    "openapi-python-client": ("nemogen", "openapi-python-client", "ruff"),
}
"""For each engine, the distributions that write a package."""

_REGENERATE: Final = "Restore it from git, or delete it and run nemogen generate."
VERSION_FORM: Final = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}")
_NEVER_IN_PATHS: Final = re.compile(r"[\x00-\x1f\x7f\\:]")


@dataclass(frozen=True, slots=True)
class Lock:
    """All hashes are SHA-256 in hexadecimal. `inputs` has the keys INPUTS (missing ones are omitted), `tools`
    those of TOOLS that the engine has; `files` maps each generated file's path in its package to its hash. `tested`:
    the recordings passed for exactly this package; `unused`: the targets of overlay actions that matched nothing;
    `unused_settings`: settings that no longer match anything. `ignored`: what of its source nobody can use."""

    source: Provenance
    pin: str
    inputs: Mapping[str, str]
    tools: Mapping[str, str]
    package_version: str
    files: Mapping[str, str]
    tested: bool = False
    unused: tuple[str, ...] = ()
    unused_settings: bool = False
    ignored: tuple[Problem, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Disk:
    """What is on disk now, hashed as in Lock; `pin` is None if there is none."""

    pin: str | None
    inputs: Mapping[str, str]
    tools: Mapping[str, str]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LockState:
    """How disk and lock differ; all sorted.

    `stale`: inputs that changed, appeared or disappeared since. `tools`: versions that changed, as "ruff 0.1 -> 0.2".
    `edited`, `missing`, `extra`: generated files that differ, are missing, or are not in the lock.
    """

    tampered_pin: bool
    stale: tuple[str, ...]
    tools: tuple[str, ...]
    edited: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def in_step(self) -> bool:
        return not (self.tampered_pin or self.stale or self.tools or self.edited or self.missing or self.extra)


def compare_lock(lock: Lock, disk: Disk) -> LockState:
    """Compare in both directions, including files that are not in the lock."""
    files = lock.files.keys() & disk.files.keys()
    names = lock.inputs.keys() | disk.inputs.keys()
    tools = lock.tools.keys() | disk.tools.keys()
    versions = ((name, lock.tools.get(name, "none"), disk.tools.get(name, "none")) for name in sorted(tools))
    return LockState(
        tampered_pin=disk.pin != lock.pin,
        stale=tuple(sorted(name for name in names if lock.inputs.get(name) != disk.inputs.get(name))),
        tools=tuple(f"{name} {then} -> {now}" for name, then, now in versions if then != now),
        edited=tuple(sorted(path for path in files if lock.files[path] != disk.files[path])),
        missing=tuple(sorted(lock.files.keys() - disk.files.keys())),
        extra=tuple(sorted(disk.files.keys() - lock.files.keys())),
    )


def dump_lock(lock: Lock) -> bytes:
    """The file: sorted keys, no date, the same bytes on every machine."""
    value = {
        "version": VERSION,
        "source": _source(lock.source),
        "pin": lock.pin,
        "inputs": dict(lock.inputs),
        "tools": dict(lock.tools),
        "package_version": lock.package_version,
        "files": dict(lock.files),
        "tested": lock.tested,
        "unused": list(lock.unused),
        **({"unused_settings": True} if lock.unused_settings else {}),
    }
    return in_json(json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _source(source: Provenance) -> dict[str, object]:
    """Without `parts` for a document of one file, like nearly all."""
    members: dict[str, object] = asdict(source)
    return {name: each for name, each in members.items() if name != "parts" or each}


def parse_lock(content: bytes, file: str) -> Lock:
    """The lock in `content`; `file` is the path for messages. Optional members that are not valid are dropped
    and listed in `ignored`. Raises LockError with every problem at once.
    """
    try:
        value: object = json.loads(content)
        json.dumps(value, ensure_ascii=False).encode()  # a lone surrogate can be neither shown nor written
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise LockError(f"not valid JSON: {error}", where=Location(file, line=line), remedy=_REGENERATE) from None
    if isinstance(value, dict) and value.get("version") != VERSION:
        what = f"the lock has version {value.get('version')!r}, supported is {VERSION}"
        raise LockError(
            what,
            where=Location(file, "/version"),
            remedy="Use the version of nemogen that wrote it, or delete it and run nemogen generate.",
        )
    problems = tuple(_problems(value, file))
    if problems:
        first, *others = problems
        raise LockError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    return _lock_of(cast("_Written", value), file)  # as _problems found it


class _Written(TypedDict):
    """The members of a lock."""

    source: dict[str, Any]
    pin: str
    inputs: dict[str, str]
    tools: dict[str, str]
    package_version: str
    files: dict[str, str]
    tested: bool
    unused: list[str]
    unused_settings: NotRequired[bool]


def _lock_of(value: _Written, file: str) -> Lock:
    ignored = tuple(_unusable(value["source"], file))
    return Lock(
        source=Provenance(**{**value["source"], **dict.fromkeys(name for name, _ in ignored)}),
        pin=value["pin"],
        inputs=value["inputs"],
        tools=value["tools"],
        package_version=value["package_version"],
        files=value["files"],
        tested=value["tested"],
        unused=tuple(value["unused"]),
        unused_settings=value.get("unused_settings", False),
        ignored=tuple(problem for _, problem in ignored),
    )


def _unusable(source: Mapping[str, str | None], file: str) -> Iterator[tuple[str, Problem]]:
    """The members of a lock's source that are optional and not valid."""
    for name, (is_fit, what) in OPTIONAL.items():
        text = source.get(name)
        if text is not None and not is_fit(text):
            problem = Problem(
                f"{name} {what}; it is ignored", Location(file, f"/source/{name}"), "The next sync repairs it."
            )
            yield name, problem


def _problems(value: object, file: str) -> list[Problem]:
    if not isinstance(value, dict):
        return [Problem("the lock is not an object", Location(file), _REGENERATE)]
    found: dict[str, object] = {"unused_settings": False, **value}
    faults = [
        (key, fault) for key, check in _CHECKS.items() if (fault := check(found[key]) if key in found else "is missing")
    ]
    faults += [(key, "is not known") for key in found.keys() - _CHECKS.keys() - {"version"}]
    return [Problem(f"{key} {fault}", Location(file, f"/{key}"), _REGENERATE) for key, fault in faults]


def _hash_fault(value: object) -> str | None:
    return None if is_sha256(value) else "is not a SHA-256 hash"


def _hashes_fault(value: object) -> str | None:
    return None if isinstance(value, dict) and not any(map(_hash_fault, value.values())) else "does not map to SHA-256"


def _files_fault(value: object) -> str | None:
    fault = _hashes_fault(value)
    if isinstance(value, dict) and fault is None and any(map(_leaves, value)):
        return "contains a path outside its folder"
    return fault


def _leaves(path: str) -> bool:
    return bool(_NEVER_IN_PATHS.search(path)) or any(part in ("", ".", "..") for part in path.split("/"))


def _strings_fault(value: object) -> str | None:
    return (
        None if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()) else "is not a table"
    )


def _source_fault(value: object) -> str | None:
    known = set(Provenance.__slots__)
    if not isinstance(value, dict) or not isinstance(value.get("url"), str) or value.keys() - known:
        return "is not a valid provenance"
    if not all(text is None or isinstance(text, str) for name, text in value.items() if name != "parts"):
        return "is not a valid provenance"
    if _hashes_fault(value.get("parts", {})) or not all(map(is_address, value.get("parts", {}))):
        return "contains parts that do not map paths to SHA-256"
    addresses = (value.get(name) for name in ("url", "repository", "path", "branch"))
    return None if all(text is None or is_address(text) for text in addresses) else "contains an invalid location"


def _version_fault(value: object) -> str | None:
    if not isinstance(value, str):
        return "is not a string"
    return None if VERSION_FORM.fullmatch(value) else "is not a version of three numbers"


def _flag_fault(value: object) -> str | None:
    return None if isinstance(value, bool) else "is not true or false"


def _texts_fault(value: object) -> str | None:
    return (
        None if isinstance(value, list) and all(isinstance(text, str) for text in value) else "is not a list of strings"
    )


_CHECKS: Final = {
    "source": _source_fault,
    "pin": _hash_fault,
    "inputs": _hashes_fault,
    "tools": _strings_fault,
    "package_version": _version_fault,
    "files": _files_fault,
    "tested": _flag_fault,
    "unused": _texts_fault,
    "unused_settings": _flag_fault,
}
