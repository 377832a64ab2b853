"""`check`: reports whether everything is up to date, and why not. Writes nothing. Cheap to import.

Hashes against the lock come first: where nothing changed since it was written, not even the settings are read, and what
reads an API is not imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from nemogen.assets import find_assets, has_templates
from nemogen.commands.as_locked import LockedApi, read_as_locked
from nemogen.commands.check_options import CheckOptions as CheckOptions
from nemogen.commands.spread import look_at_each
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.publish.private_folder import half_done
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.source.store import hash_assets


def check(project: Project, names: tuple[str, ...], options: CheckOptions) -> Report:
    """A report with every subject of every API, also where an earlier one failed.

    Raises ConfigError for an API that is not there, ToolError without templates.
    """
    assets = find_assets(project, project_code=options.project_code)
    fail_on = Level.UNREACHABLE if options.strict else Level.ADDITIVE
    chosen = project.select(names)
    hashes = hash_assets(assets) if options.offline and not options.full else None
    found = look_at_each(chosen, partial(_in_step, project, hashes), options.jobs) if hashes else dict.fromkeys(chosen)
    others = tuple(name for name in chosen if found[name] is None)
    if others:
        from nemogen.commands.check_api import check_apis

        found |= {report.name: report for report in check_apis(project, assets, options, others)}
    apis = (report for report in found.values() if report is not None)
    return Report("check", (*apis, *(() if names else _without_settings(project))), fail_on)


def _in_step(project: Project, hashes: tuple[str, str], name: str) -> ApiReport | None:
    """The report of an API in which nothing changed, None where it has to be read. `hashes` are those of templates and
    runtime."""
    if half_done(project.root):
        return None
    locked = read_as_locked(project, name, hashes)
    if locked is None or locked.recordings is None:
        return None
    return ApiReport(name, (*_subjects_in_step(locked), locked.recordings))


def _subjects_in_step(locked: LockedApi) -> Iterator[Subject]:
    """The subjects of `check_api` for an API without a change, up to the recordings."""
    yield Subject("upstream", State.SKIPPED, "--offline")
    yield Subject("lock", State.OK)
    yield from (Subject(name, State.UP_TO_DATE) for name in ("engines", "generated", "overlay"))
    if has_templates(locked.project):
        from nemogen.commands.templates import subject_of_templates

        yield from subject_of_templates(locked.project)


def _without_settings(project: Project) -> Iterator[ApiReport]:
    """Folders of an API whose api.toml was removed: left out, they would read as green."""
    for lock in sorted(project.root.glob("specs/*/lock.json")):
        settings = lock.with_name("api.toml")
        if not settings.is_file():
            file = project.relative(settings)
            why = f"{file} is missing: restore it from git, or delete the folders of this API"
            finding = Finding("settings-missing", Level.ERROR, why, area="check", revision=Location(file), key=file)
            subject = Subject("settings", State.MISSING, why, (finding,))
            yield ApiReport(lock.parent.name, (subject,))
