"""The click group: help in sections with full summaries, an example per command, failures as reports."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Final

import click

from nemogen.cli.terminal import Terminal

SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "Every day": ("status", "sync", "check", "diff", "approve", "explain"),
    "APIs and packages": ("init", "add", "list", "remove", "fetch", "generate", "test", "templates", "doctor"),
    "Recordings": ("record", "serve"),
    "Upstream": ("history",),
    "Publishing": ("release",),
}
"""The sections of `nemogen --help`; other commands get their own section at the end."""

EXAMPLES: Final[Mapping[str, str]] = {
    "status": "nemogen status",
    "sync": "nemogen sync my-api --offline --no-commit",
    "check": "nemogen check --offline --format github",
    "diff": "nemogen diff HEAD:specs/my-api/openapi.json my-api --fail-on breaking",
    "approve": 'nemogen approve 0a1b2c3d4e5f --reason "Nobody reads it."',
    "explain": "nemogen explain merge-conflict",
    "init": "nemogen init my-project --ci github",
    "add": "nemogen add my-api https://github.com/OWNER/NAME/blob/main/openapi.json",
    "list": "nemogen list",
    "remove": "nemogen remove my-api",
    "fetch": "nemogen fetch --dry-run",
    "generate": "nemogen generate my-api --output build",
    "test": "nemogen test my-api --coverage",
    "templates": "nemogen templates",
    "eject": "nemogen templates eject client/README.md.jinja",
    "doctor": "nemogen doctor",
    "take": "nemogen record my-api chat.create --case hello --arg 'model=\"small\"'",
    "record": "nemogen record my-api chat.create --case hello --arg 'model=\"small\"'",
    "import": "nemogen record import my-api session.har --case session",
    "export": "nemogen record export my-api --output recordings.har",
    "serve": "nemogen serve my-api --port 8080",
    "release": "nemogen release my-api --tag --push",
    "history": "nemogen history my-api --limit 10 --format html --output history.html",
}
"""One command line for each command, as its --help shows it."""


class WholeSummaries(click.Group):
    """Lists its commands with their whole summaries, which click cuts."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary_of(self.commands[name])) for name in self.list_commands(ctx)])


class SectionedGroup(click.Group):
    """Every failure below it ends with the exit status of its kind, without a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            status = super().main(*args, **{**kwargs, "standalone_mode": False})
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - each kind of them has its exit status
            from nemogen.cli.failures import report_failure  # --version and --help do without

            status = report_failure(error)
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Like any group; an error is also printed as a report if the user chose a machine-readable format."""
        try:
            return super().invoke(ctx)
        except Exception as error:  # reported here in the chosen format, then by `main`, which decides the exit status
            if isinstance(ctx.obj, Terminal):
                ctx.obj.close()
                ctx.obj.fail(ctx.invoked_subcommand or "status", error)
            raise
        finally:
            if isinstance(ctx.obj, Terminal):
                ctx.obj.close()

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Adds the example below the help."""
        add_example(cmd)
        super().add_command(cmd, name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by section, each with its full summary."""
        named = {name for names in SECTIONS.values() for name in names}
        others = {"Other": tuple(name for name in self.list_commands(ctx) if name not in named)}
        for title, names in {**SECTIONS, **others}.items():
            rows = [(name, summary_of(self.commands[name])) for name in names if name in self.commands]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def summary_of(command: click.Command) -> str:
    """The complete first sentence of a command's help."""
    return " ".join((command.help or "").split("\n\n")[0].split())


def add_example(command: click.Command) -> None:
    """Give a command, and those below it, an example at the end of its --help."""
    example = EXAMPLES.get(command.name or "")
    if example and not command.epilog:
        command.epilog = f"\b\nExample:\n  {example}"
    if isinstance(command, click.Group):
        for each in command.commands.values():
            add_example(each)
