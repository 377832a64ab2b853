"""Run as a program: calls the packages of one engine, one operation after the other, as stdin says.

`python -m tests.client.engine_calls ENGINE URL`, with the packages' folder in PYTHONPATH. Stdin is a list of calls;
each goes to `URL/<number>`. Stdout is what was raised, by number: nobody answers as the document says, so most calls
raise something after they were sent.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
import warnings
from typing import Any

from nemogen.recordings.bundled_tests import function_replay
from nemogen.recordings.bundled_tests.call_result import is_stream
from nemogen.recordings.bundled_tests.generated_client import arguments_for_keys
from nemogen.recordings.bundled_tests.method_arguments import arguments_for
from nemogen.recordings.bundled_tests.recorded_calls import Call


def call_method(package: Any, client: str, call: Call, url: str) -> None:
    """As users of the default engine call it."""
    kind: Any = getattr(package, client)
    keys = dict.fromkeys(arguments_for_keys(kind), "k")
    with contextlib.closing(kind(**keys, base_url=url, max_retries=0, validate=False)) as made:
        method: Any = made
        for name in call.operation.split("."):
            method = getattr(method, name)
        result = method(**arguments_for(method, call))
        if is_stream(result):
            list(result)


def call_function(package: Any, module: str, call: Call, url: str) -> None:
    """As users of openapi-python-client call it."""
    found = importlib.import_module(f"{package.__name__}.{module}")
    client = package.AuthenticatedClient(base_url=url, token="k")
    function_replay.call_function(found, client, call, "sync")


def main(engine: str, url: str) -> None:
    warnings.simplefilter("ignore")
    raised: dict[int, str] = {}
    for number, (module, client, function, values) in enumerate(json.load(sys.stdin)):
        call, package = Call(**values), importlib.import_module(module)
        try:
            if engine == "nemogen":
                call_method(package, client, call, f"{url}/{number}")
            else:
                call_function(package, function, call, f"{url}/{number}")
        except Exception as error:  # noqa: BLE001 - what is raised is for the test to judge
            raised[number] = f"{type(error).__name__}: {error}"[:200]
    sys.stdout.write(json.dumps(raised))


if __name__ == "__main__":
    main(*sys.argv[1:])
