"""Output and exit: reports on stdout, progress on stderr.

`--version` and `--help` need no more of nemogen than this: what only a report or a failure needs is imported there.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from nemogen.cli.live import LiveLine
    from nemogen.report.model import Report

_FOR_PEOPLE = ("text", "github-matrix")
_PASSED_ON = ("check", "sync")
"""The commands that write outputs and a summary for a GitHub Actions job."""


class Terminal:
    """The output settings that the user chose.

    `live` is set if stderr is a terminal: long steps show their elapsed time.
    """

    def __init__(self, form: str, *, quiet: bool, verbose: bool, colour: bool, live: LiveLine | None = None) -> None:
        self.form = form
        self.quiet = quiet
        self.verbose = verbose
        self.colour = colour
        self.live = live

    def notify(self, line: str) -> None:
        """One line of progress, on stderr."""
        if self.quiet:
            return
        if self.live:
            self.live.show(safe(line), _width())
            return
        with suppress(OSError):  # the reader has closed the pipe, but the work continues
            click.echo(safe(line), err=True)

    def wait_for(self, what: str) -> None:
        """Show the current step on a terminal until there is a result. Prints nothing elsewhere."""
        if self.live and not self.quiet:
            self.live.show(safe(what), _width(), transient=True)

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
            self.notify(line)
        raise SystemExit(exit_status(report))

    def fail(self, command: str, error: Exception) -> None:
        """Prints an error of nemogen as a report if the user chose a machine-readable format.

        Raises WriteError if it cannot be written.
        """
        if self.form in _FOR_PEOPLE or self.form == "html":
            return
        from nemogen.errors import NemogenError
        from nemogen.report import Format, render, report_of_error

        if isinstance(error, NemogenError):
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
            let_go_of_stdout()
        except OSError as error:
            from nemogen.errors import Location, WriteError

            let_go_of_stdout()
            remedy = "Free some space there, then run the command again."
            raise WriteError(f"cannot be written: {error.strerror}", where=Location("stdout"), remedy=remedy) from error


def safe(text: str) -> str:
    """The text, safe to show."""
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
                from nemogen.errors import Location, WriteError

                remedy = "It is named by GITHUB_OUTPUT or GITHUB_STEP_SUMMARY."
                raise WriteError(f"cannot be written: {error.strerror}", where=Location(path), remedy=remedy) from error


def let_go_of_stdout() -> None:
    """After a broken pipe: flushing the rest of the buffer must not fail again at the end of the process."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_coloured(stream: TextIO) -> bool:
    """Whether a stream gets colour: as NO_COLOR and FORCE_COLOR say, else if it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
