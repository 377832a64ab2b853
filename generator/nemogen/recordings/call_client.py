"""`python -m nemogen.recordings.call_client`: makes one call of a generated client, given as JSON on stdin.

The key comes from the client's own environment variable. Writes `{}` or `{"error": …}` to stdout.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
import warnings
from typing import TypedDict

from nemogen.recordings.bundled_tests.call_result import is_stream
from nemogen.recordings.bundled_tests.generated_client import (
    SyncClient,
    find_method,
    settings_of,
    unchecked,
    with_token_endpoint,
)
from nemogen.recordings.bundled_tests.method_arguments import arguments_for
from nemogen.recordings.bundled_tests.recorded_calls import Call
from nemogen.runtime.tokens import endpoint


class _Target(TypedDict):
    """The client to call, the URL to send the call to, and that of the API behind it."""

    module: str
    client: str
    url: str
    api: str


def make_call(target: _Target, call: Call) -> dict[str, str]:
    """Makes the call. Tokens are fetched where the API's own are, so that no such exchange passes by what records."""
    made: type[SyncClient] = getattr(importlib.import_module(target["module"]), target["client"])
    made = with_token_endpoint(made, *_endpoints(made, target["api"]), base_url=target["url"])
    client = made(base_url=target["url"], max_retries=0, **unchecked(made, call))
    with contextlib.closing(client), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        method = find_method(client, call.operation)
        if method is None:
            return {"error": f"the client has no method {call.operation}"}
        try:
            result = method(**arguments_for(method, call))
            if is_stream(result):
                for _ in result:
                    pass
        except Exception as error:  # noqa: BLE001  # whatever the client raises is reported; the exchange is kept
            return {"error": f"{type(error).__name__}: {error}"}
    return {}


def _endpoints(client: type[object], api: str) -> tuple[str, ...]:
    settings = settings_of(client)
    if settings is None:
        return ()
    return tuple(endpoint(each.token_url, settings.base_url, api) for each in settings.schemes if each.token_url)


if __name__ == "__main__":
    given = json.load(sys.stdin)
    sys.stdout.write(json.dumps(make_call(given["target"], Call(**given["call"]))))
