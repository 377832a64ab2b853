"""`python -m … FOLDER`: replays the calls of a folder and writes one JSON object a call and mode to stdout."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .recorded_calls import load_calls
from .replay_driver import MODES, replaying


def main(folder: Path) -> None:
    """Replays every call, sync and async; each line holds recording, mode and differences."""
    calls = load_calls(folder)
    with replaying(calls) as replay:
        for call in calls.calls:
            for mode in MODES:
                differences = [[found.kind, found.message] for found in replay.run(call, mode)]
                line = {"recording": call.recording, "mode": mode, "differences": differences}
                sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
