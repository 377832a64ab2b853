"""What differs between two documents, with the names that their files have for the user and with lines and columns."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from generator.errors import Place, SpecError
from generator.ir import Finding, Json
from generator.pipeline.apis import Api, overlaid


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the name to show, its bytes, and its parsed value, which an overlay may have corrected."""

    name: str
    content: bytes
    value: Json


def changes_between(base: Side, revision: Side, today: datetime.date | None = None) -> tuple[Finding, ...]:
    """The findings, worst first; none where both have the same bytes. `today` decides whether a sunset has passed."""
    from generator.diff.compare import compare
    from generator.spec.locate import with_positions

    if base.content == revision.content:
        return ()
    old = replace(base, name=f"{base.name} (base)") if base.name == revision.name else base
    found = (_placed(finding, old.name, revision.name) for finding in compare(old.value, revision.value, today=today))
    return with_positions(found, {old.name: old.content, revision.name: revision.content})


def wire_changes(api: Api, base: bytes, revision: bytes) -> tuple[Finding, ...]:
    """What changes from one pin of `api` to another as its client sees them: with the overlay applied to both.

    Raises OverlayError.
    """
    return changes_between(_corrected(api, base), _corrected(api, revision)) if base != revision else ()


def _corrected(api: Api, content: bytes) -> Side:
    """A document that is no OpenAPI, or that the overlay does not fit, is compared as it is."""
    try:
        value: Json = overlaid(api, content, api.pin_file)[0]
    except SpecError:
        from generator.spec.load import load

        value = load(content, api.pin_file).value
    return Side(api.pin_file, content, value)


def _placed(finding: Finding, base: str, revision: str) -> Finding:
    """The finding with the documents' names where the diff says "base" and "revision"."""
    names = {"base": base, "revision": revision}

    def named(place: Place | None) -> Place | None:
        return replace(place, file=names.get(place.file, place.file)) if place else None

    places = tuple(place for place in map(named, finding.places) if place)
    return replace(finding, base=named(finding.base), revision=named(finding.revision), places=places)
