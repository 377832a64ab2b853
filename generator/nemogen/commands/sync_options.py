"""The options of `sync` and `generate`. Cheap to import: needed before it is known whether anything is generated."""

from __future__ import annotations

from dataclasses import field

from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a sync ends. `branch` None: the one that is checked out; `base`: what a pull request goes into."""

    commit: bool = True
    branch: str | None = None
    push: bool = False
    pull_request: bool = False
    remote: str = "origin"
    base: str | None = None
    force: bool = False

    @property
    def touches_checkout(self) -> bool:
        """Whether files of the user's work tree change."""
        return not (self.pull_request or self.branch)


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """What a sync does. `accept_breaking` lets a breaking change onto a branch without a pull request; without `cache`
    it regenerates although nothing changed; `jobs` is how many APIs it works on at once."""

    offline: bool = False
    accept_breaking: bool = False
    test: bool = True
    delivery: Delivery = field(default_factory=Delivery)
    cache: bool = True
    jobs: int = 1


def generate_options(*, force: bool, cache: bool, jobs: int = 1) -> SyncOptions:
    """`generate` is a sync from the pins, without tests and without a commit."""
    return SyncOptions(offline=True, test=False, delivery=Delivery(commit=False, force=force), cache=cache, jobs=jobs)
