"""What a killed process left: read its journal, distrust it, and finish or undo what it began."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nemogen.errors import Location, Problem, WriteError
from nemogen.publish import transaction as transactions
from nemogen.publish.files import digest_of, is_file, safe_folder, safe_target
from nemogen.publish.project_lock import PRIVATE, Checkout
from nemogen.publish.transaction import BACK, FORWARD, SWAP, Entry, Swap
from nemogen.temporary_folders import sweep
from nemogen.text_safety import spelt

_PAUSE = 0.05
_GRACE = 5.0


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was done about an interrupted write: `completed`, or undone."""

    completed: bool
    paths: tuple[str, ...]


def repair(checkout: Checkout) -> Recovery | None:
    """Finish or undo the swap that a dead process left half-done; None where there is none.

    Raises WriteError where the journal cannot be read, names paths that no swap of ours would, or files were edited
    since: nothing is touched then.
    """
    for name, completing in ((BACK, False), (FORWARD, True)):
        journal = checkout.private / SWAP / name
        if is_file(journal):
            swap = _read(journal, checkout)
            _refuse_edited(swap, completing)
            (swap.forward if completing else swap.back)()
            swap.end(completed=completing)
            transactions.discard(checkout)
            return Recovery(completing, tuple(entry.path for entry in swap.entries))
    transactions.discard(checkout)
    return None


def await_orphans(checkout: Checkout, wait: float, on_wait: Callable[[str], None] | None) -> None:
    """Wait until the git commands that a killed nemogen left have ended: what they commit is not to be committed twice.

    `wait` is in seconds; a hook that is just ending gets a few in any case. Raises WriteError when the time is over.
    """
    deadline = time.monotonic() + max(wait, _GRACE)
    told = False
    while held := sweep(checkout.private):
        if time.monotonic() >= deadline:
            raise WriteError(
                "a commit that an earlier nemogen began is still going on",
                where=Location(str(held[0].relative_to(checkout.root))),
                remedy="Wait until its hooks have ended, or end them; if none runs, remove this folder and its .lock.",
            )
        if on_wait and not told:
            on_wait("Waiting for a commit that an earlier nemogen began")
            told = True
        time.sleep(_PAUSE)


def _read(journal: Path, checkout: Checkout) -> Swap:
    try:
        record = json.loads(journal.read_bytes())
        entries = tuple(Entry(**entry) for entry in record["entries"])
        swap = Swap(checkout, entries, tuple(record["made"]))
        # A repository can bring a forged journal along: it reaches no further than a real one.
        paths = {entry.path for entry in entries}
        for path in paths:
            safe_target(checkout.root, path, paths)
        for folder in swap.made:
            safe_folder(checkout.root, folder, paths)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise WriteError(
            f"the record of an interrupted write cannot be read: {error}",
            where=Location(f"{PRIVATE}/{SWAP}/{journal.name}"),
            remedy=f"Bring the tree to a state that you know (git status, git checkout), then remove {PRIVATE}/{SWAP}.",
        ) from error
    return swap


def _refuse_edited(swap: Swap, completing: bool) -> None:
    problems = [
        Problem(
            "a write was interrupted, and this file was edited since: going on would lose that",
            Location(spelt(entry.path)),
            "Move your version away, then run the command again.",
        )
        for entry in swap.entries
        if not _is_settled(swap, entry, completing)
        and digest_of(swap.target(entry)) not in (entry.old, entry.new, None)
    ]
    if problems:
        raise WriteError.of(problems)


def _is_settled(swap: Swap, entry: Entry, completing: bool) -> bool:
    """Whether the rest of the swap leaves this path alone."""
    if completing:
        return entry.new is not None and not is_file(swap.staged(entry))
    if entry.old is None:
        return is_file(swap.staged(entry))
    return not is_file(swap.kept(entry))
