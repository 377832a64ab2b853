"""The code of a client for a pin, without what depends on its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nemogen.assets import Assets
from nemogen.commands.api import Api, Corrected, correct
from nemogen.document import Document
from nemogen.errors import SpecError

if TYPE_CHECKING:
    from nemogen.client.engines import BuiltPackage


def build_code(api: Api, pin: bytes, assets: Assets, file: str | None = None) -> tuple[Corrected, BuiltPackage]:
    """The code for `pin`, without the operations that its engine refuses; these are among the findings."""
    from nemogen.client.engines import build_package, prepare_engine

    def build(document: Document) -> BuiltPackage:
        return build_package(document, api.settings, assets, api.custom)

    prepare_engine(api.settings)
    corrected = correct(api, pin, file)
    try:
        return corrected, build(corrected.document)
    except (SpecError, RecursionError):
        corrected = correct(api, pin, file, try_out=build)
        return corrected, build(corrected.document)
