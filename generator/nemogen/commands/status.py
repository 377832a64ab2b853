"""`nemogen` alone, and `list`: each API with its version, how old its pinned spec is, and its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from nemogen.commands.api import Api, read_api
from nemogen.commands.check import CheckOptions, check
from nemogen.config import GitHubSource, Source, UrlSource, address_of
from nemogen.errors import GitError, NemogenError
from nemogen.http.urls import shown
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.publish.git import Repository
from nemogen.report.model import ApiReport, Report, State, Subject, Table


@dataclass(frozen=True, slots=True)
class ListedApi:
    """One line of `list`. `version` and `source` are empty where a file that says it cannot be read."""

    name: str
    version: str
    source: str


def status(project: Project) -> Report:
    """The state of each API, without a request to upstream. An outdated package is reported, not a failure.

    Raises ToolError without templates.
    """
    if not project.apis():
        why = "no API yet"
        return Report("status", (ApiReport("", (Subject("apis", State.DONE, why),)),))
    found = check(project, (), CheckOptions(offline=True))
    apis = (_with_facts(project, _without_option(each)) for each in found.apis)
    return replace(found, command="status", apis=tuple(apis))


def _without_option(report: ApiReport) -> ApiReport:
    """The row of upstream names a command, not an option, as the user passed none."""
    named = Subject("upstream", State.SKIPPED, "nemogen check looks at it")
    subjects = (named if each == _OFFLINE else each for each in report.subjects)
    return replace(report, subjects=tuple(subjects))


_OFFLINE = Subject("upstream", State.SKIPPED, "--offline")


def list_apis(project: Project) -> tuple[ListedApi, ...]:
    """Every API of the project, by name."""
    return tuple(_listed(project, name) for name in project.apis())


def source_text(source: Source) -> str:
    """The source as a person would write it."""
    if isinstance(source, GitHubSource):
        return f"https://github.com/{source.repository}/blob/{source.branch}/{source.path}"
    return shown(source.url) if isinstance(source, UrlSource) else address_of(source)


def _listed(project: Project, name: str) -> ListedApi:
    try:
        api = read_api(project, name)
    except NemogenError:
        return ListedApi(name, "", "")
    return ListedApi(name, api.lock.package_version if api.lock else "", source_text(api.settings.source))


def _with_facts(project: Project, report: ApiReport) -> ApiReport:
    try:
        api = read_api(project, report.name)
    except NemogenError:
        return report
    version, age = api.lock.package_version if api.lock else "", _age_of_pin(api)
    pinned = "not pinned yet" if age is None else f"pinned {_days(age)}"
    data = {"version": version, "pinned_days_ago": age, "source": source_text(api.settings.source)}
    text = ", ".join(filter(None, (f"version {version}" if version else "", pinned)))
    return replace(report, tables=(Table("status", text, data),))


def _age_of_pin(api: Api) -> int | None:
    """Days since the pinned spec changed: by its last commit where git knows it, else by the file."""
    if api.pin is None:
        return None
    changed = datetime.fromtimestamp(api.paths.pin.stat().st_mtime, UTC)
    try:
        repository = Repository.find(api.project.root)
        log = repository.git(
            "log", "-1", "--format=%cI", "--", api.pin_file, failure="git cannot read the history"
        ).line
        if log and not repository.changes((api.pin_file,)):
            changed = datetime.fromisoformat(log)
    except (GitError, ValueError):
        pass
    return max(0, (datetime.now(UTC) - changed).days)


def _days(count: int) -> str:
    return "today" if count == 0 else "1 day ago" if count == 1 else f"{count} days ago"
