"""A whole distribution in memory: modules, the copied runtime, and the texts beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import jinja2

from nemogen.assets import Assets
from nemogen.client import api_index, client, engine_input, models, planner, readme
from nemogen.client.distribution import distribution_files, file_header, version_files
from nemogen.client.environment import environment, render
from nemogen.client.fields import kept_fields
from nemogen.client.format import formatted
from nemogen.client.formats import with_types
from nemogen.client.mixin_targets import mixin_targets
from nemogen.client.models_engine import load_models_engine
from nemogen.client.models_input import PACKAGE
from nemogen.client.models_worker import beside
from nemogen.client.models_writer import Source, write_models
from nemogen.client.old_classes import with_old_classes
from nemogen.client.plan import ClientPlan
from nemogen.client.removed_properties import with_removed_properties
from nemogen.client.split_modules import split_modules
from nemogen.config import Settings
from nemogen.custom_code import NO_CODE, CustomCode, refuse_misfits
from nemogen.document import Document, Files, JsonObject
from nemogen.errors import SpecError, TemplateError
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass

ENGINE: Final = "nemogen"
"""The default of `engine` in api.toml."""

_TEXTS: Final[Mapping[str, str]] = {
    name: f"client/{name}.jinja" for name in ("pyproject.toml", "README.md", "api.md", "AGENTS.md", "llms.txt")
}
"""The texts beside the code, each with its template."""


def do_nothing() -> None:
    """Where nothing else is to be done while the engine of the models works."""


@dataclass(frozen=True, slots=True)
class Built:
    """A package without what depends on its version: `source` are the files below src/<module>.

    `examples` are what the README shows, `types` those that api.md lists. They are worked out once: the package is
    assembled under the version before to be compared, and under that of its release.
    """

    plan: ClientPlan
    document: Document
    source: Files
    examples: readme.Examples
    types: tuple[api_index.Component, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the document requires and the code does not do: none here, as the phases before have reported it."""
        return ()


def build_texts(plan: ClientPlan, document: Document) -> Built:
    """The package without its code."""
    return Built(plan, document, {}, readme.examples_of(plan, document), api_index.types_of(plan, document))


def build(
    document: Document,
    settings: Settings,
    assets: Assets,
    custom: CustomCode = NO_CODE,
    meanwhile: Callable[[], None] = do_nothing,
) -> Built:
    """The code of a client for `document`. Nothing is written; the same input gives the same bytes.

    `meanwhile` is called while the engine of the models works. Raises what it raises, and SpecError, NameClash,
    TemplateError or ToolError, and ConfigError for code in `custom` that does not fit.
    """
    document = with_types(with_removed_properties(document), settings)
    module = settings.package.module
    header = file_header(settings.api, settings.pin_name)
    bases = {each.target: f"{each.module}.{each.name}" for each in custom.mixins.values()}
    # The whole document would take long to get there, and memory.
    given = engine_input.for_models(document)
    base, kept = f"{PACKAGE}._runtime.model.Model", kept_fields(document.names)
    task = models.prepare_models(given, base, bases, kept)
    with beside(write_models, task, assets.templates, header) as models_source:
        plan = replace(planner.plan(document, settings), mixins=custom.mixins)
        refuse_misfits(custom, mixin_targets(plan, document))
        templates = environment(assets.templates)
        modules = client.modules(plan, templates, header)
        modules["params.py"] = client.params_module(document, ".models", templates, header)
        built = build_texts(plan, document)
        runtime = _runtime(assets.runtime)
        _load_texts(assets, _TEXTS.values())
        meanwhile()
        early = {} if models_source.done() else _formatted_early(modules, module)
        written = models_source.result()
    _require_classes(document, written)
    parts = _with_parts({**modules, "models.py": written.text}, plan)
    reused = {path: early[path] for path, text in parts.items() if path in early and text == modules[path]}
    files = {**reused, **formatted({path: text for path, text in parts.items() if path not in reused}, module)}
    return replace(built, source={**files, **runtime, "py.typed": b"", **custom.package_files()})


def _formatted_early(modules: Mapping[str, str], package: str) -> dict[str, bytes]:
    """The modules that do not depend on the models, laid out while their engine still works.

    None of them where one is not valid Python: it is reported with all others.
    """
    try:
        return formatted({path: text for path, text in modules.items() if path != "params.py"}, package)
    except TemplateError:
        return {}


def load(assets: Assets) -> None:
    """Import the engine of the models, read the runtime and compile the templates."""
    load_models_engine()
    found = environment(assets.templates).list_templates(extensions=["jinja"])
    _load_texts(assets, found if not assets.refusal else ())


def _load_texts(assets: Assets, templates: Iterable[str]) -> None:
    """Read the names of the runtime for the texts, and compile templates. Both are cached."""
    api_index.errors_of(assets.runtime)
    api_index.exports_of(assets.runtime)
    made = environment(assets.templates)
    for name in templates:
        with suppress(jinja2.TemplateError):  # each API reports it, with its location
            made.get_template(name)


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
    texts = {**_beside(built, settings, assets, version, notes), "CHANGELOG.md": changelog}
    source = {**built.source, **version_files(file_header(settings.api, settings.pin_name), version, provenance)}
    return distribution_files(settings.package.module, source, texts, tests)


def _with_parts(modules: Mapping[str, str], plan: ClientPlan) -> Mapping[str, str]:
    """The modules of types in parts where they are large, and with the names that they had."""
    try:
        return with_old_classes(split_modules(modules), plan)
    except SyntaxError:
        return modules  # a template wrote what is not valid Python: who lays the modules out reports it


def _require_classes(document: Document, written: Source) -> None:
    """The engine of the models has to write every class that the document names. Raises SpecError."""
    if missing := engine_input.names_of(document.schemas) - written.names:
        raise SpecError(
            f"datamodel-code-generator does not write the classes {', '.join(sorted(missing))}",
            remedy="Report it: the document should have been respelt for that engine.",
        )


def _runtime(folder: Path) -> dict[str, bytes]:
    """The runtime's files, byte for byte."""
    found = sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    return {f"_runtime/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def _beside(built: Built, settings: Settings, assets: Assets, version: str, notes: str) -> dict[str, str]:
    """The texts beside the code: pyproject.toml, README.md, api.md, and two for programs that write code."""
    shown = built.examples
    values: dict[str, Any] = {
        "plan": built.plan,
        "version": version,
        "operations": built.plan.methods(),
        "types": built.types,
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
    texts = {name: render(made, template, **values) for name, template in _TEXTS.items()}
    return {**texts, "README.md": readme.with_imports(texts["README.md"])}
