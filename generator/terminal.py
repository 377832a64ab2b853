"""What the command prints, and how it ends: reports on stdout, progress and errors on stderr, one exit status a kind."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from generator.errors import NemogenError
from generator.report.model import Report, exit_status
from generator.plain import plain

BUG = 70
INTERRUPTED = 130


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
            click.echo(plain(line), err=True)

    def finish(self, report: Report) -> None:
        """Prints the report and ends with its exit status."""
        from generator.report import Format, render

        click.echo(render(report, Format(self.form), colour=self.colour, verbose=self.verbose), nl=False, color=True)
        raise SystemExit(exit_status(report))


@contextmanager
def guarded() -> Iterator[None]:
    """Ends the process with the exit status of what went wrong, and a message: no traceback reaches a user."""
    try:
        yield
    except NemogenError as error:
        for problem in error.problems:
            # A message may have several lines; each is made safe by itself.
            click.echo("nemogen: " + "\n".join(plain(line) for line in str(problem).splitlines()), err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("nemogen: interrupted; every file is as it was", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.exit(0)
    except Exception:  # noqa: BLE001 - whatever it is, it is our bug: it is kept in a log, and the user told
        click.echo(f"nemogen: this is a bug of nemogen; what happened is written down in {_log()}", err=True)
        sys.exit(BUG)


def _log() -> Path:
    """The traceback in a file of its own."""
    with tempfile.NamedTemporaryFile("w", prefix="nemogen-", suffix=".log", delete=False, encoding="utf-8") as file:
        traceback.print_exc(file=file)
    return Path(file.name)
