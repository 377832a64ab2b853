"""`python -m sample_api chat "Hello"`: the API from a terminal."""

from __future__ import annotations

import sys

from ._runtime.cli import Command, main
from .client import SampleApi

COMMANDS = (Command(name="chat", attribute="chat.completions", argument="messages"),)

if __name__ == "__main__":
    sys.exit(main(SampleApi, COMMANDS))
