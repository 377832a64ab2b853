# Written by nemogen.

from __future__ import annotations

from names_that_windows_keeps._runtime.model import Model


class Com1ClosePortParameters(Model):
    id: str
