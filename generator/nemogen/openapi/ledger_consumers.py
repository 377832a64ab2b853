"""Who reads the model, and what is lost where one of them does not use a field."""

from __future__ import annotations

import enum

from nemogen.light_dataclasses import dataclass


class Consumer(enum.IntEnum):
    """Who reads the model; the value is the position of its sign in `USES`."""

    CLIENT = 0
    DIFF = 1
    RECORDINGS = 2
    MOCK = 3


@dataclass(frozen=True, slots=True)
class Loss:
    """What is lost where a document uses something that a consumer does not. `is_costly`: it costs a caller something.

    `rule` is the id of the finding, `message` says what is not done, without a number in front.
    """

    rule: str
    message: str
    is_costly: bool = False
