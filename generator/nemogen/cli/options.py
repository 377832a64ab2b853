"""The options and arguments that several commands have."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from nemogen.cli.terminal import Terminal

FORMATS = ("text", "json", "markdown", "github", "sarif", "junit")

Function: TypeAlias = Callable[..., Any]

apis_argument = click.argument("apis", nargs=-1, metavar="[API]...")
project_option = click.option(
    "--project", type=click.Path(path_type=Path), help="The project's folder (default: found upwards)."
)


def output_options(function: Function, forms: tuple[str, ...] = FORMATS) -> Function:
    """The options that every command with a report has."""
    decorators = (
        project_option,
        click.option("--format", "form", type=click.Choice(forms), default="text", help="How findings are printed."),
        click.option("--quiet", is_flag=True, help="No progress on stderr."),
        click.option("--verbose", is_flag=True, help="Every finding, with all its places."),
        click.option("--no-color", is_flag=True, help="No colour (as NO_COLOR)."),
    )
    for decorate in reversed(decorators):
        function = decorate(function)
    return function


def terminal_of(form: str, quiet: bool, verbose: bool, no_color: bool) -> Terminal:
    """Where output goes, from the values of these options."""
    plain = no_color or bool(os.environ.get("NO_COLOR")) or not sys.stdout.isatty()
    return Terminal(form, quiet=quiet, verbose=verbose, colour=not plain)
