"""`python -m PACKAGE chat "Hello"`: one question to an API, the answer on stdout as it comes."""

from __future__ import annotations

import argparse
import functools
import inspect
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from .errors import APIError
from .response_stream import AnswerStream


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One subcommand: `attribute` leads from the client to the resource whose `stream` is called.

    `argument` takes the messages, a list of `role` and `content`; `arguments` is what else is always passed.
    """

    name: str
    attribute: str
    argument: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


def main(
    client_class: type[Any], commands: Sequence[Command], argv: Sequence[str] | None = None, out: TextIO | None = None
) -> int:
    """Run one command; gives the exit status: 0, 1 when the call failed, 2 for a wrong command line."""
    package = client_class.settings.package
    parser = argparse.ArgumentParser(prog=f"python -m {package}", description=inspect.getdoc(client_class))
    subparsers = parser.add_subparsers(dest="command", required=True)
    for command in commands:
        about = f"Calls client.{command.attribute}, and prints the answer as it comes."
        _add(subparsers.add_parser(command.name, help=about, description=about))
    options = parser.parse_args(argv)
    command = next(found for found in commands if found.name == options.command)
    try:
        with client_class(base_url=options.base_url) as client:
            _run(client, command, options, out or sys.stdout)
    except APIError as error:
        print(printable(f"error: {error}"), file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("message", nargs="?", help="what to say; read from stdin when left out")
    parser.add_argument("--system", help="a system message to begin with")
    parser.add_argument("--base-url", help="where to send it")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="an argument of the call; VALUE is JSON, or text",
    )


def _run(client: Any, command: Command, options: argparse.Namespace, out: TextIO) -> None:
    message = sys.stdin.read() if options.message is None else options.message
    messages = [{"role": "system", "content": options.system}] if options.system else []
    messages.append({"role": "user", "content": message})
    arguments = {**command.arguments, **dict(map(_setting, options.set)), command.argument: messages}
    resource = functools.reduce(getattr, command.attribute.split("."), client)
    try:
        manager = resource.stream(**arguments)
    except TypeError as error:
        raise APIError(f"--set: {error}") from None
    with manager as stream:
        _print(stream, out)


def _print(stream: AnswerStream[Any, Any], out: TextIO) -> None:
    for piece in stream.text:
        out.write(printable(piece))
        out.flush()
    out.write("\n")


def _setting(text: str) -> tuple[str, Any]:
    name, _, value = text.partition("=")
    try:
        return name.replace("-", "_"), json.loads(value)
    except ValueError:
        return name.replace("-", "_"), value


def printable(text: str) -> str:
    """The text without control characters, which a terminal would obey; line ends and tabs stay."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "\N{REPLACEMENT CHARACTER}" for sign in text)
