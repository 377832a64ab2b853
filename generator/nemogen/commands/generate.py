"""`generate --output DIR`: writes the packages into another folder, for inspection; the project is not changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from nemogen.assets import Assets, find_assets
from nemogen.client.engines import load_engines
from nemogen.commands.api import read_api, require_pin
from nemogen.commands.baseline import baseline, find_repository
from nemogen.commands.build import BuiltApi, make
from nemogen.commands.document_subjects import document_subjects
from nemogen.commands.jobs import Desk, Jobs, run_each
from nemogen.commands.unused_settings import refuse_unused_settings
from nemogen.commands.upstream import pinned_source
from nemogen.errors import HandEdited, Location, WriteError
from nemogen.project import Project
from nemogen.publish.recovery import repair
from nemogen.publish.write import Checkout, locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject


def export(
    project: Project, names: tuple[str, ...], folder: Path, *, force: bool, notify: Callable[[str], None], jobs: int = 1
) -> Report:
    """Writes `folder`/API for each of these APIs from its pin: no lock, no release, and nothing is deleted there.

    Raises ConfigError for an API that is not there, ToolError without templates, WriteError.
    """
    if folder.exists() and not folder.is_dir():
        remedy = "Give another --output: a folder, which need not exist yet."
        raise WriteError("--output is a file, and packages are folders", where=Location(str(folder)), remedy=remedy)
    chosen, assets = project.select(names), find_assets(project)
    with locked(folder.absolute(), wait=60, on_wait=notify, transient=True) as checkout:
        work = partial(_export, project, assets, checkout, force)
        desk = Desk(notify, checkout.effects)
        how = Jobs(jobs, partial(load_engines, assets), partial(_repair, checkout))
        return Report("generate", run_each(chosen, "generated", work, desk, how))


def _repair(checkout: Checkout) -> None:
    repair(checkout)


def _export(project: Project, assets: Assets, checkout: Checkout, force: bool, name: str, desk: Desk) -> ApiReport:
    api, checkout = read_api(project, name), replace(checkout, effects=desk.effects)
    target = checkout.root / name
    if target.resolve() == api.paths.generated:
        where = Location(project.relative(api.paths.generated))
        raise WriteError("that is the project's own package", where=where, remedy="Leave --output out.")
    made = make(api, require_pin(api), pinned_source(api), assets, baseline(api, find_repository(api)))
    refuse_unused_settings(api, made.corrected.document)
    if not force:
        _refuse_foreign(made, target)
    with desk.in_turn():
        written = write_tree({f"{name}/{path}": content for path, content in made.files.items()}, checkout)
    exported = Subject("exported", State.DONE, f"{len(written.paths)} files written to {target}")
    return ApiReport(name, (exported, *document_subjects(made)))


def _refuse_foreign(made: BuiltApi, target: Path) -> None:
    """Raises HandEdited for a folder that has files and is not this package: it is not overwritten."""
    module = made.api.settings.package.module
    if target.is_dir() and any(target.iterdir()) and not (target / "src" / module / "provenance.json").is_file():
        what = "the folder holds something else than this package"
        raise HandEdited(
            what, where=Location(str(target)), remedy="Choose another folder, or write into it with --force."
        )
