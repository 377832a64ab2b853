"""State that all calls of one client share."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .options import Options

if TYPE_CHECKING:
    from .decode import Decoders
    from .settings import Settings


@dataclass(frozen=True, slots=True)
class CallContext:
    """State that all calls of one client share."""

    settings: Settings
    options: Options
    decoders: Decoders
    logger: logging.Logger
