"""`fetch`: bring the pin up to date and say what changed; the package stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nemogen.assets import Assets, find_assets
from nemogen.commands.api import read_api
from nemogen.commands.isolate import each
from nemogen.commands.sync import recovered
from nemogen.commands.upstream import arrive, moved, source_at_fault
from nemogen.findings import Level
from nemogen.http.failures import NotFound
from nemogen.project import Project
from nemogen.publish.write import Checkout, locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject


def fetch(project: Project, names: tuple[str, ...], *, dry_run: bool, notify: Callable[[str], None]) -> Report:
    """The pins of these APIs as upstream has them now; with `dry_run` nothing is written, and any change fails.

    Raises ConfigError for an API that is not there, WriteError.
    """
    chosen, assets = project.select(names), find_assets(project)
    if dry_run:
        return Report("fetch", each(chosen, "upstream", partial(_fetch, project, assets, None)), Level.UNREACHABLE)
    with locked(project.root, wait=60, on_wait=notify, on_recovery=lambda done: notify(recovered(done))) as checkout:
        return Report("fetch", each(chosen, "upstream", partial(_fetch, project, assets, checkout)))


def _fetch(project: Project, assets: Assets, checkout: Checkout | None, name: str) -> ApiReport:
    api = read_api(project, name)
    try:
        found = arrive(api)
    except NotFound as error:
        return ApiReport(name, (source_at_fault(api, error),))
    if not found.moved:
        findings = (*found.findings, *api.lock_notes())
        return ApiReport(name, (Subject("upstream", State.UP_TO_DATE, findings=findings),))
    subjects = moved(api, found, assets)
    if checkout is not None:
        write_tree({api.pin_file: found.content, **dict.fromkeys(api.other_pins())}, checkout)
    return ApiReport(name, subjects)
