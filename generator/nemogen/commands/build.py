"""Everything that one API's pin becomes: package, lock, releases; all in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from nemogen.assets import Assets
from nemogen.commands.api import Api, Corrected, functions_of, recordings_of, typed_spec
from nemogen.commands.code_of_pin import FIRST_VERSION, Released, build_code, nothing_released, released_document
from nemogen.commands.own_files import refuse_kept_that_is_generated
from nemogen.commands.policy import policy_of, today
from nemogen.commands.source_changes import source_changes
from nemogen.commands.spec_changes import Wire, wire_changes
from nemogen.document import Document, Files, Provenance
from nemogen.findings import Finding, Level
from nemogen.given_names import RENAMED_BY_MERGE, TWINS_DIFFER, carried_over, dump_names
from nemogen.installed_tools import tool_versions
from nemogen.light_dataclasses import dataclass
from nemogen.old_names import without_expired
from nemogen.source.file_hashes import file_hash, sha256
from nemogen.source.lock import TOOLS, Lock
from nemogen.source.store import Origin, Release, dump_releases, hash_assets, hash_inputs

if TYPE_CHECKING:
    from nemogen.client.engines import BuiltPackage


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was there before: the last state that counts as released. `files` are the package's, `pin` its document."""

    pin: bytes | None
    lock: Lock | None
    releases: tuple[Release, ...]
    files: Files


@dataclass(frozen=True, slots=True)
class BuiltApi:
    """A generated API. `release` is new where something changed; `wire` and `source` are the two verdicts on it.

    `losses` are what its engine left out.
    """

    api: Api
    pin: bytes
    corrected: Corrected
    losses: tuple[Finding, ...]
    files: Files
    lock: Lock
    releases: tuple[Release, ...]
    release: Release | None
    wire: Wire
    source: tuple[Finding, ...]
    names: bytes

    @property
    def version(self) -> str:
        """The version of the package as generated."""
        return self.lock.package_version


@dataclass(frozen=True, slots=True)
class _Draft:
    """A package before its version is known."""

    api: Api
    corrected: Corrected
    built: BuiltPackage
    assets: Assets
    tests: Files
    source: Provenance
    pin: bytes
    before: Baseline

    def files(self, version: str, releases: tuple[Release, ...]) -> Files:
        """Every file of the package under this version, the newest of `releases`."""
        from nemogen.client.engines import assemble_package
        from nemogen.diff.changelog import changelog

        return assemble_package(
            self.built,
            self.api.settings,
            self.assets,
            version=version,
            changelog=changelog(releases),
            provenance=_provenance(releases[0] if releases else self.release(version, Level.ADDITIVE, ())),
            tests=self.tests,
            notes=self.api.notes,
        )

    def release(self, version: str, level: Level, lines: tuple[str, ...], accepted: tuple[str, ...] = ()) -> Release:
        """A release that is made of this document: of today, or of the day on which the same was made before."""
        source = self.source
        origin = Origin(source.url, source.repository, source.path, sha256(self.pin))
        made = Release(version, level, source.commit, lines, origin, None, accepted)
        before = (each.date for each in self.api.releases if replace(each, date=None) == made)
        return replace(made, date=next(before, None) or today().isoformat())


def make(api: Api, pin: bytes, source: Provenance, assets: Assets, before: Baseline) -> BuiltApi:
    """The package for `pin`, which came from `source`, with its version raised above `before` by what changed.

    A document of which neither a file of the package nor a caller notices anything raises no version. Raises whatever
    is wrong with an input (InputFault), or ToolError.
    """
    from nemogen.diff.versioning import is_noticed

    draft = _draft(api, pin, source, assets, before)
    if before.lock is None and not before.files:
        return _without_package_before(draft, assets)
    files = draft.files(_newest_version(before) or FIRST_VERSION, before.releases)
    refuse_kept_that_is_generated(api, files)
    is_same = _hashes(files) == (before.lock.files if before.lock else _hashes(before.files))
    wire, code = changes(api, before, pin, {} if is_same else files)
    if is_same and not any(map(is_noticed, wire.changes)):
        return _made(draft, files, before.releases, None, wire, ())
    lasting = _without_expired(draft, assets)
    if lasting is not draft:
        draft = lasting
        wire, code = changes(api, before, pin, draft.files(_newest_version(before) or FIRST_VERSION, before.releases))
    release = _release(draft, wire.changes, code)
    releases = (release, *before.releases)
    return _made(draft, draft.files(release.version, releases), releases, release, wire, code)


def _without_package_before(draft: _Draft, assets: Assets) -> BuiltApi:
    """A release without an earlier package to compare with, so that it is assembled once, with its version."""
    draft = _without_expired(draft, assets)
    wire, code = changes(draft.api, draft.before, draft.pin, {})
    release = _release(draft, wire.changes, code)
    releases = (release, *draft.before.releases)
    files = draft.files(release.version, releases)
    refuse_kept_that_is_generated(draft.api, files)
    return _made(draft, files, releases, release, wire, code)


def remake(api: Api, pin: bytes, lock: Lock, assets: Assets) -> Files:
    """Regenerate the package of `lock` from its pin. Raises as `make` does."""
    draft = _draft(api, pin, lock.source, assets, Baseline(pin, lock, api.releases, {}))
    return draft.files(lock.package_version, api.releases)


def _draft(api: Api, pin: bytes, source: Provenance, assets: Assets, before: Baseline) -> _Draft:
    shipped: list[Files] = []  # the last are those of the document that was built
    corrected, built = build_code(
        api,
        pin,
        assets,
        released=partial(_released, api, pin, before),
        meanwhile=lambda found: shipped.append(_tests(api, found)),
    )
    return _Draft(api, corrected, built, assets, {**shipped[-1], **api.custom.test_files()}, source, pin, before)


def _released(api: Api, pin: bytes, before: Baseline) -> Document | None:
    """The document of the newest release, where it is another one: what it has may be removed."""
    if before.pin == pin or not before.files:
        return None
    return released_document(api, before.pin)


def _without_expired(draft: _Draft, assets: Assets) -> _Draft:
    """The draft of a release without the old names that were in enough releases: built again where there are some."""
    from nemogen.client.engines import build_package

    api, document = draft.api, draft.corrected.document
    names = without_expired(document.names, [each.version for each in draft.before.releases])
    if names == document.names:
        return draft
    corrected = replace(draft.corrected, document=replace(document, names=names))
    return replace(
        draft, corrected=corrected, built=build_package(corrected.document, api.settings, assets, api.custom)
    )


def changes(api: Api, before: Baseline, pin: bytes, files: Files) -> tuple[Wire, tuple[Finding, ...]]:
    """What `pin` and `files` (empty: the same) change against `before`: on the wire, and in the source of a caller."""
    wire = wire_changes(api, before.pin, pin) if before.pin is not None else Wire()
    if not before.files or not files:
        return wire, ()
    return wire, source_changes(api, before.files, files, wire.changes, policy_of(api))


def package_of(
    api: Api, pin: bytes, assets: Assets, file: str | None = None, released: Released = nothing_released
) -> Files:
    """The package for `pin` as a first release, to be compared with that for another, which `released` may give.

    `file` is the document's name in messages, the pin's where there is none. Raises as `make` does.
    """
    corrected, built = build_code(api, pin, assets, file, released)
    draft = _Draft(api, corrected, built, assets, {}, Provenance(""), pin, Baseline(None, None, (), {}))
    return draft.files(FIRST_VERSION, ())


def _release(draft: _Draft, wire: tuple[Finding, ...], code: tuple[Finding, ...]) -> Release:
    from nemogen.diff.versioning import next_version, release_level, release_lines

    newest = _newest_version(draft.before)
    if newest is None:
        return draft.release(FIRST_VERSION, Level.ADDITIVE, ("Added: the first release.",))
    level = release_level((*wire, *code))
    # What the client leaves out of the document is no change: it was so in the release before, too.
    renamed = (each for each in draft.corrected.findings if each.id in (RENAMED_BY_MERGE, TWINS_DIFFER))
    lines = release_lines((*wire, *code, *renamed)) or ("Changed: regenerated; what callers use is the same.",)
    accepted = policy_of(draft.api).approvals_used((*wire, *code))
    return draft.release(next_version(newest, level), level, lines, accepted)


def _newest_version(before: Baseline) -> str | None:
    """The highest version so far, whether lock or releases.json has it: either may be lost or taken from a branch."""
    versions = [each.version for each in before.releases]
    versions += [before.lock.package_version] if before.lock else []
    return max(versions, key=lambda version: [int(part) for part in version.split(".")], default=None)


def _made(
    draft: _Draft,
    files: Files,
    releases: tuple[Release, ...],
    release: Release | None,
    wire: Wire,
    code: tuple[Finding, ...],
) -> BuiltApi:
    from nemogen.source.positions import with_positions

    api, names = draft.api, _names(draft)
    lock = Lock(
        source=draft.source,
        pin=sha256(draft.pin),
        inputs={**inputs_of(api, draft.assets), "names": sha256(names)},
        tools=tool_versions(TOOLS[api.settings.client.engine]),
        package_version=releases[0].version if releases else FIRST_VERSION,
        files=_hashes(files),
        unused=tuple(each.key for each in draft.corrected.unused),
    )
    known = [each for each in (api.lock, draft.before.lock) if each is not None]
    # The same files by other versions of the tools are no news: they still are what the lock says they were made by.
    known = [each for each in known if each.tools.keys() == lock.tools.keys()]
    same = (each.tools for each in known if replace(each, tools=lock.tools, tested=False) == lock)
    lock = replace(lock, tools=next(same, lock.tools))
    lock = replace(lock, tested=any(each.tested and replace(each, tested=False) == lock for each in known))
    losses = with_positions(draft.built.findings, {api.pin_file: draft.pin})
    return BuiltApi(api, draft.pin, draft.corrected, losses, files, lock, releases, release, wire, code, names)


def _names(draft: _Draft) -> bytes:
    """names.toml: the names of this document, and those that are reserved yet."""
    from nemogen.client.argument_names import with_client_names
    from nemogen.client.package import Built

    now, built = draft.corrected.document.names, draft.built
    if isinstance(built, Built):  # another engine has names of its own
        now = with_client_names(now, built.plan, built.document)
    return dump_names(carried_over(draft.api.names, now, [each.version for each in draft.api.releases]))


def inputs_of(api: Api, assets: Assets) -> dict[str, str]:
    """The hashes of all inputs but the pin."""
    return hash_inputs(api.project, api.paths, *hash_assets(assets))


def _tests(api: Api, corrected: Corrected) -> Files:
    """The contract tests that the package ships, with the recordings as their data."""
    recordings = recordings_of(api)
    if not recordings:
        return {}
    from nemogen.recordings.replay import shipped_files

    package = api.settings.package
    return shipped_files(
        recordings,
        typed_spec(api, corrected),
        module=package.module,
        client=package.client,
        functions=functions_of(api, corrected),
        ends=api.ends(),
    )


def _provenance(release: Release) -> dict[str, Any]:
    """The provenance that a package contains."""
    return {"commit": release.commit, **(asdict(release.origin) if release.origin else {})}


def _hashes(files: Files) -> Mapping[str, str]:
    return {path: file_hash(content) for path, content in files.items()}


def written_paths(made: BuiltApi) -> dict[str, bytes]:
    """All files of the API as they go to the disk, by path relative to the project."""
    from nemogen.source.lock import dump_lock

    api = made.api
    folder = api.project.relative(api.paths.generated)
    found = {f"{folder}/{path}": content for path, content in made.files.items()}
    found[api.pin_file] = made.pin
    found[api.project.relative(api.paths.names)] = made.names
    found[api.project.relative(api.paths.lock)] = dump_lock(made.lock)
    found[api.project.relative(api.paths.releases)] = dump_releases(made.releases)
    return found
