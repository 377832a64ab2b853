"""The engines that write a package: nemogen's own, and openapi-python-client if api.toml chooses it.

The modules of the second are imported when it is called: few projects have it, and all would wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from nemogen.assets import Assets
from nemogen.client import package
from nemogen.client.models_engine import start_models_engine
from nemogen.config import Settings
from nemogen.custom_code import NO_CODE, CustomCode
from nemogen.document import Document, Files, JsonObject
from nemogen.errors import ConfigError, Location, ToolError
from nemogen.kept_files import MANIFEST, manifest_of

if TYPE_CHECKING:
    from nemogen.client.openapi_python_client_engine.package import ToolPackage

BuiltPackage: TypeAlias = "package.Built | ToolPackage"


def load_engines(assets: Assets) -> None:
    """Import what the default engine needs, and compile its templates: before processes are forked that need them."""
    package.load(assets)


def prepare_engine(settings: Settings) -> None:
    """Let what the engine of the settings needs be loaded beside the work until it is called."""
    if settings.client.engine == package.ENGINE:
        start_models_engine()


def build_package(
    document: Document,
    settings: Settings,
    assets: Assets,
    custom: CustomCode = NO_CODE,
    meanwhile: Callable[[], None] = package.do_nothing,
) -> BuiltPackage:
    """The code of a client for `document`, by the engine of the settings, with the project's own code in it.

    `meanwhile` is called beside the engine, where that has a process of its own, or after it. Raises as the engines'
    `build` do, ToolError where the templates must not be rendered, and ConfigError for code of the project beside
    openapi-python-client, whose classes have no mixins.
    """
    if assets.refusal:
        raise ToolError(assets.refusal, remedy="Leave the option out where you trust the project.")
    if settings.client.engine == package.ENGINE:
        return package.build(document, settings, assets, custom, meanwhile)
    if custom.modules:
        where = Location(f"specs/{settings.api}/custom")
        remedy = "Remove the folder, or remove engine from [client] in api.toml."
        raise ConfigError(
            f"the engine {settings.client.engine} does not support custom code", where=where, remedy=remedy
        )
    from nemogen.client.openapi_python_client_engine import package as tool_package

    built = tool_package.build(document, settings, assets)
    meanwhile()
    return built


def assemble_package(
    built: BuiltPackage,
    settings: Settings,
    assets: Assets,
    *,
    version: str,
    changelog: str,
    provenance: JsonObject,
    tests: Files,
    notes: str = "",
) -> Files:
    """Every file of the distribution, by path relative to generated/<api>; as `package.assemble`."""
    keep = settings.package.keep
    own: Files = {MANIFEST: manifest_of(keep)} if keep else {}
    if isinstance(built, package.Built):
        files = package.assemble(
            built,
            settings,
            assets,
            version=version,
            changelog=changelog,
            provenance=provenance,
            tests=tests,
            notes=notes,
        )
        return {**files, **own}
    from nemogen.client.openapi_python_client_engine import package as tool_package

    texts = {**tool_package.texts_beside(built, settings, assets, version, notes), "CHANGELOG.md": changelog}
    return {**tool_package.assemble(built, settings, texts, version, provenance, tests), **own}
