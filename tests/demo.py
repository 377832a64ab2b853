"""Shows the generated client at work without a key or a network: a mock on loopback answers as recorded.

`make sync` ends with it, after it made the package importable. Started from the project's folder as
`python -m tests.demo`.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

from nemogen.commands.api import correct, read_api, recordings_of, typed_spec
from nemogen.errors import SpecError
from nemogen.project import Project
from nemogen.recordings.bundled_tests.loopback import loopback
from nemogen.recordings.serve import Mock

API = "mistral-nemo"
PACE = 0.05
"""Seconds between the pieces of the stream, so that one sees it stream."""


def main() -> None:
    """Prints what one types, and what comes back."""
    api = read_api(Project.find(), API)
    if api.pin is None:
        raise SpecError("there is no pin to answer by", remedy=f"Fetch it first: nemogen sync {API}.")
    client_class = getattr(importlib.import_module(api.settings.package.module), api.settings.package.client)
    mock = Mock(recordings_of(api), typed_spec(api, correct(api, api.pin)), ends=api.ends(), chunk_delay=PACE)
    with loopback(mock.respond) as server, client_class(base_url=server.url, api_key="fake-key") as client:
        say(f"\n>>> client = {client_class.__name__}(base_url={server.url!r}, api_key='any')\n")
        show_an_answer(client)
        show_a_stream(client)


def show_an_answer(client: Any) -> None:
    """One question, one answer."""
    messages = [{"role": "user", "content": "Hello"}]
    say(f">>> completion = client.chat.completions.create(messages={messages!r})\n")
    completion = client.chat.completions.create(messages=messages)
    say(f">>> completion.choices[0].message.content\n{completion.choices[0].message.content!r}\n")


def show_a_stream(client: Any) -> None:
    """An answer piece by piece."""
    messages = [{"role": "user", "content": "Say hello from Bergen, in German."}]
    say(f">>> for chunk in client.chat.completions.create(messages={messages!r}, stream=True):\n")
    say("...     print(chunk.choices[0].delta.content or '', end='|')\n")
    for chunk in client.chat.completions.create(messages=messages, stream=True):
        say(f"{chunk.choices[0].delta.content or ''}|")
    say("\n")


def say(text: str) -> None:
    """Now, and not when the buffer is full."""
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
