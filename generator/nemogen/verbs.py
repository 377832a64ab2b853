"""The verbs that API authors use, as data: what distinguishes an action from a thing in a path or an operationId."""

from __future__ import annotations

from typing import Final


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


STANDARD_METHODS: Final = {
    "post": "create", "put": "replace", "patch": "update", "delete": "delete",
    "head": "head", "options": "options", "trace": "trace",
}  # fmt: skip
"""By HTTP method, what the method of a client is called where nothing says more. GET is `list` or `retrieve`."""

SYNONYMS: Final = {
    "get": {
        **dict.fromkeys(("get", "fetch", "read", "show", "retrieve", "find", "describe", "view", "load"), ""),
        **dict.fromkeys(("list", "index"), "list"),
    },
    "post": {
        **dict.fromkeys(("create", "post", "new", "insert"), "create"),
        **dict.fromkeys(("update", "modify", "edit", "change", "patch"), "update"),
        **dict.fromkeys(("delete", "remove", "destroy"), "delete"),
    },
    "put": {
        **dict.fromkeys(("replace", "put"), "replace"),
        **dict.fromkeys(("update", "modify", "edit", "change"), "update"),
        **dict.fromkeys(("create", "insert"), "create"),
    },
    "patch": dict.fromkeys(("update", "modify", "edit", "change", "patch"), "update"),
    "delete": dict.fromkeys(("delete", "remove", "destroy"), "delete"),
}  # fmt: skip
"""By HTTP method, the first word of an operationId that says no more than a standard name of a method; empty: `list` or
`retrieve`, as the path has it."""

ACTIONS: Final = _set(
    """
    abort accept acknowledge activate add allocate analyze approve archive assign attach authenticate authorize
    autocomplete ban bind bootstrap broadcast calculate cancel clear close compact compare complete compute concat
    confirm connect consume contains convert create crosspost deactivate decline decode decrypt deduplicate delete
    deploy deprovision detach detect diagnose disable disarm disconnect dismiss dispatch duplicate eject enable
    encode encrypt enqueue enrol enroll evaluate execute exists expire explain finalize finish flush follow forget
    generate get hide ignore ingest inspect introspect invalidate invoke join kick kill launch leave list login
    logout merge migrate moderate mute next normalize notify pause play precheck predict prepare previous promote
    provision prune publish purge quarantine rearrange reauthorize rebuild recalculate receive redeem redeliver
    refresh regenerate register reindex reinstall reject reload remix remove rename renew reopen reorder replace
    replay reprocess rerank rerun resend reset resize resolve restart restore resubmit resume resync retrieve retry
    revalidate revert revoke rotate sanitize search seek send shuffle shutdown signin signout signup simulate skip
    start stop submit subscribe summarize suspend sync synthesize terminate toggle tokenize transcribe translate
    trigger unarchive unassign unban unblock unfollow uninstall unlink unlock unmark unmute unpause unpin unpublish
    unregister unsave unset unshare unstar unsubscribe unsuspend untag untrash update upsert validate verify whoami
    withdraw
    """
)
"""Words that, as the last segment of a path, are what is done and hardly ever a thing."""

VERBS: Final = ACTIONS | _set(
    """
    advance apply arm backfill block borrow buy capture change charge check clone commit copy count crop describe
    destroy discard download drain edit embed enhance enrich enumerate estimate exchange export extend fetch
    filter find fire fork forward grant handle hangup hold import index insert install invite issue lend link load
    lock lookup make mark match modify move open pair parse patch pay pin ping place poll post preview probe
    process put query read reboot refer refund release render repair reply report request restrict reverse review
    rewrite run save scan schedule sell set share show sign snooze split star store swap tag test touch track
    train transfer transform transition trash undo unmerge unstage unwatch upgrade upload view vote watch
    """
)
"""Words that begin an operationId or a segment of several words, where they are what is done."""

MODIFIERS: Final = frozenset(
    {"alpha", "batch", "beta", "bulk", "mass", "multi", "partial", "partially", "force", "async"}
)
"""Words that precede the verb and belong to it."""

NOISE: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "all",
        "my",
        "me",
        "current",
        "currently",
        "user",
        "users",
        "deprecated",
        "of",
        "is",
        "if",
        "api",
    }
)
"""Words of an operationId that seldom distinguish one operation from another."""

JOINTS: Final = frozenset({"to", "from", "for", "in", "on", "with", "and", "by", "of", "or", "at", "into"})
"""Words that end no name."""

NOT_PLURAL: Final = frozenset(
    {"contains", "exists", "has", "is", "does", "was", "as", "this", "always", "plus", "alias"}
)
"""Words in -s of which the s is no ending of a plural."""
