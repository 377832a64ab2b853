"""Shell completion: names of APIs, operations of an API, ids of errors. Nothing here raises or prints."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from nemogen.project import Project


def complete_apis(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The APIs of the project with this prefix, except those already on the command line."""
    given = context.params.get("apis") or ()
    found = [name for name in _apis(context) if name.startswith(incomplete)]
    return [name for name in found if name not in given]


def complete_operations(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The client methods of the API on the command line."""
    name = context.params.get("api")
    with suppress(Exception):
        from nemogen.commands.api import correct, read_api

        api = read_api(_project(context), str(name))
        if api.pin is not None:
            methods = (str(each.call) for each in correct(api, api.pin).document.operations)
            return sorted(method for method in methods if method.startswith(incomplete))
    return []


def complete_ids(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """The ids that `explain` accepts."""
    from nemogen.commands.explain import known_ids

    return [each for each in known_ids() if each.startswith(incomplete)]


def _apis(context: click.Context) -> tuple[str, ...]:
    with suppress(Exception):
        return _project(context).apis()
    return ()


def _project(context: click.Context) -> Project:
    from nemogen.project import Project

    given = context.params.get("project")
    return Project.find(Path(given) if given else None)
