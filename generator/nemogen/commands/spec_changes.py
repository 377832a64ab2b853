"""What differs between two documents, with the names that their files have for the user and with lines and columns."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from nemogen.change_policy import DEFAULT_POLICY, ChangePolicy
from nemogen.commands.api import Api, overlaid, recordings_of
from nemogen.commands.collecting import without_collecting
from nemogen.commands.policy import policy_of, today
from nemogen.document import Json
from nemogen.errors import Location, RecordingError, SpecError
from nemogen.findings import IN_BASE, Finding
from nemogen.light_dataclasses import dataclass

if TYPE_CHECKING:
    from nemogen.openapi.read_document import ReadDocument
    from nemogen.source.bundle import Bundle

CORRECTED, REFUSED = "spec-corrected", "spec-rejects-response"
"""The two things that the recordings may say of a new document."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the name to show, its bytes, and its parsed value, which an overlay may have corrected.

    `bundle` is set for a document of several files, so that locations are in these. `read` is the value as a model,
    where it was read to be compared.
    """

    name: str
    content: bytes
    value: Json
    bundle: Bundle | None = None
    read: ReadDocument | None = None

    def texts(self) -> Mapping[str, bytes]:
        """The files that its locations are in, by their names."""
        if self.bundle is None:
            return {self.name: self.content}
        return {self.name: self.bundle.root, **{each.file: each.content for each in self.bundle.files.values()}}

    def location(self, pointer: str) -> Location:
        """The location, in the file that a person reads, of a pointer of the value."""
        return Location(self.name, pointer) if self.bundle is None else self.bundle.original(pointer, self.name)


@dataclass(frozen=True, slots=True)
class Wire:
    """The changes on the wire, and the verdicts of the API's recordings about them: the findings of `judge_both`."""

    changes: tuple[Finding, ...] = ()
    verdicts: tuple[Finding, ...] = ()


def changes_between(
    base: Side, revision: Side, today: datetime.date | None = None, policy: ChangePolicy = DEFAULT_POLICY
) -> tuple[Finding, ...]:
    """The findings, worst first; none where both have the same bytes. `today` decides whether a sunset has passed, and
    `policy` what the API's project asks for beyond."""
    return changes_and_models(base, revision, today, policy)[0]


def changes_and_models(
    base: Side, revision: Side, today: datetime.date | None, policy: ChangePolicy
) -> tuple[tuple[Finding, ...], ReadDocument | None, ReadDocument | None]:
    """As `changes_between`, with the models that were read of the two sides; None for one that was not read."""
    from nemogen.diff.compare import compare_and_read

    if base.content == revision.content:
        return (), None, None
    with without_collecting():
        compared = compare_and_read(base.value, revision.value, policy=policy, today=today)
    return place_findings(compared.findings, base, revision), compared.base, compared.revision


def place_findings(findings: Iterable[Finding], base: Side, revision: Side) -> tuple[Finding, ...]:
    """The findings with the names of the two documents where a location says "base" or "revision", and with lines."""
    from nemogen.source.positions import with_positions

    old = replace(base, name=f"{base.name}{IN_BASE}") if base.name == revision.name else base
    found = (_placed(finding, old, revision) for finding in findings)
    return with_positions(found, {**old.texts(), **revision.texts()})


def wire_changes(api: Api, base: bytes, revision: bytes, source: str | None = None) -> Wire:
    """What changes from one pin of `api` to another as its client sees them: with the overlay applied to both.

    `source` is where the revision can be read, as long as it is not the pin on disk: the base is that then.
    Levels are the project's own where it has any, and a change that only says what the API always did is less than
    breaking. Raises OverlayError or ConfigError.
    """
    if base == revision:
        return Wire()
    old = _corrected(api, base, api.pin_file if source else f"{api.pin_file}{IN_BASE}")
    new = _corrected(api, revision, source or api.pin_file)
    changes = policy_of(api).levelled(changes_between(old, new, today(), api.settings.policy))
    verdicts = _verdicts(api, old, new)
    if not verdicts:
        return Wire(changes)
    from nemogen.recordings.corrections import explain

    return Wire(explain(changes, verdicts), verdicts)


def _verdicts(api: Api, base: Side, revision: Side) -> tuple[Finding, ...]:
    try:
        recordings = recordings_of(api)
    except RecordingError:  # the subject of the recordings reports it; the changes are reported without verdicts
        return ()
    if not recordings:
        return ()
    from nemogen.openapi.read_document import read_value
    from nemogen.recordings.corrections import judge_both
    from nemogen.source.positions import with_positions

    files = (base.name, revision.name)
    try:
        old, new = (read_value(side.value, side.name).document for side in (base, revision))
    except SpecError:  # what is not OpenAPI is compared as it is, and recordings say nothing of it
        return ()
    found = judge_both(recordings, old, new, files=files, ends=api.ends())
    return with_positions(found, {files[0]: base.content, files[1]: revision.content} | recorded_files(api, found))


def recorded_files(api: Api, findings: tuple[Finding, ...]) -> dict[str, bytes]:
    """The content of every recording that the findings have a location in, by the path that they show."""
    folder = api.project.relative(api.paths.recordings)
    files = {
        location.file for each in findings for location in (each.revision, *each.locations) if location is not None
    }
    return {file: (api.project.root / file).read_bytes() for file in files if file.startswith(f"{folder}/")}


def _corrected(api: Api, content: bytes, name: str) -> Side:
    return corrected_side(api, Side(name, content, None))


def corrected_side(api: Api, side: Side) -> Side:
    """The side as the client of `api` sees it, with overlay, security and selected operations of its settings.

    A document that is not OpenAPI, or that the overlay does not fit, is compared as it is. Raises OverlayError or
    ConfigError.
    """
    try:
        value: Json = overlaid(api, side.content, side.name)[0]
    except SpecError:
        from nemogen.source.load import load

        value = load(side.content, side.name).value
    return replace(side, value=value)


def _placed(finding: Finding, base: Side, revision: Side) -> Finding:
    """The finding with the documents' names where the diff says "base" and "revision"."""
    sides = {"base": base, "revision": revision}

    def named(location: Location | None) -> Location | None:
        side = sides.get(location.file) if location else None
        return side.location(location.pointer) if location and side else location

    locations = tuple(location for location in map(named, finding.locations) if location)
    return replace(finding, base=named(finding.base), revision=named(finding.revision), locations=locations)
