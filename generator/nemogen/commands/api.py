"""One API as it stands on disk, and what its pin means once it is corrected."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.config import Settings
from nemogen.document import Document, JsonObject
from nemogen.errors import SpecError
from nemogen.findings import Finding
from nemogen.project import ApiPaths, Project
from nemogen.source import store
from nemogen.source.bounded_read import read_bounded
from nemogen.source.lock import Lock
from nemogen.source.store import Release

if TYPE_CHECKING:
    from nemogen.openapi.document import Document as TypedDocument
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

    @property
    def pin_file(self) -> str:
        """The pin's path as shown in messages."""
        return self.project.relative(self.paths.pin)

    def ends(self) -> Mapping[str, str]:
        """The data that ends a stream, by operation ("POST /v1/x")."""
        rows = self.settings.operations.items()
        return {name: each.stream.end for name, each in rows if each.stream and each.stream.end}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A pin after its overlay: `spec` is the corrected document, `document` what the engines get.

    `findings` are the repairs, and the overlay's actions that match nothing (`unused`).
    """

    spec: JsonObject
    document: Document
    findings: tuple[Finding, ...]
    unused: tuple[Finding, ...]


def typed_spec(api: Api, corrected: Corrected) -> TypedDocument:
    """The corrected document as the model that recordings are judged by."""
    from nemogen.openapi.read_document import read_value

    return read_value(corrected.spec, api.pin_file).document


def read_api(project: Project, name: str) -> Api:
    """The API `name` of the project. Raises ConfigError, LockError, SpecError or CouldNot."""
    paths = project.paths(name)
    return Api(
        name,
        project,
        paths,
        project.settings(name),
        store.read_pin(project, name),
        _read_overlay(project, paths.overlay),
        store.read_notes(project, name),
        store.read_lock(project, name),
        store.read_releases(project, name),
    )


def _read_overlay(project: Project, path: Path) -> bytes | None:
    return read_bounded(path, project.relative(path)) if os.path.lexists(path) else None


def overlaid(api: Api, content: bytes, file: str) -> tuple[JsonObject, tuple[Finding, ...]]:
    """`content` as an OpenAPI document with the API's overlay applied, and the findings of both steps.

    Raises SpecError or OverlayError.
    """
    from nemogen.source.load import load, require_openapi
    from nemogen.source.overlay import apply
    from nemogen.source.overlay_file import read_overlay

    loaded = load(content, file)
    spec = require_openapi(loaded)
    if api.overlay is None:
        return spec, loaded.findings
    overlay = read_overlay(api.overlay, api.project.relative(api.paths.overlay))
    corrected, findings = apply(spec, overlay)
    if not isinstance(corrected, Mapping):
        raise SpecError("the overlay leaves no document", remedy="Correct the actions whose target is $.")
    return corrected, (*loaded.findings, *findings)


def correct(api: Api, content: bytes, file: str | None = None) -> Corrected:
    """`content` as the document that the engines get; `file` is its name in messages, the pin's where there is none.

    Raises SpecError, OverlayError or NameClash.
    """
    from nemogen.naming.prepare import prepare
    from nemogen.source.positions import with_positions

    file = file or api.pin_file
    spec, found = overlaid(api, content, file)
    names = {key: each.name for key, each in api.settings.operations.items() if each.name}
    package = api.settings.package
    document = prepare(spec, file, names, reserved=(package.client, package.async_client))
    findings = with_positions((*found, *document.findings), {file: content})
    return Corrected(spec, document, findings, tuple(each for each in findings if each.id == "overlay-action-unused"))


def recordings_of(api: Api) -> tuple[Recording, ...]:
    """The recordings of the API, none where there is no folder. Raises RecordingError."""
    folder = api.paths.recordings
    if not folder.is_dir():
        return ()
    from nemogen.recordings.store import load_recordings

    return load_recordings(folder, shown_as=api.project.relative(folder))
