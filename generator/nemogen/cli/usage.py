"""What click finds wrong with a command line, in the form of every other message."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from nemogen.errors import NemogenError, ToolError, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def error_of_click(error: click.ClickException) -> NemogenError:
    """An error of click as a NemogenError: what is wrong, and the usage of the command that was meant."""
    if not isinstance(error, click.UsageError):
        return ToolError(_sentence(error.format_message()), remedy="Correct the argument, then run the command again.")
    return WrongUsage(_what(error), remedy=" ".join(_help(error)))


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"no such option {error.option_name}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"no such command {error.command_name}"
    return _sentence(error.format_message())


def _sentence(text: str) -> str:
    """click's messages begin with a capital letter and end with a full stop; ours follow `error: `."""
    joined = " ".join(text.split()).removesuffix(".")
    return joined[:1].lower() + joined[1:]


def _help(error: click.UsageError) -> Iterator[str]:
    near = _near(error)
    if near:
        yield f"Did you mean {' or '.join(near)}?"
    if error.ctx is None:  # click's parser knows of none
        yield "--help after the command lists its options."
    else:
        yield f"{_usage(error.ctx)}; {error.ctx.command_path} --help says more."


def _near(error: click.UsageError) -> Sequence[str]:
    """Names that were probably meant."""
    if isinstance(error, click.NoSuchOption):
        return tuple(error.possibilities or ())
    if isinstance(error, click.exceptions.NoSuchCommand) and error.ctx and isinstance(error.ctx.command, click.Group):
        return get_close_matches(error.command_name, error.ctx.command.list_commands(error.ctx), 1)
    return ()


def _usage(context: click.Context) -> str:
    return " ".join(context.get_usage().split())
