"""The canonical form of an OpenAPI document: what two spellings of one contract have in common.

Standard library only; used by the lock (one digest for a pin) and by the diff.
"""

from nemogen.contract_form.digest import contract_digest, contract_equal

__all__ = ["contract_digest", "contract_equal"]
