"""Large public documents, whole: each operation has a method, and every class of the package can be used.

NEMOGEN_DOCUMENTS names a folder; its folder `large` may have the documents, each under the name of its API.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from nemogen.source.load import load, require_openapi
from tests.wire import packages

FOLDER = Path(os.environ.get("NEMOGEN_DOCUMENTS", ""), "large")
NAMES = ("adyen", "box", "digitalocean", "discord", "github", "openai", "plaid", "spotify", "stripe", "twilio")
METHODS = frozenset({"delete", "get", "head", "options", "patch", "post", "put", "query", "trace"})


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_public_document_gives_a_whole_package(name: str) -> None:
    found = [path for path in sorted(FOLDER.glob(f"{name}.*")) if path.suffix in {".json", ".yaml", ".yml"}]
    if not found:
        pytest.skip(f"NEMOGEN_DOCUMENTS has no large/{name}.json or .yaml")
    document = require_openapi(load(found[0].read_bytes(), found[0].name))
    module = packages.package(document)
    declared = {
        f"{method.upper()} {path}" for path, item in document["paths"].items() for method in METHODS & item.keys()
    }
    assert declared - packages.methods_of(module) == set()
    models = importlib.import_module(f"{module.__name__}.models")
    classes = [each for each in vars(models).values() if isinstance(each, type) and hasattr(each, "model_rebuild")]
    for each in classes:
        each.model_rebuild()
    assert classes
