"""The options and arguments that several commands have."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from nemogen.cli.complete import complete_apis
from nemogen.cli.terminal import Terminal, is_coloured

PATH = click.Path(path_type=Path)
"""Of each option that is a path: click looks for translations in the file system to make one."""
FORMATS = ("text", "json", "markdown", "github", "sarif", "junit")

if TYPE_CHECKING:
    from nemogen.cli.live import LiveLine
    from nemogen.project import Project

Function: TypeAlias = Callable[..., Any]

apis_argument = click.argument("apis", nargs=-1, metavar="[API]...", shell_complete=complete_apis)
api_argument = click.argument("api", shell_complete=complete_apis)
project_option = click.option(
    "--project",
    type=PATH,
    help="Project root.  [default: nearest parent with specs/]",
)


def defaults_of(group: click.Group, project: Path | None) -> dict[str, Any]:
    """What click takes as the defaults of the commands below a group: --project, as it is given before a command."""
    if project is None:
        return {}
    found: dict[str, Any] = {"project": project}
    for name, command in group.commands.items():
        found[name] = defaults_of(command, project) if isinstance(command, click.Group) else {"project": project}
    return found


def output_options(function: Function, forms: tuple[str, ...] = FORMATS) -> Function:
    """The options that every command with a report has."""
    decorators = (
        project_option,
        click.option("--format", "form", type=click.Choice(forms), default="text", help="How findings are printed."),
        click.option("--quiet", is_flag=True, help="No progress on stderr."),
        click.option("--verbose", is_flag=True, help="Show every finding, with all its locations and its fingerprint."),
        click.option("--no-color", is_flag=True, help="No colour (as NO_COLOR)."),
    )
    for decorate in reversed(decorators):
        function = decorate(function)
    return function


def _live_line() -> LiveLine:
    from nemogen.cli.live import LiveLine

    return LiveLine()


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def find_project(root: Path | None) -> Project:
    """The project of --project, or that of the current folder. Raises ConfigError if there is none."""
    from nemogen.project import Project

    return Project.find(root)


def terminal_of(form: str, quiet: bool, verbose: bool, no_color: bool) -> Terminal:
    """The output settings, from the values of these options."""
    colour = is_coloured(sys.stdout) and not no_color
    live = _live_line() if sys.stderr.isatty() and not quiet else None
    terminal = Terminal(form, quiet=quiet, verbose=verbose, colour=colour, live=live)
    context = click.get_current_context(silent=True)
    if context is not None:
        context.find_root().obj = terminal  # later failures are reported in this format
    return terminal
