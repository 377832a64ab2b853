"""Output and exit: reports on stdout, progress and errors on stderr, an exit status per kind of error."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from nemogen.errors import CouldNot, InternalError, Interrupted, Location, NemogenError, WriteError

if TYPE_CHECKING:
    from nemogen.cli.live import LiveLine
    from nemogen.report.model import Report

INTERRUPTED = 130
_FOR_PEOPLE = ("text", "github-matrix")
_PASSED_ON = ("check", "sync")
"""The commands that write outputs and a summary for a GitHub Actions job."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """The output settings that the user chose."""

    form: str
    quiet: bool
    verbose: bool
    colour: bool
    live: LiveLine | None = None
    """Set if stderr is a terminal: long steps show their elapsed time."""

    def tell(self, line: str) -> None:
        """One line of progress, on stderr."""
        if self.quiet:
            return
        if self.live:
            self.live.show(_safe(line), _width())
            return
        with suppress(OSError):  # the reader has closed the pipe, but the work continues
            click.echo(_safe(line), err=True)

    def wait_for(self, what: str) -> None:
        """Show the current step on a terminal until there is a result. Prints nothing elsewhere."""
        if self.live and not self.quiet:
            self.live.show(_safe(what), _width(), transient=True)

    def close(self) -> None:
        """End the live line."""
        if self.live:
            self.live.close()

    def finish(self, report: Report) -> None:
        """Prints the report, passes it on to the CI job, and ends with its exit status.

        Raises WriteError if either cannot be written.
        """
        from nemogen.report import Format, render
        from nemogen.report.model import exit_status

        self.show(render(report, Format(self.form), colour=self.colour, verbose=self.verbose, width=_columns()))
        if report.command in _PASSED_ON:
            _pass_on(report)
        raise SystemExit(exit_status(report))

    def hand_over(self, text: str, report: Report) -> None:
        """Prints a result for another tool, and ends with the report's exit status; the report itself
        goes to stderr, with everything else for people.

        Raises WriteError if the result cannot be written.
        """
        from nemogen.report import Format, render
        from nemogen.report.model import exit_status

        self.show(text)
        for line in render(report, Format.TEXT, verbose=self.verbose).splitlines():
            self.tell(line)
        raise SystemExit(exit_status(report))

    def fail(self, command: str, error: NemogenError) -> None:
        """Prints the error as a report if the user chose a machine-readable format.

        Raises WriteError if it cannot be written.
        """
        if self.form in _FOR_PEOPLE or self.form == "html":
            return
        from nemogen.report import Format, render, report_of_error

        self.show(render(report_of_error(command, error), Format(self.form), verbose=self.verbose))

    def show(self, text: str) -> None:
        """Prints a result on stdout. Raises WriteError if it cannot be written, as on a full disk.

        Machine-readable output is already escaped; annotations are commands on purpose.
        """
        from nemogen.text_safety import without_commands

        self.close()
        text = without_commands(text) if self.form in _FOR_PEOPLE else text
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A terminal gets what it can show; machine-readable output is always UTF-8.
            if self.form in _FOR_PEOPLE:
                sys.stdout.reconfigure(errors="backslashreplace")
            else:
                sys.stdout.reconfigure(encoding="utf-8")
        try:
            click.echo(text, nl=False, color=True)
        except BrokenPipeError:
            _let_go_of_stdout()
        except OSError as error:
            _let_go_of_stdout()
            remedy = "Free some space there, then run the command again."
            raise WriteError(f"cannot be written: {error.strerror}", where=Location("stdout"), remedy=remedy) from error


def _safe(text: str) -> str:
    """The text, safe to show. Imports are local: `--version` and `--help` do not need them."""
    from nemogen.text_safety import lines

    return lines(text)


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _columns() -> int | None:
    """The width to wrap text to; None if stdout is not a terminal: its lines are not wrapped."""
    return _width() if sys.stdout.isatty() else None


def _pass_on(report: Report) -> None:
    """Appends outputs and summary to the files that GitHub Actions names, if any."""
    outputs, summary = os.environ.get("GITHUB_OUTPUT"), os.environ.get("GITHUB_STEP_SUMMARY")
    if not outputs and not summary:
        return
    from nemogen.report import github_outputs

    for path, text in ((outputs, github_outputs.outputs), (summary, github_outputs.step_summary)):
        if path:
            try:
                with Path(path).open("a", encoding="utf-8") as file:
                    file.write(text(report))
            except OSError as error:
                remedy = "It is named by GITHUB_OUTPUT or GITHUB_STEP_SUMMARY."
                raise WriteError(f"cannot be written: {error.strerror}", where=Location(path), remedy=remedy) from error


def _let_go_of_stdout() -> None:
    """After a broken pipe: flushing the rest of the buffer must not fail again at the end of the process."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def guarded() -> Iterator[None]:
    """Ends the process with the error's exit status and a message: no traceback reaches a user."""
    try:
        yield
    except NemogenError as error:
        complain(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        from nemogen.cli.usage import error_of_click

        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            click.echo(error.format_message(), err=True)
        else:
            complain(error_of_click(error))
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort) as error:
        click.echo(_safe(f"interrupted: {_left_by(error)}"), err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _let_go_of_stdout()
        sys.exit(CouldNot.exit_code)
    except OSError as error:
        from nemogen.commands.isolate import could_not

        complain(could_not(error))
        sys.exit(CouldNot.exit_code)
    except Exception as error:  # noqa: BLE001 - any other exception is our bug: it is logged, and the user is informed
        from nemogen.bug_report import internal_error

        complain(internal_error(error))
        sys.exit(InternalError.exit_code)


def _left_by(error: BaseException) -> str:
    """What an interrupted command did that stays. click raises its own error from KeyboardInterrupt."""
    found: BaseException | None = error
    while found is not None and not isinstance(found, Interrupted):
        found = found.__cause__
    return "no file was changed" if found is None else f"before that: {found}"


def complain(error: NemogenError) -> None:
    """Prints each problem of the error on stderr: `error: where: what [id]`, and the remedy below it."""
    red = "\x1b[31m%s\x1b[0m" if is_coloured(sys.stderr) else "%s"
    for problem in error.problems:
        where = f"{problem.where}: " if problem.where else ""
        click.echo(red % "error: " + _safe(f"{where}{problem.what} [{error.error_id()}]"), err=True, color=True)
        if problem.remedy:
            click.echo(_safe(f"  help: {problem.remedy}"), err=True)


def is_coloured(stream: TextIO) -> bool:
    """Whether a stream gets colour: as NO_COLOR and FORCE_COLOR say, else if it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
