"""`diff`: two documents, each a file, a URL, an API's pin, or GITREF:path."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import ConfigError, NemogenError, Place, SpecError
from generator.ir import Finding, Json, Level
from generator.project import Project
from generator.report.model import ApiReport, Report, Subject, state_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents: its bytes, the name to show, and its parsed value (None where it cannot be parsed)."""

    name: str
    content: bytes
    value: Json


def diff(base: str, revision: str, fail_on: Level | None, given: Path | None) -> Report:
    """The findings between the two documents. Raises SpecError, NetworkError, GitError or ConfigError."""
    from generator.diff.compare import compare
    from generator.spec.locate import with_positions

    old, new = _side(base, given), _side(revision, given)
    if old.content == new.content:
        return _report((), fail_on)
    if new.name == old.name:
        old = replace(old, name=f"{old.name} (base)")
    today = datetime.datetime.now(datetime.UTC).date()
    found = (_placed(finding, old.name, new.name) for finding in compare(old.value, new.value, today=today))
    return _report(with_positions(found, {old.name: old.content, new.name: new.content}), fail_on)


def _report(findings: tuple[Finding, ...], fail_on: Level | None) -> Report:
    return Report("diff", (ApiReport("", (Subject("wire", state_of(findings), findings=findings),)),), fail_on)


def _placed(finding: Finding, base: str, revision: str) -> Finding:
    """The finding with the documents' names where the diff says "base" and "revision"."""
    names = {"base": base, "revision": revision}

    def named(place: Place | None) -> Place | None:
        return replace(place, file=names.get(place.file, place.file)) if place else None

    places = tuple(place for place in map(named, finding.places) if place)
    return replace(finding, base=named(finding.base), revision=named(finding.revision), places=places)


def _side(text: str, given: Path | None) -> Side:
    from generator.spec.load import load

    name, content = _read(text, given)
    return Side(name, content, load(content, name).value)


def _read(text: str, given: Path | None) -> tuple[str, bytes]:
    from generator.spec.files import read_bounded

    if text.startswith(("https://", "http://")):
        return text, _download(text, given)
    path = Path(text)
    if path.is_file():
        return text, read_bounded(path, text)
    try:
        project = Project.find(given)
    except NemogenError:
        project = None
    if project is not None and text in project.apis():
        pin = project.paths(text).pin
        return project.relative(pin), read_bounded(pin, project.relative(pin))
    ref, colon, inside = text.partition(":")
    if colon and ref and inside:
        from generator.publish.git import Repository

        return text, Repository.find((project.root if project else Path.cwd()).resolve()).show(ref, inside)
    raise SpecError(
        "there is no such document", where=Place(text), remedy="Give a file, a URL, an API's name, or GITREF:path."
    )


def _download(url: str, given: Path | None) -> bytes:
    from generator.config import UrlSource
    from generator.spec.fetch import fetch
    from generator.spec.http import Http

    with Http() as http:
        fetched = fetch(UrlSource(url), None, http, Project((given or Path.cwd()).resolve()))
    if fetched.content is None:
        raise ConfigError("the host says that nothing changed, though nothing is known", where=Place(url))
    return fetched.content
