"""One SHA-256 for what a document promises, whatever its spelling."""

from __future__ import annotations

import hashlib

from nemogen.contract_form.document import Contract
from nemogen.contract_form.values import canonical
from nemogen.document import Json
from nemogen.errors import SpecError


def contract_digest(document: Json) -> str:
    """The SHA-256, in hex, of the canonical contract of a parsed document of any quality.

    Prose, examples, vendor extensions, order and components that no operation uses are left out; equivalent
    spellings (references, nullable, single unions, 3.0 and 3.1) give the same digest. Raises `SpecError` for a
    document that is nested too deeply to be read.
    """
    try:
        contract = Contract(document)
        uses = sorted(canonical(contract.whole(use)) for use in (*contract.operations, *contract.webhooks))
    except RecursionError:
        raise SpecError("the document is nested too deeply to be read", remedy="flatten it") from None
    return hashlib.sha256("\n".join(uses).encode()).hexdigest()


def contract_equal(base: Json, revision: Json) -> bool:
    """Whether two parsed documents promise the same. Raises `SpecError` as `contract_digest` does."""
    return base == revision or contract_digest(base) == contract_digest(revision)
