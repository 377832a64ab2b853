"""The names of classes that no caller sees: they are known by how they end, however long they are."""

from __future__ import annotations

from typing import Final

from nemogen.document import Call
from nemogen.names import LONGEST, PARAM, bounded_pascal, compound, noun_of, pascal

_ARGUMENTS: Final = "Parameters"
_BARE_BODY: Final = "BareBody"
INTERNAL_ENDS: Final = (_ARGUMENTS, _BARE_BODY)
"""How the names of internal classes end."""


def arguments_class(call: Call) -> str:
    """The class that the arguments of an operation are checked against: ChatCompletionCreateParameters."""
    return _named(call, _ARGUMENTS)


def bare_body_class(call: Call) -> str:
    """The class that a body without a class of its own is checked against: TagReplaceBareBody."""
    return _named(call, _BARE_BODY)


def _named(call: Call, end: str) -> str:
    return compound(f"{noun_of(call)}{pascal(call.method)}", end, LONGEST - len(PARAM))


def with_mark(name: str, mark: str) -> str:
    """Another name for an internal class whose `name` is taken: with `mark` before its end."""
    end = next((each for each in INTERNAL_ENDS if name.endswith(each)), "")
    return f"{bounded_pascal(name.removesuffix(end), 30)}{mark}{end}"
