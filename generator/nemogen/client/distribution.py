"""The files of a distribution, whichever engine wrote its code."""

from __future__ import annotations

import json
from collections.abc import Mapping

from nemogen.document import Files, JsonObject
from nemogen.text_safety import in_json


def file_header(api: str, pin_name: str) -> str:
    """The comment at the top of what is generated for `api`, whose pinned spec is called `pin_name`."""
    return (
        f"# Written by nemogen from specs/{api}/{pin_name}. Edits are not kept: correct the spec in an overlay,\n"
        f"# specs/{api}/overlay.yaml, name things in specs/{api}/api.toml, and see `nemogen templates` for the look."
    )


def version_files(header: str, version: str, provenance: JsonObject) -> Files:
    """The files with a package's version and provenance, by path below it."""
    text = json.dumps(provenance, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    return {
        "_version.py": f'{header}\n\n__version__ = "{version}"\n'.encode(),
        "provenance.json": in_json(text).encode(),
    }


def distribution_files(module: str, source: Files, texts: Mapping[str, str], tests: Files) -> Files:
    """Every file by its path: `source` below src/<module>, `tests` below tests/, `texts` beside them."""
    found = {f"src/{module}/{path}": content for path, content in source.items()}
    found |= {f"tests/{path}": content for path, content in tests.items()}
    found |= {name: text.encode() for name, text in texts.items()}
    return dict(sorted(found.items()))
