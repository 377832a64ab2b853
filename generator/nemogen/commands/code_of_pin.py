"""The code of a client for a pin, without what depends on its version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypeAlias

from nemogen.assets import Assets
from nemogen.commands.api import Api, Corrected, correct, prepare_spec
from nemogen.commands.failing_operations import make_without_failing
from nemogen.commands.spec_changes import Side, corrected_side
from nemogen.config_checks import ENGINES
from nemogen.document import Document
from nemogen.errors import NemogenError, SpecError

if TYPE_CHECKING:
    from nemogen.client.engines import BuiltPackage
    from nemogen.openapi.read_document import ReadDocument

FIRST_VERSION: Final = "0.1.0"

Released: TypeAlias = "Callable[[], Document | None]"
"""Gives the document of the newest release, where it is another one; to read it takes as long as to read the pin."""


def nothing_released() -> None:
    """Where there is no document of a release before."""


def _do_nothing(_: Corrected) -> None:
    """Where nothing else is to be done while the engine works."""


def build_code(
    api: Api,
    pin: bytes,
    assets: Assets,
    file: str | None = None,
    released: Released = nothing_released,
    meanwhile: Callable[[Corrected], None] = _do_nothing,
) -> tuple[Corrected, BuiltPackage]:
    """The code for `pin`, without the operations that its engine refuses; these are among the findings.

    Classes keep the properties that `released` gives and whose removal breaks nothing on the wire; it is called once,
    and only if the pin is accepted. `meanwhile` is called while the engine works: a second time if it rejected
    operations and works on the others.
    """
    from nemogen.client.engines import build_package, prepare_engine

    def build(corrected: Corrected) -> tuple[Corrected, BuiltPackage]:
        document, beside = corrected.document, partial(meanwhile, corrected)
        return corrected, build_package(document, api.settings, assets, api.custom, beside)

    def try_out(document: Document) -> BuiltPackage:
        return build_package(document, api.settings, assets, api.custom)

    prepare_engine(api.settings)
    released = cache(released)
    try:
        return build(_with_removed(api, correct(api, pin, file), released))
    except (SpecError, RecursionError):
        return build(_with_removed(api, correct(api, pin, file, try_out=try_out), released))


def _with_removed(api: Api, corrected: Corrected, released: Released) -> Corrected:
    before = released()
    if before is None:
        return corrected
    return replace(corrected, document=keep_removed(api, before, corrected.document))


def released_document(api: Api, pin: bytes | None) -> Document | None:
    """The document of the last released pin under the current settings, for properties that were removed since.

    None if there is no pin, if it cannot be prepared, and for an engine that cannot keep removed properties.
    Raises OverlayError or ConfigError.
    """
    if pin is None or api.settings.client.engine != ENGINES[0]:
        return None
    from nemogen.openapi.name_order import in_name_order
    from nemogen.openapi.read_document import read_value

    def prepare(part: ReadDocument) -> Document:
        return prepare_spec(api, part, may_be_unused=True)

    side = corrected_side(api, Side(api.pin_file, pin, None))
    try:
        return make_without_failing(read_value(in_name_order(side.value), side.name), prepare).made
    except (NemogenError, RecursionError):
        # Its properties are then removed at once, and the diff of the source reports them.
        return None


def keep_removed(api: Api, before: Document, now: Document) -> Document:
    """`now` whose names have what was removed since `before`, the document of the newest release."""
    from nemogen.client.removed_properties import removed_since, with_removals

    version = api.releases[0].version if api.releases else FIRST_VERSION
    return with_removals(now, {**removed_since(before, now, version), **now.names.removed})
