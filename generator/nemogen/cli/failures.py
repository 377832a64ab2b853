"""What a failure prints on stderr, and the exit status of its kind."""

from __future__ import annotations

import sys

import click

from nemogen.cli.terminal import is_coloured, let_go_of_stdout, safe
from nemogen.cli.usage import error_of_click
from nemogen.errors import CouldNot, InternalError, Interrupted, NemogenError

INTERRUPTED = 130


def report_failure(error: BaseException) -> int:
    """Print a message for the exception that ended the command. Returns the exit status of its kind."""
    match error:
        case NemogenError():
            _complain(error)
            return error.exit_code
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.format_message(), err=True)
            return error.exit_code
        case click.ClickException():
            _complain(error_of_click(error))
            return error.exit_code
        case KeyboardInterrupt() | click.Abort():
            click.echo(safe(f"interrupted: {_left_by(error)}"), err=True)
            return INTERRUPTED
        case BrokenPipeError():
            let_go_of_stdout()
            return CouldNot.exit_code
        case OSError():
            from nemogen.commands.isolate import could_not

            _complain(could_not(error))
            return CouldNot.exit_code
        case _:  # any other exception is our bug: it is logged, and the user is informed
            from nemogen.bug_report import internal_error

            _complain(internal_error(error))
            return InternalError.exit_code


def _left_by(error: BaseException) -> str:
    """What an interrupted command did that stays. click raises its own error from KeyboardInterrupt."""
    found: BaseException | None = error
    while found is not None and not isinstance(found, Interrupted):
        found = found.__cause__
    return "no file was changed" if found is None else f"before that: {found}"


def _complain(error: NemogenError) -> None:
    """Prints each problem of the error on stderr: `error: where: what [id]`, and the remedy below it."""
    red = "\x1b[31m%s\x1b[0m" if is_coloured(sys.stderr) else "%s"
    for problem in error.problems:
        where = f"{problem.where}: " if problem.where else ""
        click.echo(red % "error: " + safe(f"{where}{problem.what} [{error.error_id()}]"), err=True, color=True)
        if problem.remedy:
            click.echo(safe(f"  help: {problem.remedy}"), err=True)
