"""The commands about templates: list them, eject one."""

from __future__ import annotations

from pathlib import Path

import click

from nemogen.cli.groups import WholeSummaries
from nemogen.cli.options import defaults_of, find_project, project_option
from nemogen.cli.terminal import Terminal


@click.group(cls=WholeSummaries, invoke_without_command=True)
@project_option
@click.pass_context
def templates(context: click.Context, project: Path | None) -> None:
    """List the templates, and mark those that this project overrides."""
    context.default_map = defaults_of(templates, project)
    if context.invoked_subcommand is None:
        from nemogen.commands.templates import templates as run

        Terminal("text", quiet=True, verbose=False, colour=False).show(run(find_project(project)))


@templates.command()
@click.argument("path")
@project_option
def eject(path: str, project: Path | None) -> None:
    """Copy the template PATH into templates/ of this project, where it overrides nemogen's."""
    from nemogen.commands.templates import eject as run

    run(find_project(project), path, Terminal("text", quiet=False, verbose=False, colour=False).notify)


COMMANDS = (templates,)
