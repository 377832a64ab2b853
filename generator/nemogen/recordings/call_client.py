"""`python -m nemogen.recordings.call_client`: makes one call of a generated client, given as JSON on stdin.

The key comes from the client's own environment variable. Writes `{}` or `{"error": …}` to stdout.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
import warnings
from typing import Any

from nemogen.recordings.bundled_tests.recorded_calls import Call
from nemogen.recordings.bundled_tests.replay_driver import (
    arguments_for,
    is_stream,
    unchecked,
    with_token_endpoint,
)
from nemogen.runtime.tokens import endpoint


def call(order: dict[str, Any]) -> dict[str, Any]:
    """Makes the call; `order` holds module, client, url (where to send it), api (the API behind it), and the members of
    a Call. Tokens are fetched where the API's own are, so that no such exchange passes by what records."""
    package = importlib.import_module(order.pop("module"))
    made, url, api = getattr(package, order.pop("client")), order.pop("url"), order.pop("api")
    made = with_token_endpoint(made, *_endpoints(made, api), base_url=url)
    wanted = Call(**order)
    client = made(base_url=url, max_retries=0, **unchecked(made, wanted))
    with contextlib.closing(client), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        method = client
        for name in wanted.operation.split("."):
            method = getattr(method, name, None)
        if not callable(method):
            return {"error": f"the client has no method {wanted.operation}"}
        try:
            result = method(**arguments_for(method, wanted))
            if is_stream(result, "__iter__"):
                for _ in result:
                    pass
        except Exception as error:  # noqa: BLE001  # report whatever the client raises, keep the exchange
            return {"error": f"{type(error).__name__}: {error}"}
    return {}


def _endpoints(client: Any, api: str) -> tuple[str, ...]:
    schemes = getattr(getattr(client, "settings", None), "schemes", ())
    return tuple(endpoint(each.token_url, client.settings.base_url, api) for each in schemes if each.token_url)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(call(json.load(sys.stdin))))
