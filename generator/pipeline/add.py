"""`add`: another API, from its source to its first package."""

from __future__ import annotations

from collections.abc import Callable

from generator.config import initial_toml
from generator.errors import ConfigError, Place
from generator.pipeline.delivery import Delivery
from generator.pipeline.sync import SyncOptions, sync
from generator.project import Project
from generator.publish.write import locked, write_tree
from generator.report.model import Report, exit_status


def add(project: Project, name: str, source: str, tell: Callable[[str], None]) -> Report:
    """Writes specs/NAME/api.toml and does a first sync without commit; where that fails, nothing stays behind.

    Raises ConfigError where the name is taken or cannot be one, or the source is none.
    """
    paths = project.paths(name)
    settings = project.relative(paths.settings)
    if paths.settings.exists():
        raise ConfigError("this API is here already", where=Place(settings), remedy=f"Use: nemogen sync {name}.")
    with locked(project.root, wait=60, on_wait=tell) as checkout:
        write_tree({settings: initial_toml(name, source).encode()}, checkout)
    report = Report("add", ())
    try:
        report = sync(project, (name,), SyncOptions(delivery=Delivery(commit=False)), tell)
    finally:
        if not report.apis or exit_status(report):
            with locked(project.root, wait=60, on_wait=tell) as checkout:
                write_tree({settings: None}, checkout)
    return Report("add", report.apis)
