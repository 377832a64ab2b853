"""References to other files in a document that should have none: the pinned spec is bundled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nemogen.errors import Problem, SpecError
from nemogen.findings import Finding
from nemogen.openapi.text_positions import with_positions


def refuse_outside_references(api: str, findings: Iterable[Finding], texts: Mapping[str, bytes]) -> None:
    """Raises SpecError for remaining references to other files: their operations would lack types.

    `findings` are those of reading the document, `texts` the files that its locations are in.
    """
    outside = with_positions([each for each in findings if each.id == "reference-outside"], texts)
    remedy = f"Run nemogen fetch {api}, which reads the other files too, or fix it with an overlay action."
    if outside:
        raise SpecError.of([Problem(each.message, each.revision, remedy) for each in outside])
