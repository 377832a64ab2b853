# Written by nemogen.

from __future__ import annotations

from typing import Literal

from one_and_true._runtime.model import Model


class D(Model):
    v: Literal[True] | Literal[1] | Literal["auto"]
