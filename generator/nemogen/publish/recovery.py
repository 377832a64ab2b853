"""Recovers from a killed process: reads its journal, validates it, and completes or undoes its write."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from nemogen.errors import Location, Problem, WriteError
from nemogen.light_dataclasses import dataclass
from nemogen.publish import transaction as transactions
from nemogen.publish.files import digest_of, is_file, safe_folder, safe_target
from nemogen.publish.private_folder import BACK, FORWARD, SWAP
from nemogen.publish.project_lock import PRIVATE, Checkout
from nemogen.publish.transaction import Entry, Swap
from nemogen.temporary_folders import sweep
from nemogen.text_safety import spelt

_PAUSE = 0.05
_GRACE = 5.0


@dataclass(frozen=True, slots=True)
class Recovery:
    """What happened to an interrupted write: `completed` or undone."""

    completed: bool
    paths: tuple[str, ...]


def repair(checkout: Checkout) -> Recovery | None:
    """Complete or undo the swap that a dead process left unfinished; None if there is none.

    Raises WriteError if the journal cannot be read, names paths that no swap of ours would, or files were edited
    since: nothing is changed then.
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
    """Wait until the git commands of a killed nemogen have finished, so that nothing is committed twice.

    `wait` is in seconds; a hook that is about to finish gets a few in any case. Raises WriteError when the time is up.
    """
    deadline = time.monotonic() + max(wait, _GRACE)
    has_notified = False
    while held := sweep(checkout.private):
        if time.monotonic() >= deadline:
            raise WriteError(
                "a commit of an earlier nemogen is still running",
                where=Location(str(held[0].relative_to(checkout.root))),
                remedy="Wait for its hooks, or stop them; if none is running, remove this folder and its .lock.",
            )
        if on_wait and not has_notified:
            on_wait("Waiting for a commit of an earlier nemogen")
            has_notified = True
        time.sleep(_PAUSE)


def _read(journal: Path, checkout: Checkout) -> Swap:
    try:
        record = json.loads(journal.read_bytes())
        entries = tuple(Entry(**entry) for entry in record["entries"])
        swap = Swap(checkout, entries, tuple(record["made"]))
        # A repository may contain a forged journal: it can do no more than a real one.
        paths = {entry.path for entry in entries}
        for path in paths:
            safe_target(checkout.root, path, paths)
        for folder in swap.made:
            safe_folder(checkout.root, folder, paths)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise WriteError(
            f"the record of an interrupted write cannot be read: {error}",
            where=Location(f"{PRIVATE}/{SWAP}/{journal.name}"),
            remedy=f"Restore the tree to a known state (git status, git checkout), then remove {PRIVATE}/{SWAP}.",
        ) from error
    return swap


def _refuse_edited(swap: Swap, completing: bool) -> None:
    problems = [
        Problem(
            "a write was interrupted, and this file was edited since: continuing would lose the edit",
            Location(spelt(entry.path)),
            "Move your version elsewhere, then run the command again.",
        )
        for entry in swap.entries
        if not _is_settled(swap, entry, completing)
        and digest_of(swap.target(entry)) not in (entry.old, entry.new, None)
    ]
    if problems:
        raise WriteError.of(problems)


def _is_settled(swap: Swap, entry: Entry, completing: bool) -> bool:
    """Whether the rest of the swap does not touch this path."""
    if completing:
        return entry.new is not None and not is_file(swap.staged(entry))
    if entry.old is None:
        return is_file(swap.staged(entry))
    return not is_file(swap.kept(entry))
