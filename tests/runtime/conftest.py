"""Makes the sample package importable: the shape of a generated client, around the runtime itself."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "sample"))
