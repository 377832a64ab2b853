"""`fetch`: bring the pin up to date and say what changed; the package stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.ir import Level
from generator.look import Look, find_look
from generator.pipeline.apis import read_api
from generator.pipeline.attempt import each
from generator.pipeline.sync import recovered
from generator.pipeline.upstream import arrive, gone, moved
from generator.project import Project
from generator.publish.write import Checkout, locked, write_tree
from generator.report.model import ApiReport, Report, State, Subject
from generator.spec.http import Gone


def fetch(project: Project, names: tuple[str, ...], *, dry_run: bool, tell: Callable[[str], None]) -> Report:
    """The pins of these APIs as upstream has them now; with `dry_run` nothing is written, and any change fails.

    Raises ConfigError for an API that is not there, WriteError.
    """
    chosen, look = project.select(names), find_look(project)
    if dry_run:
        return Report("fetch", each(chosen, "upstream", partial(_fetch, project, look, None)), Level.UNREACHABLE)
    with locked(project.root, wait=60, on_wait=tell, on_recovery=lambda done: tell(recovered(done))) as checkout:
        return Report("fetch", each(chosen, "upstream", partial(_fetch, project, look, checkout)))


def _fetch(project: Project, look: Look, checkout: Checkout | None, name: str) -> ApiReport:
    api = read_api(project, name)
    try:
        found = arrive(api)
    except Gone as error:
        return ApiReport(name, (gone(api, error.problems[0].what),))
    if not found.moved:
        return ApiReport(name, (Subject("upstream", State.IN_STEP, findings=found.findings),))
    subjects = moved(api, found, look)
    if checkout is not None:
        write_tree({api.pin_file: found.content}, checkout)
    return ApiReport(name, subjects)
