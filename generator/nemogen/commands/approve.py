"""`approve FINGERPRINT… --reason TEXT`: accept findings; an entry each at the end of specs/<api>/approvals.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from nemogen.approvals import Table, read_approvals
from nemogen.assets import Assets, find_assets
from nemogen.commands.api import Api, read_api
from nemogen.commands.baseline import baseline, find_repository
from nemogen.commands.build import make
from nemogen.commands.check import CheckOptions, check
from nemogen.commands.json_schemas import missing_schemas
from nemogen.commands.upstream import pinned_source
from nemogen.errors import ConfigError, NemogenError, Problem
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.schema_files import schema_comment
from nemogen.source.bounded_read import read_bounded
from nemogen.text_safety import in_toml, plain

_FIRST_LINE: Final = schema_comment("approvals").encode()
_SHORTEST: Final = 6
"""Digits of a fingerprint that are enough, where they mean one finding."""


@dataclass(frozen=True, slots=True)
class ApproveOptions:
    """Why the findings are accepted, and until which day (None: without an end); `offline` as for `check`."""

    reason: str
    until: date | None = None
    offline: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A finding that can be approved."""

    api: str
    table: Table
    finding: Finding


def approve(
    project: Project, fingerprints: tuple[str, ...], options: ApproveOptions, notify: Callable[[str], None]
) -> Report:
    """Accept each finding with one of these fingerprints (or the first digits of one), all or none.

    Raises ConfigError if a fingerprint matches no open finding, or several, and WriteError.
    """
    if not options.reason.strip():
        raise ConfigError("the reason is empty", remedy='Say why the finding is accepted: --reason "…".')
    notify("looking for the findings")
    found = list(_open_findings(project, options.offline))
    chosen = _choose(fingerprints, found)
    contents = {}
    for name in dict.fromkeys(each.api for each in chosen):
        path = project.paths(name).approvals
        file = project.relative(path)
        before = read_bounded(path, file) if path.exists() else b""
        mine = [each for each in chosen if each.api == name]
        contents[file] = _with_entries(before, mine, options)
        read_approvals(contents[file], file)
    if any(content.startswith(_FIRST_LINE) for content in contents.values()):
        contents |= missing_schemas(project.root)
    with locked(project.root, wait=60, on_wait=notify) as checkout:
        write_tree(contents, checkout)
    names = dict.fromkeys(each.api for each in chosen)
    return Report("approve", tuple(_report(name, chosen, found) for name in names))


def _open_findings(project: Project, offline: bool) -> Iterator[_Open]:
    """What `check` finds, and what changed in a pinned spec that was fetched and is not generated yet."""
    assets = find_assets(project)
    for report in check(project, (), CheckOptions(offline=offline)).apis:
        found = [*report.changes, *_pending_changes(project, assets, report.name)]
        for finding in {each.fingerprint: each for each in found}.values():
            if finding.area == "recordings":
                yield _Open(report.name, "recording", finding)
            elif finding.can_be_approved:
                yield _Open(report.name, "change", finding)


def _pending_changes(project: Project, assets: Assets, name: str) -> tuple[Finding, ...]:
    try:
        api = read_api(project, name)
        return _changes_of_pin(api, assets) if api.pin is not None else ()
    except NemogenError:  # check says what is wrong there
        return ()


def _changes_of_pin(api: Api, assets: Assets) -> tuple[Finding, ...]:
    assert api.pin is not None, "there is one to look at"
    made = make(api, api.pin, pinned_source(api), assets, baseline(api, find_repository(api)))
    return (*made.wire.changes, *made.source)


def _choose(fingerprints: tuple[str, ...], found: list[_Open]) -> list[_Open]:
    problems, chosen = [], []
    for wanted in dict.fromkeys(fingerprints):
        matching = [each for each in found if each.finding.fingerprint.startswith(wanted.lower())]
        distinct = {each.finding.fingerprint for each in matching}
        if len(distinct) == 1 and len(wanted) >= _SHORTEST:  # of several APIs too, where all have the change
            chosen += matching
        elif len(matching) > 1:
            names = ", ".join(f"{each.finding.fingerprint} ({each.api})" for each in matching[:4])
            problems.append(Problem(f"{wanted} is of several findings: {names}", remedy="Give more digits."))
        else:
            remedy = "nemogen check --verbose shows the fingerprint of each finding."
            problems.append(Problem(f"no open finding has the fingerprint {wanted}", remedy=remedy))
    if problems:
        raise ConfigError.of(problems)
    return chosen


def _with_entries(content: bytes, chosen: list[_Open], options: ApproveOptions) -> bytes:
    """The file with the entries at its end: everything that a person wrote, comments too, stays byte for byte."""
    text = content.decode("utf-8", "surrogateescape")
    text = text or _FIRST_LINE.decode()
    blocks = [text if text.endswith("\n") else f"{text}\n"]
    for each in chosen:
        finding = each.finding
        about = plain(f"{finding.level}: {': '.join(filter(None, (finding.operation, finding.message)))}")
        entry = f"# {' '.join(about.split())[:150]}\n[[{each.table}]]\nfingerprint = {in_toml(finding.fingerprint)}\n"
        entry += f"reason = {in_toml(options.reason.strip())}\n"
        blocks.append(entry + (f"until = {options.until.isoformat()}\n" if options.until else ""))
    return "\n".join(filter(None, blocks)).encode("utf-8", "surrogateescape")


def _report(name: str, chosen: list[_Open], found: list[_Open]) -> ApiReport:
    accepted = tuple(each.finding for each in chosen if each.api == name)
    count = "1 finding" if len(accepted) == 1 else f"{len(accepted)} findings"
    why = f"{count} accepted in specs/{name}/approvals.toml"
    done = Subject("approvals", State.DONE, why, accepted=accepted)
    breaking = {each.finding.fingerprint for each in found if each.api == name and each.finding.level is Level.BREAKING}
    left = len(breaking - {each.fingerprint for each in accepted})
    if not left:
        return ApiReport(name, (done,))
    return ApiReport(name, (done, Subject("breaking", State.SKIPPED, f"{left} not accepted yet")))
