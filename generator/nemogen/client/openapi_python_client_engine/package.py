"""A distribution whose code openapi-python-client wrote."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.assets import Assets
from nemogen.client.distribution import distribution_files, file_header, version_files
from nemogen.client.environment import environment, render
from nemogen.client.format import formatted
from nemogen.client.openapi_python_client_engine.losses import find_losses
from nemogen.client.openapi_python_client_engine.placement import Placed, place_operations
from nemogen.client.openapi_python_client_engine.tool import TOOL, write_modules
from nemogen.client.openapi_python_client_engine.tool_document import document_for_tool
from nemogen.config import Settings
from nemogen.document import Document, Files, JsonObject
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass

_TEMPLATES = f"client/{TOOL}"


@dataclass(frozen=True, slots=True)
class ToolPackage:
    """A package without what depends on its version: `source` are the files below src/<module>.

    `operations` are those that it has; `findings` say what the tool dropped, and what was respelt for it.
    """

    document: Document
    operations: tuple[Placed, ...]
    source: Files
    findings: tuple[Finding, ...]


def build(document: Document, settings: Settings, assets: Assets) -> ToolPackage:
    """The code of a client for `document`. Nothing is written; the same input gives the same bytes.

    Raises SpecError, TemplateError or ToolError.
    """
    placed = place_operations(document)
    given = document_for_tool(document, placed)
    module = settings.package.module
    written = write_modules(given.spec, module, assets.tool_templates, given.as_bytes)
    header = _header(settings.api, settings.pin_name)
    modules = {path: f"{header}\n\n{text}" for path, text in written.modules.items() if path.endswith(".py")}
    found = {(each.tag, each.name) for each in written.functions}
    return ToolPackage(
        document,
        tuple(each for each in placed if (each.tag, each.name) in found),
        {**formatted(modules, module), "py.typed": b""},
        (*given.findings, *find_losses(document, placed, given, written)),
    )


def assemble(
    built: ToolPackage, settings: Settings, texts: Mapping[str, str], version: str, provenance: JsonObject, tests: Files
) -> Files:
    """Every file of the distribution, by path relative to generated/<api>."""
    source = {**built.source, **version_files(file_header(settings.api, settings.pin_name), version, provenance)}
    return distribution_files(settings.package.module, source, texts, tests)


def texts_beside(built: ToolPackage, settings: Settings, assets: Assets, version: str, notes: str) -> dict[str, str]:
    """README.md and pyproject.toml."""
    made = environment(assets.templates)
    values = {
        "api": settings.api,
        "package": settings.package,
        "base_url": settings.client.base_url or built.document.server or "https://api.example.com",
        "version": version,
        "operations": built.operations,
        "notes": notes.strip(),
    }
    return {name: render(made, f"{_TEMPLATES}/{name}.jinja", **values) for name in ("README.md", "pyproject.toml")}


def _header(api: str, pin_name: str) -> str:
    return (
        f"# Written by {TOOL} for nemogen from specs/{api}/{pin_name}. Edits are not kept: what upstream says is\n"
        f"# corrected in specs/{api}/overlay.yaml, the look of this file in templates/{TOOL}/."
    )
