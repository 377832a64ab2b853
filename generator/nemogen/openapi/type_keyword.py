"""A row of the tables of keywords about values of one type."""

from __future__ import annotations

from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.ledger_consumers import Loss
from nemogen.openapi.ledger_keys import Key

NOT_TYPED: Final = Loss("keyword-not-typed", "left to the server: no type expresses it")
NOT_CHECKED: Final = Loss("keyword-not-checked", "left to the server: the client does not check it")


@dataclass(frozen=True, slots=True)
class TypeKeyword:
    """A keyword about values of `type` ("" for `format`, which is of strings and of numbers).

    `key` is its field in the model, and the kind of its value. `uses` says what client, diff, recordings and mock do
    with the field (the signs of `ledger_uses`), `loss` what the client leaves undone. `validates`: it belongs to the
    vocabulary of validation, without which a dialect takes it for an annotation.
    """

    key: Key
    type: str
    uses: str
    loss: Loss | None = None
    validates: bool = False

    @property
    def field(self) -> str:
        """The field of the model, as "ArrayRules.min_contains"."""
        return self.key.field


def given(**keywords: JsonValue) -> dict[str, JsonValue]:
    """The keywords that have a value."""
    return {keyword: value for keyword, value in keywords.items() if value is not None}
