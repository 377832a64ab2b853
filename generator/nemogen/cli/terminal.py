"""What the command prints, and how it ends: reports on stdout, progress and errors on stderr, an exit status a kind."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from nemogen.errors import CouldNot, InternalError, Interrupted, Location, NemogenError, WriteError
from nemogen.report.model import Report, exit_status
from nemogen.text_safety import lines, without_commands

INTERRUPTED = 130
_FOR_PEOPLE = ("text", "github-matrix")
_PASSED_ON = ("check", "sync")
"""The commands whose result a job of GitHub Actions gets as outputs and as a summary."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where output goes, as the user asked for it."""

    form: str
    quiet: bool
    verbose: bool
    colour: bool

    def tell(self, line: str) -> None:
        """One line of progress, on stderr."""
        if not self.quiet:
            with suppress(OSError):  # nobody listens any more, which is no reason to stop
                click.echo(lines(line), err=True)

    def finish(self, report: Report) -> None:
        """Prints the report, passes it on to the job that this runs in, and ends with its exit status.

        Raises WriteError where either cannot be written.
        """
        from nemogen.report import Format, render

        self.show(render(report, Format(self.form), colour=self.colour, verbose=self.verbose))
        if report.command in _PASSED_ON:
            _pass_on(report)
        raise SystemExit(exit_status(report))

    def hand_over(self, text: str, report: Report) -> None:
        """Prints a result that is made for another tool, and ends with the report's exit status; what the report says
        goes to stderr, with all else that is for people.

        Raises WriteError where the result cannot be written.
        """
        from nemogen.report import Format, render

        self.show(text)
        for line in render(report, Format.TEXT, verbose=self.verbose).splitlines():
            self.tell(line)
        raise SystemExit(exit_status(report))

    def show(self, text: str) -> None:
        """Prints a result on stdout. Raises WriteError where it cannot be written, as on a full disk.

        What is made for programs has been escaped in their way; annotations are commands, and meant to be.
        """
        text = without_commands(text) if self.form in _FOR_PEOPLE else text
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A terminal gets what it can show; what a program reads is UTF-8 everywhere.
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
            remedy = "Make room there, then run the command again."
            raise WriteError(f"cannot be written: {error.strerror}", where=Location("stdout"), remedy=remedy) from error


def _pass_on(report: Report) -> None:
    """Appends outputs and summary to the files that GitHub Actions names, where it does."""
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
    """Whoever read stdout is gone: what is left in its buffer must not fail once more at the end of the process."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def guarded() -> Iterator[None]:
    """Ends the process with the exit status of what went wrong, and a message: no traceback reaches a user."""
    try:
        yield
    except NemogenError as error:
        _complain(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        click.echo(lines(told.getvalue()), err=True, nl=False)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort) as error:
        click.echo(lines(f"nemogen: interrupted; {_left_by(error)}"), err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _let_go_of_stdout()
        sys.exit(CouldNot.exit_code)
    except OSError as error:
        from nemogen.commands.isolate import could_not

        _complain(could_not(error))
        sys.exit(CouldNot.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is our bug: it is kept in a log, and the user told
        from nemogen.bug_report import internal_error

        _complain(internal_error(error))
        sys.exit(InternalError.exit_code)


def _left_by(error: BaseException) -> str:
    """What an interrupted command did for good. click raises its own error from that of Ctrl-C."""
    found: BaseException | None = error
    while found is not None and not isinstance(found, Interrupted):
        found = found.__cause__
    return "every file is as it was" if found is None else f"before that: {found}"


def _complain(error: NemogenError) -> None:
    for problem in error.problems:
        click.echo(lines(f"nemogen: {problem}"), err=True)
