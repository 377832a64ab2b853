"""All keywords about values of one type: the ledger, the dialects and findings are made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.openapi.array_keywords import ARRAY_KEYWORDS
from nemogen.openapi.ledger_keys import Key
from nemogen.openapi.number_keywords import NUMBER_KEYWORDS
from nemogen.openapi.object_keywords import OBJECT_KEYWORDS
from nemogen.openapi.string_keywords import STRING_KEYWORDS
from nemogen.openapi.type_keyword import TypeKeyword

TYPE_KEYWORDS: Final[Mapping[str, TypeKeyword]] = {
    **NUMBER_KEYWORDS,
    **STRING_KEYWORDS,
    **ARRAY_KEYWORDS,
    **OBJECT_KEYWORDS,
    "format": TypeKeyword(Key("StringRules.format"), "", "~+-+"),
}
