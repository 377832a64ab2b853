"""Upstream: what it has now, how that compares with the pin, and where the document went if it was removed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from nemogen.assets import Assets
from nemogen.commands.api import Api
from nemogen.commands.build import package_of
from nemogen.commands.code_of_pin import released_document
from nemogen.commands.isolate import failed
from nemogen.commands.policy import Policy, policy_of, reported_rules
from nemogen.commands.recordings import lenient
from nemogen.commands.source_changes import source_changes
from nemogen.commands.spec_changes import CORRECTED, REFUSED, Wire, wire_changes
from nemogen.config import CommandSource, FileSource, GitHubSource, address_of
from nemogen.config_schema import lines_of
from nemogen.document import Fetched, Provenance
from nemogen.errors import InputFault, Location, NemogenError, NetworkError, Problem, SpecError
from nemogen.findings import Finding, Level
from nemogen.http.failures import NotFound
from nemogen.http.urls import shown
from nemogen.light_dataclasses import dataclass
from nemogen.report.model import State, Subject, state_of
from nemogen.source.file_hashes import sha256

UNCHANGED_CONTRACT = "upstream moved, and means the same"


@dataclass(frozen=True, slots=True)
class Arrived:
    """The document that upstream has now. `moved`: it is not the pin that is on disk."""

    content: bytes
    source: Provenance
    findings: tuple[Finding, ...]
    moved: bool


def arrive(api: Api) -> Arrived:
    """The source of `api` as it is now; where its bytes are those of the pin, with the pin's own provenance.

    Raises NotFound, another NetworkError, SpecError or ConfigError.
    """
    fetched = _fetch(api)
    if fetched.content is not None and fetched.content != api.pin:
        return Arrived(fetched.content, fetched.provenance, fetched.findings, moved=True)
    assert api.pin is not None, "a host says that nothing changed only where a pin is known"
    return Arrived(api.pin, _kept(api, fetched.provenance), fetched.findings, moved=False)


def subjects(api: Api, assets: Assets) -> tuple[Subject, ...]:
    """For `check`: up to date, the level of a change, moved, not found, not a spec any more, not checked (and why).

    The subjects of the Python side, the recordings and the approvals of a change follow.
    """
    if api.pin is None:
        return (Subject("upstream", State.MISSING, f"nothing is pinned yet: nemogen sync {api.name} does it"),)
    if isinstance(api.settings.source, CommandSource) and not assets.project_code:
        return (Subject("upstream", State.SKIPPED, "the source is a command, and not run (--no-project-code)"),)
    try:
        found = arrive(api)
        return moved(api, found, assets) if found.moved else unmoved(api, found)
    except NotFound as error:
        return (not_found(api, error),)
    except SpecError as error:
        return (Subject("upstream", State.NOT_A_SPEC, error.problems[0].what, failed("upstream", error).findings),)
    except NemogenError as error:
        return (failed("upstream", error),)


def unmoved(api: Api, found: Arrived) -> tuple[Subject, ...]:
    """The subjects of an upstream that is as the pin: approvals of changes wait for theirs. Raises ConfigError."""
    upstream = Subject("upstream", State.UP_TO_DATE, findings=found.findings)
    return (upstream, *policy_of(api).approvals_of_changes((), ()))


def moved(api: Api, found: Arrived, assets: Assets) -> tuple[Subject, ...]:
    """The subjects of an upstream that differs from the pin: what changes on the wire, and in the source of callers.

    The package is generated from both, in memory, since a new title or operationId changes only names of Python, and
    since nothing else proves that a change is one of prose. Where that fails, its subject says why.
    Raises SpecError where it is no OpenAPI document, ConfigError.
    """
    from nemogen.source.load import load, require_openapi

    with blaming(api, found):
        require_openapi(load(found.content, api.pin_file))
    if api.pin is None:
        return (Subject("upstream", State.DONE, "pinned for the first time", found.findings),)
    wire, policy = wire_changes(api, api.pin, found.content, shown(found.source.url)), policy_of(api)
    source, code = _source(api, found, wire, assets, policy)
    # Where the package cannot be generated, an approval of what changes in its source cannot be missed.
    rules = reported_rules(wire.changes, code, code_is_known=source.state is State.UP_TO_DATE)
    approvals = policy.approvals_of_changes((*wire.changes, *code), rules)
    approved = policy.accept_changes(code)
    if code:
        source = Subject("source", state_of(approved.open), "", approved.open, approved.accepted)
    return (changed(policy, wire, found), source, *_refusals(wire), *approvals)


def _source(
    api: Api, found: Arrived, wire: Wire, assets: Assets, policy: Policy
) -> tuple[Subject, tuple[Finding, ...]]:
    """What the change means to the source of callers: in step with what is to be approved, or why it is not known."""
    assert api.pin is not None, "a change is one of a pin"
    if assets.refusal:
        return Subject("source", State.SKIPPED, assets.refusal), ()
    try:
        before = package_of(api, api.pin, assets)
        released = partial(released_document, api, api.pin)
        after = package_of(api, found.content, assets, shown(found.source.url), released)
    except NemogenError as error:
        return failed("source", error), ()
    changes = source_changes(api, before, after, wire.changes, policy)
    return Subject("source", State.UP_TO_DATE), tuple(map(_on_disk, changes))


def _on_disk(finding: Finding) -> Finding:
    """The finding with the lines of the package on disk: those of the one that was made of upstream's are nowhere."""
    made = finding.revision and Location(finding.revision.file)
    return replace(finding, revision=None if finding.base else made, locations=())


def at_upstream(api: Api, found: Arrived, finding: Finding) -> Finding:
    """The finding with lines of upstream's document, where it has those of a pinned spec or package never written."""
    where = finding.revision
    if where is None or not found.moved:
        return finding
    if where.file.startswith(f"{api.project.relative(api.paths.generated)}/"):
        return _on_disk(finding)
    if where.file != api.pin_file:
        return finding

    def at_source(each: Location) -> Location:
        """The location in upstream's document; that of a recording is where it is."""
        return replace(each, file=shown(found.source.url)) if each.file == api.pin_file else each

    return replace(finding, revision=at_source(where), locations=tuple(map(at_source, finding.locations)))


@contextmanager
def blaming(api: Api, found: Arrived) -> Iterator[None]:
    """Errors in a document that was just fetched name its source, not the pinned spec that it did not become."""
    try:
        yield
    except InputFault as error:
        if not found.moved:
            raise
        raise type(error).of([_at_source(each, api.pin_file, found.source.url) for each in error.problems]) from error


def _at_source(problem: Problem, pin: str, source: str) -> Problem:
    where = problem.where
    return replace(problem, where=replace(where, file=source)) if where and where.file == pin else problem


def changed(policy: Policy, wire: Wire, found: Arrived) -> Subject:
    """The subject of an upstream that moved, with what that means on the wire, approvals applied."""
    approved = policy.accept_changes(wire.changes)
    corrections = tuple(each for each in wire.verdicts if each.id == CORRECTED)
    why = "upstream moved" if wire.changes else UNCHANGED_CONTRACT
    if corrections:
        why += f", and fixes what the recordings show to be wrong ({len(corrections)} found)"
    findings = (*approved.open, *corrections, *found.findings)
    return Subject("upstream", state_of(approved.open), why, findings, approved.accepted)


def _refusals(wire: Wire) -> tuple[Subject, ...]:
    """Where upstream's document refuses what the API is recorded to answer: then it is the document that is wrong."""
    refused = tuple(lenient(each) for each in wire.verdicts if each.id == REFUSED)
    return (Subject("new spec", state_of(refused), "rejects what the API responds", refused),) if refused else ()


def source_at_fault(api: Api, error: NotFound) -> Subject:
    """For commands that cannot do without upstream's spec: [source] of api.toml names nothing."""
    file = api.project.relative(api.paths.settings)
    line = lines_of(api.paths.settings.read_text(encoding="utf-8")).get(("source",))
    where = Location(file, line=line)
    message = f"{_what_is_missing(error)}; check [source]"
    finding = Finding("source-not-found", Level.ERROR, message, "upstream", key="source", revision=where)
    found = not_found(api, error)
    return replace(found, state=State.AT_FAULT, findings=(finding, *found.findings))


def _what_is_missing(error: NotFound) -> str:
    problem = error.problems[0]
    return f"{problem.where}: {problem.what}" if problem.where else problem.what


def not_found(api: Api, error: NotFound) -> Subject:
    """Removed from its path; a file of equal or similar content elsewhere in the repository is proposed."""
    source, why = api.settings.source, _what_is_missing(error)
    if not isinstance(source, GitHubSource) or api.pin is None:
        return Subject("upstream", State.REMOVED, why)
    from nemogen.http.client import Http
    from nemogen.http.github import GitHub, read_hosts
    from nemogen.source.moved_file import find_moved

    try:
        with Http() as http:
            search = find_moved(GitHub.of(http, read_hosts(os.environ)), source, api.pin)
    except NetworkError as error:
        return Subject("upstream", State.REMOVED, f"{why}; where it went is not known: {error.problems[0].what}")
    if not search.candidates:
        cut = "" if search.complete else "; GitHub lists only a part of the repository, so it may be there still"
        return Subject("upstream", State.REMOVED, why + cut)
    best = search.candidates[0]
    found = tuple(
        Finding("upstream-moved", Level.NOTE, f"{each.path} ({each.similarity:.0%} equal)", "upstream", key=each.path)
        for each in search.candidates
    )
    why = f"{best.path} ({best.similarity:.0%} equal); to follow it, set path in specs/{api.name}/api.toml"
    return Subject("upstream", State.MOVED, why, found)


def pinned_source(api: Api) -> Provenance:
    """Where the pin on disk comes from: as its lock says, or else as the settings do."""
    if (locked := _locked_source(api)) is not None:
        return locked
    source, commit = api.settings.source, api.settings.pin.upstream_commit
    if isinstance(source, GitHubSource):
        url = f"https://github.com/{source.repository}/blob/{commit or source.branch}/{source.path}"
        return Provenance(url, source.repository, source.path, source.branch, commit)
    return Provenance(address_of(source))


def _fetch(api: Api) -> Fetched:
    """Read on condition of what the lock knows. A file that is not there counts as removed, as a page does."""
    from nemogen.http.client import Http
    from nemogen.source.fetch import fetch

    source = api.settings.source
    if isinstance(source, FileSource) and not api.project.source_file(source).exists():
        raise NotFound(
            f"{source.path} is not there", remedy=f"Put it back, or correct file in specs/{api.name}/api.toml."
        )
    with Http() as http:
        return fetch(source, _locked_source(api), http, api.project, os.environ)


def _locked_source(api: Api) -> Provenance | None:
    """The provenance that the lock has, if it is that of the pin on disk."""
    if api.lock is None or api.pin is None or sha256(api.pin) != api.lock.pin:
        return None
    return api.lock.source


def _kept(api: Api, now: Provenance) -> Provenance:
    """The provenance of the lock if only the commit or the ETag changed: the lock stays as it is. Otherwise `now`."""
    locked = _locked_source(api)
    return locked if locked is not None and _origin(locked) == _origin(now) else now


def _origin(source: Provenance) -> tuple[str | None, ...]:
    return (source.repository, source.branch, source.path) if source.repository else (source.url,)
