"""`python -m tests.docs.build`: writes the pages and schemas that are made of the code, and the picture of a terminal.

`make docs` runs it. The pages and schemas are committed, and a test compares them with what is made now.
"""

from __future__ import annotations

import inspect
import io
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.text import Text

from nemogen.ci_files import ci_files
from nemogen.cli.groups import EXAMPLES, SECTIONS, summary_of
from nemogen.cli.main import main
from nemogen.commands.explain import error_kinds, explain_error
from nemogen.commands.explain_findings import TABLES
from nemogen.commands.finding_meaning import Meanings
from nemogen.commands.json_schemas import json_schemas
from nemogen.commands.meanings_of_states import STATES
from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from tests.commands import documents
from tests.commands.workshop import COMMAND
from tests.docs import features, figures

DOCS = Path(__file__).parents[2] / "docs"
TITLES = (
    "The project",
    "Parts of a spec that are not valid",
    "Schemas that are not valid, or have no type",
    "Parts of a spec that the client does not use",
    "openapi-python-client as the engine",
    "Recordings",
)
"""Of the tables of findings, in their order."""
_MADE = "<!-- Written by `make docs`. -->\n"


def pages() -> Mapping[str, str]:
    """Every file below docs/ that is made of the code, by path."""
    made = {"reference/commands.md": _commands(), "reference/rules.md": _rules(), "reference/errors.md": _errors()}
    made["reference/findings.md"] = "\n".join(_findings()) + "\n"
    made["reference/workflows.md"] = _workflows()
    made["reference/features.md"] = _page("Features of OpenAPI", features.page())
    made["explanation/conformance.md"] = _page("Conformance with JSON Schema", figures.conformance_page())
    made["explanation/generators.md"] = _page("Generators on the same documents", figures.peers_page())
    return made | {f"schemas/{name}.json": text for name, text in json_schemas().items()}


def _page(title: str, lines: Iterator[str]) -> str:
    return "\n".join([f"# {title}", "", _MADE, *lines]) + "\n"


def _commands() -> str:
    lines = [
        "# Commands",
        "",
        _MADE,
        "API is the name of a folder under `specs/`. Where the usage shows `[API]...`, it may be left out for all.",
        "",
    ]
    for title, names in SECTIONS.items():
        lines += [f"## {title}", ""]
        for name in names:
            if name in main.commands:
                lines += _command(main.commands[name], f"nemogen {name}")
    lines += ["## Completion", "", *_COMPLETION]
    return "\n".join(lines) + "\n"


_COMPLETION = (
    "Shells can complete commands, options, names of APIs, operations (`nemogen record take API …`) and ids:",
    "",
    "| shell | line to add |",
    "|---|---|",
    '| bash, in `~/.bashrc` | `eval "$(_NEMOGEN_COMPLETE=bash_source nemogen)"` |',
    '| zsh, in `~/.zshrc` | `eval "$(_NEMOGEN_COMPLETE=zsh_source nemogen)"` |',
    "| fish, in `~/.config/fish/completions/nemogen.fish` | `_NEMOGEN_COMPLETE=fish_source nemogen \\| source` |",
)


def _command(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    yield from (f"### `{name}`", "", summary_of(command), "", f"Usage: `{name} {usage}`", "")
    rows = [row for each in command.get_params(context) if (row := each.get_help_record(context))]
    if rows:
        yield from ("| option | does |", "|---|---|")
        yield from (_row(names, text) for names, text in rows if text and "--help" not in names)
        yield ""
    if example := EXAMPLES.get(command.name or ""):
        yield from ("```shell", example, "```", "")
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _command(inner, f"{name} {inner.name}")


def _row(names: str, text: str) -> str:
    """One option. What it takes one of is part of the sentence: a bar in code would end the cell."""
    choices = _CHOICES.search(names)
    if choices:
        names = names.replace(choices[0], "")
        text = f"{text} One of {choices[1].replace('|', ', ')}."
    return f"| `{_cell(names).strip()}` | {_cell(text)} |"


_CHOICES = re.compile(r" \[([^\[\]]+\|[^\[\]]+)\]")


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _rules() -> str:
    lines = ["# Rules", "", _MADE, "A finding shows the id of its rule in brackets.", ""]
    lines += ["## On the wire", "", "| rule | level | meaning |", "|---|---|---|"]
    lines += [f"| `{each.id}` | {each.level} | {_meaning(each.message)} |" for each in RULES.values()]
    lines += ["", "## In Python", "", "| rule | level | meaning |", "|---|---|---|"]
    lines += [f"| `{each.id}` | {each.level} | {_meaning(each.meaning)} |" for each in SOURCE_RULES.values()]
    return "\n".join(lines) + "\n"


def _meaning(message: str) -> str:
    for name in ("what", "value", "old", "new", "names"):
        message = message.replace(f"{{{name}}}", f"*{name}*")
    return _cell(message)


def _errors() -> str:
    lines = ["# Errors", "", _MADE, "A message on stderr ends with the id of its error in brackets.", ""]
    for kind in sorted(error_kinds(), key=lambda each: each.error_id()):
        text = explain_error(kind.error_id())
        assert text is not None, kind
        lines += [f"## {kind.error_id()}", "", inspect.cleandoc(kind.__doc__ or ""), ""]
        lines += [*(part.strip() + "\n" for part in text.split("\n\n")[1:])]
    return "\n".join(lines).rstrip() + "\n"


def _findings() -> Iterator[str]:
    yield from ("# Findings", "", _MADE)
    yield "A finding shows its id in brackets; `nemogen explain ID` prints what this page says of it."
    yield "Findings of `diff` are under [rules](rules.md). A finding that reports an error shows the id of the"
    yield "[error](errors.md); JSON and SARIF have it in `error`, and in `id` where it occurred: `sync-at-fault`."
    for title, table in zip(TITLES, TABLES, strict=True):
        yield from _findings_table(title, table)
    yield from _findings_table(
        "A subject and its state, as in `lock-missing`",
        {f"…-{state.replace(' ', '-')}": each for state, each in STATES.items()},
    )


def _findings_table(title: str, table: Meanings) -> Iterator[str]:
    yield from ("", f"## {title}", "", "| id | meaning | who is hit | what to do |", "|---|---|---|---|")
    for each, meaning in sorted(table.items()):
        yield f"| `{each}` | {' | '.join(map(_prose, meaning))} |"


def _prose(text: str) -> str:
    """A cell whose <api> is not taken for HTML."""
    return _cell(text).replace("<", "&lt;")


def _workflows() -> str:
    """What `init --ci` writes, for whoever copies it."""
    lines = ["# Workflows", "", _MADE, "`nemogen init --ci github` and `nemogen init --ci gitlab` write these files."]
    lines += ["[Publish the client](../how-to/publish.md) describes what else a first release needs.", ""]
    for forge, title in (("github", "GitHub"), ("gitlab", "GitLab")):
        lines += [f"## {title}", ""]
        for path, content in ci_files(forge, "main").items():
            lines += [f"### `{path}`", "", "```yaml", content.decode().rstrip("\n"), "```", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


_COMMIT: Final = re.compile(r"\b[0-9a-f]{12}\b")


def picture() -> str:
    """An SVG of a terminal: a sync of a project in a temporary folder, whose spec got a property and an operation."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "project")
        root.mkdir()
        _run(root, "git", "init", "--quiet")
        (root / "shop.json").write_bytes(documents.FIRST)
        _run(root, COMMAND, "init", "--quiet")
        _run(root, COMMAND, "add", "shop", "shop.json", "--quiet")
        _run(root, "git", "add", ".")
        _run(root, "git", "commit", "--quiet", "--message", "Start")
        (root / "shop.json").write_bytes(documents.MORE)
        _run(root, "git", "commit", "--quiet", "--all", "--message", "Upstream")
        shown = _run(root, COMMAND, "sync", "--quiet")
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ nemogen sync"))
    console.print(Text.from_ansi(shown))
    return console.export_svg(title="nemogen")


def _run(folder: Path, *command: str) -> str:
    person = {"GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.com"}
    person |= {"GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.com", "FORCE_COLOR": "1"}
    shown = subprocess.check_output(command, cwd=folder, env={**os.environ, **person}, text=True)
    return _COMMIT.sub("3f9c0a1b7d52", shown)  # which commit it is depends on the time


def write() -> None:
    """Write all of them."""
    for path, text in {**pages(), "assets/terminal.svg": picture()}.items():
        target = DOCS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
