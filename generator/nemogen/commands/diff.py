"""`diff`: two documents, each a file, a URL, an API's pin, or GITREF:path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nemogen.commands.policy import Policy, PolicyFile, own_files, read_policy, today
from nemogen.commands.spec_changes import Side, changes_between
from nemogen.errors import ConfigError, Location, SpecError
from nemogen.findings import Level
from nemogen.project import Project
from nemogen.report.model import ApiReport, Report, Subject, state_of


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """`fail_on`: the lowest level that fails; `approvals` and `severity` go before those of the API's own folder.

    With `source` a client is generated from both documents, and compared too; `project_code`: with the project's own
    templates where it has any.
    """

    fail_on: Level | None = None
    source: bool = False
    approvals: Path | None = None
    severity: Path | None = None
    project_code: bool = True


def diff(base: str, revision: str, options: DiffOptions, given: Path | None) -> Report:
    """The findings between the two documents, by the policy of the API that they are of, where they are one's own.

    Raises SpecError, NetworkError, GitError or ConfigError.
    """
    from nemogen.commands.clients import api_of, source_subject, version_table
    from nemogen.diff.rules import RULES

    project = _project(given)
    name = _named(project, base, revision)
    policy = _policy(project, name, options)
    sides = _sides(_read(base, given), _read(revision, given))
    wire = policy.levelled(changes_between(*sides, today()))
    approved = policy.accept_changes(wire)
    subjects = [Subject("wire", state_of(approved.open), "", approved.open, approved.accepted)]
    source = None
    if options.source:
        source = source_subject(*sides, api_of(project, name), wire, policy, project_code=options.project_code)
        subjects.append(source)
    findings = (*wire, *source.findings, *source.accepted) if source else wire
    # An approval that was given for just these two documents has to be used; one of the API may be of another change.
    subjects += policy.approvals_of_changes(findings, RULES if options.approvals else ())
    tables = (version_table(wire, source),) if sides[0].content != sides[1].content else ()
    api = ApiReport("", tuple(subjects), tables=tables)
    return Report("diff", (api,), options.fail_on)


def _named(project: Project | None, *documents: str) -> str | None:
    """The API that the documents are of, if it is one and the same."""
    named = {name for text in documents if project and (name := _api_of(text, project)) is not None}
    return named.pop() if len(named) == 1 else None


def _policy(project: Project | None, name: str | None, options: DiffOptions) -> Policy:
    approvals, severity = None, None
    if project and name:
        project.refuse_links(name)
        approvals, severity = own_files(project, name)
    if options.approvals is not None:
        approvals = PolicyFile(options.approvals, str(options.approvals))
    if options.severity is not None:
        severity = PolicyFile(options.severity, str(options.severity))
    return read_policy(approvals, severity)


def _api_of(text: str, project: Project) -> str | None:
    """The API whose pin is meant, now or at a commit; None for any other document."""
    pins = {project.relative(project.paths(name).pin): name for name in project.apis()}
    path = Path(text)
    inside = project.relative(path.resolve()) if _is_file(path) else text.partition(":")[2]
    return text if text in pins.values() and not _is_file(path) else pins.get(inside)


def rules() -> str:
    """The table of rules as lines of text, sorted by id: id, level, side and meaning.

    The side is who sends what a rule is about: request, response, both or none.
    """
    from nemogen.diff.python.rules import SOURCE_RULES
    from nemogen.diff.rules import RULES

    found = [(rule.id, rule.level, rule.direction, rule.message) for rule in RULES.values()]
    found += [(rule.id, rule.level, rule.direction, rule.meaning) for rule in SOURCE_RULES.values()]
    rows = [("id", "level", "side", "meaning"), *sorted(found)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ("  ".join((*map(str.ljust, row, widths), row[3])) for row in rows)
    return "".join(f"{line}\n" for line in lines)


def _sides(*read: tuple[str, bytes]) -> tuple[Side, Side]:
    """The documents parsed, but for two of the same bytes, between which there is nothing to find."""
    from nemogen.source.load import load

    (_, one), (_, other) = read
    same = one == other
    base, revision = (Side(name, content, None if same else load(content, name).value) for name, content in read)
    return base, revision


def _read(text: str, given: Path | None) -> tuple[str, bytes]:
    """The name to show and the bytes: of a URL, a file, an API's pin or a file at a commit, whichever fits first."""
    from nemogen.source.bounded_read import read_bounded

    if text.startswith(("https://", "http://")):
        return _download(text, given)
    path = Path(text)
    if _is_file(path):
        return text, read_bounded(path, text)
    project = _project(given)
    if project is not None and text in project.apis():
        project.refuse_links(text)
        pin = project.paths(text).pin
        return project.relative(pin), read_bounded(pin, project.relative(pin))
    ref, colon, inside = text.partition(":")
    if colon and ref and inside:
        from nemogen.publish.git import Repository

        return text, Repository.find((project.root if project else Path.cwd()).resolve()).show(ref, inside)
    remedy = "Give a file, a URL, an API's name, or GITREF:path."
    raise SpecError("no such spec", where=Location(text[:200]), remedy=remedy)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


def _project(given: Path | None) -> Project | None:
    """The project that --project names, else the one around, if there is one. Raises ConfigError for a wrong name."""
    if given is not None:
        return Project.find(given)
    try:
        return Project.find()
    except ConfigError:
        return None


def _download(url: str, given: Path | None) -> tuple[str, bytes]:
    from nemogen.config import UrlSource
    from nemogen.http.client import Http
    from nemogen.http.urls import shown
    from nemogen.source.fetch import fetch

    with Http() as http:
        fetched = fetch(UrlSource(url), None, http, Project((given or Path.cwd()).resolve()), {})
    assert fetched.content is not None, "nothing was known that a host could compare with"
    return shown(url), fetched.content
