"""`check --full`: regenerated and compared both ways; the package on disk imported and type-checked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from nemogen.assets import Assets
from nemogen.commands import recordings
from nemogen.commands.api import Api
from nemogen.commands.baseline import on_disk
from nemogen.commands.build import make
from nemogen.commands.custom_checks import NOT_RUN, SUBJECT, check_custom
from nemogen.commands.isolate import all_looked_at, looked_at
from nemogen.commands.project_environment import without_credentials
from nemogen.commands.type_cache import type_cache
from nemogen.commands.type_checkers import CHECKERS, RUNTIME, TypeFault
from nemogen.commands.unused_settings import refuse_unused_settings
from nemogen.config_checks import ENGINES, TYPE_CHECKERS
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.kept_files import is_kept
from nemogen.report.model import State, Subject
from nemogen.source.file_hashes import file_hash, hash_folder
from nemogen.source.lock import Lock
from nemogen.temporary_folders import temporary_folder

_SECONDS = 300
_IMPORT = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
for path in sys.argv[2:]:
    module = importlib.import_module(path)
    for name in getattr(module, "__all__", ()):
        getattr(module, name)
"""


def subjects(api: Api, assets: Assets, *, settings_fit: bool = True) -> Iterator[Subject]:
    """The results of a regeneration, an import, a type checker and a replay; each also if another failed.

    A subject that needs code of the project is skipped, with the reason, if that code must not be run.
    """
    yield looked_at("regenerated", partial(_regenerated, api, assets, settings_fit))
    yield looked_at("imports", partial(_imports, api, assets))
    yield looked_at("types", partial(_types, api))
    yield from all_looked_at(SUBJECT, partial(_custom, api, assets))
    replaying = recordings.ContractOptions(replay=assets.project_code)
    yield looked_at("recordings", partial(recordings.from_disk, api, replaying))


def _custom(api: Api, assets: Assets) -> tuple[Subject, ...]:
    """The project's own code inside the package on disk."""
    if not assets.project_code:
        return (Subject(SUBJECT, State.SKIPPED, NOT_RUN),) if api.custom.modules else ()
    return check_custom(api, on_disk(api).files)


def _regenerated(api: Api, assets: Assets, settings_fit: bool) -> Subject:
    """`settings_fit`: the settings are of this spec, so that each has to match something."""
    if api.pin is None or api.lock is None:
        return Subject("regenerated", State.MISSING, f"{'lock.json' if api.pin else api.pin_file} is missing")
    if assets.refusal:
        return Subject("regenerated", State.SKIPPED, assets.refusal)
    made = make(api, api.pin, api.lock.source, assets, on_disk(api))
    if settings_fit:
        refuse_unused_settings(api, made.corrected.document)
    keep = api.settings.package.keep
    disk = {path: each for path, each in hash_folder(api.paths.generated).items() if not is_kept(path, keep)}
    changed = sorted(path for path, content in made.files.items() if disk.get(path) not in {None, file_hash(content)})
    found = (
        *(("missing", path) for path in sorted(made.files.keys() - disk.keys())),
        *(("left over", path) for path in sorted(disk.keys() - made.files.keys())),
        *(("different", path) for path in changed),
    )
    if not found:
        return _lock_of(made.lock, api.lock, len(made.files))
    folder = api.project.relative(api.paths.generated)
    return Subject(
        "regenerated", State.OUTDATED, "", tuple(_finding(f"{path}: {how}", f"{folder}/{path}") for how, path in found)
    )


def _lock_of(made: Lock, there: Lock, count: int) -> Subject:
    """Compare the entries of a lock that are not hashes, which the quick check takes from it, with recomputed ones."""
    if made.unused != there.unused:
        return Subject("regenerated", State.TAMPERED, "lock.json is not what a regeneration writes: unused")
    return Subject("regenerated", State.UP_TO_DATE, f"{count} files are as a regeneration writes them")


def _imports(api: Api, assets: Assets) -> Subject:
    """The package with all that it exports, imported by a Python of its own."""
    if not assets.project_code:
        return Subject("imports", State.SKIPPED, "the package is code, and not run (--no-project-code)")
    source = api.paths.generated / "src"
    command = [sys.executable, "-P", "-c", _IMPORT, str(source), *_modules(api, source)]
    done = _run(api, command, Path.cwd())
    if done.returncode == 0:
        return Subject("imports", State.UP_TO_DATE)
    last = done.stderr.strip().splitlines()[-1:] or ["it ended without a word"]
    return Subject("imports", State.FAILED, last[0], (_finding(last[0], api.project.relative(source)),))


def _modules(api: Api, source: Path) -> list[str]:
    """The package, whose default engine exports all that callers use; for another engine each of its modules."""
    package = api.settings.package.module
    if api.settings.client.engine == ENGINES[0]:
        return [package]
    paths = sorted(path.relative_to(source) for path in (source / package).rglob("*.py"))
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]


def _types(api: Api) -> Subject:
    """The package under the type checker of [check] types."""
    name, source = api.settings.check.types, api.paths.generated / "src"
    checker = CHECKERS[name]
    if not checker.is_installed:
        remedy = "pip install 'nemogen[check]'" if name == TYPE_CHECKERS[0] else f"pip install {name}"
        return Subject("types", State.NOT_CHECKED, f"{name} is not installed: {remedy}")
    with type_cache() as cache, temporary_folder() as nowhere:
        options = checker.command(source, api.settings.package.module, cache)
        # openapi-python-client casts what has the type already.
        is_tool = api.settings.client.engine != ENGINES[0]
        options += ["--no-warn-redundant-casts"] if is_tool and name == TYPE_CHECKERS[0] else []
        # The others are run where no project's settings are found.
        folder = source if checker.takes_runtime else nowhere
        done = _run(api, [sys.executable, "-P", *options], folder)
        try:
            faults = [replace(each, path=_below(folder / each.path, source)) for each in checker.read(done.stdout)]
        except ValueError as error:
            return Subject("types", State.NOT_CHECKED, f"{name}: {error}: {(done.stderr or done.stdout).strip()[:200]}")
    counted = [each for each in faults if checker.takes_runtime or f"/{RUNTIME}/" not in each.path]
    if not faults and done.returncode:
        return Subject("types", State.NOT_CHECKED, f"{name}: {(done.stderr or done.stdout).strip()[:200]}")
    left_out = f"; {len(faults) - len(counted)} of the runtime skipped" if len(faults) > len(counted) else ""
    if not counted:
        why = "" if name == TYPE_CHECKERS[0] else f"by {name}{left_out}"
        return Subject("types", State.UP_TO_DATE, why)
    shown = f"{api.project.relative(api.paths.generated)}/src"
    found = tuple(_type_finding(each, shown) for each in counted)
    return Subject("types", State.FAILED, f"{len(counted)} errors{left_out}", found)


def _below(path: Path, folder: Path) -> str:
    """The path relative to the folder, where it is below it."""
    path, folder = path.resolve(), folder.resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()


def _run(api: Api, command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**without_credentials(api.settings, os.environ), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))


def _type_finding(fault: TypeFault, folder: str) -> Finding:
    where = Location(f"{folder}/{fault.path}", line=fault.line)
    key = f"{fault.path}:{fault.line}: error: {fault.message}"
    return Finding("package-types", Level.ERROR, fault.message, area="generated", revision=where, key=key)


def _finding(message: str, file: str) -> Finding:
    return Finding("package-broken", Level.ERROR, message, area="generated", revision=Location(file), key=message)
