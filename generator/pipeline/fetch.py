"""`fetch`: bring the pin up to date and say what changed; the package stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from generator.errors import NemogenError
from generator.ir import Level
from generator.pipeline.apis import Api, read_api
from generator.pipeline.sync import fetch as fetch_api
from generator.pipeline.sync import moved
from generator.project import Project
from generator.publish.write import Checkout, locked, write_tree
from generator.report.model import ApiReport, Report, State, Subject, subject_of_error


def fetch(project: Project, names: tuple[str, ...], *, dry_run: bool, tell: Callable[[str], None]) -> Report:
    """The pins of these APIs as upstream has them now; with `dry_run` nothing is written."""
    chosen = project.select(names)
    if dry_run:
        return Report("fetch", tuple(_guarded(project, name, None) for name in chosen), Level.UNREACHABLE)
    with locked(project.root, wait=60, on_wait=tell) as checkout:
        return Report("fetch", tuple(_guarded(project, name, checkout) for name in chosen))


def _guarded(project: Project, name: str, checkout: Checkout | None) -> ApiReport:
    try:
        return ApiReport(name, (_fetch(read_api(project, name), checkout),))
    except NemogenError as error:
        return ApiReport(name, (subject_of_error("upstream", error),))


def _fetch(api: Api, checkout: Checkout | None) -> Subject:
    from generator.spec.load import load, require_openapi

    fetched = fetch_api(api)
    if fetched.content is None or fetched.content == api.pin:
        return Subject("upstream", State.IN_STEP, findings=fetched.findings)
    require_openapi(load(fetched.content, api.pin_file))
    subject = moved(api, fetched)
    if checkout is not None:
        write_tree({api.pin_file: fetched.content}, checkout)
    return subject
