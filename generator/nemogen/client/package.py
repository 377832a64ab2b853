"""A whole distribution in memory: modules, the copied runtime, and what stands beside them."""

from __future__ import annotations

import json
import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import connection
from pathlib import Path
from typing import Any

from nemogen.assets import Assets
from nemogen.client import api_index, client, engine_input, models, operations, planner, readme
from nemogen.client.environment import environment, render
from nemogen.client.format import formatted
from nemogen.client.models import Source
from nemogen.client.plan import ClientPlan
from nemogen.config import Settings
from nemogen.document import Document, Files, JsonObject
from nemogen.errors import SpecError, ToolError
from nemogen.text_safety import in_json


@dataclass(frozen=True, slots=True)
class Built:
    """A package without what depends on its version: `source` are the files below src/<module>."""

    plan: ClientPlan
    document: Document
    source: Files


def build(document: Document, settings: Settings, assets: Assets) -> Built:
    """The code of a client for `document`. Nothing is written; the same input gives the same bytes.

    Raises SpecError, NameClash, TemplateError or ToolError, the latter also where the templates must not be rendered.
    """
    if assets.refusal:
        raise ToolError(assets.refusal, remedy="Leave the option out where you trust the project.")
    module = settings.package.module
    header = _header(settings.api)
    with ProcessPoolExecutor(max_workers=1, initializer=_end_with_parent) as aside:
        typed = aside.submit(_typed_sources, document, assets.templates, header, module)
        parsed = operations.parse(engine_input.for_client(document))
        plan = planner.plan(document, settings)
        modules = client.modules(plan, environment(assets.templates), header)
        sources = typed.result()
    _agree(document, sources, parsed)
    modules |= {"models.py": sources[0].text, "params.py": sources[1].text}
    return Built(plan, document, {**formatted(modules, module), **_runtime(assets.runtime), "py.typed": b""})


def assemble(
    built: Built,
    settings: Settings,
    assets: Assets,
    *,
    version: str,
    changelog: str,
    provenance: JsonObject,
    tests: Files,
    notes: str = "",
) -> Files:
    """Every file of the distribution, by path relative to generated/<api>.

    `tests` are the files below its tests/, `notes` Markdown that its README takes over as it is.
    """
    found = {f"src/{settings.package.module}/{path}": content for path, content in built.source.items()}
    found |= {f"tests/{path}": content for path, content in tests.items()}
    base = f"src/{settings.package.module}"
    found[f"{base}/_version.py"] = f'{_header(settings.api)}\n\n__version__ = "{version}"\n'.encode()
    found[f"{base}/provenance.json"] = _json(provenance)
    texts = _beside(built, settings, assets, version, notes)
    found |= {name: text.encode() for name, text in {**texts, "CHANGELOG.md": changelog}.items()}
    return dict(sorted(found.items()))


def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed: it would hold the project's lock for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "only a worker is told to end with another"

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _typed_sources(document: Document, templates: Path, header: str, module: str) -> tuple[Source, Source]:
    """models.py and params.py, in a process of their own: the two engines do not depend on each other."""
    spec = engine_input.for_models(document)
    params = engine_input.for_params(document, f"{module}.models")
    return (
        models.pydantic_models(spec, templates, header, f"{module}._runtime.model.Model"),
        models.typed_dicts(params, templates, header),
    )


def _header(api: str) -> str:
    return (
        f"# Written by nemogen from specs/{api}/openapi.json. Edits are not kept: what upstream says is corrected in\n"
        f"# specs/{api}/overlay.yaml, the look of this file in templates/, the transport in generator/nemogen/runtime/."
    )


def _agree(document: Document, sources: tuple[Source, Source], parsed: operations.Parsed) -> None:
    """Both engines have to see the classes that the document names, and the parser every operation."""
    wanted = engine_input.names_of(document.schemas)
    missing = {
        "datamodel-code-generator": wanted - sources[0].names,
        "openapi-python-client": wanted - parsed.classes,
    }
    for engine, names in missing.items():
        if names:
            raise SpecError(
                f"{engine} does not write the classes {', '.join(sorted(names))}",
                remedy="Report it: the document should have been respelt for that engine.",
            )


def _runtime(folder: Path) -> dict[str, bytes]:
    """The runtime's files, byte for byte."""
    found = sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    return {f"_runtime/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def _beside(built: Built, settings: Settings, assets: Assets, version: str, notes: str) -> dict[str, str]:
    """The texts beside the code: pyproject.toml, README.md, api.md, and two for programs that write code."""
    shown = readme.examples_of(built.plan, built.document)
    values: dict[str, Any] = {
        "plan": built.plan,
        "version": version,
        "operations": built.plan.methods(),
        "types": api_index.types_of(built.plan, built.document),
        "examples": shown,
        "main": shown.main,
        "method": shown.main.method,
        "errors": api_index.errors_of(assets.runtime),
        "exports": api_index.exports_of(assets.runtime),
        "notes": notes.strip(),
        "api": settings.api,
        "package": settings.package,
    }
    made = environment(assets.templates)
    names = ("pyproject.toml", "README.md", "api.md", "AGENTS.md", "llms.txt")
    return {name: render(made, f"client/{name}.jinja", **values) for name in names}


def _json(value: JsonObject) -> bytes:
    return in_json(json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()
