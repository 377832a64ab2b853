"""Starts the models' engine as soon as it is certain that it will be needed: to import it takes longest.

Light: whatever is imported before the engine's process is forked, the engine waits for.
"""

from __future__ import annotations

import os
from contextlib import suppress

from nemogen.commands.sync_options import SyncOptions
from nemogen.errors import NemogenError
from nemogen.project import Project


def start_where_certain(project: Project, names: tuple[str, ...], options: SyncOptions) -> None:
    """Start the engine where an API of the command is regenerated without being looked at.

    Not where several processes work on several APIs: these are forked from one that has loaded it. Raises ConfigError
    for an API that is not there.
    """
    chosen = project.select(names)
    known = without_look(project, chosen, options)
    if known and min(len(chosen), options.jobs) == 1:
        start_engine(project, known[0])


def without_look(project: Project, names: tuple[str, ...], options: SyncOptions) -> tuple[str, ...]:
    """The APIs that are regenerated whatever a look at them would find: there is no lock, or it does not decide."""
    if not lock_decides(options):
        return names
    return tuple(name for name in names if not os.path.lexists(project.paths(name).lock))


def lock_decides(options: SyncOptions) -> bool:
    """Whether the lock may decide: nothing is fetched, forced or delivered elsewhere."""
    how = options.delivery
    return options.offline and options.cache and how.touches_checkout and not (how.force or how.push)


def start_engine(project: Project, name: str) -> None:
    """Have the default engine loaded beside everything else that a regeneration imports, unless api.toml names another.

    Where several processes work on several APIs, they are forked from one that has loaded it.
    """
    from nemogen.source.bounded_read import read_bounded

    settings = project.paths(name).settings
    try:
        content = read_bounded(settings, project.relative(settings))
    except NemogenError:  # the regeneration reports it
        return
    if b"openapi-python-client" not in content:
        from nemogen.client.models_engine import start_models_engine

        with suppress(OSError):  # no process to spare: the engine is loaded when it is needed
            start_models_engine()
