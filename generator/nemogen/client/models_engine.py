"""Loads the engine of the models, which takes longer than an average API takes it.

Imports little: the process that starts it early must not wait for the rest of the client.
"""

from __future__ import annotations

import gc
import os
from importlib import import_module
from typing import Final

import nemogen.client.models_writer  # noqa: F401 - the process is forked with it
from nemogen.client.models_worker import start_early

_LIBRARIES: Final = (
    "datamodel_code_generator.config",
    "datamodel_code_generator.parser.openapi",
    "datamodel_code_generator.model.pydantic_v2",
)
"""What the engine imports when it is called first."""


def start_models_engine() -> None:
    """Have the engine imported in its process: it takes as long as to read a spec, with all that reads it."""
    start_early(_load_alone)


def _load_alone() -> None:
    """Import the engine in a process of its own. Its models need no plugins of pydantic, which would be looked for in
    every installed distribution."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    load_models_engine()


def load_models_engine() -> None:
    """Import the engine here. Of what that makes nothing is garbage, so the collector does not look through it."""
    gc.disable()
    try:
        for name in _LIBRARIES:
            import_module(name)
    finally:
        gc.enable()
    gc.freeze()
