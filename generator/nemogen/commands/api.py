"""One API as it is on disk, and its pinned spec with all corrections."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.commands.secret_urls import refuse_secret
from nemogen.config import Settings, UrlSource
from nemogen.config_checks import ENGINES
from nemogen.config_schema import lines_of
from nemogen.custom_code import CustomCode, read_custom
from nemogen.document import Document, JsonObject
from nemogen.errors import ConfigError, GitError, InputFault, Location, SpecError
from nemogen.findings import Finding, Level
from nemogen.given_names import Names, parse_names, still_reserved
from nemogen.light_dataclasses import dataclass
from nemogen.old_names import with_old_names
from nemogen.pin_names import PIN_NAMES
from nemogen.project import ApiPaths, Project
from nemogen.source import store
from nemogen.source.bounded_read import read_bounded
from nemogen.source.lock import Lock
from nemogen.source.newer_writer import with_newer_writer
from nemogen.source.store import Release

if TYPE_CHECKING:
    from nemogen.naming.rename import Renames
    from nemogen.openapi.document import Document as TypedDocument
    from nemogen.openapi.read_document import ReadDocument
    from nemogen.recordings.recording import Recording


@dataclass(frozen=True, slots=True)
class Api:
    """Everything of one API that a person or nemogen wrote; `pin`, `overlay`, `lock` are None where there is none."""

    name: str
    project: Project
    paths: ApiPaths
    settings: Settings
    pin: bytes | None
    overlay: bytes | None
    notes: str
    lock: Lock | None
    releases: tuple[Release, ...]
    names: Names = field(default_factory=Names)
    """The names that the package gave (names.toml)."""
    custom: CustomCode = field(default_factory=CustomCode)

    @property
    def pin_file(self) -> str:
        """The pin's path as shown in messages."""
        return self.project.relative(self.paths.pin)

    def other_pins(self) -> tuple[str, ...]:
        """The pinned spec under a name that its source does not have any more, where there is one."""
        others = (self.paths.pin.with_name(name) for name in PIN_NAMES if name != self.paths.pin.name)
        return tuple(self.project.relative(path) for path in others if os.path.lexists(path))

    def lock_notes(self) -> tuple[Finding, ...]:
        """A note for each entry of the lock that cannot be used."""
        ignored = self.lock.ignored if self.lock else ()
        return tuple(
            Finding("lock-repaired", Level.NOTE, f"{each.what}. {each.remedy}", "lock", revision=each.where)
            for each in ignored
        )

    def ends(self) -> Mapping[str, str]:
        """The data that ends a stream, by operation ("POST /v1/x")."""
        rows = self.settings.operations.items()
        return {name: each.stream.end for name, each in rows if each.stream and each.stream.end}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A pin after its overlay: `declared` is the corrected document as a typed model, `document` what the engines get.

    `findings` are the repairs, what the client does not do with the document (the ledger), and the overlay's actions
    that match nothing (`unused`).
    """

    declared: TypedDocument
    document: Document
    findings: tuple[Finding, ...]
    unused: tuple[Finding, ...]


def typed_spec(_: Api, corrected: Corrected) -> TypedDocument:
    """The corrected document as the model that recordings are judged by: read once, for them and for the engines."""
    return corrected.declared


def functions_of(api: Api, corrected: Corrected) -> Mapping[str, str] | None:
    """The module below the package of each operation ("POST /v1/x"), where openapi-python-client writes functions; None
    where the operations are methods of a client."""
    if api.settings.client.engine == ENGINES[0]:
        return None
    from nemogen.client.openapi_python_client_engine.placement import place_operations

    return {each.label: each.module for each in place_operations(corrected.document)}


def read_api(project: Project, name: str) -> Api:
    """The API `name` of the project. Raises ConfigError, LockError, SpecError or CouldNot; where a newer nemogen wrote
    its files, that is the first problem."""
    paths = project.paths(name)
    try:
        return _read_api(project, name, paths)
    except InputFault as error:
        raise with_newer_writer(error, paths.lock, project.relative(paths.lock)) from error


def _read_api(project: Project, name: str, paths: ApiPaths) -> Api:
    project.refuse_links(name)
    settings = project.settings(name)
    if isinstance(settings.source, UrlSource):
        lines = lines_of(paths.settings.read_text(encoding="utf-8"))
        refuse_secret(settings.source, Location(project.relative(paths.settings), line=lines.get(("source", "url"))))
    lock = store.read_lock(project, name)
    pin = store.read_pin(project, name, lock)
    paths = replace(paths, pin=paths.pin.with_name(settings.pin_name))
    return Api(
        name,
        project,
        paths,
        settings,
        pin,
        _read_overlay(project, paths.overlay),
        store.read_notes(project, name),
        lock,
        store.read_releases(project, name),
        _read_names(project, name),
        read_custom(paths.custom, project.relative(paths.custom)),
    )


def require_pin(api: Api) -> bytes:
    """The pinned spec. Raises SpecError where there is none."""
    if api.pin is None:
        raise SpecError(
            "the pinned spec is missing", where=Location(api.pin_file), remedy=f"Run: nemogen fetch {api.name}"
        )
    return api.pin


def _read_names(project: Project, name: str) -> Names:
    """The names that were given. Where two branches that were merged disagree, the first parent's are kept."""
    names = store.read_names(project, name)
    if not names.conflicts:
        return names
    from nemogen.publish.git import Repository

    path = project.relative(project.paths(name).names)
    try:
        repository = Repository.find(project.root)
        base = parse_names(repository.show("HEAD", path), f"HEAD:{path}")
        if base.conflicts:
            base = parse_names(repository.show("HEAD^", path), f"HEAD^:{path}")
    except (ConfigError, GitError):
        return names
    return store.read_names(project, name, base)


def _read_overlay(project: Project, path: Path) -> bytes | None:
    return read_bounded(path, project.relative(path)) if os.path.lexists(path) else None


def overlaid(api: Api, content: bytes, file: str) -> tuple[JsonObject, tuple[Finding, ...]]:
    """`content` as an OpenAPI document with the API's overlay and the security of its settings, and all findings;
    without the operations that the settings do not select.

    Raises SpecError or OverlayError.
    """
    from nemogen.source.selected_operations import with_selected_operations

    spec, findings = _overlaid_whole(api, content, file)
    return with_selected_operations(spec, api.settings.selection), findings


def _overlaid_whole(api: Api, content: bytes, file: str) -> tuple[JsonObject, tuple[Finding, ...]]:
    from nemogen.source.load import load, require_openapi
    from nemogen.source.overlay import apply
    from nemogen.source.overlay_file import read_overlay
    from nemogen.source.security_settings import with_security

    loaded = load(content, file)
    spec = require_openapi(loaded)
    if api.overlay is None:
        return with_security(spec, api.settings), loaded.findings
    overlay = read_overlay(api.overlay, api.project.relative(api.paths.overlay))
    corrected, findings = apply(spec, overlay)
    if not isinstance(corrected, Mapping):
        raise SpecError("the overlay removes the whole spec", remedy="Correct the actions whose target is $.")
    return with_security(corrected, api.settings), (*loaded.findings, *findings)


def correct(
    api: Api, content: bytes, file: str | None = None, try_out: Callable[[Document], object] | None = None
) -> Corrected:
    """`content` as the document that the engines get; `file` is its name in messages, the pin's where there is none.

    Its maps are read in the order of their names, so that a reordered document gives the same package. Operations that
    cannot be prepared, or for which `try_out` raises SpecError, are left out and reported. Raises SpecError (also for a
    reference to another file, which no pin has), OverlayError, NameClash, or ConfigError for security or a selection of
    operations in the settings that matches nothing.
    """
    from nemogen.commands.document_findings import (
        names_in_conflict,
        paginated,
        renamed_by_merge,
        unsent_credentials,
    )
    from nemogen.commands.failing_operations import make_without_failing
    from nemogen.openapi.ledger import check
    from nemogen.source.outside_references import refuse_outside_references
    from nemogen.source.positions import with_positions

    file = file or api.pin_file
    read, found = _read_corrected(api, content, file)
    lost = check(read)
    refuse_outside_references(api.name, read.findings, {file: content})

    def attempt(part: ReadDocument) -> Document:
        prepared = prepare_spec(api, part, may_be_unused=part is not read)
        if try_out is not None:
            try_out(prepared)
        return prepared

    possible = make_without_failing(read, attempt)
    read, document = possible.read, possible.made
    own = (*possible.findings, *unsent_credentials(document), *paginated(document, api.settings))
    worded = {each.id for each in own}  # in words that say more than the ledger's
    lost = tuple(each for each in lost if each.id not in worded)
    named = renamed_by_merge(api.names, document, Location(api.project.relative(api.paths.names)))
    reported = (*found, *document.findings, *names_in_conflict(api.names), *named, *own, *lost)
    findings = with_positions(reported, {file: content})
    unused = tuple(each for each in findings if each.id == "overlay-action-unused")
    return Corrected(read.document, document, findings, unused)


def _read_corrected(api: Api, content: bytes, file: str) -> tuple[ReadDocument, tuple[Finding, ...]]:
    """The corrected document, parsed, and all findings. The raw form is not kept."""
    from nemogen.openapi.name_order import in_name_order
    from nemogen.openapi.read_document import read_value
    from nemogen.source.security_settings import check_security
    from nemogen.source.selected_operations import check_selection, with_selected_operations

    settings_file = api.project.relative(api.paths.settings)
    whole, found = _overlaid_whole(api, content, file)
    check_selection(whole, api.settings, settings_file)
    spec = with_selected_operations(whole, api.settings.selection)
    check_security(spec, api.settings, settings_file)
    return read_value(in_name_order(spec), file), found


def prepare_spec(api: Api, read: ReadDocument, *, may_be_unused: bool = False) -> Document:
    """A spec that was read, under the names that settings and names.toml of `api` give. Raises as `correct` does.

    `may_be_unused`: names in the settings that match nothing in it are passed over.
    """
    from nemogen.client.removed_properties import with_removals
    from nemogen.naming.prepare import prepare

    names = {key: each.name for key, each in api.settings.operations.items() if each.name and " " in key}
    package, versions = api.settings.package, [each.version for each in api.releases]
    kept = still_reserved(api.names, versions)
    renames = _renames(api.settings, may_be_unused=may_be_unused)
    old = (name for entry in kept.classes.values() for name, _ in entry.old_names())
    document = prepare(read, names, (package.client, package.async_client, *old), kept, renames)
    named = replace(document, names=with_old_names(document.names, kept, versions))
    return with_removals(named, kept.removed)


def _renames(settings: Settings, *, may_be_unused: bool) -> Renames:
    """The rows of api.toml that give new names; operations by method and path are not among them."""
    from nemogen.naming.rename import Renames

    operations = {key: each.name for key, each in settings.operations.items() if each.name and " " not in key}
    tables = {"models": settings.models, "operations": operations, "resources": settings.resources}
    used = {(table, key) for table, rows in tables.items() for key in rows} if may_be_unused else set()
    return Renames(settings.models, operations, settings.resources, settings.locations, used)


def recordings_of(api: Api) -> tuple[Recording, ...]:
    """The recordings of the API, none where there is no folder. Raises RecordingError."""
    folder = api.paths.recordings
    if not folder.is_dir():
        return ()
    from nemogen.recordings.store import load_recordings

    return load_recordings(folder, shown_as=api.project.relative(folder))
