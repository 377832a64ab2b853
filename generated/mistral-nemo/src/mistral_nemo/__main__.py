# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: what upstream says is corrected in
# specs/mistral-nemo/overlay.yaml, the look of this file in templates/, the transport in generator/nemogen/runtime/.

"""`python -m mistral_nemo`: the API from a terminal."""

from __future__ import annotations

import sys

from ._runtime.cli import Command, main
from .client import MistralNemo

COMMANDS = (Command(name="chat", attribute="chat.completions", argument="messages"),)

if __name__ == "__main__":
    sys.exit(main(MistralNemo, COMMANDS))
